import type { Effect, NewWaiting } from "../conversation/outcome";
import type { Intent } from "../conversation/understanding";
import { areaOf } from "../handoff/areas";
import type { Acted } from "./acted";
import type { Heard, Turn } from "./heard";
import type { Content } from "./parts";

/** Adds what the queue has to know: who begins to wait, who stops waiting, and to whom a consultant owes an answer. */
export function withQueue(acted: Acted, before: Turn, waiting: () => NewWaiting): Acted {
  const effect = changeOf(before.conversation.speaker, acted.speaker, waiting);
  return effect ? { ...acted, effects: [...acted.effects, effect] } : acted;
}

function changeOf(before: Acted["speaker"], after: Acted["speaker"], waiting: () => NewWaiting): Effect | undefined {
  if (after === "consultant") return { kind: "await_consultant" };
  if (after === "waiting") return before === "waiting" ? undefined : { kind: "enter_queue", waiting: waiting() };
  return before === "waiting" ? { kind: "leave_queue" } : undefined;
}

/** Adds what it is about when somebody says so while they wait for a consultant or talk to one. */
export function withTopic(acted: Acted, heard: Heard, content: Content): Acted {
  const withPeople = [heard.conversation.speaker, acted.speaker].every(
    (one) => one === "waiting" || one === "consultant",
  );
  const topic = withPeople ? clearTopic(heard) : undefined;
  if (!topic) return acted;
  return { ...acted, effects: [...acted.effects, { kind: "learn_topic", waiting: inItsArea(topic, content) }] };
}

/** Only what the words mean before all else: a topic once known stays, so a guess would stay, too. */
function clearTopic({ understanding: { candidates, vague }, bands }: Heard): Intent | undefined {
  const [best] = candidates;
  if (!best || vague || best.confidence < bands.offer) return undefined;
  return best.intent.kind === "article" || best.intent.kind === "service" ? best.intent : undefined;
}

/** `about`: what they are handed over for. */
type Known = Pick<Heard, "understanding" | "bands"> & { about?: Intent | undefined };

/** What somebody who waits wants to talk about, as far as the bot knows. */
export function waitingFor({ dialog, topic }: Acted["memory"], heard: Known | undefined, content: Content): NewWaiting {
  return inItsArea(topicOf({ dialog, topic }, heard), content);
}

function inItsArea(topic: Intent | undefined, { areas, services }: Content): NewWaiting {
  const area = areaOf(topic, areas, (service) => services.get(service)?.group);
  return { ...(topic && { topic }), ...(area !== undefined && { area }) };
}

/** What they are handed over for, else the errand that is going on, else what was answered last, else the likeliest meaning of the last words. */
function topicOf(
  { dialog, topic }: Pick<Acted["memory"], "dialog" | "topic">,
  heard: Known | undefined,
): Intent | undefined {
  if (heard?.about) return heard.about;
  if (dialog?.service) return { kind: "service", id: dialog.service };
  if (topic) return { kind: "article", id: topic };
  const likely = heard?.understanding.candidates.find(
    ({ intent: { kind }, confidence }) => (kind === "article" || kind === "service") && confidence >= heard.bands.offer,
  );
  return likely?.intent ?? (dialog && { kind: "dialog", id: dialog.dialog });
}
