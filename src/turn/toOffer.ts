import type { Intent } from "../conversation/understanding";
import { bands } from "./bands";
import type { Heard } from "./heard";
import { is } from "./rule";

/** What the classifier finds possible is offered, then what the search index found best; more would not be read. */
const MOST_OFFERED = 4;
const MOST_SEARCHED = 2;

/** Two to four meanings worth showing; none when nothing is likely. */
export function toOffer({ understanding, found }: Heard): Intent[] {
  const likely = understanding.candidates
    .filter(({ intent, confidence }) => confidence >= bands.offer && isErrand(intent))
    .map(({ intent }) => intent);
  if (likely.length === 0) return [];
  const searched = found.slice(0, MOST_SEARCHED).map(({ article }): Intent => ({ kind: "article", id: article }));
  const all = [...likely, ...searched];
  return all.filter((one, i) => all.findIndex((other) => is(other, one.kind, one.id)) === i).slice(0, MOST_OFFERED);
}

/** Whether the city does something about it: small talk and other people's matters are not offered. */
export function isErrand({ kind }: Intent): boolean {
  return kind === "article" || kind === "service" || kind === "dialog";
}
