import type { Language } from "../conversation/language";
import { type Intent, nameOfIntent } from "../conversation/understanding";
import { wordsOf } from "../dialogs/words";
import type { Article } from "../knowledge/article";
import type { StaffContent } from "./parts";
import type { IntentView } from "./wire";

const HITS_AT_MOST = 8;
const INTENTS_AT_MOST = 60;

// What speaks for an article: that its title holds every word typed so far, what the bot would make of the text, its
// place in the full-text index, and, least, that keywords hold the words.
const TITLE = 3;
const MEANING = 2;
const INDEX = 1;
const KEYWORDS = 0.5;

/** Articles for words that are still being typed, best first: cut words find titles, whole ones what the bot would find. */
export function findArticles(
  content: StaffContent,
  typed: string,
  language: Language,
): { article: Article; score: number }[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const scores = new Map<string, number>();
  const add = (id: string, score: number) => scores.set(id, (scores.get(id) ?? 0) + score);
  for (const [rank, { article }] of content.search(typed).entries()) add(article, INDEX / (rank + 1));
  for (const { intent, confidence } of content.understand(typed, language).candidates)
    if (intent.kind === "article") add(intent.id, MEANING * confidence);
  for (const { id, titles, keywords } of wordsOfArticles(content)) {
    const closeness = Math.max(0, ...titles.map((title) => closenessOf(words, title)));
    if (closeness > 0) add(id, TITLE + closeness);
    else if (holdsAll(words, keywords)) add(id, KEYWORDS);
  }
  return [...scores]
    .sort(([, one], [, other]) => other - one)
    .slice(0, HITS_AT_MOST)
    .flatMap(([id, score]) => {
      const article = content.articles.get(id);
      return article ? [{ article, score }] : [];
    });
}

/** Does beforehand what the first search would have to wait for. */
export function prepareSearch(content: StaffContent): void {
  wordsOfArticles(content);
}

/** Everything a message may mean, by the words typed so far; all of it without any. */
export function findIntents(content: StaffContent, typed: string): IntentView[] {
  const all = intentsIn(content);
  const words = wordsOf(typed);
  if (words.length === 0) return all.map(({ words: _, ...view }) => view);
  const named = all.filter((one) => holdsAll(words, one.words));
  const meant = content.understand(typed, "pl").candidates.map(({ intent }) => nameOfIntent(intent));
  const others = meant.flatMap((name) => all.filter(({ intent }) => nameOfIntent(intent) === name));
  const found = new Map([...named, ...others].map(({ intent, title }) => [nameOfIntent(intent), { intent, title }]));
  return [...found.values()].slice(0, INTENTS_AT_MOST);
}

function intentsIn({
  articles,
  services,
  dialogs,
  outside,
  smallTalk,
}: StaffContent): (IntentView & { words: string[] })[] {
  const named = (kind: Intent["kind"], id: string, title: string, more: string[] = []) => {
    return { intent: { kind, id }, title, words: wordsOf([title, ...more].join(" ")) };
  };
  return [
    ...[...articles.values()].map(({ id, title, keywords }) => named("article", id, title, keywords)),
    ...[...services.values()].map(({ code, label, keywords }) => named("service", code, label.pl, keywords)),
    ...[...dialogs.dialogs.values()].map(({ id, title, keywords }) => named("dialog", id, title.pl, keywords)),
    ...[...outside.values()].map(({ id, whose }) => named("outside", id, whose.pl)),
    ...[...smallTalk.values()].map(({ id, title, examples }) => named("talk", id, title, examples.pl.slice(0, 1))),
  ];
}

/** 0 unless every word begins one of the title's; up to 1 the more of the title was typed. */
function closenessOf(words: string[], title: string[]): number {
  return holdsAll(words, title) ? Math.min(1, words.length / title.length) : 0;
}

const holdsAll = (words: string[], known: string[]) => words.every((word) => known.some((one) => one.startsWith(word)));

type Known = { id: string; titles: string[][]; keywords: string[] };
const known = new WeakMap<StaffContent["articles"], Known[]>();

/** Made once for the articles as they are now. */
function wordsOfArticles({ articles }: StaffContent): Known[] {
  const made = known.get(articles) ?? [...articles.values()].map(wordsOfArticle);
  known.set(articles, made);
  return made;
}

function wordsOfArticle({ id, title, keywords, translations }: Article): Known {
  const titles = [title, translations.en.title, translations.uk.title].map(wordsOf);
  return { id, titles, keywords: wordsOf([title, ...keywords].join(" ")) };
}
