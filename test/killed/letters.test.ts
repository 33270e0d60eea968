import type { ChildProcess } from "node:child_process";
import { sql } from "kysely";
import { openEmailFake, REPLY_ADDRESS } from "../contracts/channels/email/fake";
import { letterBy } from "../contracts/channels/email/letters";
import { openOn } from "../contracts/storage/given";
import { freshPostgreSql } from "../databases";
import { randomBelow } from "../random";
import { describeIfDovecot } from "../reachable";
import { killed, start } from "./children";

const MANY = 1_000;
const FAILING = 0.2;
/** So many answers, and it dies. */
const LEAST = 300;
/** Longer than a process may have a letter's answer in its hands. */
const AHEAD_SECONDS = "61";

/** Each of another resident: in one thread nobody gets two automatic letters within the hour. Every tenth lies there twice. */
function manyLetters(): Buffer[] {
  const below = randomBelow(5);
  const letters = Array.from({ length: MANY }, (_, n) =>
    letterBy({
      from: `osoba${n}@mieszkanka.example`,
      to: REPLY_ADDRESS,
      id: `l${n}@mieszkanka.example`,
      text: textOf(n),
    }),
  );
  return letters.flatMap((letter) => (below(10) === 0 ? [letter, letter] : [letter]));
}

const textOf = (n: number): string => `sprawa numer ${n}`;

describeIfDovecot("killed with kill -9 among letters, on PostgreSQL, Dovecot and an SMTP server", () => {
  test(`${MANY} letters, each answered once`, async () => {
    const [database, fake] = [await freshPostgreSql(), await openEmailFake()];
    const storage = await openOn(database);
    const children: ChildProcess[] = [];
    const run = async (ahead: string) => {
      const started = await start("letterChild", database, JSON.stringify(fake.settings), ahead);
      children.push(started.child);
      return started;
    };
    const until = async (condition: () => boolean | Promise<boolean>) => {
      while (!(await condition())) await new Promise((later) => setTimeout(later, 100));
    };
    const answers = () => fake.came.filter(({ to }) => to.startsWith("osoba"));
    const isLeft = async () => {
      const { rows } = await sql<{ left: boolean }>`select exists (select from outbox where state = 'due')
        or exists (select from entries where state = 'pending') as left`.execute(storage.db);
      return rows[0]?.left !== false;
    };
    try {
      fake.failShare(FAILING);
      for (const letter of manyLetters()) await fake.append(letter);
      const first = await run("0");
      await until(() => answers().length >= LEAST);
      await killed(first.child, first.ended);
      await run(AHEAD_SECONDS);
      await until(async () => (await fake.count("")) === 0 && !(await isLeft()));

      const idsOf = new Map<string, Set<string>>();
      for (const { to, mail } of answers()) idsOf.set(to, (idsOf.get(to) ?? new Set()).add(mail.messageId ?? ""));
      const everybody = Array.from({ length: MANY }, (_, n) => `osoba${n}@mieszkanka.example`);
      expect([...idsOf.keys()].sort()).toEqual(everybody.sort());
      // A letter the server had taken when we died comes again under the same id, and mail programs know it by that.
      expect([...idsOf].filter(([, ids]) => ids.size !== 1)).toEqual([]);
      for (const { to, mail } of answers())
        expect(mail.text).toContain(`answer to ${textOf(Number(/\d+/.exec(to)?.[0]))}`);
      const { rows } = await sql<{ text: string }>`select text from entries where author = 'resident'`.execute(
        storage.db,
      );
      expect(rows).toHaveLength(MANY);
    } finally {
      for (const child of children) child.kill("SIGKILL");
      await fake.close();
      await storage.close();
      await database.drop();
    }
  }, 300_000);
});
