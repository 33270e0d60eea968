import type { Documents } from "./documents";

export type Editor = { id: string; name: string };

/** Where a release comes from: the files of the first start, a draft that was published, one taken back, `npm run content -- import`. */
export type ReleaseKind = "seed" | "draft" | "revert" | "import";

/** A numbered state of all documents, and what led to it. Nothing of it is ever changed. */
export type Release = {
  number: number;
  kind: ReleaseKind;
  title: string;
  why: string;
  at: Date;
  /** Missing for what no person did. */
  by?: Editor;
  /** Who looked at it before; missing where nobody had to. */
  approvedBy?: Editor;
  /** The release it takes back. */
  reverts?: number;
  /** The last release that took this one back. */
  revertedBy?: number;
  paths: string[];
};

/** A document of a release or draft. `before` and `base` are null where there was none, `after` and `text` where there is none any more. */
export type DocumentChange = { path: string; before: string | null; after: string | null };
export type DraftDocument = { path: string; text: string | null; base: string | null };

export type NewRelease = Pick<Release, "kind" | "title" | "why"> & {
  by?: string | undefined;
  approvedBy?: string | undefined;
  reverts?: number | undefined;
  at: Date;
  /** `base`: what the document has to be now. */
  documents: DraftDocument[];
  /** The draft it publishes, as it was seen; it is gone afterwards. */
  draft?: { id: string; version: number } | undefined;
};

/** `moved`: documents that are not what they were thought to be; `stale`: the draft is not. Nothing was written then. */
export type Released = { release: Release } | { moved: string[] } | { stale: true };

/** `scheduled`: approved, and published by itself at `publishAt`. */
export type DraftState = "writing" | "review" | "approved" | "scheduled";
export type DraftOrigin = "editor" | "files" | "questions" | "import";

/** What somebody is about to change. One of a subject at a time. */
export type Draft = {
  id: string;
  /** `article:<id>`, `document:<path>` or `files`. */
  subject: string;
  title: string;
  why: string;
  origin: DraftOrigin;
  state: DraftState;
  /** Counts every change of the draft. */
  version: number;
  documents: DraftDocument[];
  startedBy?: Editor;
  /** Who wrote in it last, and everybody who did. */
  writtenBy?: Editor;
  writers: string[];
  /** Who has to see to it. */
  owner?: Editor;
  startedAt: Date;
  writtenAt: Date;
  /** The last word of a reviewer. */
  review?: { verdict: "approved" | "returned"; note: string; by: Editor; at: Date };
  publishAt?: Date;
  /** Why it could not be published when its time came. */
  problem?: string;
};

export type NewDraft = Pick<Draft, "subject" | "title" | "why" | "origin" | "documents"> & {
  by?: string | undefined;
  at: Date;
};

/** What a save or an act changes; what is left out stays. `null` takes it away. */
export type DraftChange = {
  title?: string | undefined;
  why?: string | undefined;
  documents?: DraftDocument[] | undefined;
  state?: DraftState | undefined;
  owner?: string | null | undefined;
  review?: { verdict: "approved" | "returned"; note: string; by: string } | null | undefined;
  publishAt?: Date | null | undefined;
  problem?: string | null | undefined;
};

/** `stale`: somebody changed it meanwhile, here it is. */
export type DraftChanged = { draft: Draft } | { stale: Draft } | { gone: true };

/** Everything editors keep, with its whole history. Two at once never overwrite each other. */
export type ContentStore = {
  /** 0 while nothing was released. */
  newest(): Promise<number>;
  /** All documents as of a release; the newest without one. */
  documents(release?: number): Promise<Documents>;
  /** Writes a release, all or nothing, one at a time; a release that would change nothing is made all the same. */
  release(release: NewRelease): Promise<Released>;
  /** Newest first; `path`: those that changed this document (a path ending in `/` means all below it). */
  releases(asked: { path?: string | undefined; before?: number | undefined; most: number }): Promise<Release[]>;
  /** What a release changed; undefined for an unknown number. */
  released(number: number): Promise<{ release: Release; documents: DocumentChange[] } | undefined>;

  /** By when they were written in, newest first, without their documents' texts (`text` and `base` are null). */
  drafts(): Promise<Draft[]>;
  draft(id: string): Promise<Draft | undefined>;
  draftAbout(subject: string): Promise<Draft | undefined>;
  /** `exists`: there is one about this subject already. */
  addDraft(draft: NewDraft): Promise<{ draft: Draft } | { exists: Draft }>;
  /** `by` counts as a writer when documents are changed. */
  changeDraft(id: string, seen: number, change: DraftChange, by: string | undefined, at: Date): Promise<DraftChanged>;
  /** Throws it away; answers what it was. */
  removeDraft(id: string, seen: number): Promise<DraftChanged>;
  /** Scheduled ones whose time has come. */
  dueDrafts(now: Date): Promise<Draft[]>;

  /** What the files held when they were last looked at; undefined before the first time. */
  seeds(): Promise<Documents | undefined>;
  keepSeeds(seeds: Documents): Promise<void>;

  /** What was learnt, by its version, so that one process learns for all; the five newest are kept. */
  model(version: string): Promise<Uint8Array | undefined>;
  keepModel(version: string, bytes: Uint8Array, at: Date): Promise<void>;
};
