import type { Migration } from "./migration";

export const regression: Migration = {
  name: "0015_regression",
  statements: [
    `create table regression_texts (
      id integer generated always as identity primary key,
      set_name text not null,
      text text not null,
      meanings jsonb not null check (jsonb_typeof(meanings) = 'array'),
      note text not null,
      account_id text not null references staff_accounts (id),
      at timestamptz not null,
      unique (set_name, text)
    )`,
    "create index regression_texts_set on regression_texts (set_name, id)",
  ],
};
