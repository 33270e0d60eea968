import type { Migration } from "./migration";

export const secrets: Migration = {
  name: "0005_secrets",
  statements: ["create table secrets (name text primary key, value text not null)"],
};
