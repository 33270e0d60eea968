import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { ContentStore, Draft, DraftChanged, DraftDocument, NewDraft } from "../../content/doors";
import { storable } from "../json";
import type { Tables } from "../tables";
import { batches } from "./batches";
import { columnsOf } from "./draftColumns";
import { draftOf, draftsWithoutTexts, wholeDrafts } from "./draftRow";

type Drafts = Pick<
  ContentStore,
  "drafts" | "draft" | "draftAbout" | "addDraft" | "changeDraft" | "removeDraft" | "dueDrafts"
>;

/** What editors are about to change. Whoever saw an older version than there is changes nothing. */
export function draftsIn(db: Kysely<Tables>): Drafts {
  return {
    async drafts() {
      const query = draftsWithoutTexts(db).orderBy("draft.written_at", "desc").orderBy("draft.id");
      return (await query.execute()).map(draftOf);
    },

    draft: (id) => findDraft(db, id),

    draftAbout: (subject) => findAbout(db, subject),

    async addDraft(draft) {
      // One that is in the way may be gone by the time it is looked for.
      for (;;) {
        const added = await add(db, draft);
        if (added) return { draft: added };
        const exists = await findAbout(db, draft.subject);
        if (exists) return { exists };
      }
    },

    changeDraft: (id, seen, change, by, at) =>
      withDraft(db, { id, seen }, async (trx) => {
        await trx
          .updateTable("content_drafts")
          .set(columnsOf(change, by, at))
          .where("id", "=", id)
          .execute();
        if (change.documents) await replaceDocuments(trx, id, change.documents);
        return existing(await findDraft(trx, id));
      }),

    removeDraft: (id, seen) =>
      withDraft(db, { id, seen }, async (trx) => {
        const draft = existing(await findDraft(trx, id));
        await trx.deleteFrom("content_drafts").where("id", "=", id).execute();
        return draft;
      }),

    async dueDrafts(now) {
      const query = wholeDrafts(db).where("draft.state", "=", "scheduled").where("draft.publish_at", "<=", now);
      return (await query.orderBy("draft.publish_at").orderBy("draft.id").execute()).map(draftOf);
    },
  };
}

async function findDraft(db: Kysely<Tables>, id: string): Promise<Draft | undefined> {
  const row = await wholeDrafts(db).where("draft.id", "=", id).executeTakeFirst();
  return row && draftOf(row);
}

async function findAbout(db: Kysely<Tables>, subject: string): Promise<Draft | undefined> {
  const row = await wholeDrafts(db).where("draft.subject", "=", subject).executeTakeFirst();
  return row && draftOf(row);
}

/** Does something with a draft that is still as it was seen; nobody else can meanwhile. */
function withDraft(
  db: Kysely<Tables>,
  { id, seen }: { id: string; seen: number },
  act: (trx: Kysely<Tables>) => Promise<Draft>,
): Promise<DraftChanged> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom("content_drafts")
      .select("version")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return { gone: true };
    return row.version === seen ? { draft: await act(trx) } : { stale: existing(await findDraft(trx, id)) };
  });
}

function add(
  db: Kysely<Tables>,
  { subject, title, why, origin, documents, by, at }: NewDraft,
): Promise<Draft | undefined> {
  const id = randomUUID();
  const what = { id, subject, title: storable(title), why: storable(why), origin };
  const who = { started_by: by ?? null, written_by: by ?? null, writers: by === undefined ? [] : [by] };
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto("content_drafts")
      .values({ ...what, ...who, started_at: at, written_at: at })
      .onConflict((conflict) => conflict.column("subject").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) return undefined;
    await addDocuments(trx, id, documents);
    return findDraft(trx, id);
  });
}

async function replaceDocuments(trx: Kysely<Tables>, id: string, documents: DraftDocument[]): Promise<void> {
  await trx.deleteFrom("content_draft_documents").where("draft_id", "=", id).execute();
  await addDocuments(trx, id, documents);
}

async function addDocuments(trx: Kysely<Tables>, id: string, documents: DraftDocument[]): Promise<void> {
  for (const batch of batches(documents)) {
    const paths = batch.map(({ path }) => path);
    const texts = batch.map(({ text }) => text && storable(text));
    const bases = batch.map(({ base }) => base && storable(base));
    await sql`insert into content_draft_documents (draft_id, path, text, base)
      select ${id}::text, document.* from unnest(${paths}::text[], ${texts}::text[], ${bases}::text[]) as document`.execute(
      trx,
    );
  }
}

/** A row that is held cannot be gone. */
function existing(draft: Draft | undefined): Draft {
  if (!draft) throw new Error("a draft that was held is gone");
  return draft;
}
