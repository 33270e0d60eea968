import { sql } from "kysely";
import type { DayFigures, StaffFigures } from "../staff/doors";
import { articleFigures } from "./articleFigures";
import { callOutcomes, closed, contactTasks, satisfaction, serviceRequests, words } from "./dayOutcomes";
import { byArea, byChannel, byHour, handled, volumes } from "./dayVolumes";
import { type Db, during, type Hours, rowsOf } from "./figureRows";
import { firstReplies, waits } from "./waitFigures";

/** What managers ask for; every figure is one statement, and none holds personal data. */
export function staffFigures(db: Db): StaffFigures {
  return {
    day: (from, to) => dayOf(db, { from, to }),
    waits: (since) => waits(db, sql`left_at >= ${since}::timestamptz`),
    closedSince: async (since) => new Map((await closers(db, since)).map(({ account, count }) => [account, count])),
    articles: (since) => articleFigures(db, since),
    seenSince: async (since) => new Map((await seen(db, since)).map(({ account, available }) => [account, available])),
  };
}

async function dayOf(db: Db, hours: Hours): Promise<DayFigures> {
  return {
    ...(await volumes(db, hours)),
    ...(await handled(db, hours)),
    byHour: await byHour(db, hours),
    byChannel: await byChannel(db, hours),
    byArea: await byArea(db, hours),
    wait: await waits(db, during("left_at", hours)),
    firstReply: await firstReplies(db, hours),
    closed: await closed(db, hours),
    callOutcomes: await callOutcomes(db, hours),
    satisfaction: await satisfaction(db, hours),
    words: await words(db, hours),
    serviceRequests: await serviceRequests(db, hours),
    contactTasks: await contactTasks(db, hours),
  };
}

const closers = (db: Db, since: Date) =>
  rowsOf(
    db,
    sql<{ account: string; count: number }>`select account_id as account, count(*) as count
      from conversation_closings where at >= ${since}::timestamptz group by account_id`,
  );

const seen = (db: Db, since: Date) =>
  rowsOf(
    db,
    sql<{ account: string; available: boolean }>`
      select account_id as account, available from staff_presence where last_beat_at > ${since}::timestamptz`,
  );
