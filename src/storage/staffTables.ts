import type { Generated } from "kysely";
import type { Language } from "../conversation/language";
import type { NewAlert, NewLabel } from "../conversation/outcome";
import type { Closing, KnownAccount, TaskResult } from "../staff/doors";
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
};

type StaffSessions = { token_hash: string; account_id: string; created_at: Date; last_active_at: Date };

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

export type StaffTables = {
  staff_accounts: StaffAccounts;
  staff_sessions: StaffSessions;
  staff_presence: StaffPresence;
  login_failures: LoginFailures;
  conversation_closings: ConversationClosings;
  contact_task_results: ContactTaskResults;
  alerts: Alerts;
  proposed_labels: ProposedLabels;
};
