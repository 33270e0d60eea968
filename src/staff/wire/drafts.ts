import { z } from "zod";
import type { DraftOrigin, DraftState, ReleaseKind } from "../../content/doors";
import type { Mistake } from "../../content/mistakes";
import type { Language } from "../../conversation/language";
import type { ArticleForm } from "../../knowledge/editing/form";
import { ArticleFormBody } from "./articleForm";
import { Text } from "./text";

const Why = Text.trim().max(500);
const Seen = z.int().min(0);
const Path = Text.min(1).max(200);
/** One document; the largest of ours has 120 kB. */
const DocumentText = Text.max(1_000_000);

/** `POST drafts`: begins one, or finds the one there is. A new article needs a title, from which its id is made. */
export const NewDraftBody = z.union([
  z.strictObject({ article: Text.min(1).max(200) }),
  z.strictObject({ newArticle: Text.trim().min(3).max(200), phrasings: z.array(Text.max(500)).max(200).optional() }),
  z.strictObject({ document: Path }),
  /** What a release changed, taken back as a draft; `path`: only this document, as it was before or after it. */
  z.strictObject({ release: z.int().positive(), path: Path.optional(), as: z.enum(["before", "after"]) }),
]);

/** `POST drafts/:id/documents`: whole texts, null takes one away. */
export const DraftDocumentsBody = z.strictObject({
  seen: Seen,
  documents: z
    .array(z.strictObject({ path: Path, text: DocumentText.nullable() }))
    .min(1)
    .max(500),
});

/** `POST drafts/:id/article`: the article's form as a whole; the texts are made of it, and only what changed in them. */
export const DraftArticleBody = z.strictObject({ seen: Seen, form: ArticleFormBody });

const At = z.array(z.union([Text.max(200), z.int().min(0)])).max(20);
/** One edit of a YAML document; what it does not touch keeps its bytes, comments too. */
export const YamlEdit = z.discriminatedUnion("edit", [
  z.strictObject({ edit: z.literal("set"), at: At, value: z.unknown() }),
  /** `at` is the new item's place in a list, or the new field's name in a map. */
  z.strictObject({ edit: z.literal("add"), at: At, value: z.unknown() }),
  z.strictObject({ edit: z.literal("remove"), at: At }),
  /** Of an item within its list. */
  z.strictObject({ edit: z.literal("move"), at: At, to: z.int().min(0) }),
]);
export type YamlEdit = z.infer<typeof YamlEdit>;

/** `POST drafts/:id/yaml`: edits one after the other. */
export const DraftYamlBody = z.strictObject({ seen: Seen, path: Path, edits: z.array(YamlEdit).min(1).max(200) });

/**
 * `POST drafts/:id/acts`, of those who write: submit, unschedule, assign, take_over, discard. `take_over`: the newest
 * texts become what the draft is compared with (its own stay). `discard` throws the draft away and answers `{}`.
 */
export const DraftActBody = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("submit"), seen: Seen, why: Why }),
  z.strictObject({ act: z.literal("unschedule"), seen: Seen }),
  z.strictObject({ act: z.literal("assign"), seen: Seen, owner: Text.max(100).nullable() }),
  z.strictObject({ act: z.literal("take_over"), seen: Seen }),
  z.strictObject({ act: z.literal("discard"), seen: Seen }),
]);

/**
 * `POST drafts/:id/decisions`, of those who publish: approve, return, publish, schedule. `publish` says which candidate
 * its effect was seen of, and answers the release (`PublishedView`); the others answer the draft.
 */
export const DraftDecisionBody = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("approve"), seen: Seen, note: Why.default("") }),
  z.strictObject({ act: z.literal("return"), seen: Seen, note: Why.min(1) }),
  z.strictObject({ act: z.literal("publish"), seen: Seen, why: Why, confirmed: Text.max(100) }),
  z.strictObject({ act: z.literal("schedule"), seen: Seen, why: Why, at: z.iso.datetime({ offset: true }) }),
]);
export type DraftAct = z.infer<typeof DraftActBody>["act"] | z.infer<typeof DraftDecisionBody>["act"];

/** `POST releases/:number/revert`. */
export const RevertBody = z.strictObject({ why: Why.min(1) });

type Who = { id: string; name: string };

/** A draft as lists show it. */
export type DraftRow = {
  id: string;
  subject: string;
  title: string;
  why: string;
  origin: DraftOrigin;
  state: DraftState;
  version: number;
  paths: string[];
  startedBy?: Who;
  writtenBy?: Who;
  owner?: Who;
  startedAt: string;
  writtenAt: string;
  review?: { verdict: "approved" | "returned"; note: string; by: Who; at: string };
  publishAt?: string;
  problem?: string;
};

/** `now`: the released text, where it is no longer the one the draft began with (`base`). */
export type DraftDocumentView = { path: string; text: string | null; base: string | null; now?: string | null };

/**
 * A draft as a whole. `mistakes`: what keeps it from being published, with file, line and field. `may`: what whoever
 * asks may do with it now. `article`: its form, where the draft is about one.
 */
export type DraftView = DraftRow & {
  documents: DraftDocumentView[];
  mistakes: Mistake[];
  may: DraftAct[];
  /** Two people are needed: whoever wrote in it may not approve it. */
  twoPeople: boolean;
  article?: ArticleForm;
  /** Translations that are older than what was changed in the original. */
  outdated: Language[];
};
export type DraftList = { items: DraftRow[] };

export type ReleaseRow = {
  number: number;
  kind: ReleaseKind;
  title: string;
  why: string;
  at: string;
  by?: string;
  approvedBy?: string;
  reverts?: number;
  /** The release that took this one back, where one did. */
  revertedBy?: number;
  paths: string[];
};
/** `next`: `?before=` of the page after it. */
export type ReleaseList = { items: ReleaseRow[]; next?: number };
/** What `publish` and `revert` answer. */
export type PublishedView = { release: ReleaseRow };
export type ReleaseView = ReleaseRow & { documents: { path: string; before: string | null; after: string | null }[] };

/** What the bot does about one text, before and after. `decision` as in records, `about` in words. */
export type Told = { decision: string; about: string[]; band: "act" | "offer" | "none" };
export type EffectRow = {
  text: string;
  before: Told;
  after: Told;
  /** How often residents asked it, of the real questions. */
  times: number;
  /** Of a text whose right meaning is known. */
  verdict?: "better" | "same" | "worse";
  right?: string[];
};

/**
 * What a draft would change. `candidate` is what `publish` confirms. `rows`: texts that would be answered otherwise,
 * worse ones first, at most 200 of `changed`. `samples`: sample conversations of dialogs that no longer hold.
 */
export type EffectView = {
  candidate: string;
  tried: { labelled: number; regression: number; real: number; samples: number };
  changed: number;
  better: number;
  same: number;
  worse: number;
  unlabelled: number;
  rows: EffectRow[];
  samples: { dialog: string; about: string; wrong: string }[];
  /** Threshold and share of right answers on the labelled texts, before and after. */
  figures: { before: EffectFigures; after: EffectFigures };
  tookMs: number;
};
export type EffectFigures = { answered: number; wrong: number; threshold: number };
