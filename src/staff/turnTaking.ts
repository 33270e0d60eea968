import { createHash, randomUUID } from "node:crypto";
import { type Conversation, emptyMemory } from "../conversation/conversation";
import type { Entry } from "../conversation/transcript";
import type { Account } from "./account";
import type { Act, Closing, DeskChange, Locked } from "./doors";
import { sayOccasion } from "./phrases/phrases";

/** How many missed lines a refused reply brings; the page fetches more by itself. */
const MISSED_AT_MOST = 200;

export type NotHolding = { kind: "not_yours"; by?: string } | { kind: "closed" };
export type Taken = { kind: "taken" } | { kind: "held"; by: string } | { kind: "closed" };
export type Said = { kind: "said"; seq: number } | { kind: "stale"; missed: Entry[]; lastSeq: number } | NotHolding;
export type Left = { kind: "left" } | NotHolding;

/** A consultant takes the conversation over: from the queue, from the bot, or from one whose page is gone. */
export async function takeOver({ conversation, holder }: Locked, actor: Account): Promise<Act<Taken>> {
  if (conversation.speaker === "closed") return { result: { kind: "closed" } };
  if (isHeldBy(conversation, actor)) return { result: { kind: "taken" } };
  if (conversation.speaker === "consultant" && holder?.present) return { result: { kind: "held", by: holder.name } };
  return {
    result: { kind: "taken" },
    change: {
      speaker: "consultant",
      consultantId: actor.id,
      memory: conversation.memory,
      entry: occasionEntry("consultant_joined", conversation, actor),
    },
  };
}

export type Words = { text: string; lastSeq: number; key: string };

/** The holder says something, unless the conversation went on meanwhile; the same key again is the same words. */
export async function say(locked: Locked, actor: Account, words: Words): Promise<Act<Said>> {
  const { conversation } = locked;
  const id = entryId(conversation.id, actor.id, words.key);
  const before = await locked.entry(id);
  if (before) return { result: { kind: "said", seq: before.seq } };
  if (!isHeldBy(conversation, actor)) return { result: notHolding(locked) };
  const since = await locked.entriesAfter(words.lastSeq, MISSED_AT_MOST);
  const stale = since.some(({ author }) => author !== "consultant");
  if (stale) return { result: { kind: "stale", missed: since, lastSeq: locked.lastSeq } };
  return {
    result: { kind: "said", seq: locked.lastSeq + 1 },
    change: {
      speaker: "consultant",
      consultantId: actor.id,
      memory: conversation.memory,
      entry: { id, author: "consultant", authorName: actor.name, text: words.text },
    },
  };
}

/** The bot goes on where it was: its dialog, topic and buttons stay; only the hand-off is over. */
export async function handBack(locked: Locked, actor: Account): Promise<Act<Left>> {
  const { conversation } = locked;
  if (!isHeldBy(conversation, actor)) return { result: notHolding(locked) };
  const { handoff: _, ...memory } = conversation.memory;
  return leave({
    speaker: "bot",
    memory: { ...memory, misunderstood: 0 },
    entry: occasionEntry("returned_to_bot", conversation, actor),
  });
}

/** Nothing of the matter is left for the bot to come back to. */
export async function close(locked: Locked, actor: Account, closing: Omit<Closing, "accountId">): Promise<Act<Left>> {
  const { conversation } = locked;
  if (!isHeldBy(conversation, actor)) return { result: notHolding(locked) };
  const memory = emptyMemory(conversation.memory.language);
  const entry = occasionEntry("closed", conversation, actor);
  return leave({ speaker: "closed", memory, entry, closing: { ...closing, accountId: actor.id } });
}

const leave = (change: DeskChange): Act<Left> => ({ result: { kind: "left" }, change });

function isHeldBy({ speaker, consultantId }: Conversation, actor: Account): boolean {
  return speaker === "consultant" && consultantId === actor.id;
}

function notHolding({ conversation, holder }: Locked): NotHolding {
  if (conversation.speaker === "closed") return { kind: "closed" };
  return holder ? { kind: "not_yours", by: holder.name } : { kind: "not_yours" };
}

function occasionEntry(
  occasion: NonNullable<Entry["occasion"]>,
  { memory }: Conversation,
  { name }: Account,
): DeskChange["entry"] {
  const text = sayOccasion(occasion, memory.language, name);
  return { id: randomUUID(), author: "system", authorName: name, text, occasion };
}

/** The key is the page's; bound to its author and conversation it can never name somebody else's words. */
function entryId(conversationId: string, accountId: string, key: string): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([conversationId, accountId, key]))
    .digest("hex");
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
