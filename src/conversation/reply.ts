import { z } from "zod";

/** The parts an article may have, in the order a resident reads them. */
export const sectionNames = ["who", "need", "steps", "where", "fee", "time", "online", "caution"] as const;
export const SectionName = z.enum(sectionNames);
export type SectionName = z.infer<typeof SectionName>;

/** What a resident may do about their own service request in the chat. */
export const RequestAct = z.enum(["answer", "withdraw", "reopen", "confirm", "add"]);
export type RequestAct = z.infer<typeof RequestAct>;

/** What pressing a button means. Kept with the conversation, so that typing the title or its number means the same. */
export const Wish = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("read"), article: z.string(), section: SectionName.optional() }),
  /** Is that office open on these days (YYYY-MM-DD), or now when there are none? */
  z.object({ kind: z.literal("hours"), office: z.string(), days: z.array(z.iso.date()) }),
  z.object({ kind: z.literal("start"), dialog: z.string(), service: z.string().optional() }),
  z.object({ kind: z.literal("fill"), slot: z.string(), value: z.string() }),
  z.object({ kind: z.literal("skip"), slot: z.string() }),
  z.object({ kind: z.literal("change"), slot: z.string() }),
  z.object({ kind: z.literal("change_something") }),
  /** Answers a question about a place: the candidate's index, or one of the words `answerPlace.ts` knows. */
  z.object({ kind: z.literal("place"), value: z.string() }),
  /** The device may tell or show the place: its button opens a map where there is one. */
  z.object({ kind: z.literal("share_place") }),
  /** It is reported already: the resident wants its news, or means something else. */
  z.object({ kind: z.literal("follow"), id: z.string() }),
  z.object({ kind: z.literal("not_the_same") }),
  /** Does something to the resident's own service request. */
  z.object({ kind: z.literal("act"), id: z.string(), act: RequestAct }),
  z.object({ kind: z.literal("send") }),
  z.object({ kind: z.literal("back") }),
  z.object({ kind: z.literal("resume") }),
  z.object({ kind: z.literal("cancel") }),
  z.object({ kind: z.literal("human") }),
  z.object({ kind: z.literal("stop_waiting") }),
  z.object({ kind: z.literal("none_of_these") }),
  z.object({ kind: z.literal("rate"), score: z.int().min(1).max(5) }),
]);
export type Wish = z.infer<typeof Wish>;

/** A button: what it says and what pressing it means. Titles within one reply are unique. */
export const Choice = z.object({ title: z.string(), wish: Wish });
export type Choice = z.infer<typeof Choice>;

/**
 * One thing the bot says. `text` is light Markdown: paragraphs, `- ` and `1. ` lists, `[words](https://…)`.
 * `{service_request_id}` and `{queue_position}` in it are filled when the turn is committed,
 * because only then are they known.
 */
export const Reply = z.object({ text: z.string(), choices: z.array(Choice).optional() });
export type Reply = z.infer<typeof Reply>;

/** Beside these the answer itself is written, and it may be a house number. */
const leavesOut = ({ wish }: Choice): boolean =>
  ["skip", "back", "share_place"].includes(wish.kind) || (wish.kind === "place" && wish.value === "enough");

/** Whether typing a number means the button in that place; it does not where a number may be the answer. */
export const areNumbered = (offered: Choice[]): boolean => !offered.every(leavesOut);
