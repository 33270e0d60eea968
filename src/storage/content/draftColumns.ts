import { sql, type UpdateObject } from "kysely";
import type { DraftChange } from "../../content/doors";
import { storable } from "../json";
import type { Tables } from "../tables";

type Columns = UpdateObject<Tables, "content_drafts">;

/** The columns a change of a draft is about; its version counts on. */
export function columnsOf(change: DraftChange, by: string | undefined, at: Date): Columns {
  const { title, why, documents, state, owner, review, publishAt, problem } = change;
  return {
    version: sql<number>`version + 1`,
    ...(title !== undefined && { title: storable(title) }),
    ...(why !== undefined && { why: storable(why) }),
    ...(state !== undefined && { state }),
    ...(owner !== undefined && { owner_id: owner }),
    ...(publishAt !== undefined && { publish_at: publishAt }),
    ...(problem !== undefined && { problem: problem && storable(problem) }),
    ...(review !== undefined && reviewed(review, at)),
    ...(documents !== undefined && written(by, at)),
  };
}

function reviewed(review: DraftChange["review"], at: Date): Columns {
  if (!review) return { verdict: null, review_note: null, reviewed_by: null, reviewed_at: null };
  const { verdict, note, by } = review;
  return { verdict, review_note: storable(note), reviewed_by: by, reviewed_at: at };
}

function written(by: string | undefined, at: Date): Columns {
  const writes = { written_by: by ?? null, written_at: at };
  if (by === undefined) return writes;
  const writers = sql<string[]>`case when ${by}::text = any (writers) then writers else writers || ${by}::text end`;
  return { ...writes, writers };
}
