import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { formatNumber } from "../../src/serviceRequests/number";
import { openStorage } from "../../src/storage/storage";
import type { Tables } from "../../src/storage/tables";
import { spreadOf } from "../spread";

const TIMES = 40;
const DAY_MS = 24 * 60 * 60 * 1000;
const ARTICLES = 5_000;
const quiet = { info() {}, warn: console.error, error: console.error };

/** What was recorded of 5,000 articles in a quarter of a year, over so many turns. */
export async function measureArticles(databaseUrl: string, turns: number): Promise<void> {
  const storage = await openStorage({
    databaseUrl,
    dataFolder: "",
    poolSize: 6,
    log: quiet,
    formatNumber,
    onNews() {},
    onAlert() {},
  });
  try {
    await fill(storage.db, turns);
    const since = new Date(Date.now() - 90 * DAY_MS);
    const times: number[] = [];
    let articles = 0;
    for (let n = 0; n < TIMES; n++) {
      const begun = performance.now();
      articles = (await storage.staff.figures.articles(since)).size;
      times.push(performance.now() - begun);
    }
    const { p50, p95, p99 } = spreadOf(times);
    const shown = [p50, p95, p99].map((ms) => ms.toFixed(0)).join(" / ");
    console.log(`figures of ${articles} articles over ${turns} turns: p50 / p95 / p99 ${shown} ms\n`);
  } finally {
    await storage.close();
  }
}

/** Conversations of four turns; every fifth turn asks back, every tenth hands over. */
async function fill(db: Kysely<Tables>, turns: number): Promise<void> {
  const run = randomUUID().slice(0, 8);
  await sql`insert into conversations (id, channel, resident_id, speaker, last_seq, memory, created_at, updated_at)
    select ${run} || '-' || n, 'web', ${run} || '-' || n, 'bot', 8, '{}', now(), now()
    from generate_series(1, ${turns / 4}::int) as n`.execute(db);
  const decision = sql`case when n % 10 = 0 then 'hand_off' when n % 5 = 0 then 'offer' else 'answer' end`;
  const padding = "a".repeat(1_500);
  await sql`insert into turn_records (conversation_id, seq, at, language, decision, record)
    select ${run} || '-' || (1 + n / 4), 2 * (1 + n % 4), now() - random() * interval '90 days', 'pl', ${decision},
      jsonb_build_object(
        'understanding', jsonb_build_object('maskedText', md5(n::text) || ${padding}::text, 'candidates', jsonb_build_array(
          jsonb_build_object('intent', jsonb_build_object('kind', 'article', 'id', 'a-' || n * 7919 % ${ARTICLES}::int),
            'confidence', 0.9))),
        'bands', jsonb_build_object('offer', 0.1),
        'decided', jsonb_build_object('because', 'it_is_clear', 'decision',
          jsonb_build_object('kind', ${decision}, 'article', 'a-' || n * 7919 % ${ARTICLES}::int)))
    from generate_series(0, ${turns - 1}::int) as n`.execute(db);
  await sql`insert into proposed_labels (id, conversation_id, message_id, text, intent_kind, intent_id, instead,
      proposed_by, at)
    select ${run} || n, ${run} || '-' || n, ${run} || n, 'x', case when n % 3 > 0 then 'article' end,
      case when n % 3 > 0 then 'a-' || n % ${ARTICLES}::int end,
      jsonb_build_array(jsonb_build_object('kind', 'article', 'id', 'a-' || (n + 1) % ${ARTICLES}::int),
        jsonb_build_object('kind', 'article', 'id', 'a-' || n % ${ARTICLES}::int)),
      'resident', now() - random() * interval '90 days'
    from generate_series(1, ${turns / 10}::int) as n`.execute(db);
  await sql`vacuum analyze turn_records`.execute(db);
  await sql`vacuum analyze proposed_labels`.execute(db);
}
