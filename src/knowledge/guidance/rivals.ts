import type { Language } from "../../conversation/language";
import type { Candidate } from "../../conversation/understanding";
import type { Article } from "../article";
import { versionsOf } from "./versions";

/** What the bot makes of a text, best first. */
export type Weigh = (text: string, language: Language) => Candidate[];

/** A phrasing that another article wins, or nearly; shares are 0–1. */
export type Contested = { text: string; language: Language; own: number; other: number; lost: boolean };
export type Rival = { article: string; phrases: Contested[] };

/** Closer than this a word more or less in the message changes who wins. */
const MARGIN = 0.1;
/** Less is what any article gets of words that mean none of them. */
const LEAST = 0.1;

/**
 * The articles that compete for the phrasings of this one, who takes most first. The bot has learnt these very
 * phrasings, so what is close here is closer still in residents' own words.
 */
export function rivalsOf(article: Article, weigh: Weigh): Rival[] {
  const rivals = new Map<string, Contested[]>();
  for (const { language, phrasings } of versionsOf(article)) {
    for (const text of phrasings) {
      const contested = contest(article.id, weigh(text, language));
      if (!contested) continue;
      const { by, ...shares } = contested;
      rivals.set(by, [...(rivals.get(by) ?? []), { text, language, ...shares }]);
    }
  }
  return [...rivals]
    .map(([other, phrases]) => ({
      article: other,
      phrases: phrases.sort((a, b) => a.own - a.other - (b.own - b.other)),
    }))
    .sort((a, b) => lostIn(b) - lostIn(a) || b.phrases.length - a.phrases.length);
}

const lostIn = ({ phrases }: Rival) => phrases.filter(({ lost }) => lost).length;

function contest(id: string, candidates: Candidate[]) {
  const articles = candidates.filter(({ intent }) => intent.kind === "article");
  const own = articles.find(({ intent }) => intent.id === id)?.confidence ?? 0;
  const best = articles.find(({ intent }) => intent.id !== id);
  if (!best || best.confidence < Math.max(LEAST, own - MARGIN)) return undefined;
  return { by: best.intent.id, own, other: best.confidence, lost: best.confidence > own };
}
