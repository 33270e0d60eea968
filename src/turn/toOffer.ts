import type { Intent } from "../conversation/understanding";
import type { Heard } from "./heard";
import { bandOf, is } from "./rule";

/** What the classifier finds possible is offered, then what the search index found best; more would not be read. */
const MOST_OFFERED = 4;
const MOST_SEARCHED = 2;

/** Two to four meanings worth showing; none when nothing is likely. */
export function toOffer(heard: Heard): Intent[] {
  const { understanding, found } = heard;
  const likely = understanding.candidates
    .filter((candidate) => bandOf(candidate, heard) !== "none" && isErrand(candidate.intent))
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
