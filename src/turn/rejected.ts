import type { Decision, Rejected } from "../conversation/decision";
import type { Intent } from "../conversation/understanding";
import { bands } from "./bands";
import type { Heard } from "./heard";
import { is, sureFor } from "./rule";
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
const weighing = new Set(["it_is_clear", "it_may_be_one_of_these", "it_was_not_understood", "there_are_two_matters"]);

function whyNot(place: number, heard: Heard, because: string): string {
  const candidate = heard.understanding.candidates[place];
  if (!candidate || !weighing.has(because)) return `${because} came first`;
  if (because === "it_is_clear") return "another meaning was likelier";
  if (because === "there_are_two_matters") return "the message told two matters apart";
  if (place === 0)
    return `sure to ${heard.understanding.confidence.toFixed(2)}, below ${sureFor(candidate, heard).toFixed(2)}`;
  if (candidate.confidence < bands.offer) return `below ${bands.offer}, the least to be offered`;
  return isErrand(candidate.intent) ? "not sure enough to act on" : "not a matter to be offered";
}

function actedOn(decision: Decision): Intent[] {
  switch (decision.kind) {
    case "answer":
      return [{ kind: "article", id: decision.article }, ...(decision.also ? [decision.also] : [])];
    case "answer_in_dialog":
      return [{ kind: "article", id: decision.article }];
    case "start_dialog":
      return [
        decision.service ? { kind: "service", id: decision.service } : { kind: "dialog", id: decision.dialog },
        ...(decision.also ? [decision.also] : []),
      ];
    case "small_talk":
      return [{ kind: "talk", id: decision.id }];
    case "point_outside":
      return [{ kind: "outside", id: decision.id }];
    case "hand_off":
      return decision.reason === "asked_for_human" ? [{ kind: "talk", id: "human" }] : [];
    default:
      return [];
  }
}
