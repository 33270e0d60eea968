import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { sql } from "kysely";
import { channelOf } from "../contracts/channels/channelServer";
import type { Fake, Posted } from "../contracts/channels/fake";
import { fakes } from "../contracts/channels/fakes";
import { openOn } from "../contracts/storage/given";
import { type FreshDatabase, freshPostgreSql } from "../databases";
import { describeIfPostgreSql } from "../reachable";
import { killed, start } from "./children";
import { MANY, manyMessages, nameOf, PEOPLE, textsBy } from "./manyMessages";

const KILLED_IN = 9;
/** So many answers more, and it dies. */
const LEAST = 5;
const FAILING = 0.2;
/** Longer than a process may have an event in its hands, shorter than a delivery. */
const AHEAD_SECONDS = "31";

describeIfPostgreSql("killed with kill -9 while a platform is busy, on PostgreSQL", () => {
  test.each(fakes)(
    `$name: ${MANY} messages, each answered, in order, once`,
    async ({ open }) => {
      const [database, fake] = [await freshPostgreSql(), await open()];
      const storage = await openOn(database);
      const children: ChildProcess[] = [];
      const port = await freePort();
      const run = async (ahead: string) => {
        const { child, ended } = await startChild(fake, database, port, ahead);
        children.push(child);
        return { child, ended };
      };
      const left = async (table: "channel_events" | "outbox" | "entries") => {
        const state = table === "entries" ? "pending" : "due";
        const { rows } = await sql`select from ${sql.table(table)} where state = ${state} limit 1`.execute(storage.db);
        return rows.length > 0;
      };
      try {
        fake.failShare(FAILING);
        const first = await run("0");
        const batches = manyMessages(KILLED_IN);
        const tell = (batch: Posted[] = []) => untilTaken(fake, `http://127.0.0.1:${port}`, batch);
        for (const batch of batches.slice(0, KILLED_IN)) await tell(batch);
        const telling = tell(batches[KILLED_IN]);
        const before = fake.arrived().length;
        await until(() => fake.arrived().length > before + LEAST);
        await killed(first.child, first.ended);
        const unwritten = await arrivedUnwritten(fake, storage);

        const second = await run(AHEAD_SECONDS);
        await telling;
        for (const batch of batches.slice(KILLED_IN + 1)) await tell(batch);
        await until(async () => !(await left("channel_events")) && !(await left("entries")));
        second.child.kill("SIGUSR2");
        await until(async () => !(await left("outbox")));

        for (let person = 0; person < PEOPLE; person += 1) {
          expect(await heard(storage, person)).toEqual(textsBy(person));
          const answers = fake
            .arrived()
            .filter((arrived) => arrived.person === nameOf(person) && arrived.text.startsWith("answer to "))
            .map(({ text }) => text.slice("answer to ".length));
          // What is sent twice is sent twice in a row.
          expect(answers.filter((text, at) => text !== answers[at - 1])).toEqual(textsBy(person));
        }
        const texts = fake.arrived().map(({ person, text }) => `${person}: ${text}`);
        const twice = texts.filter((text, at) => texts.indexOf(text) < at);
        // What the platform had taken and the killed process had not written down, and nothing else; not even that
        // where the platform shows us what it took.
        const mayRepeat = channelOf(fake).capabilities().sentOnce ? [] : unwritten;
        expect(twice.filter((text) => !mayRepeat.includes(text))).toEqual([]);
        expect(await sendsThatFailed(storage)).toBeGreaterThan(MANY / 20);
      } finally {
        for (const child of children) child.kill("SIGKILL");
        await fake.close();
        await storage.close();
        await database.drop();
      }
    },
    300_000,
  );
});

/** Patient: on a busy machine a thousand messages take a while, and the test's own limit is the end of it. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((later) => setTimeout(later, 50));
}

type Opened = Awaited<ReturnType<typeof openOn>>;

function startChild(fake: Fake & { azure?: { cloud: object } }, database: FreshDatabase, port: number, ahead: string) {
  const given = JSON.stringify({ settings: fake.settings, cloud: fake.azure?.cloud });
  return start("channelChild", database, fake.channel, given, String(port), ahead);
}

/** As platforms do: again and again until we say that we have it. */
async function untilTaken(fake: Fake, url: string, batch: Posted[]): Promise<void> {
  while ((await fake.post(url, batch).catch(() => 0)) !== 200) await new Promise((later) => setTimeout(later, 20));
}

async function arrivedUnwritten(fake: Fake, { db }: Opened): Promise<string[]> {
  const { rows } = await sql<{ text: string; heard: string }>`select entries.text, entries.conversation_id as heard
    from outbox_parts join outbox on outbox.id = outbox_parts.outbox_id
    join entries on entries.conversation_id = outbox.conversation_id and entries.seq = outbox.seq`.execute(db);
  const written = new Set(rows.map(({ text }) => text));
  return fake
    .arrived()
    .filter(({ text }) => !written.has(text) || !text.startsWith("answer to "))
    .map(({ person, text }) => `${person}: ${text}`);
}

async function heard({ db }: Opened, person: number): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`select text from entries where author = 'resident'
    and text like ${`% osoby ${person}`} order by seq`.execute(db);
  return rows.map(({ text }) => text);
}

async function sendsThatFailed({ db }: Opened): Promise<number> {
  const { rows } = await sql<{
    again: number;
  }>`select coalesce(sum(attempts - 1), 0)::int as again from outbox`.execute(db);
  return rows[0]?.again ?? 0;
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}
