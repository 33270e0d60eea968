import { fold } from "../../conversation/fold";
import type { Article } from "../../knowledge/article";
import { daysLeft, SOON_DAYS } from "../../knowledge/guidance/review";
import { missingParts } from "../../knowledge/guidance/versions";
import { isTold, standingOf } from "../../knowledge/standing";
import { alwaysOn } from "../../serviceRequests/topics";
import type { ArticleFigures, ArticleList, ArticleQuery, ArticleRow, ArticleSort } from "../wire";

type Known = {
  articles: ReadonlyMap<string, Article>;
  figures: Map<string, ArticleFigures>;
  today: string;
  /** Ids of those that have a draft, and of those switched off. */
  drafted?: ReadonlySet<string>;
  off?: ReadonlySet<string>;
};

const PAGE = 50;
const nothing: ArticleFigures = { asked: 0, answered: 0, chosen: 0, refused: 0, handedOver: 0 };
const polish = new Intl.Collator("pl");

/** One page of the articles that fit, in the order wanted. */
export function listArticles(query: ArticleQuery, known: Known): ArticleList {
  const all = [...known.articles.values()];
  const rows = all
    .filter((article) => fits(article, query))
    .map((article) => articleRow(article, known))
    .filter((row) => fitsRow(row, query) && isIn(query.state, row, known))
    .sort(orders[query.sort]);
  const end = query.from + PAGE;
  return {
    items: rows.slice(query.from, end),
    found: rows.length,
    ...(end < rows.length && { next: end }),
    units: [...new Set(all.map(({ unit }) => unit))].sort(polish.compare),
  };
}

/** An article as lists show it. */
export function articleRow(article: Article, { figures, today, drafted }: Omit<Known, "articles">): ArticleRow {
  const { id, title, unit, competence, confidence, checkAgain } = article;
  const left = daysLeft(article, today);
  const standing = standingOf(article, today);
  const told = isTold(article, today) || alwaysOn.includes(`article:${id}`);
  return {
    ...{ id, title, unit, competence, confidence, checkAgain },
    ...(left <= SOON_DAYS && { due: left }),
    ...(standing !== "good" && { doubt: { standing, told } }),
    missing: missingParts(article).map(({ language }) => language),
    ...(drafted?.has(id) && { drafted: true as const }),
    figures: figures.get(id) ?? nothing,
  };
}

function fits(article: Article, { q, unit, competence, confidence }: ArticleQuery): boolean {
  const wanted = fold(q).split(/\s+/).filter(Boolean);
  if (unit !== undefined && article.unit !== unit) return false;
  if (competence !== undefined && article.competence !== competence) return false;
  if (confidence !== undefined && article.confidence !== confidence) return false;
  return wanted.length === 0 || wanted.every((word) => wordsOf(article).includes(word));
}

function isIn(state: ArticleQuery["state"], { id, drafted, doubt }: ArticleRow, { off }: Known): boolean {
  if (state === "draft") return drafted === true;
  if (state === "off") return off?.has(id) ?? false;
  return state === undefined || doubt !== undefined;
}

function fitsRow({ due, missing }: ArticleRow, query: ArticleQuery): boolean {
  if (query.due && due === undefined) return false;
  if (query.missing === undefined) return true;
  return query.missing === "any" ? missing.length > 0 : missing.includes(query.missing);
}

const folded = new WeakMap<Article, string>();

/** All an article can be found by, made once for as long as it stays as it is. */
function wordsOf(article: Article): string {
  const { id, title, keywords, phrasings, translations } = article;
  const titles = [translations.en.title, translations.uk.title];
  const words = folded.get(article) ?? fold([id, title, ...titles, ...keywords, ...phrasings].join("\n"));
  folded.set(article, words);
  return words;
}

type Order = (a: ArticleRow, b: ArticleRow) => number;
const byTitle: Order = (a, b) => polish.compare(a.title, b.title);
const most =
  (count: (figures: ArticleFigures) => number): Order =>
  (a, b) =>
    count(b.figures) - count(a.figures) || byTitle(a, b);

const orders: Record<ArticleSort, Order> = {
  title: byTitle,
  due: (a, b) => (a.checkAgain < b.checkAgain ? -1 : a.checkAgain > b.checkAgain ? 1 : byTitle(a, b)),
  used: most(({ answered, chosen }) => answered + chosen),
  refused: most(({ refused }) => refused),
  handed_over: most(({ handedOver }) => handedOver),
};
