import { randomUUID } from "node:crypto";
import { type Conversation, emptyMemory } from "../conversation/conversation";
import type { Attachment } from "../conversation/message";
import type { Entry, Occasion } from "../conversation/transcript";
import type { DialogParts } from "../dialogs/dialogParts";
import type { Account } from "./account";
import { ratingQuestion, sayClosedForGood } from "./closing";
import type { Act, Block, Closing, DeskChange, Locked } from "./doors";
import { goOnWith } from "./handingBack";
import { keyedId } from "./keyedId";
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

/** What staff did in the conversation, told as a line; whoever takes over has not always read that they did. */
const staffsOwn = new Set<Occasion | undefined>(["request_filed", "consultant_joined"]);

/** Staff's own doing makes nobody's words stale, but what somebody without a name here answered past us does. */
const makesStale = ({ author, authorName, occasion }: Entry) =>
  author === "consultant" ? authorName === undefined : !staffsOwn.has(occasion);

export type Words = { text: string; attachments: Attachment[]; lastSeq: number; key: string };

/** The holder says something, unless the conversation went on meanwhile; the same key again is the same words. */
export async function say(locked: Locked, actor: Account, words: Words): Promise<Act<Said>> {
  const { conversation } = locked;
  const id = keyedId(conversation.id, actor.id, words.key);
  const before = await locked.entry(id);
  if (before) return { result: { kind: "said", seq: before.seq } };
  if (!isHeldBy(conversation, actor)) return { result: notHolding(locked) };
  const since = await locked.entriesAfter(words.lastSeq, MISSED_AT_MOST);
  const stale = since.some(makesStale);
  if (stale) return { result: { kind: "stale", missed: since, lastSeq: locked.lastSeq } };
  return {
    result: { kind: "said", seq: locked.lastSeq + 1 },
    change: {
      speaker: "consultant",
      consultantId: actor.id,
      memory: conversation.memory,
      entry: {
        id,
        author: "consultant",
        authorName: actor.name,
        text: words.text,
        ...(words.attachments.length > 0 && { attachments: words.attachments }),
      },
    },
  };
}

/** The bot goes on where it was: its dialog, topic and buttons stay; only the hand-off is over. */
export async function handBack(locked: Locked, actor: Account, dialogs: DialogParts): Promise<Act<Left>> {
  const { conversation } = locked;
  if (!isHeldBy(conversation, actor)) return { result: notHolding(locked) };
  const { memory, asks } = goOnWith(conversation.memory, dialogs);
  const entry = occasionEntry("returned_to_bot", conversation, actor);
  return leave({ speaker: "bot", memory, entry, ...(asks && { botAsks: asks }) });
}

export type Ending = Omit<Closing, "accountId"> & { askRating: boolean };

/** Nothing of the matter is left for the bot to come back to; at most the question how it was. */
export async function close(locked: Locked, actor: Account, ending: Ending): Promise<Act<Left>> {
  const { conversation } = locked;
  if (!isHeldBy(conversation, actor)) return { result: notHolding(locked) };
  const { askRating, ...closing } = ending;
  const { language } = conversation.memory;
  const botAsks = askRating ? ratingQuestion(language) : undefined;
  return leave({
    speaker: "closed",
    memory: { ...emptyMemory(language), ...(botAsks && { offered: botAsks.choices }) },
    entry: occasionEntry("closed", conversation, actor),
    closing: { ...closing, accountId: actor.id },
    ...(botAsks && { botAsks, asksRating: true }),
  });
}

/** Blocks the resident and ends the talk: whoever holds it may, and who oversees the desk. */
export async function closeForAbuse(
  locked: Locked,
  actor: Account,
  { reason: note, until, oversees }: { reason: string; until: Date; oversees: boolean },
): Promise<Act<{ kind: "blocked"; block: Block } | NotHolding>> {
  const { conversation } = locked;
  if (!oversees && !isHeldBy(conversation, actor)) return { result: notHolding(locked) };
  const result = { kind: "blocked" as const, block: await locked.block({ until, reason: note, accountId: actor.id }) };
  if (conversation.speaker === "closed") return { result };
  const { language } = conversation.memory;
  const entry = { ...occasionEntry("closed", conversation, actor), text: sayClosedForGood(language) };
  const closing = { reason: "abuse" as const, note, accountId: actor.id };
  return { result, change: { speaker: "closed", memory: emptyMemory(language), entry, closing } };
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
): NonNullable<DeskChange["entry"]> {
  const text = sayOccasion(occasion, memory.language, name);
  return { id: randomUUID(), author: "system", authorName: name, text, occasion };
}
