import type { Language } from "../../conversation/language";
import type { NewContactTask, NewServiceRequest } from "../../conversation/outcome";
import type { SectionName } from "../../conversation/reply";
import type { Intent } from "../../conversation/understanding";
import type { ArticleFigures, CallOutcome, CloseReason, DayView, SpreadView } from "../wire";

/** A call as the consultant registered it. It is a closed conversation on the channel `phone`, too. */
export type NewCall = {
  /** Of the conversation; the same id again registers nothing twice. */
  id: string;
  accountId: string;
  /** The consultant's name, as lists show who spoke. */
  by: string;
  startedAt: Date;
  language: Language;
  topics: Intent[];
  area?: string;
  told: { article: string; section?: SectionName }[];
  note: string;
  outcome: CallOutcome;
  /** The same in the words of closed chats. */
  closedAs: CloseReason;
  /** The line of the thread; the number is that of the service request, if one was filed. */
  summary(number: string | undefined): string;
  /** Filed in the same transaction. */
  request?: NewServiceRequest;
  task?: NewContactTask;
};

export type StaffCalls = {
  /** Registers it once; answers the number of its service request each time. */
  add(call: NewCall, at: Date): Promise<{ added: boolean; service_request_id?: string }>;
};

export type { ArticleFigures, SpreadView };
export type DayFigures = Omit<DayView, "day">;

export type StaffFigures = {
  /** Of the hours from `from` up to `to`; names of areas are left empty. */
  day(from: Date, to: Date): Promise<DayFigures>;
  /** How long those waited whom somebody took since. */
  waits(since: Date): Promise<SpreadView>;
  /** How many conversations and calls each account closed since. */
  closedSince(since: Date): Promise<Map<string, number>>;
  /** What was recorded of each article since; those of which nothing was are not there. */
  articles(since: Date): Promise<Map<string, ArticleFigures>>;
  /** Whose page was there after `since`, and whether they were available. */
  seenSince(since: Date): Promise<Map<string, boolean>>;
};
