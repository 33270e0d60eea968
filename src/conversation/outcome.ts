import type { Memory, Speaker } from "./conversation";
import type { Decided } from "./decision";
import type { Language } from "./language";
import type { Attachment } from "./message";
import type { Point } from "./place";
import type { Reply, RequestAct } from "./reply";
import type { Bands, Intent, Understanding } from "./understanding";

/** A service request to be filed. `sameAs` makes a repeated turn file it once. */
export type NewServiceRequest = {
  sameAs: string;
  service: string;
  kind: "report" | "idea";
  /** Version of the service's file the answers belong to. */
  serviceVersion: string;
  unit: string;
  routedBecause: string;
  description: string;
  place: string;
  /** As found and read back: "ul. Długa 12". */
  address?: string;
  point?: Point;
  /** Roman numeral, "I" to "XVIII". */
  district?: string;
  /** Whether anybody may see that it exists. */
  public: boolean;
  answers: Record<string, string>;
  contact: { phone?: string; email?: string };
  attachments: Attachment[];
  language: Language;
  /** What the public reads of a request just received, in Polish. */
  sentence: string;
  /** In so many days staff is warned that it is still open. */
  dueDays?: number;
};

/** A resident who wants to be called or written to; becomes a task for consultants. */
export type NewContactTask = { sameAs: string; contact: string; matter: string; language: Language };

/** Somebody may be in danger: consultants see it at once, whoever answers. `text` is masked. */
export type NewAlert = { sameAs: string; reason: "danger" | "crisis"; text: string; language: Language };

/** What a text probably meant, by a resident's click or a consultant's word; editors decide, nothing learns from it by itself. */
export type NewLabel = {
  sameAs: string;
  /** The resident's words, masked. */
  text: string;
  /** What was chosen; none when every proposal was refused. */
  intent?: Intent;
  /** What the bot had offered or done. */
  instead: Intent[];
  proposedBy: "resident" | "consultant";
};

/** What a conversation in the queue is about, as far as it is known. */
export type NewWaiting = { topic?: Intent; area?: string };

export type Effect =
  | { kind: "file_service_request"; request: NewServiceRequest }
  /** The resident wants news of somebody else's service request in this conversation. */
  | { kind: "follow_service_request"; id: string; language: Language }
  /** The resident does something to their own service request, filed in this conversation. */
  | { kind: "act_on_service_request"; id: string; act: RequestAct; words: string; attachments?: Attachment[] }
  | { kind: "leave_contact"; task: NewContactTask }
  | { kind: "alert"; alert: NewAlert }
  | { kind: "propose_label"; label: NewLabel }
  /** The resident begins to wait for a person. */
  | { kind: "enter_queue"; waiting: NewWaiting }
  /** The resident does not want to wait any longer. */
  | { kind: "leave_queue" }
  /** The resident wrote to the consultant, who owes an answer now. */
  | { kind: "await_consultant" }
  /** Somebody who waits or talks to a consultant says what it is about; counts where nobody knew. */
  | { kind: "learn_topic"; waiting: NewWaiting }
  /** The resident says how the talk with a consultant was. */
  | { kind: "rate"; score: number }
  | { kind: "rate_in_words"; word: string }
  /** No more news in this conversation; and again news of what the resident filed. */
  | { kind: "unfollow_all" }
  | { kind: "follow_again" }
  /** A code for going on elsewhere; `{continuation_code}` in the replies is filled with it. */
  | { kind: "give_code" }
  /** What belongs to the conversation the code is of comes here; there `farewell` is said. */
  | { kind: "continue_conversation"; code: string; farewell: string };

/** One turn's result as data; the inbox commits all of it or nothing. */
export type Outcome = {
  speaker: Speaker;
  memory: Memory;
  replies: Reply[];
  effects: Effect[];
  record: TurnRecord;
};

/** What happened in a turn, for audit and figures; holds masked text only. */
export type TurnRecord = {
  understanding: Understanding;
  found: { article: string; score: number }[];
  decided: Decided;
  /** The thresholds it was decided by. */
  bands: Bands;
  contentVersion: string;
  /** What was learnt at that time. */
  modelVersion: string;
};
