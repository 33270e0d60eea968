import type { Migration } from "./migration";

const account = "text references staff_accounts (id)";

// What documents are at a release is read off their revisions: for each path the newest one up to it. Paths are compared
// by their bytes, so that the key serves folders as well.
export const content: Migration = {
  name: "0013_content",
  statements: [
    `create table content_releases (
      number integer primary key,
      kind text not null check (kind in ('seed', 'draft', 'revert', 'import')),
      title text not null,
      why text not null,
      at timestamptz not null,
      account_id ${account},
      approved_by ${account},
      reverts integer references content_releases (number)
    )`,
    `create table content_revisions (
      path text collate "C" not null,
      release integer not null references content_releases (number),
      text text,
      primary key (path, release)
    )`,
    "create index content_revisions_release on content_revisions (release)",
    "create index content_releases_reverts on content_releases (reverts) where reverts is not null",
    `create table content_drafts (
      id text primary key,
      subject text not null unique,
      title text not null,
      why text not null,
      origin text not null check (origin in ('editor', 'files', 'questions', 'import')),
      state text not null default 'writing' check (state in ('writing', 'review', 'approved', 'scheduled')),
      version integer not null default 1,
      started_by ${account},
      started_at timestamptz not null,
      written_by ${account},
      written_at timestamptz not null,
      writers text[] not null default '{}',
      owner_id ${account},
      verdict text check (verdict in ('approved', 'returned')),
      review_note text,
      reviewed_by ${account},
      reviewed_at timestamptz,
      publish_at timestamptz,
      problem text,
      check (num_nulls(verdict, review_note, reviewed_by, reviewed_at) in (0, 4))
    )`,
    `create table content_draft_documents (
      draft_id text not null references content_drafts (id) on delete cascade,
      path text collate "C" not null,
      text text,
      base text,
      primary key (draft_id, path)
    )`,
    // One row at most: without it the files were never looked at.
    `create table content_seeds (
      only_one boolean primary key default true check (only_one),
      documents jsonb not null
    )`,
    `create table content_models (
      version text primary key,
      bytes bytea not null,
      at timestamptz not null
    )`,
  ],
};
