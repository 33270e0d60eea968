import { PGlite } from "@electric-sql/pglite";
import { columnTypes } from "./columnTypes";
import type { Link, Links } from "./dialect";
import { forgetRow } from "./forgetRow";

const TAKE_WITHIN_MS = 10_000;

/** The embedded database in `folder`, with its single connection handed out to one at a time, in order. */
export async function embeddedLinks(folder: string): Promise<Links> {
  const database = await PGlite.create(folder, { parsers: columnTypes });
  const turn = takeTurns();
  return {
    async take() {
      const release = await turn();
      return linkOver(database, release);
    },
    async end() {
      await turn();
      await database.close();
    },
  };
}

function linkOver(database: PGlite, release: () => void): Link {
  return {
    async query<Row>(text: string, values: readonly unknown[]) {
      const result = await database.query<Row>(text, [...values]).catch((error: unknown) => {
        if (error instanceof Error) forgetRow(error);
        throw error;
      });
      return { rows: result.rows, changed: result.affectedRows ?? 0 };
    },
    async command(text) {
      const results = await database.exec(text);
      return results.at(-1)?.command ?? "";
    },
    together: (start) => start(),
    release,
  };
}

/** A door for one: resolves when it is the caller's turn, with the function that lets the next one in. */
function takeTurns(): () => Promise<() => void> {
  const waiting: (() => void)[] = [];
  let free = true;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free = true;
  };
  return () =>
    new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve(leave);
      };
      const giveUp = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(new Error(`the embedded database was busy for ${TAKE_WITHIN_MS / 1000} s`));
      };
      const timer = setTimeout(giveUp, TAKE_WITHIN_MS);
      if (!free) return void waiting.push(enter);
      free = false;
      enter();
    });
}
