import type { Migration } from "./migration";

export const desk: Migration = {
  name: "0008_console",
  statements: [
    "alter table staff_accounts drop constraint staff_accounts_role_check",
    `update staff_accounts set role = case role when 'manager' then 'supervisor' when 'admin' then 'administrator'
      else role end`,
    `alter table staff_accounts
      add constraint staff_accounts_role_check
        check (role in ('consultant', 'supervisor', 'editor', 'analyst', 'administrator')),
      add column capacity integer not null default 4,
      add column languages text[] not null default '{pl}',
      add column areas text[] not null default '{}',
      add column totp_pending text,
      add column totp_sealed text,
      add column totp_last_step bigint,
      add column recovery_hashes text[] not null default '{}',
      add column oidc_subject text unique`,
    // What existed before got ids and no device.
    `alter table staff_sessions
      add column id text not null unique default gen_random_uuid()::text,
      add column device text not null default '',
      add column via_provider boolean not null default false`,
    "create table teams (id text primary key, name text not null unique, created_at timestamptz not null)",
    `create table team_members (
      team_id text not null references teams (id) on delete cascade,
      account_id text not null references staff_accounts (id) on delete cascade,
      primary key (team_id, account_id)
    )`,
    "create index team_members_account on team_members (account_id)",

    // What only the desk needs of a conversation; the row is made when people first have to do with it.
    `create table desk_conversations (
      conversation_id text primary key references conversations (id) on delete cascade,
      topic_kind text,
      topic_id text,
      area text,
      team_id text references teams (id) on delete set null,
      tags text[] not null default '{}',
      offered_to text references staff_accounts (id),
      offered_until timestamptz check ((offered_until is null) = (offered_to is null)),
      declined text[] not null default '{}',
      snoozed_until timestamptz,
      queued_at timestamptz,
      taken_at timestamptz,
      first_reply_at timestamptz,
      closed_at timestamptz,
      closed_reason text
    )`,
    // What waits, is held or was closed before.
    `insert into desk_conversations (conversation_id, queued_at, closed_at, closed_reason)
      select conversation.id, conversation.waiting_since, closing.at, closing.reason
      from conversations conversation
        left join lateral (
          select at, reason from conversation_closings
          where conversation_id = conversation.id and conversation.speaker = 'closed' order by seq desc limit 1
        ) closing on true
      where conversation.speaker <> 'bot'`,
    "create index desk_offered on desk_conversations (offered_to) where offered_to is not null",
    "create index desk_snoozed on desk_conversations (snoozed_until) where snoozed_until is not null",
    "create index desk_closed on desk_conversations (closed_at, conversation_id) where closed_at is not null",
    "create index desk_tags on desk_conversations using gin (tags)",
    `create table timers (
      id text primary key,
      kind text not null check (kind in ('offer_ends', 'consultant_silent', 'snooze_ends', 'waits_too_long')),
      conversation_id text not null references conversations (id) on delete cascade,
      due_at timestamptz not null,
      unique (conversation_id, kind)
    )`,
    "create index timers_due on timers (due_at)",
    // Nobody who waits already is forgotten. Times are compared in milliseconds.
    `insert into timers (id, kind, conversation_id, due_at)
      select gen_random_uuid()::text, 'waits_too_long', id,
        date_trunc('milliseconds', waiting_since) + interval '10 minutes'
      from conversations where waiting_since is not null`,
    `insert into timers (id, kind, conversation_id, due_at)
      select gen_random_uuid()::text, 'consultant_silent', id, date_trunc('milliseconds', now()) + interval '10 minutes'
      from conversations where speaker = 'consultant'`,
    // One row for every time somebody waited: the samples of waiting times.
    `create table queue_waits (
      id bigint generated always as identity primary key,
      conversation_id text not null references conversations (id) on delete cascade,
      channel text not null,
      language text not null,
      area text,
      entered_at timestamptz not null,
      left_at timestamptz not null,
      how text not null check (how in ('taken', 'resident_left', 'returned_to_bot', 'closed')),
      account_id text references staff_accounts (id)
    )`,
    "create index queue_waits_left on queue_waits (left_at)",
    "create index queue_waits_conversation on queue_waits (conversation_id)",
    "create index queue_waits_account on queue_waits (account_id, left_at)",

    `create table conversation_notes (
      id text primary key,
      conversation_id text not null references conversations (id) on delete cascade,
      account_id text not null references staff_accounts (id),
      text text not null,
      at timestamptz not null
    )`,
    "create index conversation_notes_of on conversation_notes (conversation_id, at)",
    `create table note_mentions (
      note_id text not null references conversation_notes (id) on delete cascade,
      account_id text not null references staff_accounts (id) on delete cascade,
      seen_at timestamptz,
      primary key (note_id, account_id)
    )`,
    "create index note_mentions_unseen on note_mentions (account_id) where seen_at is null",
    // A resident is asked after each closing; `seq` is the line of the closing.
    `create table ratings (
      conversation_id text not null references conversations (id) on delete cascade,
      seq integer not null,
      account_id text references staff_accounts (id),
      asked_at timestamptz not null,
      score integer check (score between 1 and 5),
      word text,
      at timestamptz,
      primary key (conversation_id, seq)
    )`,
    "create index ratings_at on ratings (asked_at)",
    `create table blocks (
      id text primary key,
      channel text not null,
      resident_id text not null,
      conversation_id text references conversations (id) on delete set null,
      until timestamptz not null,
      reason text not null,
      account_id text not null references staff_accounts (id),
      at timestamptz not null,
      lifted_by text references staff_accounts (id),
      lifted_at timestamptz
    )`,
    "create index blocks_resident on blocks (channel, resident_id)",
    "create index conversations_resident on conversations (channel, resident_id, created_at)",

    // The place of every conversation in lists, and stems without diacritics of what people said in it. `at` is the
    // time of its newest line when the index saw it last. The words lie apart from the row, so that walking is quick.
    `create table conversation_search (
      conversation_id text primary key references conversations (id) on delete cascade,
      seq integer not null default 0,
      notes integer not null default 0,
      at timestamptz not null,
      channel text not null,
      language text not null,
      words tsvector not null default ''
    ) with (toast_tuple_target = 128)`,
    `insert into conversation_search (conversation_id, at, channel, language)
      select id, created_at, channel, coalesce(memory ->> 'language', 'pl') from conversations`,
    // A conversation is in the lists at once, its words a moment later.
    `create function conversation_begins() returns trigger language plpgsql as $$
      begin
        insert into conversation_search (conversation_id, at, channel, language)
          values (new.id, new.created_at, new.channel, coalesce(new.memory ->> 'language', 'pl'));
        return null;
      end $$`,
    `create trigger conversation_begins after insert on conversations
      for each row execute function conversation_begins()`,
    "create index conversation_search_words on conversation_search using gin (words)",
    "create index conversation_search_at on conversation_search (at, conversation_id)",
    "create index conversation_search_channel on conversation_search (channel, at, conversation_id)",

    `create table calls (
      conversation_id text primary key references conversations (id) on delete cascade,
      account_id text not null references staff_accounts (id),
      started_at timestamptz not null,
      ended_at timestamptz not null,
      topics jsonb not null,
      told jsonb not null,
      note text not null,
      outcome text not null
    )`,
    "create index calls_ended on calls (ended_at)",

    `create table mails (
      id text primary key,
      same_as text not null unique,
      recipient text not null,
      subject text not null,
      text text not null,
      state text not null default 'due' check (state in ('due', 'done', 'given_up')),
      attempts integer not null default 0,
      due_at timestamptz not null,
      reason text,
      created_at timestamptz not null,
      done_at timestamptz
    )`,
    "create index mails_due on mails (due_at) where state = 'due'",

    `create table audit_log (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      account_id text,
      login text,
      act text not null,
      subject_kind text,
      subject_id text,
      details jsonb not null
    )`,
    "create index audit_log_account on audit_log (account_id, id)",
    "create index audit_log_subject on audit_log (subject_id, act, id)",
    `create function audit_log_is_append_only() returns trigger language plpgsql as $$
      begin raise exception 'the audit log is append-only'; end $$`,
    `create trigger audit_log_append_only before update or delete or truncate on audit_log
      for each statement execute function audit_log_is_append_only()`,

    "alter table entries drop constraint entries_occasion_check",
    `alter table entries add constraint entries_occasion_check check (occasion in ('consultant_joined',
      'returned_to_bot', 'closed', 'transferred', 'returned_to_queue', 'request_filed', 'resident_left'))`,
    "create index entries_occasions on entries (occasion, at) where occasion is not null",
    "create index conversation_closings_at on conversation_closings (at)",
    "create index service_requests_requested_kind on service_requests (requested_at, kind)",
  ],
};
