import { type Kysely, type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Draft } from "../../content/doors";
import type { Tables } from "../tables";
import { editorOf } from "./editors";

const DraftDocuments = z.array(
  z.object({ path: z.string(), text: z.string().nullable(), base: z.string().nullable() }),
);

/** Drafts with everything about them, each read as of one moment. */
export const wholeDrafts = (db: Kysely<Tables>) => allDrafts(db, sql`'text', text, 'base', base`);

/** The same with the paths of their documents only. */
export const draftsWithoutTexts = (db: Kysely<Tables>) => allDrafts(db, sql`'text', null, 'base', null`);

function allDrafts(db: Kysely<Tables>, texts: RawBuilder<unknown>) {
  const documents = sql<unknown>`(select coalesce(json_agg(json_build_object('path', path, ${texts}) order by path), '[]')
    from content_draft_documents where draft_id = draft.id)`;
  return db
    .selectFrom("content_drafts as draft")
    .leftJoin("staff_accounts as starter", "starter.id", "draft.started_by")
    .leftJoin("staff_accounts as writer", "writer.id", "draft.written_by")
    .leftJoin("staff_accounts as owner", "owner.id", "draft.owner_id")
    .leftJoin("staff_accounts as reviewer", "reviewer.id", "draft.reviewed_by")
    .selectAll("draft")
    .select(["starter.display_name as starter_name", "writer.display_name as writer_name"])
    .select(["owner.display_name as owner_name", "reviewer.display_name as reviewer_name"])
    .select(documents.as("documents"));
}

type Row = Awaited<ReturnType<ReturnType<typeof allDrafts>["executeTakeFirstOrThrow"]>>;

/** A draft as its row tells it. */
export function draftOf(row: Row): Draft {
  const { id, subject, title, why, origin, state, version, writers } = row;
  const startedBy = editorOf(row.started_by, row.starter_name);
  const writtenBy = editorOf(row.written_by, row.writer_name);
  const owner = editorOf(row.owner_id, row.owner_name);
  const review = reviewOf(row);
  return {
    ...{ id, subject, title, why, origin, state, version, writers },
    documents: DraftDocuments.parse(row.documents),
    startedAt: row.started_at,
    writtenAt: row.written_at,
    ...(startedBy && { startedBy }),
    ...(writtenBy && { writtenBy }),
    ...(owner && { owner }),
    ...(review && { review }),
    ...(row.publish_at && { publishAt: row.publish_at }),
    ...(row.problem !== null && { problem: row.problem }),
  };
}

function reviewOf({ verdict, review_note: note, reviewed_by, reviewer_name, reviewed_at: at }: Row): Draft["review"] {
  const by = editorOf(reviewed_by, reviewer_name);
  return verdict && by && at && note !== null ? { verdict, note, by, at } : undefined;
}
