import { randomUUID } from "node:crypto";
import type { Act, Locked } from "./doors";
import { sayOccasion } from "./phrases/phrases";
import { actOn } from "./queue/actOn";

/** The resident ended the chat: out of the queue, or a line for the consultant who holds the conversation. */
export async function residentLeaves(conversationId: string, parts: Parameters<typeof actOn>[1]): Promise<void> {
  await actOn(conversationId, parts, { event: "resident_left" }, left);
}

async function left(locked: Locked): Promise<Act<void>> {
  const { conversation, lastSeq } = locked;
  const { speaker, consultantId, memory } = conversation;
  if (speaker !== "waiting" && speaker !== "consultant") return { result: undefined };
  const [last] = await locked.entriesAfter(lastSeq - 1, 1);
  if (last?.occasion === "resident_left") return { result: undefined };
  const text = sayOccasion("resident_left", memory.language, "");
  const entry = { id: randomUUID(), author: "system" as const, text, occasion: "resident_left" as const };
  if (speaker === "waiting") {
    const { handoff: _, ...kept } = memory;
    return { result: undefined, change: { speaker: "bot", residentLeft: true, memory: kept, entry } };
  }
  // Nobody waits for an answer any more; the consultant closes it.
  const change = { speaker, ...(consultantId !== undefined && { consultantId }), memory, entry };
  return { result: undefined, change: { ...change, timers: { clear: ["consultant_silent"] } } };
}
