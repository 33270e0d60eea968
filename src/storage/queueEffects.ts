import { sql } from "kysely";
import type { Effect, NewWaiting } from "../conversation/outcome";
import type { TimerKind } from "../staff/doors";
import { notOffered, setDesk } from "./deskRow";
import type { Doing } from "./effects";
import { after } from "./patience";
import { addWait } from "./queueWaits";
import { setFirstTimer, setTimers } from "./staffTimers";

type QueueEffect = Extract<Effect, { kind: "enter_queue" | "leave_queue" | "await_consultant" | "learn_topic" }>;

export const allTimers: TimerKind[] = ["offer_ends", "consultant_silent", "snooze_ends", "waits_too_long"];

/** What a turn changes in the queue; answers whether the lists of the desk look different then. */
export async function carryOutInQueue(effect: QueueEffect, doing: Doing): Promise<boolean> {
  if (effect.kind === "enter_queue") return enter(effect.waiting, doing);
  if (effect.kind === "leave_queue") return leave(doing);
  if (effect.kind === "learn_topic") return learnTopic(effect.waiting, doing);
  return awaitConsultant(doing);
}

async function enter({ topic, area }: NewWaiting, { transaction, conversationId, at, patience }: Doing) {
  const trx = transaction.db();
  await setDesk(trx, conversationId, {
    ...notOffered,
    topic_kind: topic?.kind ?? null,
    topic_id: topic?.id ?? null,
    area: area ?? null,
    team_id: null,
    queued_at: at,
    snoozed_until: null,
    closed_at: null,
    closed_reason: null,
  });
  const alarm = { kind: "waits_too_long" as const, dueAt: after(at, patience.waitAlarmSeconds) };
  await setTimers(trx, conversationId, { clear: allTimers, set: [alarm] });
  return true;
}

async function leave({ transaction, conversationId, at }: Doing) {
  const trx = transaction.db();
  await addWait(trx, { conversationId, leftAt: at, how: "resident_left" });
  await setDesk(trx, conversationId, { ...notOffered, team_id: null, queued_at: null });
  await setTimers(trx, conversationId, { clear: allTimers });
  return true;
}

/** The first message that is not answered counts; a conversation put aside is wanted again. */
async function awaitConsultant({ transaction, conversationId, at, patience }: Doing) {
  const trx = transaction.db();
  const dueAt = after(at, patience.silentSeconds);
  await setFirstTimer(trx, conversationId, { kind: "consultant_silent", dueAt });
  const { numUpdatedRows } = await trx
    .updateTable("desk_conversations")
    .set({ snoozed_until: null })
    .where("conversation_id", "=", conversationId)
    .where("snoozed_until", "is not", null)
    .executeTakeFirst();
  const woken = Number(numUpdatedRows) > 0;
  if (woken) await setTimers(trx, conversationId, { clear: ["snooze_ends"] });
  return woken;
}

/** What is known already stays: somebody may have chosen it by hand. Pages look anyway, because of the message itself. */
async function learnTopic({ topic, area }: NewWaiting, { transaction, conversationId }: Doing) {
  if (!topic) return false;
  const columns = { topic_kind: topic.kind, topic_id: topic.id };
  await transaction
    .db()
    .insertInto("desk_conversations")
    .values({ conversation_id: conversationId, ...columns, area: area ?? null })
    .onConflict((on) =>
      on
        .column("conversation_id")
        .doUpdateSet({ ...columns, area: sql`coalesce(desk_conversations.area, excluded.area)` })
        .where("desk_conversations.topic_kind", "is", null),
    )
    .execute();
  return false;
}
