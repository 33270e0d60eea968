import type { Memory, Speaker } from "./conversation";
import type { Decided } from "./decision";
import type { Language } from "./language";
import type { Attachment } from "./message";
import type { Reply } from "./reply";
import type { Understanding } from "./understanding";

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

export type Effect =
  | { kind: "file_service_request"; request: NewServiceRequest }
  | { kind: "leave_contact"; task: NewContactTask };

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
  contentVersion: string;
};
