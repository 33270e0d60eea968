import type { Generated } from "kysely";
import type { DraftOrigin, DraftState, ReleaseKind } from "../content/doors";
import type { Json } from "./json";

type Releases = {
  number: number;
  kind: ReleaseKind;
  title: string;
  why: string;
  at: Date;
  account_id: string | null;
  approved_by: string | null;
  reverts: number | null;
};

type Drafts = {
  id: string;
  subject: string;
  title: string;
  why: string;
  origin: DraftOrigin;
  state: Generated<DraftState>;
  version: Generated<number>;
  started_by: string | null;
  started_at: Date;
  written_by: string | null;
  written_at: Date;
  writers: Generated<string[]>;
  owner_id: string | null;
  verdict: "approved" | "returned" | null;
  review_note: string | null;
  reviewed_by: string | null;
  reviewed_at: Date | null;
  publish_at: Date | null;
  problem: string | null;
};

/** The tables of what editors keep; the schema itself is in `migrations/content.ts`. */
export type ContentTables = {
  content_releases: Releases;
  /** Without a text the document is gone from this release on. */
  content_revisions: { path: string; release: number; text: string | null };
  content_drafts: Drafts;
  content_draft_documents: { draft_id: string; path: string; text: string | null; base: string | null };
  content_seeds: { only_one: Generated<boolean>; documents: Json };
  content_models: { version: string; bytes: Buffer; at: Date };
};
