import { z } from "zod";
import type { Language } from "../../conversation/language";
import type { Intent } from "../../conversation/understanding";
import type { CareState, InVain } from "../doors";
import { NamedIntent } from "./labels";
import { Text } from "./text";

/** Why a question counts as asked in vain, and where it stands with the editors. */
const InVainName = z.enum(["not_understood", "none_of_these", "refused", "handed_over", "proposed"]);
const CareStateName = z.enum(["open", "taken", "added", "new_article", "out_of_scope", "done"]);

export type { CareState, InVain };

/** `GET questions`: what narrows the groups of the last 90 days; `from` is how many were shown already. */
export const QuestionQuery = z.strictObject({
  state: CareStateName.default("open"),
  reason: InVainName.optional(),
  language: z.enum(["pl", "en", "uk"]).optional(),
  q: Text.max(200).default(""),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type QuestionQuery = z.infer<typeof QuestionQuery>;

const LONGEST_PHRASING = 500;
const MOST_TEXTS = 50;
const Phrasing = Text.trim().min(1).max(LONGEST_PHRASING);
const InLanguage = z.strictObject({ text: Phrasing, language: z.enum(["pl", "en", "uk"]) });
const Texts = z.array(InLanguage).min(1).max(MOST_TEXTS);
const Note = Text.trim().max(500).default("");

/**
 * `POST questions/:id/acts`: what becomes of a group. `add_phrasing` and `new_article` write a draft; `anyway`: although
 * a text is taken for something else now. `label` adds the texts to a regression set. `undo` takes a batch back, the
 * phrasings it wrote in a draft, too.
 */
export const QuestionActBody = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("add_phrasing"),
    intent: NamedIntent,
    texts: Texts,
    anyway: z.boolean().default(false),
    note: Note,
  }),
  z.strictObject({ act: z.literal("new_article"), title: Text.trim().min(3).max(200), texts: Texts, note: Note }),
  z.strictObject({ act: z.literal("label"), intent: NamedIntent, texts: Texts, set: Text.trim().min(1).max(100) }),
  z.strictObject({ act: z.literal("give"), owner: Text.min(1).max(100).nullable(), note: Note }),
  z.strictObject({ act: z.literal("out_of_scope"), note: Note }),
  z.strictObject({ act: z.literal("done"), note: Note }),
  z.strictObject({ act: z.literal("undo"), batch: Text.min(1).max(100) }),
]);
export type QuestionActBody = z.infer<typeof QuestionActBody>;
export type PhrasingIn = z.infer<typeof InLanguage>;

/**
 * `batch` is what `undo` takes back; `draft` where the texts were written; `added`: how many were new in a regression
 * set. After an undo `draft` is one that stays, and `live` says that the texts were published meanwhile and stay, too.
 */
export type QuestionActed = { batch?: string; draft?: string; added?: number; live?: true };

/** A text that the bot takes for something else now, surely enough to offer it. */
export type Steal = { text: string; from: { intent: Intent; meaning: string }; confidence: number };

type Who = { id: string; name: string };

/** A group as the list shows it. `times` counts what is not settled yet, or everything once all of it is. */
export type QuestionRow = {
  id: string;
  sample: string;
  times: number;
  /** How many different texts. */
  texts: number;
  reasons: { reason: InVain; times: number }[];
  /** What the bot took the sample for, best first. */
  thought: { intent: Intent; meaning: string; confidence: number }[];
  proposed: { intent: Intent; meaning: string; times: number }[];
  firstAt: string;
  lastAt: string;
  languages: Language[];
  state: CareState;
  owner?: Who;
  /** How many like it were settled before; they came again. */
  settledBefore: number;
};

/** `found`: how many groups fit; `counts`: by state, of those that fit otherwise; `people`: who may take one. */
export type QuestionList = {
  items: QuestionRow[];
  found: number;
  next?: number;
  counts: Record<CareState, number>;
  people: Who[];
};

export type QuestionText = { text: string; language: Language; times: number; lastAt: string; reasons: InVain[] };

/** What was decided about a question of the group, newest first. */
export type CareView = {
  batch: string;
  state: CareState;
  owner?: Who;
  by: string;
  at: string;
  note: string;
  /** The meaning it was given to, and the draft it was written in. */
  meaning?: string;
  draft?: string;
};

export type QuestionView = QuestionRow & { members: QuestionText[]; cares: CareView[] };
