import type { Generated } from "kysely";
import type { Language } from "../conversation/language";
import type { NewAlert, NewLabel } from "../conversation/outcome";
import type { Intent } from "../conversation/understanding";
import type { CareState, Closing, KnownAccount, NewCall, TaskResult, TimerKind } from "../staff/doors";
import type { Json } from "./json";

type StaffAccounts = {
  id: string;
  login: string;
  display_name: string;
  role: KnownAccount["role"];
  password_hash: string;
  password_set_at: Date;
  must_change_password: boolean;
  created_at: Date;
  last_login_at: Date | null;
  disabled_at: Date | null;
  capacity: Generated<number>;
  languages: Generated<Language[]>;
  areas: Generated<string[]>;
  totp_pending: string | null;
  totp_sealed: string | null;
  totp_last_step: number | null;
  recovery_hashes: Generated<string[]>;
  oidc_subject: string | null;
};

type StaffSessions = {
  id: Generated<string>;
  token_hash: string;
  account_id: string;
  device: string;
  via_provider: boolean;
  created_at: Date;
  last_active_at: Date;
};

type DeskConversations = {
  conversation_id: string;
  topic_kind: Intent["kind"] | null;
  topic_id: string | null;
  area: string | null;
  team_id: string | null;
  tags: Generated<string[]>;
  offered_to: string | null;
  offered_until: Date | null;
  declined: Generated<string[]>;
  snoozed_until: Date | null;
  /** When it began to wait this time; its place in the queue may be older. */
  queued_at: Date | null;
  taken_at: Date | null;
  first_reply_at: Date | null;
  closed_at: Date | null;
  closed_reason: Closing["reason"] | null;
};

type Timers = { id: string; kind: TimerKind; conversation_id: string; due_at: Date };

type QueueWaits = {
  id: Generated<number>;
  conversation_id: string;
  channel: string;
  language: Language;
  area: string | null;
  entered_at: Date;
  left_at: Date;
  how: "taken" | "resident_left" | "returned_to_bot" | "closed";
  account_id: string | null;
};

type ConversationNotes = { id: string; conversation_id: string; account_id: string; text: string; at: Date };

type Ratings = {
  conversation_id: string;
  seq: number;
  account_id: string | null;
  asked_at: Date;
  score: number | null;
  word: string | null;
  at: Date | null;
};

type Blocks = {
  id: string;
  channel: string;
  resident_id: string;
  conversation_id: string | null;
  until: Date;
  reason: string;
  account_id: string;
  at: Date;
  lifted_by: string | null;
  lifted_at: Date | null;
};

/** `words` is a tsvector; it is only ever written and searched by SQL. */
type ConversationSearch = {
  conversation_id: string;
  seq: Generated<number>;
  notes: Generated<number>;
  at: Date;
  channel: string;
  language: Language;
  words: Generated<unknown>;
};

type Calls = {
  conversation_id: string;
  account_id: string;
  started_at: Date;
  ended_at: Date;
  topics: Json;
  told: Json;
  note: string;
  outcome: NewCall["outcome"];
};

type Mails = {
  id: string;
  same_as: string;
  recipient: string;
  subject: string;
  text: string;
  reply_to: string | null;
  state: Generated<"due" | "done" | "given_up">;
  attempts: Generated<number>;
  due_at: Date;
  reason: string | null;
  created_at: Date;
  done_at: Date | null;
};

type AuditLog = {
  id: Generated<number>;
  at: Date;
  account_id: string | null;
  login: string | null;
  act: string;
  subject_kind: string | null;
  subject_id: string | null;
  details: Json;
};

type StaffPresence = { account_id: string; last_beat_at: Date; available: boolean };

type LoginFailures = { key: string; failures: number; last_at: Date; locked_until: Date | null };

type ConversationClosings = {
  conversation_id: string;
  seq: number;
  reason: Closing["reason"];
  note: string;
  account_id: string;
  at: Date;
};

type ContactTaskResults = { task_id: string; result: TaskResult; account_id: string; at: Date };

type Alerts = {
  id: string;
  conversation_id: string;
  message_id: string;
  reason: NewAlert["reason"];
  text: string;
  language: Language;
  at: Date;
  seen_by: string | null;
  seen_at: Date | null;
};

type ProposedLabels = {
  id: string;
  conversation_id: string;
  message_id: string;
  text: string;
  intent_kind: string | null;
  intent_id: string | null;
  instead: Json;
  proposed_by: NewLabel["proposedBy"];
  account_id: string | null;
  at: Date;
  state: Generated<"proposed">;
};

type QuestionCares = {
  id: Generated<number>;
  source: string;
  state: CareState;
  owner_id: string | null;
  account_id: string;
  at: Date;
  batch: string;
  note: string;
  target: unknown;
};

export type StaffTables = {
  staff_accounts: StaffAccounts;
  staff_sessions: StaffSessions;
  staff_presence: StaffPresence;
  login_failures: LoginFailures;
  conversation_closings: ConversationClosings;
  contact_task_results: ContactTaskResults;
  teams: { id: string; name: string; created_at: Date };
  team_members: { team_id: string; account_id: string };
  desk_conversations: DeskConversations;
  timers: Timers;
  queue_waits: QueueWaits;
  conversation_notes: ConversationNotes;
  note_mentions: { note_id: string; account_id: string; seen_at: Date | null };
  ratings: Ratings;
  blocks: Blocks;
  conversation_search: ConversationSearch;
  calls: Calls;
  mails: Mails;
  audit_log: AuditLog;
  alerts: Alerts;
  proposed_labels: ProposedLabels;
  question_cares: QuestionCares;
};
