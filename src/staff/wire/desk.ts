import { z } from "zod";
import type { HandoffReason, Speaker } from "../../conversation/conversation";
import { Language } from "../../conversation/language";
import type { NewAlert } from "../../conversation/outcome";
import type { CloseReason, EntryView } from "./conversation";
import { type Person, Text } from "./text";

export type { Paged, Person } from "./text";

/** One conversation in a list. `position` is its place in the queue. */
export type QueueItem = {
  id: string;
  channel: string;
  language: Language;
  speaker: Speaker;
  /** Since when it waits, is held, snoozed or closed; else since when it runs. */
  since: string;
  position?: number;
  reason?: HandoffReason;
  summary?: string;
  /** What it is about, in words, and in which area. */
  topic?: string;
  area?: string;
  team?: { id: string; name: string };
  tags: string[];
  holder?: Person;
  /** Whom the queue offers it to, and until when. */
  offered?: { to: Person; until: string };
  snoozedUntil?: string;
  /** The last word is the resident's: somebody has to answer. */
  awaitsReply: boolean;
  closed?: { reason: CloseReason; at: string };
  /** What the resident gave it, 1–5. */
  score?: number;
  lastSeq: number;
  /** What a person said last, shortened. */
  lastLine?: Pick<EntryView, "seq" | "author" | "text" | "at" | "form">;
};

/** Somebody may be in danger, and nobody has seen to it yet; the text is masked. */
export type AlertView = {
  id: string;
  conversationId: string;
  reason: NewAlert["reason"];
  text: string;
  language: Language;
  since: string;
};

/** Who saw an alert first. */
export type SeenView = { by: string; at: string };

/** The live lists of the inbox. */
export type QueueView = {
  /** Newest first. */
  alerts: AlertView[];
  waiting: QueueItem[];
  mine: QueueItem[];
  /** Held by other consultants. */
  held: QueueItem[];
  snoozed: QueueItem[];
  present: number;
  /** Conversations that consultants at the desk could still be offered. */
  free: number;
  openTasks: number;
  /** Notes that mention me and that I have not seen. */
  mentions: MentionView[];
};

export type MentionView = { noteId: string; conversationId: string; by: string; text: string; at: string };

/** The lists of the inbox that `GET conversations` pages through. */
export const InboxView = z.enum(["waiting", "mine", "others", "snoozed", "closed", "all"]);
export type InboxView = z.infer<typeof InboxView>;

/** Query of `GET conversations`. `q`: words, found without diacritics and in any inflection. */
export const ConversationsQuery = z.object({
  view: InboxView.default("all"),
  q: Text.max(200).optional(),
  channel: Text.max(60).optional(),
  language: Language.optional(),
  area: Text.max(60).optional(),
  team: Text.max(60).optional(),
  tag: Text.max(60).optional(),
  before: Text.max(200).optional(),
});
/** What the lists can be narrowed by. */
export type FiltersView = {
  channels: string[];
  areas: AreaView[];
  teams: { id: string; name: string }[];
  tags: string[];
};
export type AreaView = { id: string; name: string };

export type TaskView = {
  id: string;
  conversationId?: string;
  contact: string;
  matter: string;
  language: Language;
  createdAt: string;
  done?: { result: "reached" | "not_reached"; by: string; at: string };
};
export const TaskDoneBody = z.strictObject({ result: z.enum(["reached", "not_reached"]) });

/** Whom a conversation can be passed to now. */
export type ColleagueView = Person & {
  available: boolean;
  holds: number;
  capacity: number;
  languages: Language[];
  areas: string[];
};
export type ColleaguesView = { people: ColleagueView[]; teams: { id: string; name: string; present: number }[] };

/** A resident whose messages are not answered for a while. */
export type BlockView = {
  id: string;
  channel: string;
  conversationId?: string;
  until: string;
  reason: string;
  by: string;
  at: string;
  lifted?: { by: string; at: string };
};
