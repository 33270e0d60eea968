import { randomUUID } from "node:crypto";
import type { DeskChange, Locked } from "../doors";
import { sayOccasion } from "../phrases/phrases";

const LOOKED_BACK = 200;

/** A held conversation waits again. */
export function backToQueue(
  { conversation: { memory } }: Locked,
  { waitingSince, declined }: { waitingSince: Date; declined: string[] },
): DeskChange {
  const text = sayOccasion("returned_to_queue", memory.language, "");
  const entry = { id: randomUUID(), author: "system" as const, text, occasion: "returned_to_queue" as const };
  return { speaker: "waiting", waitingSince, memory, entry, desk: { declined } };
}

/**
 * Since when the resident waits for an answer: the first message after the last answer. What was said to the bot before
 * it brought people is answered; then the wait began with the hand-off.
 */
export async function unansweredSince(locked: Locked): Promise<Date | undefined> {
  const { conversation, lastLine, lastSeq } = locked;
  if (lastLine?.author !== "resident") return undefined;
  const entries = await locked.entriesAfter(Math.max(0, lastSeq - LOOKED_BACK), LOOKED_BACK);
  const answered = entries.findLastIndex(({ author }) => author === "consultant" || author === "bot");
  const since = entries.slice(answered + 1);
  const asked = since.find(({ author }) => author === "resident") ?? since[0];
  if (entries[answered]?.author === "consultant") return asked?.at;
  const handedOff = conversation.memory.handoff?.since;
  return handedOff === undefined ? (asked?.at ?? lastLine.at) : new Date(handedOff);
}

/** The place in the queue of somebody a consultant passes on: as if they had never been taken. */
export async function backSince(locked: Locked, now: Date): Promise<Date> {
  const { conversation, lastSeq } = locked;
  if (conversation.speaker !== "consultant") return now;
  const handedOff = conversation.memory.handoff?.since;
  if (handedOff !== undefined) return new Date(handedOff);
  const entries = await locked.entriesAfter(Math.max(0, lastSeq - LOOKED_BACK), LOOKED_BACK);
  return entries.findLast(({ occasion }) => occasion === "consultant_joined")?.at ?? now;
}
