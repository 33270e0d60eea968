import type { Migration } from "./migration";

// Every turn rewrites its conversation's row: no index on what changes then, and free space on the page,
// so that the new row stays beside the old one and no index has to follow it.
export const conversations: Migration = {
  name: "0001_conversations",
  statements: [
    `create table conversations (
      id text primary key,
      channel text not null,
      resident_id text not null,
      address jsonb,
      speaker text not null check (speaker in ('bot', 'waiting', 'consultant', 'closed')),
      consultant_id text,
      version integer not null default 0,
      last_seq integer not null default 0,
      memory jsonb not null,
      waiting_since timestamptz check ((waiting_since is not null) = (speaker = 'waiting')),
      created_at timestamptz not null,
      updated_at timestamptz not null
    ) with (fillfactor = 70)`,
    "create index conversations_waiting on conversations (waiting_since, id) where waiting_since is not null",
    "create index conversations_consultant on conversations (consultant_id) where consultant_id is not null",
    "create index conversations_created on conversations (created_at)",
    `create table entries (
      conversation_id text not null references conversations (id) on delete cascade,
      seq integer not null,
      id text not null,
      author text not null check (author in ('resident', 'bot', 'consultant', 'system')),
      author_name text,
      text text not null,
      choices jsonb,
      attachments jsonb,
      occasion text check (occasion in ('consultant_joined', 'returned_to_bot', 'closed')),
      channel text not null,
      external_id text,
      state text not null check (state in ('pending', 'done')),
      failures integer not null default 0,
      at timestamptz not null,
      primary key (conversation_id, seq)
    )`,
    "create unique index entries_external on entries (channel, external_id) where external_id is not null",
    "create index entries_pending on entries (conversation_id, seq) where state = 'pending'",
    `create table turn_records (
      conversation_id text not null references conversations (id) on delete cascade,
      seq integer not null,
      at timestamptz not null,
      language text not null,
      decision text not null,
      record jsonb not null,
      primary key (conversation_id, seq)
    )`,
    "create index turn_records_at on turn_records (at)",
  ],
};
