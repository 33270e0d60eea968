import type { Language } from "../conversation/language";
import type { Entry } from "../conversation/transcript";
import { type Candidate, nameOfIntent } from "../conversation/understanding";
import type { Article } from "../knowledge/article";
import type { StaffContent } from "./parts";
import type { SuggestionsView, SuggestionView } from "./wire";

const LEAST = 0.1;
const AT_MOST = 5;
const LOOKED_BACK = 3;
/** Fewer words say little without those before them: "a ile to kosztuje?" */
const FEWEST_WORDS = 5;

/**
 * What might be answered to the resident's last words, in their language; a person chooses, nothing is sent. Words that
 * say little by themselves are heard together with those before them.
 */
export function suggestionsFor(entries: Entry[], language: Language, content: StaffContent): SuggestionsView {
  const said = entries.filter(({ author, text }) => author === "resident" && text.trim() !== "").slice(-LOOKED_BACK);
  const last = said.at(-1);
  if (!last) return { suggestions: [] };
  const heard: Candidate[] = [];
  let suggestions: SuggestionView[] = [];
  for (let from = said.length - 1; from >= 0; from--) {
    const text = said
      .slice(from)
      .map((entry) => entry.text)
      .join("\n");
    heard.push(...content.understand(text, language).candidates);
    suggestions = bestOf(heard).flatMap((candidate) => suggestionOf(candidate, language, content));
    if (suggestions.length > 0 && wordsIn(text) >= FEWEST_WORDS) break;
  }
  return { seq: last.seq, suggestions: suggestions.slice(0, AT_MOST) };
}

const wordsIn = (text: string) => text.trim().split(/\s+/).length;

/** Each meaning once, as sure as it ever was, best first. */
function bestOf(candidates: Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const name = nameOfIntent(candidate.intent);
    if (candidate.confidence >= (best.get(name)?.confidence ?? LEAST)) best.set(name, candidate);
  }
  return [...best.values()].sort((one, other) => other.confidence - one.confidence);
}

/** Small talk and dialogs are left to the person. */
function suggestionOf({ intent, confidence }: Candidate, language: Language, content: StaffContent): SuggestionView[] {
  const { articles, services, outside, names } = content;
  const suggest = (title: string, text: string) => [{ intent, title, score: confidence, text }];
  const article = intent.kind === "article" ? articles.get(intent.id) : undefined;
  if (article) return suggest(article.title, shortAnswer(article, language));
  const service = intent.kind === "service" ? services.get(intent.id) : undefined;
  if (service) return suggest(`Zgłoszenie: ${names.service(service.code)}`, service.hint[language]);
  const matter = intent.kind === "outside" ? outside.get(intent.id) : undefined;
  return matter ? suggest(matter.whose.pl, matter.reply[language]) : [];
}

const shortAnswer = ({ answer, translations }: Article, language: Language): string =>
  language === "pl" ? answer : translations[language].answer;
