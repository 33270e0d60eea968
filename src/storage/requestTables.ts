import type { ColumnType, Generated } from "kysely";
import type { Language } from "../conversation/language";
import type { OfficeName } from "../serviceRequests/doors";
import type { Json } from "./json";

type Followers = {
  key: string;
  service_request_id: string;
  kind: "reporter" | "follower";
  conversation_id: string | null;
  email: string | null;
  language: Language;
  created_at: Date;
  ended_at: Date | null;
};

type Notices = {
  id: string;
  service_request_id: string;
  event: number;
  kind: "event" | "fixed";
  follower: string;
  state: Generated<"due" | "done" | "given_up">;
  attempts: Generated<number>;
  due_at: Date;
  reason: string | null;
  created_at: Date;
  done_at: Date | null;
};

type UnitDeliveries = {
  id: string;
  service_request_id: string;
  event: number;
  unit: string;
  state: Generated<"due" | "done" | "withheld" | "given_up">;
  attempts: Generated<number>;
  due_at: Date;
  sent_to: ColumnType<unknown, string | undefined, string>;
  external_id: string | null;
  first_failed_at: Date | null;
  reason: string | null;
  created_at: Date;
  done_at: Date | null;
};

type OfficeSettings = { name: OfficeName; version: number; value: Json; at: Date; account_id: string; why: string };

type ApiKeys = {
  id: string;
  name: string;
  hash: string;
  unit: string | null;
  per_minute: number;
  created_at: Date;
  created_by: string;
  ended_at: Date | null;
  last_used_at: Date | null;
};

/** The tables around service requests; the schema itself is in `migrations/lifeOfRequests.ts`. */
export type RequestTables = {
  service_request_followers: Followers;
  service_request_notices: Notices;
  service_request_ask_fixed: { service_request_id: string; event: number; due_at: Date; done_at: Date | null };
  service_request_notes: { id: string; service_request_id: string; account_id: string; text: string; at: Date };
  unit_deliveries: UnitDeliveries;
  seen_answers: { source: string; external_id: string; at: Date };
  idea_supports: { service_request_id: string; supporter: string; at: Date };
  office_settings: OfficeSettings;
  api_keys: ApiKeys;
};
