import type { OtherLanguage, Sections } from "../article";

type Told = { title: string; phrasings: string[]; answer: string; sections: Sections };

/** An article as a form: its three documents (`knowledge/<id>.md`, `knowledge/en/<id>.md`, `knowledge/uk/<id>.md`) taken apart, nothing checked yet. */
export type ArticleForm = Told & {
  id: string;
  keywords: string[];
  unit: string;
  competence: "city" | "other";
  sources: string[];
  /** What they say word for word. */
  quotes: string[];
  /** In words, as the source puts it. */
  sourceDate: string;
  /** Days as YYYY-MM-DD, empty for none. */
  checkedOn: string;
  checkAgain: string;
  confidence: "high" | "medium" | "low";
  related: string[];
  /** Who keeps it: a person or team in words; empty for nobody. */
  owner: string;
  validFrom: string;
  validUntil: string;
  /** What the bot does once it is no longer valid, or overdue: tells it with a caution, or brings a person instead. */
  whenOverdue: "caution" | "person";
} & Record<OtherLanguage, Told>;
