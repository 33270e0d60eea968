import { sql } from "kysely";
import type { DayFigures as Day } from "../staff/doors";
import { begun } from "./dayVolumes";
import { type Db, during, type Hours, rowOf, rowsOf } from "./figureRows";

const WORDS_AT_MOST = 50;

export const closed = (db: Db, hours: Hours) =>
  rowsOf(
    db,
    sql<Day["closed"][number]>`select reason, count(*) as count from conversation_closings where ${during("at", hours)}
      group by reason order by count desc, reason`,
  );

export const callOutcomes = (db: Db, hours: Hours) =>
  rowsOf(
    db,
    sql<Day["callOutcomes"][number]>`
      select outcome, count(*) as count from ${begun(hours)} join calls on calls.conversation_id = begun.id
      group by outcome order by count desc, outcome`,
  );

export async function satisfaction(db: Db, hours: Hours): Promise<Day["satisfaction"]> {
  const row = await rowOf(
    db,
    sql<{ average: number | null; answers: number; asked: number; scores: Day["satisfaction"]["scores"] }>`
      select round(avg(score), 2) as average, count(score) as answers, count(*) as asked,
        array[count(*) filter (where score = 1), count(*) filter (where score = 2), count(*) filter (where score = 3),
          count(*) filter (where score = 4), count(*) filter (where score = 5)]::int[] as scores
      from ratings where ${during("asked_at", hours)}`,
  );
  const { average, ...counts } = row;
  return average === null ? counts : { ...counts, average };
}

export const words = async (db: Db, hours: Hours): Promise<Day["words"]> => {
  const rows = await rowsOf(
    db,
    sql<{ score: number; word: string; conversationId: string; at: Date }>`
      select score, word, conversation_id as "conversationId", coalesce(at, asked_at) as at from ratings
      where score is not null and word is not null and ${during("asked_at", hours)}
      order by at desc limit ${WORDS_AT_MOST}`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
};

export const serviceRequests = (db: Db, hours: Hours) =>
  rowOf(
    db,
    sql<Day["serviceRequests"]>`
      select count(*) filter (where kind = 'report') as reports, count(*) filter (where kind = 'idea') as ideas
      from service_requests where ${during("requested_at", hours)}`,
  );

/** `open`: at the end of these hours. */
export const contactTasks = (db: Db, hours: Hours) =>
  rowOf(
    db,
    sql<Day["contactTasks"]>`select
      (select count(*) from contact_tasks where ${during("created_at", hours)}) as left,
      (select count(*) from contact_task_results where result = 'reached' and ${during("at", hours)}) as reached,
      (select count(*) from contact_task_results where result = 'not_reached' and ${during("at", hours)}) as "notReached",
      (select count(*) from contact_tasks where created_at < ${hours.to}::timestamptz
        and (done_at is null or done_at >= ${hours.to}::timestamptz)) as open`,
  );
