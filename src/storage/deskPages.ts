import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Listed, Narrowed, StaffDesk } from "../staff/doors";
import { listed, listOf } from "./deskLists";
import type { Tables } from "./tables";
import { wordsQuery } from "./wordsQuery";

type Page = Awaited<ReturnType<StaffDesk["page"]>>;
type Wanted = Parameters<StaffDesk["page"]>[1];
type Place = { id: string; at: Date; position: number | null };

/** A page of a list of the inbox: first which conversations are on it, then all that lists show of these few. */
export async function deskPage(db: Kysely<Tables>, presentSince: Date, wanted: Wanted): Promise<Page> {
  const found = await places(db, wanted);
  const page = found.slice(0, wanted.most);
  if (page.length === 0) return { items: [] };
  const ids = page.map(({ id }) => id);
  const rows = await listOf(db, presentSince).where("conversation.id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, listed(row)]));
  const items = page.flatMap(({ id, position }): Page["items"] => {
    const item: Listed | undefined = byId.get(id);
    return item ? [{ ...item, ...(position !== null && { position }) }] : [];
  });
  const last = page.at(-1);
  return { items, ...(found.length > page.length && last && { next: { at: last.at, id: last.id } }) };
}

/** The places of one page and of the first conversation after it. */
async function places(db: Kysely<Tables>, wanted: Wanted): Promise<Place[]> {
  const whole = sql`conversation_search`;
  // A word that many use is soon found among the newest; one that few use is quicker found by the index of words.
  if (!wanted.words || !LONG.has(wanted.view)) return placesFrom(db, wanted, whole);
  const newest = sql`(select * from conversation_search search where ${ownCondition(wanted)}
    order by at desc, conversation_id desc limit ${NEWEST})`;
  const soon = await placesFrom(db, wanted, newest);
  if (soon.length > wanted.most) return soon;
  // The inner select hides the words from the planner, which would take the long way along the time for common ones.
  const saying = sql`(select * from conversation_search search
    where words @@ (select ${wordsQuery(wanted.words)}::tsquery) and ${ownCondition(wanted)} offset 0)`;
  const { words: _, ...rest } = wanted;
  return placesFrom(db, rest, saying);
}

/** Lists of a year, the others are of a day. */
const LONG = new Set<Narrowed["view"]>(["closed", "all"]);
const NEWEST = 1_000;

async function placesFrom(db: Kysely<Tables>, wanted: Wanted, source: RawBuilder<unknown>): Promise<Place[]> {
  const isQueue = wanted.view === "waiting";
  const at = placeIn(wanted);
  const direction = isQueue ? sql`` : sql`desc`;
  const { rows } = await sql<Place>`
    select search.conversation_id as id, ${at} as at, ${isQueue ? positionInQueue : sql`null::integer`} as position
    from ${source} search ${joins(wanted)}
    where ${condition(wanted)}
    order by ${at} ${direction}, search.conversation_id ${direction}
    limit ${wanted.most + 1}`.execute(db);
  return rows;
}

const placeIn = ({ view }: Narrowed) => (view === "waiting" ? sql`conversation.waiting_since` : sql`search.at`);

/** Of the whole queue, however the list is narrowed. */
const positionInQueue = sql`(select count(*)::integer from conversations ahead where ahead.waiting_since is not null
  and (ahead.waiting_since, ahead.id) <= (conversation.waiting_since, conversation.id))`;

/** Only what the condition asks for: the fewer tables, the shorter the way to the page. */
function joins({ view, area, team, tag }: Narrowed) {
  const conversations =
    view === "all" ? sql`` : sql`join conversations conversation on conversation.id = search.conversation_id`;
  const narrowsByDesk = area !== undefined || team !== undefined || tag !== undefined;
  if (narrowsByDesk)
    return sql`${conversations} join desk_conversations desk on desk.conversation_id = search.conversation_id`;
  const needsDesk = view === "mine" || view === "others" || view === "snoozed";
  if (!needsDesk) return conversations;
  return sql`${conversations} left join desk_conversations desk on desk.conversation_id = search.conversation_id`;
}

function condition(wanted: Wanted) {
  const { words, area, team, tag } = wanted;
  const all = [inView(wanted), ownCondition(wanted)];
  if (words) all.push(sql<boolean>`search.words @@ ${wordsQuery(words)}::tsquery`);
  if (area !== undefined) all.push(sql<boolean>`desk.area = ${area}`);
  if (team !== undefined) all.push(sql<boolean>`desk.team_id = ${team}`);
  if (tag !== undefined) all.push(sql<boolean>`desk.tags @> array[${tag}]::text[]`);
  return sql.join(all, sql` and `);
}

/** What the row of the lists tells by itself. */
function ownCondition(wanted: Wanted) {
  const { view, channel, language, before } = wanted;
  const all = [sql<boolean>`true`];
  if (channel !== undefined) all.push(sql<boolean>`search.channel = ${channel}`);
  if (language !== undefined) all.push(sql<boolean>`search.language = ${language}`);
  if (before) {
    const side = view === "waiting" ? sql`>` : sql`<`;
    all.push(
      sql<boolean>`(${placeIn(wanted)}, search.conversation_id) ${side} (${before.at}::timestamptz, ${before.id})`,
    );
  }
  return sql.join(all, sql` and `);
}

function inView({ view, accountId }: Narrowed) {
  const awake = sql`desk.snoozed_until is null`;
  if (view === "waiting") return sql<boolean>`conversation.waiting_since is not null`;
  if (view === "closed") return sql<boolean>`conversation.speaker = 'closed'`;
  if (view === "mine") return sql<boolean>`conversation.consultant_id = ${accountId} and ${awake}`;
  if (view === "others")
    return sql<boolean>`conversation.consultant_id is not null and conversation.consultant_id <> ${accountId} and ${awake}`;
  if (view === "snoozed")
    return sql<boolean>`conversation.consultant_id is not null and desk.snoozed_until is not null`;
  return sql<boolean>`true`;
}

/** What lists can be narrowed by. */
export async function deskFilters(db: Kysely<Tables>): Promise<{ channels: string[]; tags: string[] }> {
  // Jumps from one channel to the next along an index; there are few channels and many conversations.
  const channels = await sql<{ channel: string }>`
    with recursive known as (
      (select channel from conversations order by channel limit 1)
      union all
      select (select channel from conversations where channel > known.channel order by channel limit 1)
      from known where known.channel is not null
    ) select channel from known where channel is not null`.execute(db);
  const tags = await sql<{ tag: string }>`
    select distinct tag from desk_conversations, unnest(tags) as tag where tags <> '{}' order by tag limit 500`.execute(
    db,
  );
  return { channels: channels.rows.map(({ channel }) => channel), tags: tags.rows.map(({ tag }) => tag) };
}
