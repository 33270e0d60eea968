import type { ColumnType, Generated, GeneratedAlways } from "kysely";
import type { ReceiptState } from "../channels/channel";
import type { Language } from "../conversation/language";

type ChannelEvents = {
  channel: string;
  external_id: string;
  person: string;
  rank: number;
  number: GeneratedAlways<number>;
  kind: string;
  payload: ColumnType<unknown, string | null, string | null>;
  state: Generated<"due" | "done" | "given_up">;
  attempts: Generated<number>;
  due_at: Date;
  reason: string | null;
  received_at: Date;
  done_at: Date | null;
};

type Outbox = {
  id: string;
  conversation_id: string;
  seq: number;
  channel: string;
  /** `held`: until the resident writes. */
  state: Generated<"due" | "held" | "done" | "given_up">;
  attempts: Generated<number>;
  due_at: Date;
  reason: string | null;
  created_at: Date;
  done_at: Date | null;
  receipt: ReceiptState | null;
};

type OutboxParts = { outbox_id: string; part: number; channel: string; platform_id: string | null; sent_at: Date };

type ContinuationCodes = {
  code_hash: string;
  conversation_id: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  used_in: string | null;
};

type AppDevices = {
  id: string;
  api_key: string;
  token_hash: string;
  language: Language;
  created_at: Date;
  seen_at: Date;
  ended_at: Date | null;
};

/** What lies between the platforms and the conversations. */
export type ChannelTables = {
  channel_events: ChannelEvents;
  outbox: Outbox;
  outbox_parts: OutboxParts;
  continuation_codes: ContinuationCodes;
  app_devices: AppDevices;
};
