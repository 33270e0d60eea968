import type { Migration } from "./migration";

// What a resident filed is never overwritten. `status`, `status_notes`, `agency_responsible` and `updated_at`
// repeat the newest event, so that lists can be indexed; the events are the truth.
export const serviceRequests: Migration = {
  name: "0002_service_requests",
  statements: [
    `create table service_requests (
      id text primary key,
      same_as text not null unique,
      conversation_id text references conversations (id) on delete set null,
      service text not null,
      kind text not null check (kind in ('report', 'idea')),
      service_version text not null,
      routed_because text not null,
      description text not null,
      place text not null,
      answers jsonb not null,
      contact jsonb not null,
      attachments jsonb not null,
      language text not null,
      requested_at timestamptz not null,
      status text not null check (status in ('open', 'closed')),
      status_notes text not null,
      agency_responsible text not null,
      updated_at timestamptz not null
    )`,
    "create index service_requests_requested on service_requests (requested_at)",
    "create index service_requests_open on service_requests (agency_responsible, requested_at) where status = 'open'",
    "create index service_requests_conversation on service_requests (conversation_id)",
    `create table service_request_events (
      service_request_id text not null references service_requests (id) on delete cascade,
      number integer not null,
      at timestamptz not null,
      actor text not null,
      kind text not null,
      status text not null check (status in ('open', 'closed')),
      status_notes text not null,
      agency_responsible text not null,
      primary key (service_request_id, number)
    )`,
    "create table service_request_counters (year integer primary key, last integer not null)",
    `create table contact_tasks (
      id text primary key,
      same_as text not null unique,
      conversation_id text references conversations (id) on delete set null,
      contact text not null,
      matter text not null,
      language text not null,
      created_at timestamptz not null,
      done_at timestamptz,
      done_by text
    )`,
    "create index contact_tasks_open on contact_tasks (created_at) where done_at is null",
    "create index contact_tasks_conversation on contact_tasks (conversation_id)",
  ],
};
