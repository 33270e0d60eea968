import { sql } from "kysely";
import type { Posted } from "../../test/contracts/channels/fake";
import { openMessengerFake } from "../../test/contracts/channels/messenger/fake";
import { openOn } from "../../test/contracts/storage/given";
import { freshPostgreSql } from "../../test/databases";
import { freePort, start } from "../console/program";
import { spreadOf } from "../spread";

const PER_SECOND = 200;
const SECONDS = 20;
const WARM_UP_SECONDS = 3;
const PEOPLE = 500;

/** Messages over signed webhooks to the whole program on PostgreSQL, which answers them meanwhile. */
export async function measureWebhook(): Promise<void> {
  const [postgresql, fake, port] = [await freshPostgreSql(), await openMessengerFake(), await freePort()];
  Object.assign(process.env, fake.settings);
  const program = await start(postgresql.url, port);
  const url = `http://127.0.0.1:${port}`;
  try {
    const post = async (number: number): Promise<number> => {
      const begun = performance.now();
      const status = await fake.post(url, [messageOf(number)]);
      if (status !== 200) throw new Error(`the webhook answered ${status}`);
      return performance.now() - begun;
    };
    await openLoop(WARM_UP_SECONDS, (number) => post(-1 - number));
    const { p50, p95, p99 } = spreadOf(await openLoop(SECONDS, post));
    const ms = (value: number) => value.toFixed(1);
    console.log(
      `${PER_SECOND} webhooks a second for ${SECONDS} s, sender on the same machine: acknowledged p50 ${ms(p50)} p95 ${ms(p95)} p99 ${ms(p99)} ms`,
    );
    console.log(`  answered by then: ${await answered(postgresql)} of ${PER_SECOND * (SECONDS + WARM_UP_SECONDS)}\n`);
  } finally {
    program.kill("SIGKILL");
    await fake.close();
    await postgresql.drop();
  }
}

function messageOf(number: number): Posted {
  const person = String(10_000 + (Math.abs(number) % PEOPLE));
  return { kind: "text", person, id: `m_${number}`, at: new Date(), text: "jak wyrobić dowód" };
}

/** So many a second, whether those before are acknowledged or not. */
async function openLoop(seconds: number, post: (number: number) => Promise<number>): Promise<number[]> {
  const posting: Promise<number>[] = [];
  const begun = performance.now();
  for (let number = 0; number < PER_SECOND * seconds; number += 1) {
    const wait = begun + (number * 1000) / PER_SECOND - performance.now();
    if (wait > 1) await new Promise((later) => setTimeout(later, wait));
    posting.push(post(number));
  }
  return Promise.all(posting);
}

async function answered(database: Awaited<ReturnType<typeof freshPostgreSql>>): Promise<number> {
  const storage = await openOn(database);
  const { rows } = await sql<{ many: number }>`select count(*)::int as many from entries
    where author = 'resident' and state = 'done'`.execute(storage.db);
  await storage.close();
  return rows[0]?.many ?? 0;
}
