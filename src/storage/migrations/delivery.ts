import type { Migration } from "./migration";

export const delivery: Migration = {
  name: "0003_delivery",
  statements: [
    `create table outbox (
      id text primary key,
      conversation_id text not null,
      seq integer not null,
      channel text not null,
      state text not null default 'due' check (state in ('due', 'done', 'given_up')),
      attempts integer not null default 0,
      due_at timestamptz not null,
      reason text,
      created_at timestamptz not null,
      done_at timestamptz,
      foreign key (conversation_id, seq) references entries (conversation_id, seq) on delete cascade
    )`,
    "create unique index outbox_entry on outbox (conversation_id, seq)",
    "create index outbox_due on outbox (created_at, conversation_id, seq) where state = 'due'",
    `create table files (
      id text primary key,
      conversation_id text not null references conversations (id) on delete cascade,
      name text not null,
      content_type text not null,
      size_bytes integer not null,
      bytes bytea not null,
      created_at timestamptz not null default now()
    )`,
    // Photographs are compressed already.
    "alter table files alter column bytes set storage external",
    "create index files_conversation on files (conversation_id)",
  ],
};
