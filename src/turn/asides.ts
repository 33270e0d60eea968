import type { Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import type { Effect } from "../conversation/outcome";
import type { Choice, Wish } from "../conversation/reply";
import type { Intent } from "../conversation/understanding";
import type { Acted } from "./acted";
import { actedOn } from "./actedOn";
import type { Heard } from "./heard";
import { is, isCall } from "./rule";

/** What is written down beside the turn itself: an alert for consultants, a proposed label for editors. */
export function withAsides(acted: Acted, decision: Decision, heard: Heard): Acted {
  const effects = [...acted.effects, ...alertIn(decision, heard), ...labelIn(heard)];
  return { ...acted, effects, memory: rememberNeeded(acted.memory, decision, heard) };
}

/** The article a person in crisis is shown. */
export const CRISIS = "interwencja-kryzysowa";

function alertIn(decision: Decision, { message, memory, understanding }: Heard): Effect[] {
  const [about] = actedOn(decision);
  if (!about) return [];
  const crisis = is(about, "talk", "crisis") || is(about, "article", CRISIS);
  if (!crisis && !isCall(about)) return [];
  const reason = crisis ? "crisis" : "danger";
  const { language } = memory;
  return [{ kind: "alert", alert: { sameAs: message.id, reason, text: understanding.maskedText, language } }];
}

/** A press on one of the meanings offered, or on "none of these", tells what the message before meant. */
function labelIn({ message, memory, wish }: Heard): Effect[] {
  const { unclear, offered } = memory;
  const intent = meantBy(wish);
  if (unclear === undefined || (!intent && wish?.kind !== "none_of_these")) return [];
  const instead = offered.flatMap((choice: Choice) => meantBy(choice.wish) ?? []);
  const label = { sameAs: message.id, text: unclear, instead, proposedBy: "resident" as const };
  return [{ kind: "propose_label", label: { ...label, ...(intent && { intent }) } }];
}

function meantBy(wish: Wish | undefined): Intent | undefined {
  if (wish?.kind === "read") return { kind: "article", id: wish.article };
  if (wish?.kind !== "start") return undefined;
  return wish.service ? { kind: "service", id: wish.service } : { kind: "dialog", id: wish.dialog };
}

const leadsOn = new Set<Decision["kind"]>([
  "offer_act",
  "ask_for_words",
  "cannot_read",
  "cannot_listen",
  "continue_here",
]);

/** Only what the resident presses next speaks of the unclear message; anything else they do ends that. */
function rememberNeeded(
  { unclear: _, acting, office, ...memory }: Memory,
  decision: Decision,
  { understanding }: Heard,
): Memory {
  // The same holds for what they were about to do about a service request of theirs.
  if (acting && leadsOn.has(decision.kind)) return { ...memory, acting };
  if (decision.kind === "tell_hours") return { ...memory, office };
  return decision.kind === "offer" ? { ...memory, unclear: understanding.maskedText } : memory;
}
