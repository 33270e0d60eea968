import type { Migration } from "./migration";

const allStates =
  "'received', 'forwarded', 'in_progress', 'waiting_for_resident', 'done', 'not_feasible', 'forwarded_outside', 'duplicate', 'withdrawn'";

/** Words as they are searched: small, without Polish diacritics, nothing but letters and digits. */
const wordsOf = (text: string) =>
  `to_tsvector('simple', regexp_replace(translate(lower(left(${text}, 20000)), 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ',
    'acelnoszzacelnoszz'), '[^[:alnum:]]+', ' ', 'g'))`;

// The life of a service request after it was filed: states, units, followers, and what the office sets by itself.
// As before, the row of a request repeats its newest event, and events are only ever added.
export const lifeOfRequests: Migration = {
  name: "0010_life_of_requests",
  statements: [
    `alter table service_requests
      add column state text not null default 'received' check (state in (${allStates})),
      add column state_since timestamptz,
      add column version integer not null default 1,
      add column page_key text,
      add column token text unique,
      add column source text not null default 'chat',
      add column lat double precision,
      add column long double precision,
      add column address text,
      add column district text,
      add column public boolean not null default false,
      add column public_text text,
      add column public_photos jsonb not null default '[]',
      add column forwarded boolean not null default false,
      add column asked_in text,
      add column assigned_to text references staff_accounts (id) on delete set null,
      add column due_at timestamptz,
      add column duplicate_of text references service_requests (id),
      add column split_from text references service_requests (id),
      add column first_done_at timestamptz,
      add column words tsvector generated always as
        (${wordsOf("description || ' ' || place || ' ' || coalesce(address, '')")}) stored,
      add column public_words tsvector generated always as
        (${wordsOf("coalesce(public_text, '') || ' ' || coalesce(address, '')")}) stored,
      add constraint service_requests_point check ((lat is null) = (long is null) and not (lat = 0 and long = 0))`,
    `update service_requests set state = case status when 'closed' then 'done' else 'received' end,
      state_since = updated_at, page_key = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
      version = (select coalesce(max(number), 1) from service_request_events e where e.service_request_id = service_requests.id)`,
    "alter table service_requests alter column state_since set not null, alter column page_key set not null",
    "create unique index service_requests_page on service_requests (page_key)",
    "create index service_requests_updated on service_requests (updated_at, id)",
    "create index service_requests_newest on service_requests (requested_at desc, id desc)",
    "create index service_requests_state on service_requests (state, requested_at desc, id desc)",
    "create index service_requests_unit on service_requests (agency_responsible, requested_at desc, id desc)",
    "create index service_requests_service on service_requests (service, requested_at desc, id desc)",
    "create index service_requests_district on service_requests (district, requested_at desc, id desc) where district is not null",
    "create index service_requests_public on service_requests (requested_at desc, id desc) where public",
    "create index service_requests_number on service_requests (id text_pattern_ops)",
    "create index service_requests_words on service_requests using gin (words)",
    "create index service_requests_public_words on service_requests using gin (public_words) where public",
    `create index service_requests_first_done on service_requests (first_done_at)
      include (service, agency_responsible, requested_at) where first_done_at is not null`,
    // A map of the whole city is counted from this index alone.
    `create index service_requests_place on service_requests (lat, long)
      include (id, service, state, status, public, kind, agency_responsible, district) where lat is not null`,
    "create index service_requests_open_place on service_requests (service, lat, long) where status = 'open' and lat is not null",
    "create index service_requests_open_address on service_requests (service, address) where status = 'open' and address is not null",
    "create index service_requests_due on service_requests (due_at) where status = 'open' and due_at is not null",
    "create index service_requests_assigned on service_requests (assigned_to) where assigned_to is not null",
    "create index service_requests_duplicate on service_requests (duplicate_of) where duplicate_of is not null",
    `alter table service_request_events
      add column state text not null default 'received' check (state in (${allStates})),
      add column because text not null default '',
      add column words text not null default '',
      add column attachments jsonb not null default '[]',
      add column outside jsonb,
      add column into_request text`,
    "update service_request_events set state = case status when 'closed' then 'done' else 'received' end",
    "create index service_request_events_at on service_request_events (at)",
    "create index service_request_events_bounced on service_request_events (at) where kind = 'bounce'",
    `create table service_request_followers (
      key text primary key,
      service_request_id text not null references service_requests (id) on delete cascade,
      kind text not null check (kind in ('reporter', 'follower')),
      conversation_id text references conversations (id) on delete set null,
      email text,
      language text not null,
      created_at timestamptz not null,
      ended_at timestamptz,
      unique (service_request_id, conversation_id),
      unique (service_request_id, email)
    )`,
    `insert into service_request_followers (key, service_request_id, kind, conversation_id, email, language, created_at)
      select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), id, 'reporter', conversation_id,
        lower(contact ->> 'email'), language, requested_at from service_requests`,
    `create table service_request_notices (
      id text primary key,
      service_request_id text not null references service_requests (id) on delete cascade,
      event integer not null,
      kind text not null check (kind in ('event', 'fixed')),
      follower text not null references service_request_followers (key) on delete cascade,
      state text not null default 'due' check (state in ('due', 'done', 'given_up')),
      attempts integer not null default 0,
      due_at timestamptz not null,
      reason text,
      created_at timestamptz not null,
      done_at timestamptz,
      unique (service_request_id, event, kind, follower)
    )`,
    "create index service_request_notices_due on service_request_notices (due_at) where state = 'due'",
    `create table service_request_ask_fixed (
      service_request_id text not null references service_requests (id) on delete cascade,
      event integer not null,
      due_at timestamptz not null,
      done_at timestamptz,
      primary key (service_request_id, event)
    )`,
    "create index service_request_ask_fixed_due on service_request_ask_fixed (due_at) where done_at is null",
    `create table unit_deliveries (
      id text primary key,
      service_request_id text not null references service_requests (id) on delete cascade,
      event integer not null,
      unit text not null,
      state text not null default 'due' check (state in ('due', 'done', 'withheld', 'given_up')),
      attempts integer not null default 0,
      due_at timestamptz not null,
      sent_to jsonb not null default '[]',
      external_id text,
      first_failed_at timestamptz,
      reason text,
      created_at timestamptz not null,
      done_at timestamptz,
      unique (service_request_id, event, unit)
    )`,
    "create index unit_deliveries_due on unit_deliveries (due_at) where state = 'due'",
    "create index unit_deliveries_request on unit_deliveries (service_request_id, event)",
    "create index unit_deliveries_external on unit_deliveries (unit, external_id) where external_id is not null",
    `create table seen_answers (
      source text not null,
      external_id text not null,
      at timestamptz not null,
      primary key (source, external_id)
    )`,
    `create table service_request_notes (
      id text primary key,
      service_request_id text not null references service_requests (id) on delete cascade,
      account_id text not null references staff_accounts (id),
      text text not null,
      at timestamptz not null
    )`,
    "create index service_request_notes_of on service_request_notes (service_request_id, at)",
    `create table idea_supports (
      service_request_id text not null references service_requests (id) on delete cascade,
      supporter text not null,
      at timestamptz not null,
      primary key (service_request_id, supporter)
    )`,
    `create table office_settings (
      name text not null,
      version integer not null,
      value jsonb not null,
      at timestamptz not null,
      account_id text not null,
      why text not null,
      primary key (name, version)
    )`,
    `create table api_keys (
      id text primary key,
      name text not null,
      hash text not null unique,
      unit text,
      per_minute integer not null,
      created_at timestamptz not null,
      created_by text not null,
      ended_at timestamptz,
      last_used_at timestamptz
    )`,
    "alter table mails add column reply_to text",
    "alter table files alter column conversation_id drop not null",
    "alter table files add column service_request_id text references service_requests (id) on delete cascade",
    "create index files_service_request on files (service_request_id) where service_request_id is not null",
  ],
};
