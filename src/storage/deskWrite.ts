import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { Memory } from "../conversation/conversation";
import type { DeskChange, Locked, NewTimer, TimerKind } from "../staff/doors";
import { appendEntries, type NewEntry } from "./appendEntries";
import { type DeskColumns, noteReply, notOffered, setDesk } from "./deskRow";
import { json } from "./json";
import { after, type Patience } from "./patience";
import { allTimers } from "./queueEffects";
import { addWait } from "./queueWaits";
import { setTimers } from "./staffTimers";
import type { Tables } from "./tables";

export type Writing = { locked: Locked; change: DeskChange; at: Date; patience: Patience };

/** What a consultant's act changes, in the transaction that holds the conversation's lock; answers the last seq. */
export async function writeAct(trx: Kysely<Tables>, writing: Writing): Promise<number> {
  const { locked, change, at } = writing;
  const { id } = locked.conversation;
  await noteWait(trx, writing);
  const seq = await writeConversation(trx, writing);
  if (change.closing) {
    const { accountId, ...said } = change.closing;
    const row = { ...said, conversation_id: id, seq, account_id: accountId, at };
    await trx.insertInto("conversation_closings").values(row).execute();
  }
  await setDesk(trx, id, columnsOf(writing));
  if (change.entry?.author === "consultant") await noteReply(trx, id, at);
  await setTimers(trx, id, timersOf(writing));
  await setTimers(trx, id, change.timers ?? {});
  if (change.asksRating) {
    const asked = { conversation_id: id, seq, account_id: change.closing?.accountId ?? null, asked_at: at };
    await trx.insertInto("ratings").values(asked).execute();
  }
  return seq;
}

/** Somebody keeps the place in the queue they have. */
async function writeConversation(trx: Kysely<Tables>, { locked, change, at }: Writing): Promise<number> {
  const { speaker, consultantId, waitingSince, memory } = change;
  const since = speaker === "waiting" ? (waitingSince ?? locked.waitingSince ?? at) : null;
  const set = sql`, speaker = ${speaker}, consultant_id = ${consultantId ?? null},
    waiting_since = ${since}::timestamptz, memory = ${json(Memory.parse(memory))}::jsonb, version = version + 1`;
  const conversationId = locked.conversation.id;
  const seq = await appendEntries(trx, { conversationId, entries: linesOf(change), at, set });
  if (seq === undefined) throw new Error(`conversation ${conversationId} vanished while it was locked`);
  return seq;
}

function linesOf({ entry, botAsks }: DeskChange): NewEntry[] {
  const asked = botAsks ? [{ id: randomUUID(), author: "bot" as const, ...botAsks }] : [];
  return [...(entry ? [entry] : []), ...asked];
}

const left: Partial<Record<DeskChange["speaker"], Tables["queue_waits"]["how"]>> = {
  consultant: "taken",
  bot: "returned_to_bot",
  closed: "closed",
};

/** Before the conversation is changed, so that it still says since when it waits. */
async function noteWait(trx: Kysely<Tables>, { locked, change, at }: Writing): Promise<void> {
  const { speaker, consultantId, residentLeft } = change;
  const how = residentLeft ? "resident_left" : left[speaker];
  if (locked.conversation.speaker !== "waiting" || !how) return;
  await addWait(trx, { conversationId: locked.conversation.id, leftAt: at, how, accountId: consultantId });
}

const isTaken = ({ locked, change }: Writing) =>
  change.speaker === "consultant" && change.consultantId !== locked.conversation.consultantId;

const beginsToWait = ({ locked, change }: Writing) =>
  change.speaker === "waiting" && locked.conversation.speaker !== "waiting";

function columnsOf(writing: Writing): DeskColumns {
  const { change, at } = writing;
  const { speaker, closing, desk = {} } = change;
  return {
    ...(isTaken(writing) && { taken_at: at, first_reply_at: null }),
    ...(speaker === "waiting"
      ? beginsToWait(writing) && { ...notOffered, queued_at: at }
      : { ...notOffered, queued_at: null }),
    ...((speaker !== "consultant" || isTaken(writing)) && { snoozed_until: null }),
    ...(speaker === "closed"
      ? { closed_at: at, closed_reason: closing?.reason ?? null }
      : { closed_at: null, closed_reason: null }),
    ...("topic" in desk && { topic_kind: desk.topic?.kind ?? null, topic_id: desk.topic?.id ?? null }),
    ...("area" in desk && { area: desk.area ?? null }),
    ...("team" in desk && { team_id: desk.team ?? null }),
    ...("offered" in desk && { offered_to: desk.offered?.to ?? null, offered_until: desk.offered?.until ?? null }),
    ...(desk.declined && { declined: desk.declined }),
    ...("snoozedUntil" in desk && { snoozed_until: desk.snoozedUntil ?? null }),
  };
}

type Timing = { set: NewTimer[]; clear: TimerKind[] };

/** The timers that follow from who speaks then, from offers and from snoozing. */
function timersOf(writing: Writing): Timing {
  const { speaker } = writing.change;
  if (speaker === "waiting") return timersOfWaiting(writing);
  if (speaker === "consultant") return timersOfHeld(writing);
  return { set: [], clear: allTimers };
}

function timersOfWaiting(writing: Writing): Timing {
  const { change, at, patience } = writing;
  const { desk = {} } = change;
  const set: NewTimer[] = [];
  if (beginsToWait(writing)) set.push({ kind: "waits_too_long", dueAt: after(at, patience.waitAlarmSeconds) });
  if (desk.offered) set.push({ kind: "offer_ends", dueAt: desk.offered.until });
  const offerIsOver = beginsToWait(writing) || "offered" in desk || desk.declined;
  return { set, clear: ["consultant_silent", "snooze_ends", ...(offerIsOver ? (["offer_ends"] as const) : [])] };
}

/** Whoever holds a conversation owes an answer to the resident's last words, unless it is put aside. */
function timersOfHeld(writing: Writing): Timing {
  const { locked, change, at, patience } = writing;
  const { desk = {}, entry } = change;
  const clear: TimerKind[] = ["offer_ends", "waits_too_long"];
  const snoozed = "snoozedUntil" in desk ? desk.snoozedUntil : isTaken(writing) ? undefined : locked.snoozedUntil;
  if (snoozed) return { set: [{ kind: "snooze_ends", dueAt: snoozed }], clear: [...clear, "consultant_silent"] };
  clear.push("snooze_ends");
  if (entry?.author === "consultant") return { set: [], clear: [...clear, "consultant_silent"] };
  const woken = locked.snoozedUntil !== undefined;
  if (!isTaken(writing) && !woken) return { set: [], clear };
  const owes = locked.lastLine?.author === "resident";
  const silent = { kind: "consultant_silent" as const, dueAt: after(at, patience.silentSeconds) };
  return { set: owes ? [silent] : [], clear: [...clear, "consultant_silent"] };
}
