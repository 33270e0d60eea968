import { type Kysely, sql } from "kysely";
import type { DraftDocument, NewRelease, Released } from "../../content/doors";
import { storable } from "../json";
import type { Tables } from "../tables";
import { batches } from "./batches";
import { findRelease, newestNumber, newestTexts } from "./releases";

/** Any number that nobody else uses; releases queue on it, so that their numbers have no holes. */
const LOCK = 4_651_200_518;

/** Writes the next release, or nothing at all. */
export function writeRelease(db: Kysely<Tables>, asked: NewRelease): Promise<Released> {
  const { documents, draft } = asked;
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
    if (draft && !(await holdDraft(trx, draft))) return { stale: true };
    const moved = await movedIn(trx, documents);
    if (moved.length > 0) return { moved };
    const number = (await newestNumber(trx)) + 1;
    await addRelease(trx, number, asked);
    await addRevisions(trx, number, documents);
    if (draft) await trx.deleteFrom("content_drafts").where("id", "=", draft.id).execute();
    const release = await findRelease(trx, number);
    if (!release) throw new Error(`release ${number} was written and is not there`);
    return { release };
  });
}

/** Keeps others from the draft until the transaction ends, if it is still as it was seen. */
async function holdDraft(trx: Kysely<Tables>, { id, version }: NonNullable<NewRelease["draft"]>): Promise<boolean> {
  const seen = trx.selectFrom("content_drafts").select("id").where("id", "=", id).where("version", "=", version);
  return (await seen.forUpdate().executeTakeFirst()) !== undefined;
}

async function movedIn(trx: Kysely<Tables>, documents: DraftDocument[]): Promise<string[]> {
  const paths = documents.map(({ path }) => path);
  const rows = await newestTexts(trx).where(sql<boolean>`path = any (${paths}::text[])`).execute();
  const now = new Map(rows.map(({ path, text }) => [path, text]));
  return documents.filter(({ path, base }) => (now.get(path) ?? null) !== base).map(({ path }) => path);
}

async function addRelease(trx: Kysely<Tables>, number: number, asked: NewRelease): Promise<void> {
  const { kind, title, why, at, by, approvedBy, reverts } = asked;
  const who = { account_id: by ?? null, approved_by: approvedBy ?? null };
  await trx
    .insertInto("content_releases")
    .values({ number, kind, title: storable(title), why: storable(why), at, ...who, reverts: reverts ?? null })
    .execute();
}

async function addRevisions(trx: Kysely<Tables>, number: number, documents: DraftDocument[]): Promise<void> {
  for (const batch of batches(documents)) {
    const paths = batch.map(({ path }) => path);
    const texts = batch.map(({ text }) => text && storable(text));
    await sql`insert into content_revisions (path, release, text)
      select path, ${number}::integer, text from unnest(${paths}::text[], ${texts}::text[]) as document (path, text)`.execute(
      trx,
    );
  }
}
