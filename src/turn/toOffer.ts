import type { Intent } from "../conversation/understanding";
import type { Heard } from "./heard";
import { bandOf, is } from "./rule";

/** What the classifier finds possible is offered, then what the search index found best; more would not be read. */
const MOST_OFFERED = 4;
const MOST_SEARCHED = 2;

/** A list in which the right one is missing three times out of four wastes the resident's time: better to ask again. */
export const LIKELY_ENOUGH = 0.25;

/** Up to four meanings worth showing; none when even together they are not likely. */
export function toOffer(heard: Heard): Intent[] {
  const { understanding, found } = heard;
  const likely = understanding.candidates.filter(
    (candidate) => bandOf(candidate, heard) !== "none" && isErrand(candidate.intent),
  );
  if (likely.reduce((sum, { confidence }) => sum + confidence, 0) < LIKELY_ENOUGH) return [];
  const searched = found.slice(0, MOST_SEARCHED).map(({ article }): Intent => ({ kind: "article", id: article }));
  const all = [...likely.map(({ intent }) => intent), ...searched];
  return all.filter((one, i) => all.findIndex((other) => is(other, one.kind, one.id)) === i).slice(0, MOST_OFFERED);
}

/** Whether the city does something about it: small talk and other people's matters are not offered. */
export function isErrand({ kind }: Intent): boolean {
  return kind === "article" || kind === "service" || kind === "dialog";
}
