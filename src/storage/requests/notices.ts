import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Notice, Notices } from "../../serviceRequests/doors";
import { appendEntries } from "../appendEntries";
import { storable } from "../json";
import { staffMails } from "../staffMails";
import type { Store } from "../store";
import type { Tables } from "../tables";

const LONGEST_REASON = 500;
const MOST_ASKED_AT_ONCE = 500;

type Off = Promise<{ service_request_id: string } | undefined>;

/** News for those who follow service requests; rows are made where these are acted on. */
export function requestNotices({ db, onNews }: Store): Notices {
  return {
    take: (now, most, leaseSeconds) => take(db, now, { most, leaseSeconds }),

    async say(id, { conversationId, text, choices }, at) {
      const entry = { id: randomUUID(), author: "bot" as const, text, ...(choices && { choices }) };
      const seq = await db.transaction().execute(async (trx) => {
        if (!(await takeOff(trx, id, at))) return undefined;
        const said = await appendEntries(trx, { conversationId, entries: [entry], at, where: notBlocked(at) });
        if (said === undefined) await giveUp(trx, id, "no conversation or blocked");
        return said;
      });
      if (seq !== undefined) onNews(conversationId, seq);
    },

    async mail(id, mail, at) {
      await db.transaction().execute(async (trx) => {
        if (await takeOff(trx, id, at)) await staffMails(trx).add({ sameAs: `notice:${id}`, ...mail }, at);
      });
    },

    async failed(id, reason, retryAt) {
      if (!retryAt) return giveUp(db, id, reason);
      await db
        .updateTable("service_request_notices")
        .set({ due_at: retryAt, ...told(reason) })
        .where("id", "=", id)
        .where("state", "=", "due")
        .execute();
    },

    askFixed: (now) => askFixed(db, now),
  };
}

const told = (reason: string) => ({ reason: storable(reason).slice(0, LONGEST_REASON) });

/** Marks it done; undefined when somebody else has, so that nothing is said twice. */
function takeOff(trx: Kysely<Tables>, id: string, at: Date): Off {
  return trx
    .updateTable("service_request_notices")
    .set({ state: "done", done_at: at, reason: null })
    .where("id", "=", id)
    .where("state", "=", "due")
    .returning("service_request_id")
    .executeTakeFirst();
}

async function giveUp(trx: Kysely<Tables>, id: string, reason: string): Promise<void> {
  await trx
    .updateTable("service_request_notices")
    .set({ state: "given_up", done_at: null, ...told(reason) })
    .where("id", "=", id)
    .execute();
}

/** Whose messages are not answered is not written to either. */
function notBlocked(at: Date) {
  return sql`and not exists (select from blocks
    where blocks.channel = conversations.channel and blocks.resident_id = conversations.resident_id
      and blocks.lifted_at is null and blocks.until > ${at}::timestamptz)`;
}

type Wish = { most: number; leaseSeconds: number };
type Row = {
  id: string;
  service_request_id: string;
  event: number;
  kind: Notice["kind"];
  attempts: number;
  key: string;
  follower_kind: Notice["follower"]["kind"];
  conversation_id: string | null;
  email: string | null;
  language: Notice["follower"]["language"];
};

/** Oldest first; of one matter a follower gets one at a time, so that the order stays. What those who follow no more would have been told is given up. */
async function take(db: Kysely<Tables>, now: Date, { most, leaseSeconds }: Wish): Promise<Notice[]> {
  const leasedUntil = new Date(now.getTime() + leaseSeconds * 1000);
  const { rows } = await sql<Row>`with first as (
      select notice.id from service_request_notices notice
      where notice.state = 'due' and notice.due_at <= ${now}::timestamptz
        and exists (select from service_request_followers where key = notice.follower and ended_at is null)
        and not exists (select from service_request_notices earlier
          where earlier.service_request_id = notice.service_request_id and earlier.follower = notice.follower
            and earlier.state = 'due' and earlier.event < notice.event)
      order by notice.due_at, notice.id limit ${most} for update skip locked
    ), unwanted as (
      update service_request_notices notice set state = 'given_up', reason = 'does not follow any more'
      from service_request_followers follower
      where follower.key = notice.follower and follower.ended_at is not null
        and notice.state = 'due' and notice.due_at <= ${now}::timestamptz
    ), taken as (
      update service_request_notices notice
      set due_at = ${leasedUntil}::timestamptz, attempts = notice.attempts + 1
      from first where notice.id = first.id returning notice.*
    )
    select taken.id, taken.service_request_id, taken.event, taken.kind, taken.attempts,
      follower.key, follower.kind as follower_kind, follower.conversation_id, follower.email, follower.language
    from taken join service_request_followers follower on follower.key = taken.follower
    order by taken.created_at, taken.id`.execute(db);
  return rows.map(noticeOf);
}

function noticeOf(row: Row): Notice {
  const { id, service_request_id, event, kind, attempts, key, language, conversation_id, email } = row;
  return {
    ...{ id, serviceRequestId: service_request_id, event, kind, attempt: attempts },
    follower: {
      key,
      kind: row.follower_kind,
      ...(conversation_id !== null && { conversationId: conversation_id }),
      ...(email !== null && { email }),
      language,
    },
  };
}

/** Each time is asked about once, and only while what was done then still is. */
async function askFixed(db: Kysely<Tables>, now: Date): Promise<number> {
  const { rows } = await sql`with due as (
      select service_request_id, event from service_request_ask_fixed
      where done_at is null and due_at <= ${now}::timestamptz
      order by due_at limit ${MOST_ASKED_AT_ONCE} for update skip locked
    ), asked as (
      update service_request_ask_fixed timer set done_at = ${now}::timestamptz from due
      where timer.service_request_id = due.service_request_id and timer.event = due.event
      returning timer.service_request_id, timer.event
    )
    insert into service_request_notices (id, service_request_id, event, kind, follower, due_at, created_at)
    select gen_random_uuid()::text, asked.service_request_id, asked.event, 'fixed', follower.key,
      ${now}::timestamptz, ${now}::timestamptz
    from asked
    join service_requests request on request.id = asked.service_request_id and request.state = 'done'
    join service_request_followers follower on follower.service_request_id = request.id
      and follower.kind = 'reporter' and follower.ended_at is null
      and (follower.conversation_id is not null or follower.email is not null)
    on conflict do nothing returning id`.execute(db);
  return rows.length;
}
