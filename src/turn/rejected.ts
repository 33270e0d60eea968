import type { Decision, Rejected } from "../conversation/decision";
import { actedOn } from "./actedOn";
import type { Heard } from "./heard";
import { bandOf, is, isConfirmed, leastFor } from "./rule";
import { isErrand } from "./toOffer";

/** Every meaning that was found and not acted on, with the reason; read by consultants and in audits. */
export function rejected(heard: Heard, decision: Decision, because: string): Rejected[] {
  const chosen = actedOn(decision);
  return heard.understanding.candidates.flatMap(({ intent, confidence }, place) => {
    if (chosen.some((one) => is(one, intent.kind, intent.id))) return [];
    return [{ intent, confidence, why: whyNot(place, heard, because) }];
  });
}

/** The rules in which meanings are weighed against each other; all others do not look at them. */
const weighing = new Set([
  "it_is_clear",
  "a_part_of_it_is_clear",
  "nobody_could_guess_the_matter",
  "it_is_a_report_of_some_kind",
  "it_may_be_one_of_these",
  "it_was_not_understood",
  "there_are_two_matters",
]);

function whyNot(place: number, heard: Heard, because: string): string {
  const candidate = heard.understanding.candidates[place];
  if (!candidate || !weighing.has(because)) return `${because} came first`;
  if (because === "it_is_clear") return "another meaning was likelier";
  if (because === "there_are_two_matters") return "the message told two matters apart";
  if (!isConfirmed(candidate.intent, heard)) return "the search index does not find it";
  const least = leastFor(candidate.intent, heard);
  if (place === 0 && candidate.confidence < least)
    return `sure to ${candidate.confidence.toFixed(2)}, below ${least.toFixed(2)}`;
  if (bandOf(candidate, heard) === "none") return `below ${heard.bands.offer}, the least to be offered`;
  return isErrand(candidate.intent) ? "not sure enough to act on" : "not a matter to be offered";
}
