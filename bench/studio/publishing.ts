import { sql } from "kysely";
import type { DraftView, EffectView } from "../../src/staff/wire";
import { resident } from "../../test/app/resident";
import { testRedisUrl } from "../../test/reachable";
import type { Person } from "../../test/rooms/staff/person";
import { freePort, start } from "../console/program";
import { spreadOf } from "../spread";
import { addEditor, editorAt, must, storeOf } from "./editor";

const ROUNDS = 5;
const READING_MS = 3_000;
const QUESTIONS = 2_000;
const ASKED = "karta krakowska";

/** Two processes on one PostgreSQL and one Redis: an editor publishes in the first, residents ask the second. */
export async function measurePublishing(databaseUrl: string): Promise<void> {
  const storage = await storeOf(databaseUrl);
  await addEditor(storage);
  process.env.REDIS_URL = testRedisUrl;
  const ports = [await freePort(), await freePort()];
  const programs = [];
  for (const port of ports) programs.push(await start(databaseUrl, port));
  try {
    const [first, second] = ports.map((port) => `http://127.0.0.1:${port}`);
    if (!first || !second) throw new Error("two programs were started");
    await askMany(storage.db, QUESTIONS);
    const editor = await editorAt(first);
    const effects: number[] = [];
    const published: number[] = [];
    const reverted: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const answer = `Opłata, próba ${round}.`;
      const { draft, effect } = await written(editor, answer);
      const view = await timed(effects, () => must(effect()));
      if (view.tried.real < QUESTIONS) throw new Error(`only ${view.tried.real} questions were tried`);
      // Nobody confirms what they have not read.
      await new Promise((read) => setTimeout(read, READING_MS));
      const release = await timed(published, async () => {
        const body = { act: "publish", seen: draft.version, why: "pomiar", confirmed: view.candidate };
        const done = await must(editor.posts(`drafts/${draft.id}/decisions`, body));
        await isSaid(second, answer, true);
        return done.release.number;
      });
      await timed(reverted, async () => {
        await must(editor.posts(`releases/${release}/revert`, { why: "pomiar" }));
        await isSaid(second, answer, false);
      });
    }
    tell(`what a draft changes for ${QUESTIONS} questions and the labelled texts`, effects);
    tell("publish until the second process answers with it", published);
    tell("take back until the second process answers as before", reverted);
  } finally {
    for (const program of programs) {
      program.kill("SIGTERM");
      await new Promise((done) => program.once("close", done));
    }
    await storage.close();
  }
}

/** A draft of the article with another answer, and another caution where one is given. */
export async function written(editor: Person, answer: string, caution?: string) {
  const draft: DraftView = await must(editor.posts("drafts", { article: "karta-krakowska" }));
  const sections = { ...draft.article?.sections, ...(caution !== undefined && { caution }) };
  const form = { ...draft.article, answer, sections };
  const saved: DraftView = await must(editor.posts(`drafts/${draft.id}/article`, { seen: draft.version, form }));
  if (saved.mistakes.length > 0) throw new Error(JSON.stringify(saved.mistakes));
  const effect = (): Promise<{ status: number; body: EffectView }> => editor.gets(`drafts/${draft.id}/effect`);
  return { draft: saved, effect };
}

/** Turns of residents with as many different questions. */
async function askMany(db: Awaited<ReturnType<typeof storeOf>>["db"], many: number): Promise<void> {
  await sql`insert into conversations (id, channel, resident_id, speaker, last_seq, memory, created_at, updated_at)
    values ('bench', 'web', 'bench', 'bot', 8, '{}', now(), now())`.execute(db);
  await sql`insert into turn_records (conversation_id, seq, at, language, decision, record)
    select 'bench', n, now() - n * interval '1 minute', 'pl', 'answer', jsonb_build_object(
      'understanding', jsonb_build_object('maskedText', (array['jak wymienić dowód', 'ile kosztuje parking', 'kiedy wywóz śmieci',
        'rejestracja auta', 'zameldowanie dziecka'])[1 + n % 5] || ' na ulicy numer ' || n, 'candidates', '[]'::jsonb),
      'decided', jsonb_build_object('because', 'it_is_clear', 'decision', jsonb_build_object('kind', 'answer')))
    from generate_series(1, ${many}::int) as n`.execute(db);
}

async function isSaid(address: string, answer: string, wanted: boolean): Promise<void> {
  const someone = await resident(address);
  while ((await someone.says(ASKED)).includes(answer) !== wanted) await new Promise((later) => setTimeout(later, 10));
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const done = await work();
  times.push(performance.now() - begun);
  return done;
}

function tell(what: string, times: number[]): void {
  const { p50 } = spreadOf(times);
  console.log(`${what}: p50 ${p50.toFixed(0)}  most ${Math.max(...times).toFixed(0)} ms (${times.length} times)`);
}
