import type { Migration } from "./migration";

// The bytes of a file may lie elsewhere; the row says where. It is there before they are, so that none are without one.
export const files: Migration = {
  name: "0009_files",
  statements: [
    "alter table files alter column bytes drop not null",
    `alter table files add column kept_in text not null default 'database'
      check (kept_in in ('database', 'folder', 's3'))`,
  ],
};
