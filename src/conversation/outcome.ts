import type { Memory, Speaker } from "./conversation";
import type { Decided } from "./decision";
import type { Language } from "./language";
import type { Attachment } from "./message";
import type { Reply } from "./reply";
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
  answers: Record<string, string>;
  contact: { phone?: string; email?: string };
  attachments: Attachment[];
  language: Language;
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

export type Effect =
  | { kind: "file_service_request"; request: NewServiceRequest }
  | { kind: "leave_contact"; task: NewContactTask }
  | { kind: "alert"; alert: NewAlert }
  | { kind: "propose_label"; label: NewLabel };

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
