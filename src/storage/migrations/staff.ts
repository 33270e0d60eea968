import type { Migration } from "./migration";

export const staff: Migration = {
  name: "0004_staff",
  statements: [
    `create table staff_accounts (
      id text primary key,
      login text not null unique,
      display_name text not null,
      role text not null check (role in ('consultant', 'editor', 'manager', 'admin')),
      password_hash text not null,
      password_set_at timestamptz not null,
      must_change_password boolean not null,
      created_at timestamptz not null,
      last_login_at timestamptz,
      disabled_at timestamptz
    )`,
    `create table staff_sessions (
      token_hash text primary key,
      account_id text not null references staff_accounts (id) on delete cascade,
      created_at timestamptz not null,
      last_active_at timestamptz not null
    )`,
    "create index staff_sessions_account on staff_sessions (account_id)",
    `create table staff_presence (
      account_id text primary key references staff_accounts (id) on delete cascade,
      last_beat_at timestamptz not null,
      available boolean not null
    )`,
    // Counted by login and by address, known or not, so that a lock tells nobody which logins exist.
    `create table login_failures (
      key text primary key,
      failures integer not null,
      last_at timestamptz not null,
      locked_until timestamptz
    )`,
    "create index login_failures_last on login_failures (last_at)",
    `create table conversation_closings (
      conversation_id text not null references conversations (id) on delete cascade,
      seq integer not null,
      reason text not null,
      note text not null,
      account_id text not null references staff_accounts (id),
      at timestamptz not null,
      primary key (conversation_id, seq)
    )`,
    // How it ended, beside the task that was filed.
    `create table contact_task_results (
      task_id text primary key references contact_tasks (id) on delete cascade,
      result text not null check (result in ('reached', 'not_reached')),
      account_id text not null references staff_accounts (id),
      at timestamptz not null
    )`,
  ],
};
