import type { Article } from "../knowledge/article";
import { sourceDates } from "../knowledge/sourceDates";
import { fill } from "./fill";
import type { Phrases } from "./phrases/phrases";

/** Where an answer comes from and how old it is: the most official of its pages, or a hint to ask where there is none. */
export function saySource(article: Pick<Article, "sources" | "sourceDate" | "checkedOn">, phrases: Phrases): string {
  const checkedOn = sayDate(article.checkedOn);
  const source = article.sources.find((page) => OFFICIAL.test(hostOf(page))) ?? article.sources[0];
  if (!source) return fill(phrases.noSource, { checkedOn });
  const link = `[${hostOf(source)}](${source})`;
  const sourceDate = sayAge(article.sourceDate);
  return fill(sourceDate ? phrases.source : phrases.sourceUndated, { link, checkedOn, sourceDate });
}

const OFFICIAL = /(?:^|\.)(?:krakow|gov)\.pl$/;

const hostOf = (page: string) => new URL(page).hostname.replace(/^www\./, "");

/** "2020-05 (godziny), 2023-06 (e-wniosek)" is said as "2020–2023", "unknown (po 2022)" is nothing. */
function sayAge(note: string): string {
  const [first, ...others] = sourceDates(note);
  if (!first) return "";
  const last = others.at(-1);
  return last ? `${first.slice(0, 4)}–${last.slice(0, 4)}` : sayDate(first);
}

/** `2026-11-21` as `21.11.2026`. */
export function sayDate(iso: string): string {
  return iso.split("-").reverse().join(".");
}
