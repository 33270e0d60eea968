import { type RawBuilder, sql } from "kysely";
import type { ArticleFigures } from "../staff/doors";
import { type Db, rowsOf } from "./figureRows";

type Counted = { article: string; count: number };

/** The likeliest meaning of a message, sure enough to be offered. */
const asked = (since: Date) => sql<Counted>`
  select asked_article as article, count(*) as count from turn_records
  where at >= ${since}::timestamptz and asked_article is not null group by asked_article`;

/** Told by the bot; a further part that somebody pressed is the same answer. */
const answered = (since: Date) => sql<Counted>`
  select told_article as article, count(*) as count from turn_records
  where at >= ${since}::timestamptz and told_article is not null and told_part is null group by told_article`;

const chosen = (since: Date) => sql<Counted>`
  select intent_id as article, count(*) as count from proposed_labels
  where at >= ${since}::timestamptz and proposed_by = 'resident' and intent_kind = 'article' group by intent_id`;

/** Residents pressed "none of these", or a consultant said that something else was meant. */
const refused = (since: Date) => sql<Counted>`
  select shown ->> 'id' as article, count(*) as count
  from proposed_labels cross join lateral jsonb_array_elements(instead) as shown
  where at >= ${since}::timestamptz and shown ->> 'kind' = 'article'
    and (proposed_by = 'consultant' or intent_kind is null)
    and (intent_kind is distinct from 'article' or intent_id is distinct from shown ->> 'id')
  group by 1`;

/** The very next turn after one in which it was told. */
const handedOver = (since: Date) => sql<Counted>`
  select before.told_article as article, count(*) as count
  from turn_records as handed cross join lateral (
    select told_article from turn_records as earlier
    where earlier.conversation_id = handed.conversation_id and earlier.seq < handed.seq
    order by earlier.seq desc limit 1
  ) as before
  where handed.at >= ${since}::timestamptz and handed.decision = 'hand_off' and before.told_article is not null
  group by before.told_article`;

const statements: Record<keyof ArticleFigures, (since: Date) => RawBuilder<Counted>> = {
  asked,
  answered,
  chosen,
  refused,
  handedOver,
};
const names = ["asked", "answered", "chosen", "refused", "handedOver"] as const;

/** What was recorded of each article since; those of which nothing was are not there. */
export async function articleFigures(db: Db, since: Date): Promise<Map<string, ArticleFigures>> {
  const counted = await Promise.all(names.map((name) => rowsOf(db, statements[name](since))));
  const figures = new Map<string, ArticleFigures>();
  for (const [index, rows] of counted.entries()) {
    for (const { article, count } of rows) {
      const known = figures.get(article) ?? { asked: 0, answered: 0, chosen: 0, refused: 0, handedOver: 0 };
      const name = names[index];
      if (name) figures.set(article, { ...known, [name]: count });
    }
  }
  return figures;
}
