import { z } from "zod";
import type { Language } from "./language";
import type { SectionName } from "./reply";

/**
 * What a message may want. `id` is the article, the service code, the dialog, the small talk, or the institution
 * of people whose matters are not the city's (`outside`).
 */
export const Intent = z.object({ kind: z.enum(["article", "service", "dialog", "talk", "outside"]), id: z.string() });
export type Intent = z.infer<typeof Intent>;

/** One word for an intent, to compare it by. */
export function nameOfIntent({ kind, id }: Intent): string {
  return `${kind}:${id}`;
}

/** One possible meaning; `confidence` is 0–1, candidates of one message sum to at most 1. */
export type Candidate = { intent: Intent; confidence: number };

/** One text that means one intent; what the classifier learns from. `weight` below 1 counts less (article prose). */
export type Example = { text: string; intent: Intent; weight?: number };

/** Things found in the text, as said. */
export type Entities = {
  place?: string;
  /** Official name of one of the city's 18 districts. */
  district?: string;
  /** Words of a date or time. */
  when?: string;
  phone?: string;
  email?: string;
  serviceRequestIds: string[];
  /** Tram and bus lines, digits only. */
  lines: string[];
  /** The number on a lamp post. */
  lampPost?: string;
  /** Registration plates, upper case without spaces. */
  plates: string[];
};

/** How far down the search index is looked for a second opinion. */
export const FOUND_FIRST = 3;

/** A word of the message and how much it spoke for the best candidate (against it when negative), in the model's own units. */
export type Telling = { word: string; weight: number };

/**
 * From which confidence (0–1) the bot acts. Derived from labelled texts for every model anew; nobody types them in.
 * A meaning the search index does not confirm falls one band lower.
 */
export type Bands = {
  /** Answer with an article. */
  answer: number;
  /** Anything else at once: start a dialog, name the institution, take small talk for what it seems. */
  start: number;
  /** Offer as a button. */
  offer: number;
  /** Bring a person: asking for one must not be overheard. */
  human: number;
  /** Tell the emergency numbers. */
  danger: number;
};

/** What residents write in; Russian is answered in Ukrainian. */
export type WrittenLanguage = Language | "ru";

export type Understanding = {
  /** The text with personal data masked: the only form that may reach logs and records. */
  maskedText: string;
  language: Language;
  /** The language the text itself shows, if it shows one. */
  written?: WrittenLanguage;
  /** Best first, at most five. */
  candidates: Candidate[];
  /** Calibrated probability (0–1) that the best candidate is right. */
  confidence: number;
  /** Share (0–1) of the words' weight that the classifier has seen before. */
  knownWords: number;
  /** The words that mattered most for the best candidate, the strongest first; at most six. */
  telling: Telling[];
  /** Probability (0–1) that somebody is in danger. */
  alarm: number;
  /** Holds only words that belong to every matter and to none: "gdzie złożyć wniosek". */
  vague: boolean;
  /** The part of an article the message asks for, if it names one ("ile kosztuje"). */
  aspect?: SectionName;
  /** The message is little more than the aspect ("a ile to kosztuje?"): it belongs to the topic before. */
  onlyAspect: boolean;
  /** Reads as a question, not as a statement. */
  question: boolean;
  entities: Entities;
};
