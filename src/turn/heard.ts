import type { Conversation, Memory } from "../conversation/conversation";
import type { Facts } from "../conversation/facts";
import type { Message } from "../conversation/message";
import type { Wish } from "../conversation/reply";
import type { Bands, Intent, Understanding } from "../conversation/understanding";
import type { Command } from "../dialogs/commands";
import type { Topics } from "../serviceRequests/topics";
import type { HoursAsked } from "./hoursAsked";
import type { Matter } from "./matters";
import type { MyRequest } from "./myRequests";

/** What a turn is given: the conversation as it stands, the message, and what may be known of the world. */
export type Turn = { conversation: Conversation; message: Message; facts: Facts };

/** What meanings are weighed by: of a message, or of one part of it. */
export type Weighable = Pick<Heard, "understanding" | "found" | "bands">;

/** Everything known about a message before deciding; the policy's only input. */
export type Heard = Turn & {
  /** What the bot remembers; empty again after the conversation was closed. */
  memory: Memory;
  understanding: Understanding;
  /** From which confidence to act; derived with the model. */
  bands: Bands;
  /** What the resident pressed, or typed the title or number of. */
  wish?: Wish;
  /** What the pressed button stands for, in the words it was first named with. */
  taken?: string;
  /** The small talk whose unmistakable words were said: somebody may be in danger. */
  alarm?: string;
  /** What the words tell a dialog to do: back, skip, why, change … */
  command?: Command;
  cancelled: boolean;
  /** A recorded voice came with it, which the bot cannot listen to; it is none of the message's attachments. */
  voice?: boolean;
  /** Whether the text reads as an answer to the question a dialog asked last. */
  fits: "surely" | "maybe" | "no";
  /** Whether it is one of the answers that question names, and not a word more. */
  toTheWord?: boolean;
  /** Articles by the search index, best first. */
  found: { article: string; score: number }[];
  /** Filed in this conversation, the newest first. */
  mine?: MyRequest[];
  /** Offices and days somebody asks about who wants to know whether they are open. */
  hours?: HoursAsked;
  /** What a person has to see to: topics that are switched off, and articles that may not be told today. */
  reserved?: { topics: Topics; articles: ReadonlySet<string> };
  /** What parts of the message clearly name: two matters, or one beside words that name none. */
  matters: Matter[];
  /** What a further question of the message probably asks, beside the meaning of the whole. */
  beside: Intent[];
};
