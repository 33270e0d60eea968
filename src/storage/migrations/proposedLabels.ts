import type { Migration } from "./migration";

// A resident and each consultant have one say about a message; a resident's has no account.
export const proposedLabels: Migration = {
  name: "0007_proposed_labels",
  statements: [
    `create table proposed_labels (
      id text primary key,
      conversation_id text not null references conversations (id) on delete cascade,
      message_id text not null,
      text text not null,
      intent_kind text,
      intent_id text check ((intent_id is null) = (intent_kind is null)),
      instead jsonb not null,
      proposed_by text not null check (proposed_by in ('resident', 'consultant')),
      account_id text references staff_accounts (id),
      at timestamptz not null,
      state text not null default 'proposed',
      unique nulls not distinct (message_id, proposed_by, account_id)
    )`,
    "create index proposed_labels_at on proposed_labels (at, id)",
    "create index proposed_labels_conversation on proposed_labels (conversation_id)",
  ],
};
