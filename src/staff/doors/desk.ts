import type { Conversation, Memory, Speaker } from "../../conversation/conversation";
import type { Language } from "../../conversation/language";
import type { Attachment } from "../../conversation/message";
import type { NewServiceRequest } from "../../conversation/outcome";
import type { Entry } from "../../conversation/transcript";
import type { Candidate, Intent } from "../../conversation/understanding";
import type { CloseReason, LineDelivery } from "../wire";
import type { Block, NewBlock } from "./notes";
import type { NewTimer, Timer, TimerKind } from "./queue";

export type { DeliveryState, LineDelivery } from "../wire";

/** A consultant who has a conversation; `present` means the page was there a moment ago, available or not. */
export type Holder = { id: string; name: string; present: boolean };

/** What the desk knows of a conversation beside the conversation itself. */
export type DeskState = {
  topic?: Intent;
  /** The area of the topic, by its id in `dialogs/_areas.yaml`. */
  area?: string;
  team?: { id: string; name: string };
  tags: string[];
  offered?: { to: Holder; until: Date };
  /** Accounts that let an offer of this conversation lapse while it has been waiting. */
  declined: string[];
  snoozedUntil?: Date;
};

/** One conversation as lists show it. */
export type Listed = DeskState & {
  conversation: Conversation;
  lastSeq: number;
  /** What a person said last, resident or consultant. */
  lastLine?: Pick<Entry, "seq" | "author" | "text" | "at" | "form">;
  holder?: Holder;
  startedAt: Date;
  /** Since when it waits. */
  waitingSince?: Date;
  closed?: { reason: CloseReason; at: Date };
  score?: number;
};

export type Closing = { reason: CloseReason; note: string; accountId: string };

/** A service request as it was filed. */
export type Filed = {
  service_request_id: string;
  /** Undefined once the conversation has been deleted. */
  conversationId?: string;
  service: string;
  kind: "report" | "idea";
  status: "open" | "closed";
  status_notes: string;
  agency_responsible: string;
  description: string;
  place: string;
  contact: { phone?: string; email?: string };
  attachments: Attachment[];
  requestedAt: Date;
};

/** What the bot made of one message. */
export type Thought = {
  seq: number;
  at: Date;
  maskedText: string;
  candidates: Candidate[];
  decision: string;
  because: string;
  rejected: { intent: Intent; confidence: number; why: string }[];
};

/** A conversation, read in the transaction that holds the conversation's lock. */
export type Locked = Omit<Listed, "closed" | "score"> & {
  entriesAfter(seq: number, most: number): Promise<Entry[]>;
  entry(id: string): Promise<Entry | undefined>;
  /** Whether this consultant is available and has room; nobody else offers to the account until the act is over. */
  hasRoom(accountId: string): Promise<boolean>;
  /** Whether the timer is still there as it was seen; another process may have done its work. */
  hasTimer(timer: Timer): Promise<boolean>;
  /** Blocks the conversation's resident in the same transaction. */
  block(block: NewBlock): Promise<Block>;
  /** Files a service request for the resident in the same transaction, once per `sameAs`; answers its number. */
  file(request: NewServiceRequest, accountId: string): Promise<string>;
};

/** What a consultant's act does; without a `change` nothing is written. */
export type Act<Result> = { result: Result; change?: DeskChange };

export type DeskChange = {
  speaker: Speaker;
  consultantId?: string;
  /** With the speaker `waiting`: since when, for the place in the queue; the place it has, or the end, when missing. */
  waitingSince?: Date;
  /** With the speaker `bot`: the resident went away from the queue. */
  residentLeft?: true;
  memory: Memory;
  /** A new line of the thread; acts that residents need not see have none. */
  entry?: Pick<Entry, "id" | "author" | "authorName" | "text" | "occasion" | "choices" | "attachments">;
  /** What the bot says right after that line: its question. */
  botAsks?: Pick<Entry, "text" | "choices">;
  closing?: Closing;
  /** What changes at the desk; `undefined` in it means that there is none any more. */
  desk?: { [Part in "topic" | "area" | "snoozedUntil"]?: DeskState[Part] | undefined } & {
    /** Id of a team. */
    team?: string | undefined;
    offered?: { to: string; until: Date } | undefined;
    declined?: string[];
  };
  /** Beside those that follow from the change itself: offers, waiting, owing an answer, snoozing. */
  timers?: { set?: NewTimer[]; clear?: TimerKind[] };
  /** The resident is asked how it was. */
  asksRating?: boolean;
};

export type ContactTask = {
  id: string;
  conversationId?: string;
  contact: string;
  matter: string;
  language: Language;
  createdAt: Date;
  done?: { result: TaskResult; by: string; at: Date };
};
export type TaskResult = "reached" | "not_reached";

/** What is looked for (`staff/stems.ts`): every stem, and of the last word its stem or anything that begins like it. */
export type Sought = { stems: string[]; last?: { stem: string; beginning: string } };

/** What a list of the inbox is narrowed by. */
export type Narrowed = {
  view: "waiting" | "mine" | "others" | "snoozed" | "closed" | "all";
  /** Whose "mine" and "others" are meant. */
  accountId: string;
  words?: Sought;
  channel?: string;
  language?: Language;
  area?: string;
  team?: string;
  tag?: string;
};

/** Another conversation of the same resident. */
export type Earlier = { id: string; startedAt: Date; speaker: Speaker; topic?: Intent; lastLine?: string };

/**
 * How a conversation reaches its resident: the channel's own address, when and with which line they wrote last, and how
 * else they asked to be reached.
 */
export type Reach = { address?: unknown; heardAt?: Date; heardSeq?: number; contacts: string[] };

/** Conversations as consultants see and change them. `presentSince`: a later sign of life means "present". */
export type StaffDesk = {
  /** In the order of the queue. */
  waiting(presentSince: Date, most: number): Promise<Listed[]>;
  /** Held by any consultant, longest held first; snoozed ones after the others. */
  held(presentSince: Date, most: number): Promise<Listed[]>;
  /**
   * A page of a list of the inbox: waiting ones in the order of the queue, the others newest word first.
   * `before` is the place of the last one seen, as `next` told it. `position` is the place in the whole queue.
   */
  page(
    presentSince: Date,
    wanted: Narrowed & { before?: { at: Date; id: string }; most: number },
  ): Promise<{ items: (Listed & { position?: number })[]; next?: { at: Date; id: string } }>;
  /** What there is to narrow lists by. */
  filters(): Promise<{ channels: string[]; tags: string[] }>;
  find(
    id: string,
    presentSince: Date,
  ): Promise<(Listed & { closing?: Closing & { by: string; at: Date } }) | undefined>;
  /** Newest first, without this one. */
  earlier(id: string, most: number): Promise<Earlier[]>;
  entriesAfter(id: string, seq: number, most: number): Promise<Entry[]>;
  /** What became of lines that were to be sent: the newest ones, oldest first. */
  deliveries(id: string, most: number): Promise<LineDelivery[]>;
  reach(id: string): Promise<Reach>;
  /** Newest first. */
  turnRecords(id: string, most: number): Promise<Thought[]>;
  /** Newest first; `before` is the number of the last one seen. */
  serviceRequests(wanted: { conversationId?: string; before?: string; most: number }): Promise<Filed[]>;
  /**
   * Locks the conversation, hands it to `decide` and commits what it answers, all in one transaction; the version grows
   * by one with a change, and everybody who watches is told.
   */
  act<Result>(
    id: string,
    presentSince: Date,
    decide: (locked: Locked) => Promise<Act<Result>>,
    at: Date,
  ): Promise<Result | undefined>;
  /** Adds and takes away tags; answers those there are now. More than `most` are refused, and nothing changes. */
  tag(
    id: string,
    change: { add: string[]; remove: string[]; most: number },
  ): Promise<{ kind: "tagged"; tags: string[] } | { kind: "too_many" | "not_found" }>;
  /** Open ones oldest first, done ones newest first. */
  contactTasks(wanted: { done: boolean; most: number }): Promise<ContactTask[]>;
  openContactTasks(): Promise<number>;
  finishContactTask(
    id: string,
    done: { accountId: string; result: TaskResult },
    at: Date,
  ): Promise<"done" | "not_found">;
};
