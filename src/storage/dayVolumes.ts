import { sql } from "kysely";
import type { DayFigures as Day } from "../staff/doors";
import { type Db, during, type Hours, rowOf, rowsOf } from "./figureRows";

const hourOf = (column: string) => sql`extract(hour from ${sql.ref(column)} at time zone 'Europe/Warsaw')::int`;

/** Conversations that began; one in which nobody said anything is none. */
export const begun = (hours: Hours) => sql`(
    select conversation.id, channel, created_at, area
    from conversations as conversation left join desk_conversations on conversation_id = conversation.id
    where ${during("created_at", hours)} and (channel = 'phone' or exists (
      select from entries where entries.conversation_id = conversation.id and author = 'resident'))
  ) as begun`;

/** Comings to the queue; who came back after a consultant's silence came once. */
const queued = (hours: Hours) => sql`(
    select conversation_id, entered_at from queue_waits where left_at >= ${hours.from}::timestamptz and ${during("entered_at", hours)}
    union select id, waiting_since from conversations where ${during("waiting_since", hours)}
  ) as queued`;

export const volumes = (db: Db, hours: Hours) =>
  rowOf(
    db,
    sql<Pick<Day, "conversations" | "calls">>`
      select count(*) as conversations, count(*) filter (where channel = 'phone') as calls from ${begun(hours)}`,
  );

export const handled = (db: Db, hours: Hours) =>
  rowOf(
    db,
    sql<Pick<Day, "queued" | "taken" | "leftWaiting" | "returned">>`select
      (select count(distinct conversation_id) from ${queued(hours)}) as queued,
      (select count(*) from (
        select conversation_id from queue_waits where how = 'taken' and ${during("left_at", hours)}
        union select conversation_id from desk_conversations where ${during("taken_at", hours)}
      ) as taken) as taken,
      (select count(distinct conversation_id) from queue_waits where how <> 'taken' and ${during("left_at", hours)})
        as "leftWaiting",
      (select count(distinct conversation_id) from entries where occasion = 'returned_to_bot' and ${during("at", hours)})
        as returned`,
  );

export const byHour = (db: Db, hours: Hours) =>
  rowsOf(
    db,
    sql<Day["byHour"][number]>`
      with conversations_of as (
        select ${hourOf("created_at")} as hour, count(*) as all_of, count(*) filter (where channel = 'phone') as calls
        from ${begun(hours)} group by 1
      ), queued_of as (
        select ${hourOf("entered_at")} as hour, count(distinct conversation_id) as queued from ${queued(hours)} group by 1
      )
      select hour, coalesce(all_of, 0) as conversations, coalesce(queued, 0) as queued, coalesce(calls, 0) as calls
      from generate_series(0, 23) as hour left join conversations_of using (hour) left join queued_of using (hour)
      order by hour`,
  );

export const byChannel = (db: Db, hours: Hours) =>
  rowsOf(
    db,
    sql<Day["byChannel"][number]>`
      select channel, count(*) as count from ${begun(hours)} group by channel order by count desc, channel`,
  );

export const byArea = (db: Db, hours: Hours) =>
  rowsOf(
    db,
    sql<Day["byArea"][number]>`select area, '' as name, count(*) as count from ${begun(hours)}
      where area is not null group by area order by count desc, area`,
  );
