import { PGlite, protocol } from "@electric-sql/pglite";
import { columnParser, parameter } from "./columnTypes";
import type { Link, Links } from "./dialect";
import { forgetRow } from "./forgetRow";
import { preparedNames } from "./preparedNames";
import { takeTurns } from "./takeTurns";

const { serialize, messages } = protocol;

/** The embedded database in `folder`, with its single connection handed out to one at a time, in order. */
export async function embeddedLinks(folder: string): Promise<Links> {
  const database = await PGlite.create(folder);
  const connection = connectionOf(database);
  const turn = takeTurns("the embedded database");
  return {
    async take() {
      const release = await turn();
      return { ...connection, release };
    },
    async end() {
      await turn();
      await database.close();
    },
  };
}

/**
 * Speaks PostgreSQL's protocol with the database itself: a statement is then one call and is planned once, where
 * PGlite's own `query` needs six calls and plans every time. Measured, that is most of what a statement costs.
 */
function connectionOf(database: PGlite): Omit<Link, "release"> {
  const prepared = preparedNames();
  const parsed = new Set<string>();
  let before: Promise<unknown> = Promise.resolve();
  // The database answers one parcel at a time; what is sent together is taken in order.
  const send = (parts: Uint8Array[]): Promise<Answers> => {
    const answers = before.then(async () => (await database.execProtocol(Buffer.concat(parts))).messages);
    before = answers.catch((error: unknown) => {
      if (error instanceof Error) forgetRow(error);
    });
    return answers;
  };
  return {
    async query<Row>(text: string, values: readonly unknown[]) {
      const name = prepared(text) ?? "";
      // Apart, because a statement stays prepared also when its first execution fails.
      if (name !== "" && !parsed.has(name)) {
        await send([serialize.parse({ name, text }), serialize.sync()]);
        parsed.add(name);
      }
      const answers = await send([
        ...(name === "" ? [serialize.parse({ text })] : []),
        serialize.bind({ statement: name, values: values.map(parameter) }),
        serialize.describe({ type: "P" }),
        serialize.execute({}),
        serialize.sync(),
      ]);
      return { rows: rowsOf<Row>(answers), changed: Number(/\d+$/.exec(commandOf(answers))?.[0] ?? 0) };
    },
    command: async (text) => commandOf(await send([serialize.query(text)])),
    together: (start) => start(),
  };
}

type Answers = Awaited<ReturnType<PGlite["execProtocol"]>>["messages"];

function rowsOf<Row>(answers: Answers): Row[] {
  let columns: { name: string; parse: (text: string) => unknown }[] = [];
  const rows: Row[] = [];
  for (const answer of answers) {
    if (answer instanceof messages.RowDescriptionMessage)
      columns = answer.fields.map(({ name, dataTypeID }) => ({ name, parse: columnParser(dataTypeID) }));
    if (answer instanceof messages.DataRowMessage) {
      const texts = answer.fields;
      const cells = columns.map(({ name, parse }, n): unknown[] => {
        const text = texts[n];
        return [name, typeof text === "string" ? parse(text) : null];
      });
      rows.push(Object.fromEntries(cells));
    }
  }
  return rows;
}

/** What was done, as PostgreSQL puts it: `COMMIT`, `UPDATE 3`. */
function commandOf(answers: Answers): string {
  const done = answers.find((answer) => answer instanceof messages.CommandCompleteMessage);
  return done instanceof messages.CommandCompleteMessage ? done.text : "";
}
