import { z } from "zod";
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
  source_date: Text,
  checked_on: z.iso.date(),
  confidence: z.enum(["high", "medium", "low"]),
  check_again: z.iso.date(),
  related: z.array(Text).max(4),
  en: Translation,
  uk: Translation,
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** One topic: what residents ask, and the approved words to answer it. */
export type Article = {
  id: string;
  title: string;
  phrasings: string[];
  keywords: string[];
  unit: string;
  competence: "city" | "other";
  sources: string[];
  sourceDate: string;
  checkedOn: string;
  confidence: "high" | "medium" | "low";
  /** The day (YYYY-MM-DD) from which an editor has to look at it again. */
  checkAgain: string;
  related: string[];
  translations: { en: z.infer<typeof Translation>; uk: z.infer<typeof Translation> };
  /** The short answer: the first paragraph. */
  answer: string;
  sections: Partial<Record<SectionName, string>>;
};

/** What each part of an article is headed with, in the order it must have. */
export const headings: Record<SectionName, string> = {
  who: "Dla kogo",
  need: "Co przygotować",
  steps: "Krok po kroku",
  where: "Gdzie",
  fee: "Ile kosztuje",
  time: "Ile to trwa",
  online: "Przez internet",
  caution: "Uwaga",
};
