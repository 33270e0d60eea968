import { type Kysely, type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Conversation, Speaker } from "../conversation/conversation";
import { Attachment, type Message } from "../conversation/message";
import type { MessageForm } from "../conversation/messageForm";
import { memoryOf } from "./memoryOf";
import type { Tables } from "./tables";
import type { Transaction } from "./transact";

/** The conversation, locked, with its oldest pending message. */
export type Claim = {
  conversation: Conversation;
  waitingSince: Date | null;
  message: Message;
  failures: number;
  blockedUntil?: Date;
  /** Whether service requests were filed in it. */
  hasFiled: boolean;
};

type Row = {
  locked_version: number | null;
  locked_last_seq: number | null;
  seen_version: number;
  seen_last_seq: number;
  channel: string;
  resident_id: string;
  speaker: Speaker;
  consultant_id: string | null;
  memory: unknown;
  waiting_since: Date | null;
  blocked_until: Date | null;
  seq: number | null;
  id: string;
  text: string;
  attachments: unknown;
  form: MessageForm | null;
  external_id: string;
  failures: number;
  at: Date;
  has_filed: boolean;
};

/** Begins the transaction: locks the conversation until its end and reads the oldest pending message. */
export async function claimNext(transaction: Transaction, conversationId: string): Promise<Claim | "nothing" | "busy"> {
  const [row] = await transaction.first(lockAndRead(conversationId));
  if (!row) return "nothing";
  if (row.locked_version === null) return row.seq === null ? "nothing" : "busy";
  // A lock gives the row as it is now, but everything else is read as of the statement's start. If the row changed
  // in between, the message may be done already or a newer one unseen. Now that the row is ours, look again.
  const stale = row.locked_version !== row.seen_version || row.locked_last_seq !== row.seen_last_seq;
  const current = stale ? (await lockAndRead(conversationId).execute(transaction.db())).rows[0] : row;
  return current && current.seq !== null ? claimOf(conversationId, current, current.seq) : "nothing";
}

function lockAndRead(conversationId: string): RawBuilder<Row> {
  return sql<Row>`with locked as (
      select version, last_seq, channel, resident_id, speaker, consultant_id, memory, waiting_since
      from conversations where id = ${conversationId} for update skip locked
    )
    select locked.version as locked_version, locked.last_seq as locked_last_seq,
      seen.version as seen_version, seen.last_seq as seen_last_seq,
      locked.channel, locked.resident_id, locked.speaker, locked.consultant_id, locked.memory, locked.waiting_since,
      (select max(until) from blocks
        where channel = seen.channel and resident_id = seen.resident_id and lifted_at is null) as blocked_until,
      exists (select from service_requests where conversation_id = seen.id) as has_filed,
      oldest.seq, oldest.id, oldest.text, oldest.attachments, oldest.form, oldest.external_id, oldest.failures, oldest.at
    from conversations seen
    left join locked on true
    left join lateral (
      select seq, id, text, attachments, form, external_id, failures, at from entries
      where conversation_id = seen.id and state = 'pending' order by seq limit 1
    ) oldest on true
    where seen.id = ${conversationId}`;
}

function claimOf(conversationId: string, row: Row, seq: number): Claim {
  const conversation: Conversation = {
    id: conversationId,
    channel: row.channel,
    residentId: row.resident_id,
    version: row.seen_version,
    speaker: row.speaker,
    ...(row.consultant_id !== null && { consultantId: row.consultant_id }),
    memory: memoryOf(row.memory),
  };
  const message: Message = {
    conversationId,
    channel: row.channel,
    externalId: row.external_id,
    id: row.id,
    seq,
    at: row.at,
    text: row.text,
    attachments: z.array(Attachment).parse(row.attachments),
    ...(row.form !== null && { form: row.form }),
  };
  const { waiting_since: waitingSince, failures, blocked_until: blockedUntil, has_filed: hasFiled } = row;
  return { conversation, waitingSince, message, failures, hasFiled, ...(blockedUntil && { blockedUntil }) };
}

/** What the resident wrote before that message. */
export async function textBefore(db: Kysely<Tables>, { conversationId, seq }: Message): Promise<string | undefined> {
  const said = db.selectFrom("entries").select("text").where("conversation_id", "=", conversationId);
  const before = said.where("author", "=", "resident").where("seq", "<", seq).orderBy("seq", "desc").limit(1);
  return (await before.executeTakeFirst())?.text;
}
