import { z } from "zod";
import type { HandoffReason, Speaker } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { NewAlert, NewLabel } from "../conversation/outcome";
import type { Occasion } from "../conversation/transcript";
import type { Intent } from "../conversation/understanding";
import { type Right, Role } from "./account";

/** What the staff page sends (schemas) and receives (types). Times are ISO 8601. The table of routes is `routes.ts`. */

const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/);
/** The database keeps no character zero. */
const Text = z.string().refine((text) => !text.includes("\0"));
const Name = Text.trim().min(1).max(60);

export const LoginBody = z.strictObject({ login: Text.max(200), password: z.string().max(1000) });
export const PasswordBody = z.strictObject({ old: z.string().max(1000), new: z.string().max(1000) });

/** Why a new password will not do. */
export type PasswordMistake = "too_short" | "too_long" | "has_login" | "too_common" | "same_as_before";

/** `active`: the person touched the page since the last heartbeat; only that keeps the session alive. */
export const PresenceBody = z.strictObject({ available: z.boolean(), active: z.boolean() });

export const SayBody = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  /** The last seq the author saw; a newer line of somebody else makes the words stale. */
  lastSeq: z.int32().nonnegative(),
  /** Made by the page, one per thing said; a repeated call with it says nothing twice. */
  key: z.uuid(),
});

/** Why a consultant closes a conversation. */
export const CloseReason = z.enum(["solved", "redirected", "phoned", "resident_left", "abuse", "spam", "other"]);
export type CloseReason = z.infer<typeof CloseReason>;
export const CloseBody = z
  .strictObject({ reason: CloseReason, note: Text.trim().max(1000) })
  .refine(({ reason, note }) => reason !== "other" || note !== "", "another reason needs a note");

/** What the resident's message with this seq meant, in a consultant's eyes. */
export const LabelBody = z.strictObject({
  seq: z.int32().positive(),
  intent: z.strictObject({
    kind: z.enum(["article", "service", "dialog", "talk", "outside"]),
    id: Text.min(1).max(200),
  }),
});

export const TaskDoneBody = z.strictObject({ result: z.enum(["reached", "not_reached"]) });

export const NewAccountBody = z.strictObject({ login: Login, name: Name, role: Role });
export const AccountChangeBody = z
  .strictObject({ name: Name, role: Role, disabled: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "nothing to change");

export type SessionView = {
  account: { id: string; login: string; name: string; role: Role; mustChangePassword: boolean };
  rights: Right[];
  csrf: string;
  /** When the session ends if nobody touches the page. */
  endsAt: string;
  available: boolean;
};

export type PresenceView = { endsAt: string; present: number };

/** One conversation in a list. `position` is its place in the queue. */
export type QueueItem = {
  id: string;
  channel: string;
  language: Language;
  speaker: Speaker;
  since: string;
  position?: number;
  reason?: HandoffReason;
  summary?: string;
  holder?: Person;
  lastSeq: number;
  /** What a person said last, shortened. */
  lastLine?: { seq: number; author: EntryView["author"]; text: string; at: string };
};

/** `present`: the page of this person was there a moment ago. */
export type Person = { id: string; name: string; present: boolean };

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

export type QueueView = {
  /** Newest first. */
  alerts: AlertView[];
  waiting: QueueItem[];
  mine: QueueItem[];
  /** Held by other consultants. */
  held: QueueItem[];
  present: number;
  openTasks: number;
};

/** A page of a list; `next` asks for the one after it. */
export type Paged<T> = { items: T[]; next?: string };

export type AttachmentView = { id: string; name: string; contentType: string; sizeBytes: number };

export type EntryView = {
  seq: number;
  id: string;
  at: string;
  author: "resident" | "bot" | "consultant" | "system";
  authorName?: string;
  text: string;
  choices?: string[];
  attachments?: AttachmentView[];
  occasion?: Occasion;
};

/** What the bot made of one message; the text is masked. */
export type ThoughtView = {
  at: string;
  maskedText: string;
  candidates: { meaning: string; confidence: number }[];
  decision: string;
  because: string;
};

export type ConversationView = QueueItem & {
  /** Fields of the dialog that was going on, with their labels. */
  filled: { label: string; value: string }[];
  dialog?: string;
  /** With a seq above the one asked for, oldest first. */
  entries: EntryView[];
  /** Newest first. */
  thoughts: ThoughtView[];
  serviceRequests: ServiceRequestView[];
  closed?: { reason: CloseReason; note: string; by: string; at: string };
};

export type ServiceRequestView = {
  service_request_id: string;
  service: string;
  kind: "report" | "idea";
  status: "open" | "closed";
  status_notes: string;
  agency_responsible: string;
  description: string;
  place: string;
  contact: { phone?: string; email?: string };
  attachments: AttachmentView[];
  conversationId?: string;
  requestedAt: string;
};

export type TaskView = {
  id: string;
  conversationId?: string;
  contact: string;
  matter: string;
  language: Language;
  createdAt: string;
  done?: { result: "reached" | "not_reached"; by: string; at: string };
};

/** What a message probably meant, by a resident's click or a consultant's word; the text is masked. */
export type LabelView = {
  id: string;
  conversationId: string;
  text: string;
  /** Nothing of what was offered when missing. */
  intent?: Intent;
  /** What the bot took it for or offered. */
  instead: Intent[];
  proposedBy: NewLabel["proposedBy"];
  by?: string;
  at: string;
};

export type AccountView = {
  id: string;
  login: string;
  name: string;
  role: Role;
  disabled: boolean;
  mustChangePassword: boolean;
  createdAt: string;
  lastLoginAt?: string;
};

/** A fresh or reset account; the one-time password is told here and nowhere else. */
export type AccountWithPassword = { account: AccountView; oneTimePassword: string };

/** A refusal is `{ error: Refused }`; the words for its code are the page's. */
export type Refused =
  | { code: "login_refused" | "no_session" | "csrf" | "wrong_origin" | "not_json" | "forbidden" }
  | { code: "password_change_required" | "not_found" | "login_taken" | "yourself" | "last_administrator" }
  | { code: "locked"; retryAfterSeconds: number }
  | { code: "wrong_body"; fields: string[] }
  /** No article, service, dialog, small talk or outside matter of that name. */
  | { code: "unknown_intent"; fields: string[] }
  | { code: "password_refused"; because: PasswordMistake | "wrong_old" }
  | { code: "held"; by: string }
  | { code: "not_yours"; by?: string }
  | { code: "closed" }
  | { code: "stale"; missed: EntryView[]; lastSeq: number };

/** What `GET live` sends: the names of server-sent events and their JSON. It says what changed; the page fetches it. */
export type LiveEvents = {
  news: { conversationId: string; seq: number };
  /** The resident is writing. */
  typing: { conversationId: string };
  queue: Record<string, never>;
  /** The session is over; the stream ends. */
  over: Record<string, never>;
};
