import { z } from "zod";
import type { Language } from "../../conversation/language";
import type { SectionName } from "../../conversation/reply";
import type { Guidance } from "../../knowledge/guidance/guidance";
import type { Standing } from "../../knowledge/standing";
import type { ThoughtView } from "./conversation";
import { Text } from "./text";

/** What was recorded of an article over the last 90 days. */
export type ArticleFigures = {
  /** Messages whose likeliest meaning it was. */
  asked: number;
  /** Turns in which the bot told it; further parts somebody pressed for are not counted again. */
  answered: number;
  /** Residents pressed its title among others. */
  chosen: number;
  /** Residents pressed "none of these", or a consultant said something else was meant. */
  refused: number;
  /** The turn after telling it brought a person. */
  handedOver: number;
};

const Flag = z.literal("1").optional();
export const ArticleSort = z.enum(["title", "due", "used", "refused", "handed_over"]);
export type ArticleSort = z.infer<typeof ArticleSort>;

/** `GET knowledge-studio`: what narrows and orders the list; `from` is how many were shown already. */
export const ArticleQuery = z.strictObject({
  q: Text.max(200).default(""),
  unit: Text.max(300).optional(),
  competence: z.enum(["city", "other"]).optional(),
  /** Sections are not in this language, or not in one of them. */
  missing: z.enum(["en", "uk", "any"]).optional(),
  /** `check_again` has passed or will within 30 days. */
  due: Flag,
  confidence: z.enum(["high", "medium", "low"]).optional(),
  /** Somebody is writing in it; switched off; no longer, or not yet, what is told without a caution. */
  state: z.enum(["draft", "off", "doubt"]).optional(),
  sort: ArticleSort.default("title"),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type ArticleQuery = z.infer<typeof ArticleQuery>;

export type ArticleRow = {
  id: string;
  title: string;
  unit: string;
  competence: "city" | "other";
  confidence: "high" | "medium" | "low";
  checkAgain: string;
  /** Days left until it has to be looked at again, below zero when they have passed; only when that is soon or past. */
  due?: number;
  /** Why it cannot be relied on today; `told`: whether the bot tells it all the same, with a caution. */
  doubt?: { standing: Exclude<Standing, "good">; told: boolean };
  missing: ("en" | "uk")[];
  /** There is a draft of it. */
  drafted?: true;
  figures: ArticleFigures;
};

/** `found`: how many there are in all; `units`: all there are to choose from. */
export type ArticleList = { items: ArticleRow[]; found: number; next?: number; units: string[] };

/** A part of one version; the short answer has no heading. */
export type PartView = { part: "answer" | SectionName; heading?: string; text: string };
export type VersionView = { language: Language; title: string; phrasings: number; parts: PartView[] };

/** Everything about one article, all languages beside each other, Polish first. */
export type StudioArticle = Omit<ArticleRow, "missing"> & {
  versions: VersionView[];
  keywords: string[];
  sources: string[];
  sourceDate: string;
  checkedOn: string;
  related: { id: string; title: string }[];
};

/** How residents read a part: in our own chat, in a messenger, as a plain text. */
export type PreviewView = {
  text: string;
  choices: string[];
  messenger: { text: string; actions: string[] };
  plain: string;
};

/** What might be better about an article; rivals with their titles. */
export type GuidanceView = Omit<Guidance, "rivals"> & {
  rivals: (Guidance["rivals"][number] & { title: string })[];
};

const MOST_QUESTIONS = 200;
const LONGEST_QUESTION = 500;

/** `POST knowledge-bench`: questions to try, each as a first message. */
export const BenchBody = z.strictObject({
  questions: z.array(Text.trim().min(1).max(LONGEST_QUESTION)).min(1).max(MOST_QUESTIONS),
});

/** What the bot would do; the text is masked. `about`: what it would act on or offer. */
export type BenchRow = Omit<ThoughtView, "seq" | "at"> & {
  language: Language;
  band: "act" | "offer" | "none";
  about: string[];
};
export type BenchView = { rows: BenchRow[] };
