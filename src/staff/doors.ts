import type { Conversation, Memory, Speaker } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { Attachment } from "../conversation/message";
import type { NewAlert, NewLabel } from "../conversation/outcome";
import type { Entry } from "../conversation/transcript";
import type { Candidate, Intent } from "../conversation/understanding";
import type { Account, Role } from "./account";
import type { CloseReason } from "./wire";

export type NewAccount = { id: string; login: string; name: string; role: Role; passwordHash: string };
export type KnownAccount = Account & { passwordHash: string; passwordSetAt: Date };
export type AccountChange = { name?: string | undefined; role?: Role | undefined; disabled?: boolean | undefined };

/** Where accounts are kept. */
export type StaffAccounts = {
  /** Adds an account whose password must be changed at the first login. */
  add(account: NewAccount, at: Date): Promise<"added" | "login_taken">;
  withLogin(login: string): Promise<KnownAccount | undefined>;
  withId(id: string): Promise<KnownAccount | undefined>;
  /** By login. */
  all(): Promise<Account[]>;
  /** Refuses to take away the last enabled administrator. A disabled account's sessions end. */
  change(id: string, change: AccountChange, at: Date): Promise<"changed" | "not_found" | "last_administrator">;
  /** Ends all sessions of the account. With `setBefore`, only when the present password is older and unused. */
  setPassword(id: string, password: NewPassword, at: Date): Promise<boolean>;
  noteLogin(id: string, at: Date): Promise<void>;
};

export type NewPassword = { hash: string; mustChange: boolean; onlyIfSetBefore?: Date };

export type Session = { account: Account; createdAt: Date; lastActiveAt: Date };

/** Open logins, found by the SHA-256 of their token only. */
export type StaffSessions = {
  open(session: { tokenHash: string; accountId: string }, at: Date): Promise<void>;
  /** Undefined also when the account is disabled. */
  find(tokenHash: string): Promise<Session | undefined>;
  touch(tokenHash: string, at: Date): Promise<void>;
  end(tokenHash: string): Promise<void>;
  /** Forgets sessions created or last active before these moments. */
  forget(before: { createdAt: Date; lastActiveAt: Date }): Promise<void>;
};

/** How often a login or an address failed, and until when it is locked. */
export type LoginFailures = {
  /**
   * Counts one more attempt on the key as failed before it is tried, so that many at once cannot slip through.
   * Answers until when the key is locked, and counts nothing, when it is.
   * `lockSeconds` tells for how long the n-th failure locks; failures older than `forgetBefore` do not count.
   */
  count(key: string, lockSeconds: number[], at: Date, forgetBefore: Date): Promise<Date | undefined>;
  clear(keys: string[]): Promise<void>;
  forget(before: Date): Promise<void>;
};

/** Who is at the desk. */
export type StaffPresence = {
  here(accountId: string, available: boolean, at: Date): Promise<{ changed: boolean }>;
  gone(accountId: string): Promise<void>;
  /** How many available people were there after `since`. */
  count(since: Date): Promise<number>;
  isAvailable(accountId: string, since: Date): Promise<boolean>;
};

/** A consultant who has a conversation; `present` means the page was there a moment ago, available or not. */
export type Holder = { id: string; name: string; present: boolean };

/** One conversation as lists show it. */
export type Listed = {
  conversation: Conversation;
  lastSeq: number;
  /** What a person said last, resident or consultant. */
  lastLine?: Pick<Entry, "seq" | "author" | "text" | "at">;
  holder?: Holder;
  startedAt: Date;
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
  at: Date;
  maskedText: string;
  candidates: Candidate[];
  decision: string;
  because: string;
};

/** A conversation, read in the transaction that holds the conversation's lock. */
export type Locked = {
  conversation: Conversation;
  lastSeq: number;
  holder?: Holder;
  entriesAfter(seq: number, most: number): Promise<Entry[]>;
  entry(id: string): Promise<Entry | undefined>;
};

/** What a consultant's act does; without a `change` nothing is written. */
export type Act<Result> = { result: Result; change?: DeskChange };

export type DeskChange = {
  speaker: Speaker;
  consultantId?: string;
  memory: Memory;
  entry: Pick<Entry, "id" | "author" | "authorName" | "text" | "occasion">;
  closing?: Closing;
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

/** Conversations as consultants see and change them. `presentSince`: a later sign of life means "present". */
export type StaffDesk = {
  /** In the order of the queue. */
  waiting(presentSince: Date, most: number): Promise<Listed[]>;
  /** Held by any consultant, longest held first. */
  held(presentSince: Date, most: number): Promise<Listed[]>;
  /** Not closed, last begun first; `before` is the `startedAt` and id of the last one seen. */
  open(presentSince: Date, page: { before?: { at: Date; id: string }; most: number }): Promise<Listed[]>;
  find(id: string, presentSince: Date): Promise<(Listed & { closed?: Closing & { by: string; at: Date } }) | undefined>;
  entriesAfter(id: string, seq: number, most: number): Promise<Entry[]>;
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
  /** Open ones oldest first, done ones newest first. */
  contactTasks(wanted: { done: boolean; most: number }): Promise<ContactTask[]>;
  openContactTasks(): Promise<number>;
  finishContactTask(
    id: string,
    done: { accountId: string; result: TaskResult },
    at: Date,
  ): Promise<"done" | "not_found">;
};

/** Somebody may be in danger, in the words of one message; the text is masked. */
export type Alert = Pick<NewAlert, "reason" | "text" | "language"> & { id: string; conversationId: string; at: Date };

/** Alerts until somebody has seen them. */
export type StaffAlerts = {
  /** Those nobody has seen yet, newest first. */
  open(most: number): Promise<Alert[]>;
  /** Notes who saw it, the first time; answers who that was, whoever asks. Undefined when there is no such alert. */
  see(id: string, accountId: string, at: Date): Promise<{ by: string; at: Date; isFirst: boolean } | undefined>;
};

/** What a message probably meant, for editors to decide on; `by` is the consultant who says so. */
export type ProposedLabel = Pick<NewLabel, "text" | "intent" | "instead" | "proposedBy"> & {
  id: string;
  conversationId: string;
  by?: string;
  at: Date;
};

/** Corrections of what the bot understood. */
export type StaffLabels = {
  /** A message's id, its masked words, and the meanings the bot acted on; undefined when no turn ran on it. */
  recorded(
    conversationId: string,
    seq: number,
  ): Promise<{ messageId: string; maskedText: string; instead: Intent[] } | undefined>;
  /** Another word of the same consultant on the same message takes the place of the first. */
  propose(
    label: Omit<NewLabel, "proposedBy">,
    where: { conversationId: string; accountId: string; at: Date },
  ): Promise<void>;
  /** Newest first; `before` is the `at` and id of the last one seen. */
  proposed(page: { before?: { at: Date; id: string }; most: number }): Promise<ProposedLabel[]>;
};

/** Everything the store does for staff. */
export type StaffStore = {
  accounts: StaffAccounts;
  sessions: StaffSessions;
  failures: LoginFailures;
  presence: StaffPresence;
  desk: StaffDesk;
  alerts: StaffAlerts;
  labels: StaffLabels;
};
