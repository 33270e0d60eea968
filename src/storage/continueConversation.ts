import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { emptyMemory, type Memory } from "../conversation/conversation";
import type { Effect } from "../conversation/outcome";
import { OutcomeRefused } from "../inbox/doors";
import { appendEntries } from "./appendEntries";
import { hashOf } from "./continuation";
import type { Doing } from "./effects";
import { json } from "./json";
import { memoryOf } from "./memoryOf";
import { carryOutInQueue } from "./queueEffects";
import type { Tables } from "./tables";

/** The conversation that went on elsewhere, with its new last line; since when its resident has waited for a person. */
export type Moved = { from: string; seq: number; waitingSince?: Date };

type Continue = Extract<Effect, { kind: "continue_conversation" }>;

/**
 * What belongs to the conversation a code is of comes into this one. A consultant who holds it keeps it: then only
 * service requests come. The turn saw a good code; if it led elsewhere meanwhile, the turn is run again.
 */
export async function continueConversation({ code, farewell }: Continue, doing: Doing): Promise<Moved> {
  const { transaction, conversationId: to, at } = doing;
  const db = transaction.db();
  const from = await markUsed(db, code, { to, at });
  if (from === undefined) throw new OutcomeRefused("the code was used or expired meanwhile");
  const old = await db
    .selectFrom("conversations")
    .select(["speaker", "memory", "waiting_since"])
    .where("id", "=", from)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const memory = memoryOf(old.memory);
  const isFree = old.speaker === "bot" || old.speaker === "waiting";
  await moveFiles(db, { from, to, remembered: isFree ? filesIn(memory) : [] });
  await moveRequests(db, from, to);
  await moveFollowers(db, { from, to, at });
  const waitingSince = old.speaker === "waiting" ? old.waiting_since : null;
  if (waitingSince) await takeThePlace(waitingSince, from, doing);
  const entry = { id: randomUUID(), author: "bot" as const, text: farewell };
  const emptied = sql`, version = version + 1, speaker = 'bot', waiting_since = null,
    memory = ${json(emptyMemory(memory.language))}::jsonb`;
  const set = isFree ? emptied : sql`, version = version + 1`;
  const seq = await appendEntries(db, { conversationId: from, entries: [entry], at, set });
  return { from, seq: seq ?? 0, ...(waitingSince && { waitingSince }) };
}

async function markUsed(db: Kysely<Tables>, code: string, { to, at }: { to: string; at: Date }) {
  const used = await db
    .updateTable("continuation_codes")
    .set({ used_at: at, used_in: to })
    .where("code_hash", "=", hashOf(code))
    .where("conversation_id", "<>", to)
    .where("used_at", "is", null)
    .where("expires_at", ">", at)
    .returning("conversation_id")
    .executeTakeFirst();
  return used?.conversation_id;
}

/** Whoever waited goes on waiting here, and nobody is before them who came later. */
async function takeThePlace(since: Date, from: string, doing: Doing): Promise<void> {
  await carryOutInQueue({ kind: "leave_queue" }, { ...doing, conversationId: from });
  const db = doing.transaction.db();
  await sql`update conversations set speaker = 'waiting', waiting_since = least(waiting_since, ${since}::timestamptz)
    where id = ${doing.conversationId}`.execute(db);
}

const filesIn = ({ dialog, paused, acting, photos = [] }: Memory): string[] =>
  [dialog?.attachments, paused?.attachments, acting?.attachments, photos].flatMap((files = []) =>
    files.map(({ id }) => id),
  );

type Move = { from: string; to: string };

/** Only what was sent with a service request, or would be: files are shown where they lie. */
async function moveFiles(db: Kysely<Tables>, { from, to, remembered }: Move & { remembered: string[] }): Promise<void> {
  await sql`update files set conversation_id = ${to} where conversation_id = ${from} and (
      id = any(${remembered}::text[]) or id in (
        select file ->> 'id' from service_requests, jsonb_array_elements(attachments) file
        where conversation_id = ${from}
        union all
        select file ->> 'id' from service_requests request
        join service_request_events event on event.service_request_id = request.id,
          jsonb_array_elements(event.attachments) file
        where request.conversation_id = ${from}))`.execute(db);
}

async function moveRequests(db: Kysely<Tables>, from: string, to: string): Promise<void> {
  await db.updateTable("service_requests").set({ conversation_id: to }).where("conversation_id", "=", from).execute();
}

/** What is followed in both is followed once: the reporter's own following stays, and goes on where either did. */
async function moveFollowers(db: Kysely<Tables>, { from, to, at }: Move & { at: Date }): Promise<void> {
  const both = sql`service_request_followers mine join service_request_followers other
    on other.service_request_id = mine.service_request_id and other.key <> mine.key
    where mine.conversation_id = any(array[${from}, ${to}]) and other.conversation_id = any(array[${from}, ${to}])`;
  await sql`update service_request_followers set ended_at = null
    where ended_at is not null and key in (select mine.key from ${both} and other.ended_at is null)`.execute(db);
  await sql`update service_request_followers set conversation_id = null,
    ended_at = case when email is null then ${at}::timestamptz else ended_at end
    where key in (select mine.key from ${both}
      and (mine.kind, mine.conversation_id = ${from}) < (other.kind, other.conversation_id = ${from}))`.execute(db);
  await sql`update service_request_followers set conversation_id = ${to}
    where conversation_id = ${from}`.execute(db);
}
