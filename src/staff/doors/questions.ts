import type { Language } from "../../conversation/language";
import type { Candidate, Intent } from "../../conversation/understanding";

/**
 * Why a question counts as asked in vain: the bot asked for other words, "none of these" was pressed, a consultant said
 * that something else was meant, a person was needed right after the answer, somebody said what it meant.
 */
export type InVain = "not_understood" | "none_of_these" | "refused" | "handed_over" | "proposed";

/** One question as a resident put it, masked. `source` is its turn or its proposed label: `turn:<conversation>:<seq>`, `label:<id>`. */
export type AskedInVain = {
  source: string;
  text: string;
  language: Language;
  at: Date;
  reasons: InVain[];
  /** What residents' clicks and consultants say it meant. */
  proposed: Intent[];
};

/** What editors decided about a question. `taken`: somebody sees to it; the others settle it. */
export type CareState = "open" | "taken" | "added" | "new_article" | "out_of_scope" | "done";

/** `batch`: what was decided at once, and is taken back at once. */
export type NewCare = {
  sources: string[];
  state: CareState;
  owner?: string | undefined;
  by: string;
  at: Date;
  batch: string;
  note: string;
  /** Where it led: the meaning, the draft, the texts. */
  target?: unknown;
};
export type Care = {
  source: string;
  state: CareState;
  owner?: { id: string; name: string };
  by: { id: string; name: string };
  at: Date;
  batch: string;
  note: string;
  target?: unknown;
};

/** What residents asked in vain, and what editors made of it. Nothing learns from it by itself. */
export type StaffQuestions = {
  /** Newest first. */
  asked(since: Date, most: number): Promise<AskedInVain[]>;
  /** What the bot took these turns for when they happened; labels and unknown turns are left out. */
  thoughts(sources: string[]): Promise<Map<string, Candidate[]>>;
  /** The last word on each question. */
  cares(since: Date): Promise<Map<string, Care>>;
  care(care: NewCare): Promise<void>;
  /** One of a batch's rows; all of them say the same. */
  batch(batch: string): Promise<Care | undefined>;
  /** Takes a batch back; false when it was taken back before. */
  undo(batch: string): Promise<boolean>;
};
