import type { Language } from "./language";
import type { SectionName } from "./reply";

/**
 * What a message may want. `id` is the article, the service code, the dialog, the small talk, or the institution
 * of people whose matters are not the city's (`outside`).
 */
export type Intent =
  | { kind: "article"; id: string }
  | { kind: "service"; id: string }
  | { kind: "dialog"; id: string }
  | { kind: "talk"; id: string }
  | { kind: "outside"; id: string };

/** One possible meaning; `confidence` is 0–1, candidates of one message sum to at most 1. */
export type Candidate = { intent: Intent; confidence: number };

/** One text that means one intent; what the classifier learns from. `weight` below 1 counts less (article prose). */
export type Example = { text: string; intent: Intent; weight?: number };

/** Things found in the text, as said. */
export type Entities = {
  place?: string;
  phone?: string;
  email?: string;
  serviceRequestIds: string[];
};

export type Understanding = {
  /** The text with personal data masked: the only form that may reach logs and records. */
  maskedText: string;
  language: Language;
  /** Best first, at most five. */
  candidates: Candidate[];
  /** Calibrated probability (0–1) that the best candidate is right. */
  confidence: number;
  /** Share (0–1) of the words' weight that the classifier has seen before. */
  knownWords: number;
  /** The part of an article the message asks for, if it names one ("ile kosztuje"). */
  aspect?: SectionName;
  /** The message is little more than the aspect ("a ile to kosztuje?"): it belongs to the topic before. */
  onlyAspect: boolean;
  /** Reads as a question, not as a statement. */
  question: boolean;
  entities: Entities;
};
