import type { Changes, Documents } from "../../content/documents";
import type { ContentStore, Draft, Release } from "../../content/doors";
import type { Mistake } from "../../content/mistakes";
import type { StaffContent } from "../parts";
import type { EffectView } from "../wire";

/** Content with a draft's changes in it, learnt and ready to go live. `version` names exactly this content. */
export type Candidate = { version: string; content: StaffContent };

/** What editors do to the content as a whole; `src/studioWork.ts` fills it in. */
export type Studio = {
  store: ContentStore;
  /** The documents of the newest release. */
  documents(): Promise<Documents>;
  /** Everything that is wrong with the content once these changes are made; empty when it may be published. */
  check(changes: Changes): Promise<Mistake[]>;
  /** The content with these changes, learnt in the background; mistakes when it cannot be. */
  candidate(changes: Changes): Promise<Candidate | { mistakes: Mistake[] }>;
  /** What residents would be told otherwise, were this draft published. */
  effect(draft: Pick<Draft, "id" | "documents">): Promise<EffectView | { mistakes: Mistake[] }>;
  /** A release was written: it is live here before this ends, and the other processes hear of it. */
  released(): Promise<void>;
};

/** Why a draft may not be published now. */
export type NotPublished =
  | { because: "mistakes"; mistakes: Mistake[] }
  | { because: "moved"; paths: string[] }
  | { because: "stale" }
  | { because: "not_approved" }
  /** What was confirmed is not what would be published. */
  | { because: "not_seen" };

export type Published = { release: Release } | NotPublished;
