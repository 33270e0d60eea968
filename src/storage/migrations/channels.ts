import type { Migration } from "./migration";

// What platforms tell us, what became of what we sent them, and how a resident goes on somewhere else.
export const channels: Migration = {
  name: "0016_channels",
  statements: [
    `create table channel_events (
      channel text not null,
      external_id text not null,
      person text not null,
      rank bigint not null,
      number bigint generated always as identity,
      kind text not null,
      payload jsonb,
      state text not null default 'due' check (state in ('due', 'done', 'given_up')),
      attempts integer not null default 0,
      due_at timestamptz not null,
      reason text,
      received_at timestamptz not null,
      done_at timestamptz,
      primary key (channel, external_id)
    )`,
    "create index channel_events_due on channel_events (channel, person, rank, number) where state = 'due'",
    // The next one is found without looking at all that wait, however many a flood brings.
    "create index channel_events_next on channel_events (number) where state = 'due'",
    "create index channel_events_done on channel_events (done_at) where done_at is not null",
    // A file that is sent after its words, a reaction, a message written anew: said, but not in plain words.
    "alter table entries add column form text check (form in ('sticker', 'reaction', 'edit', 'unreadable'))",
    "alter table outbox drop constraint outbox_state_check",
    "alter table outbox add constraint outbox_state_check check (state in ('due', 'held', 'done', 'given_up'))",
    "alter table outbox add column receipt text check (receipt in ('sent', 'delivered', 'read', 'failed'))",
    "drop index outbox_due",
    "create index outbox_due on outbox (channel, created_at, conversation_id, seq) where state = 'due'",
    "create index outbox_held on outbox (conversation_id) where state = 'held'",
    `create table outbox_parts (
      outbox_id text not null references outbox (id) on delete cascade,
      part integer not null,
      channel text not null,
      platform_id text,
      sent_at timestamptz not null,
      primary key (outbox_id, part)
    )`,
    "create index outbox_parts_platform on outbox_parts (channel, platform_id) where platform_id is not null",
    `create table continuation_codes (
      code_hash text primary key,
      conversation_id text not null references conversations (id) on delete cascade,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      used_in text
    )`,
    "create index continuation_codes_conversation on continuation_codes (conversation_id)",
    // Somebody who wants no more news asks of one conversation.
    "create index service_request_followers_conversation on service_request_followers (conversation_id)",
    // Programs that residents carry with them; each has a token of its own, of which only the hash is kept.
    `create table app_devices (
      id text primary key,
      api_key text not null,
      token_hash text not null unique,
      language text not null,
      created_at timestamptz not null,
      seen_at timestamptz not null,
      ended_at timestamptz
    )`,
  ],
};
