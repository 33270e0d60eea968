import { z } from "zod";
import type { Language } from "../conversation/language";
import type { SectionName } from "../conversation/reply";

const Text = z.string().trim().min(1);
const ShortAnswer = Text.max(500);
const Translation = z.strictObject({ title: Text, phrasings: z.array(Text).min(4), answer: ShortAnswer });

/** The front matter of `knowledge/<id>.md`, as editors write it. */
export const FrontMatter = z.strictObject({
  title: Text,
  phrasings: z.array(Text).min(8),
  keywords: z.array(Text),
  unit: Text,
  /** Whose matter it is: the city's, or another institution's. */
  competence: z.enum(["city", "other"]),
  sources: z.array(z.url({ protocol: /^https?$/ })),
  /** What the sources say word for word, so that numbers can be compared with it. */
  quotes: z.array(Text.max(2000)).max(50).optional(),
  source_date: Text,
  checked_on: z.iso.date(),
  confidence: z.enum(["high", "medium", "low"]),
  check_again: z.iso.date(),
  /** Who keeps it: a person or team, in words. */
  owner: Text.optional(),
  /** The days on which what it says holds. */
  valid_from: z.iso.date().optional(),
  valid_until: z.iso.date().optional(),
  /** What the bot does once it is no longer valid, or overdue. */
  when_overdue: z.enum(["caution", "person"]).default("caution"),
  related: z.array(Text).max(4),
  /** Left out as long as nobody has translated it. */
  en: Translation.optional(),
  uk: Translation.optional(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

export type Sections = Partial<Record<SectionName, string>>;

/** A language an article is translated to. */
export type OtherLanguage = keyof Pick<FrontMatter, "en" | "uk">;

/** What residents read in another language: the front matter's words, and the sections of `<language>/<id>.md`. */
type Translated = z.infer<typeof Translation> & {
  sections: Sections;
  /** There is none; what stands here is Polish. */
  missing?: true;
};

/** What stands in for a translation nobody has written. */
export const inPolish = (title: string, answer: string) => ({ title, phrasings: [], answer, missing: true as const });

/** One topic: what residents ask, and the approved words to answer it. */
export type Article = {
  id: string;
  title: string;
  phrasings: string[];
  keywords: string[];
  unit: string;
  competence: "city" | "other";
  sources: string[];
  /** What the sources say word for word; nobody noted it when missing. */
  quotes?: string[] | undefined;
  sourceDate: string;
  checkedOn: string;
  confidence: "high" | "medium" | "low";
  /** The day (YYYY-MM-DD) from which an editor has to look at it again. */
  checkAgain: string;
  /** Who keeps it. */
  owner?: string;
  /** The first and the last day (YYYY-MM-DD) on which what it says holds. */
  validFrom?: string;
  validUntil?: string;
  /** What the bot does once it is no longer valid, or overdue: tells it with a caution, or brings a person instead. */
  whenOverdue: "caution" | "person";
  related: string[];
  /** Public offices whose address or hours its Polish text names. */
  offices: string[];
  translations: Record<OtherLanguage, Translated>;
  /** The short answer: the first paragraph. */
  answer: string;
  sections: Sections;
};

/** What each part of an article is headed with, in the order it must have. */
export const headings: Record<Language, Record<SectionName, string>> = {
  pl: {
    who: "Dla kogo",
    need: "Co przygotować",
    steps: "Krok po kroku",
    where: "Gdzie",
    fee: "Ile kosztuje",
    time: "Ile to trwa",
    online: "Przez internet",
    caution: "Uwaga",
  },
  en: {
    who: "Who it is for",
    need: "What to prepare",
    steps: "Step by step",
    where: "Where",
    fee: "What it costs",
    time: "How long it takes",
    online: "Online",
    caution: "Please note",
  },
  uk: {
    who: "Для кого",
    need: "Що підготувати",
    steps: "Крок за кроком",
    where: "Де",
    fee: "Скільки коштує",
    time: "Скільки триває",
    online: "Онлайн",
    caution: "Увага",
  },
};
