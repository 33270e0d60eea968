import type { Decided, Decision, Rejected } from "../conversation/decision";
import type { Wish } from "../conversation/reply";
import type { Candidate, Intent } from "../conversation/understanding";
import { bands } from "./bands";
import type { Heard } from "./heard";

/** The policy. Rules are asked in order, the first that answers wins; pure, so that a record can be replayed. */
export function decide(heard: Heard): Decided {
  for (const [because, rule] of Object.entries(rules)) {
    const decision = rule(heard);
    if (decision) return { decision, because, rejected: rejected(heard, decision, because) };
  }
  return { decision: { kind: "ask_to_rephrase" }, because: "nothing_fits", rejected: [] };
}

type Rule = (heard: Heard) => Decision | undefined;

const rules: Record<string, Rule> = {
  a_consultant_speaks: ({ conversation }) => {
    if (conversation.speaker === "consultant") return { kind: "stay_silent" };
  },

  somebody_is_in_danger: (heard) => {
    if (surely(heard, "talk", "danger", bands.danger)) return { kind: "small_talk", id: "danger" };
    // A person in crisis must not be asked back: the numbers come first.
    const crisis = heard.understanding.candidates.find((c) => is(c.intent, "article", CRISIS));
    if (crisis && crisis.confidence >= bands.danger && !heard.memory.dialog) return { kind: "answer", article: CRISIS };
  },

  the_resident_waits_for_a_person: ({ conversation, wish, cancelled }) => {
    if (conversation.speaker !== "waiting") return;
    return { kind: wish?.kind === "stop_waiting" || cancelled ? "stop_waiting" : "keep_waiting" };
  },

  there_are_no_words: ({ message, memory }) => {
    if (message.text.trim() || message.attachments.length > 0) return;
    return memory.dialog ? { kind: "continue_dialog" } : { kind: "refuse_empty" };
  },

  a_person_is_wanted: (heard) => {
    const asked = heard.wish?.kind === "human" || (!heard.wish && surely(heard, "talk", "human", bands.human));
    if (asked && heard.fits !== "surely") return { kind: "hand_off", reason: "asked_for_human" };
  },

  a_dialog_goes_on: (heard) => (heard.memory.dialog ? inDialog(heard) : undefined),

  a_button_was_pressed: ({ wish, memory }) => (wish ? pressed(wish, memory.misunderstood) : undefined),

  a_number_is_asked_for: ({ understanding, message }) => {
    const ids = understanding.entities.serviceRequestIds;
    if (ids.length > 0 && message.attachments.length === 0) return { kind: "tell_status", serviceRequestIds: ids };
  },

  a_photo_came_first: ({ message, understanding }) => {
    if (message.attachments.length === 0) return;
    const service = understanding.candidates.find((c) => c.intent.kind === "service" && c.confidence >= bands.offer);
    return { kind: "start_dialog", dialog: REPORT, ...(service && { service: service.intent.id }) };
  },

  more_of_the_same_topic: ({ understanding, memory }) => {
    const { aspect, onlyAspect } = understanding;
    if (memory.topic && aspect && onlyAspect) return { kind: "answer", article: memory.topic, section: aspect };
  },

  it_is_clear: (heard) => {
    const [best] = heard.understanding.candidates;
    if (!best || heard.understanding.confidence < sureFor(best, heard)) return;
    return actOn(best.intent, heard);
  },

  it_may_be_one_of_these: (heard) => {
    if (heard.memory.misunderstood >= bands.attempts) return;
    const intents = toOffer(heard);
    if (intents.length > 0) return { kind: "offer", intents };
  },

  it_was_not_understood: ({ memory }) =>
    memory.misunderstood === 0 ? { kind: "ask_to_rephrase" } : { kind: "hand_off", reason: "not_understood" },
};

const CRISIS = "interwencja-kryzysowa";
const REPORT = "report-problem";

function inDialog(heard: Heard): Decision {
  const { wish, memory, fits, understanding } = heard;
  if (wish?.kind === "cancel" || heard.cancelled) return { kind: "cancel_dialog" };
  if (wish?.kind === "read")
    return { kind: "answer_in_dialog", article: wish.article, ...(wish.section && { section: wish.section }) };
  if (wish?.kind === "start")
    return { kind: "start_dialog", dialog: wish.dialog, ...(wish.service && { service: wish.service }) };
  if (wish) return { kind: "continue_dialog", wish };
  if (heard.commanded || fits === "surely") return { kind: "continue_dialog" };
  const [best] = understanding.candidates;
  const clear = best !== undefined && understanding.confidence >= bands.sure;
  const askedForNumber = memory.dialog?.asked === "service_request_id";
  if (understanding.entities.serviceRequestIds.length > 0 && !askedForNumber)
    return { kind: "tell_status", serviceRequestIds: understanding.entities.serviceRequestIds };
  if (clear && best.intent.kind === "article" && understanding.question)
    return {
      kind: "answer_in_dialog",
      article: best.intent.id,
      ...(understanding.aspect && { section: understanding.aspect }),
    };
  if (
    clear &&
    longAgo(heard) &&
    best.intent.kind !== "talk" &&
    !is(best.intent, "service", memory.dialog?.service ?? "")
  )
    return { kind: "offer_to_resume" };
  return { kind: "continue_dialog" };
}

/** A dialog older than this is asked about before it is taken up again; buses and lunches are shorter. */
const LONG_AGO_MS = 2 * 60 * 60 * 1000;

function longAgo({ memory, facts }: Heard): boolean {
  return memory.lastTurnAt !== undefined && facts.now.getTime() - Date.parse(memory.lastTurnAt) > LONG_AGO_MS;
}

function pressed(wish: Wish, misunderstood: number): Decision | undefined {
  if (wish.kind === "read")
    return { kind: "answer", article: wish.article, ...(wish.section && { section: wish.section }) };
  if (wish.kind === "start")
    return { kind: "start_dialog", dialog: wish.dialog, ...(wish.service && { service: wish.service }) };
  if (wish.kind === "none_of_these")
    return misunderstood > 1 ? { kind: "hand_off", reason: "none_of_these" } : { kind: "ask_to_rephrase" };
  return undefined;
}

function actOn(intent: Intent, heard: Heard): Decision | undefined {
  const { aspect } = heard.understanding;
  if (intent.kind === "article") return { kind: "answer", article: intent.id, ...(aspect && { section: aspect }) };
  if (intent.kind === "service")
    return { kind: "start_dialog", dialog: intent.id === "idea" ? "idea" : REPORT, service: intent.id };
  if (intent.kind === "dialog") return { kind: "start_dialog", dialog: intent.id };
  if (intent.kind === "talk") return { kind: "small_talk", id: intent.id };
  return { kind: "point_outside", id: intent.id };
}

/** An article the search index does not confirm must be surer. */
function sureFor(best: Candidate, { found }: Heard): number {
  if (best.intent.kind !== "article") return bands.sure;
  return found.slice(0, 3).some(({ article }) => article === best.intent.id) ? bands.sure : bands.sureAlone;
}

/** Two to four meanings worth showing: what the classifier finds possible, then what the search index found best. */
function toOffer({ understanding, found }: Heard): Intent[] {
  const likely = understanding.candidates
    .filter(
      (c) =>
        c.confidence >= bands.offer &&
        (c.intent.kind === "article" || c.intent.kind === "service" || c.intent.kind === "dialog"),
    )
    .map((c) => c.intent);
  if (likely.length === 0) return [];
  const searched = found.slice(0, 2).map(({ article }): Intent => ({ kind: "article", id: article }));
  const all = [...likely, ...searched];
  return all.filter((one, i) => all.findIndex((other) => is(other, one.kind, one.id)) === i).slice(0, 4);
}

function surely({ understanding }: Heard, kind: Intent["kind"], id: string, least: number): boolean {
  const [best] = understanding.candidates;
  return best !== undefined && is(best.intent, kind, id) && best.confidence >= least;
}

const is = (intent: Intent, kind: Intent["kind"], id: string) => intent.kind === kind && intent.id === id;

function rejected({ understanding }: Heard, decision: Decision, because: string): Rejected[] {
  const chosen =
    "article" in decision
      ? decision.article
      : "service" in decision
        ? decision.service
        : "id" in decision
          ? decision.id
          : undefined;
  return understanding.candidates
    .filter(({ intent }) => intent.id !== chosen)
    .map(({ intent, confidence }, i) => ({
      intent,
      confidence,
      why: whyNot(i, confidence, because, understanding.confidence),
    }));
}

function whyNot(place: number, confidence: number, because: string, sure: number): string {
  if (because !== "it_is_clear" && because !== "it_may_be_one_of_these" && because !== "it_was_not_understood")
    return `${because} came first`;
  if (because === "it_is_clear") return "another meaning was likelier";
  if (confidence < bands.offer) return `below ${bands.offer}, the least to be offered`;
  return place === 0 ? `sure to ${sure.toFixed(2)}, below ${bands.sure}` : "not sure enough to act on";
}
