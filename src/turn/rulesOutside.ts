import type { Decision } from "../conversation/decision";
import type { Wish } from "../conversation/reply";
import type { Intent } from "../conversation/understanding";
import type { Heard } from "./heard";
import { isOnlyAddress, isOnlyTime, SURE_PLACE } from "./onlyAbout";
import { isClear, MOST_ATTEMPTS, REPORT, type Rule, startPressed, startService } from "./rule";
import { rulesAboutHours } from "./rulesAboutHours";
import { rulesAboutMine } from "./rulesAboutMine";
import { LIKELY_ENOUGH, toOffer } from "./toOffer";

/** What to do about a message while no dialog is going on, in order; the last rule always answers. */
export const rulesOutside: Record<string, Rule> = {
  ...rulesAboutMine,
  ...rulesAboutHours,

  a_button_was_pressed: ({ wish, memory }) => (wish ? pressed(wish, memory.misunderstood) : undefined),

  a_number_is_asked_for: ({ understanding, message }) => {
    const ids = understanding.entities.serviceRequestIds;
    if (ids.length > 0 && message.attachments.length === 0) return { kind: "tell_status", serviceRequestIds: ids };
  },

  a_photo_came_first: (heard) => {
    if (heard.message.attachments.length === 0) return;
    const best = isClear(heard);
    return best?.kind === "service" ? startService(best.id) : { kind: "start_dialog", dialog: REPORT };
  },

  a_position_was_shared: ({ facts }) => {
    if (facts.places?.[0]?.source === "device") return { kind: "start_dialog", dialog: REPORT };
  },

  only_an_address_was_named: (heard) => {
    if (!heard.wish && isOnlyAddress(heard)) return { kind: "start_dialog", dialog: REPORT };
  },

  more_of_the_same_topic: ({ understanding, memory }) => {
    const { aspect, onlyAspect } = understanding;
    if (!aspect || !onlyAspect) return;
    return memory.topic ? { kind: "answer", article: memory.topic, section: aspect } : { kind: "ask_for_matter" };
  },

  nothing_was_asked: ({ command, message, understanding }) => {
    const answersNothing = command?.rest === "" && command.kind !== "why";
    if (answersNothing) return { kind: "small_talk", id: "acknowledgement" };
    if (/\p{L}.*\p{L}/su.test(message.text)) return;
    // A phone number alone is for being called; any other number, or a letter, says nothing.
    return understanding.entities.phone
      ? { kind: "start_dialog", dialog: "leave-contact" }
      : { kind: "ask_for_matter" };
  },

  there_are_two_matters: ({ matters }) => {
    if (matters.length > 1) return { kind: "ask_which_first", intents: matters.map(({ intent }) => intent) };
  },

  it_is_clear: (heard) => {
    const best = isClear(heard);
    if (!best) return;
    return heard.beside.length > 0 ? { kind: "offer", intents: [best, ...heard.beside] } : actOn(best, heard);
  },

  a_part_of_it_is_clear: (heard) => {
    const [only] = heard.matters;
    if (only) return actOn(only.intent, { ...heard, understanding: only.understanding });
  },

  nobody_could_guess_the_matter: (heard) => {
    const { understanding, memory } = heard;
    const isEmpty = understanding.vague || isOnlyTime(heard);
    if (isEmpty && memory.misunderstood < MOST_ATTEMPTS) return { kind: "ask_for_matter" };
  },

  it_is_a_report_of_some_kind: (heard) => {
    if (isSomeReport(heard)) return { kind: "start_dialog", dialog: REPORT };
  },

  it_may_be_one_of_these: (heard) => {
    if (heard.memory.misunderstood >= MOST_ATTEMPTS) return;
    const intents = toOffer(heard);
    if (intents.length > 0) return { kind: "offer", intents };
  },

  it_was_not_understood: ({ memory }) =>
    memory.misunderstood === 0 ? { kind: "ask_to_rephrase" } : { kind: "hand_off", reason: "not_understood" },
};

/** A button of something that is over ("send", "back to the assistant") is answered like a word without a question. */
function pressed(wish: Wish, misunderstood: number): Decision {
  if (wish.kind === "read")
    return { kind: "answer", article: wish.article, ...(wish.section && { section: wish.section }) };
  if (wish.kind === "start") return startPressed(wish);
  if (wish.kind !== "none_of_these") return { kind: "small_talk", id: "acknowledgement" };
  return misunderstood > 1 ? { kind: "hand_off", reason: "none_of_these" } : { kind: "ask_to_rephrase" };
}

/** With a spot in the city named, what may be several kinds of report is one of them: its dialog asks which. */
function isSomeReport({ facts, understanding: { candidates, question }, memory }: Heard): boolean {
  const [place] = facts.places ?? [];
  if (question || memory.misunderstood > 0 || !place?.known || place.outside || place.score < SURE_PLACE) return false;
  const services = candidates.filter(({ intent }) => intent.kind === "service" && intent.id !== "idea");
  const together = services.reduce((sum, { confidence }) => sum + confidence, 0);
  return (
    SPOTS.has(place.source) &&
    candidates[0]?.intent.kind === "service" &&
    services.length > 1 &&
    together >= LIKELY_ENOUGH
  );
}

const SPOTS = new Set(["address", "street", "crossing", "stop"]);

function actOn(intent: Intent, { understanding: { aspect } }: Heard): Decision {
  if (intent.kind === "article") return { kind: "answer", article: intent.id, ...(aspect && { section: aspect }) };
  if (intent.kind === "talk") return { kind: "small_talk", id: intent.id };
  if (intent.kind === "outside") return { kind: "point_outside", id: intent.id };
  return start(intent);
}

function start(intent: Intent): Extract<Decision, { kind: "start_dialog" }> {
  return intent.kind === "service" ? startService(intent.id) : { kind: "start_dialog", dialog: intent.id };
}
