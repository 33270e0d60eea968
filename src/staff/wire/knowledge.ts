import type { Language } from "../../conversation/language";
import type { SectionName } from "../../conversation/reply";
import type { Intent } from "../../conversation/understanding";

/** `GET knowledge?q=&language=`: articles for words typed so far, best first. `score` has no unit. */
export type KnowledgeHit = { id: string; title: string; answer: string; score: number; checkAgain: string };
export type KnowledgeView = { hits: KnowledgeHit[] };

/** One article in the words a resident reads. `sectionsLanguage` is Polish where the sections are not translated. */
export type ArticleView = {
  id: string;
  title: string;
  language: Language;
  answer: string;
  sectionsLanguage: Language;
  sections: { name: SectionName; heading: string; text: string }[];
  unit: string;
  sources: string[];
  sourceDate: string;
  checkedOn: string;
  confidence: "high" | "medium" | "low";
  related: { id: string; title: string }[];
};

/** Everything a message may mean, for correcting the bot: `GET intents?q=` answers `{ intents }`. */
export type IntentView = { intent: Intent; title: string };

/**
 * A ready reply: `code` is typed after a slash. In `text`, `{name}` is the consultant, `{number}` the newest service
 * request's number, `{topic}` what the conversation is about, `{greeting}` the greeting of the hour.
 */
export type ShortcutView = { code: string; title: string; text: Record<Language, string> };
