import type { Migration } from "./migration";

export const alerts: Migration = {
  name: "0006_alerts",
  statements: [
    `create table alerts (
      id text primary key,
      conversation_id text not null references conversations (id) on delete cascade,
      message_id text not null,
      reason text not null check (reason in ('danger', 'crisis')),
      text text not null,
      language text not null,
      at timestamptz not null,
      seen_by text references staff_accounts (id),
      seen_at timestamptz check ((seen_at is null) = (seen_by is null)),
      unique (message_id, reason)
    )`,
    "create index alerts_open on alerts (at, id) where seen_at is null",
    "create index alerts_conversation on alerts (conversation_id)",
  ],
};
