import { fold } from "../conversation/fold";
import type { Intent } from "../conversation/understanding";
import type { Heard } from "./heard";
import { is, isClear, MOST_ATTEMPTS, REPORT, type Rule, startPressed } from "./rule";
import { rulesAboutHours } from "./rulesAboutHours";
import { rulesAboutPressed } from "./rulesAboutMine";
import { toOffer } from "./toOffer";

/** What to do about a message in the middle of a dialog, in order; the last rule always answers. */
export const rulesInDialog: Record<string, Rule> = {
  the_dialog_is_cancelled: ({ wish, cancelled }) => {
    if (wish?.kind === "cancel" || cancelled) return { kind: "cancel_dialog" };
  },

  // News of what was filed comes at any time, also in the middle of the next report.
  ...rulesAboutPressed,
  ...rulesAboutHours,

  a_button_was_pressed: ({ wish }) => {
    if (wish?.kind === "read")
      return { kind: "answer_in_dialog", article: wish.article, ...(wish.section && { section: wish.section }) };
    if (wish?.kind === "start") return startPressed(wish);
    if (wish) return { kind: "continue_dialog", wish };
  },

  it_answers_the_question: ({ command, fits }) => {
    if (fits === "surely" || command?.rest === "") return { kind: "continue_dialog" };
  },

  a_number_is_asked_for: ({ understanding }) => {
    const ids = understanding.entities.serviceRequestIds;
    if (ids.length > 0) return { kind: "tell_status", serviceRequestIds: ids };
  },

  more_of_the_same_topic: ({ understanding: { aspect, onlyAspect }, memory }) => {
    if (memory.topic && aspect && onlyAspect)
      return { kind: "answer_in_dialog", article: memory.topic, section: aspect };
  },

  somebody_came_back_with_something_new: (heard) => {
    const intent = isClear(heard);
    const greets = intent !== undefined && is(intent, "talk", "greeting");
    if (longAgo(heard) && (greets || isAnother(intent, heard))) return { kind: "offer_to_resume" };
  },

  it_is_small_talk: (heard) => {
    const intent = isClear(heard);
    if (intent?.kind === "talk") return { kind: "small_talk", id: intent.id };
  },

  a_question_comes_in_between: (heard) => {
    const intent = isClear(heard);
    if (!intent || !asks(heard)) return;
    const { aspect } = heard.understanding;
    if (intent.kind === "article")
      return { kind: "answer_in_dialog", article: intent.id, ...(aspect && { section: aspect }) };
    // "A ile to kosztuje?" sounds like nobody's matter, but is about something.
    if (intent.kind === "outside" && !heard.understanding.onlyAspect) return { kind: "point_outside", id: intent.id };
  },

  a_question_may_mean_one_of_these: (heard) => {
    const { understanding, fits, memory } = heard;
    if (fits !== "no" || !understanding.question || memory.misunderstood >= MOST_ATTEMPTS) return;
    const articles = understanding.candidates.filter(({ intent }) => intent.kind === "article");
    const together = articles.reduce((sum, { confidence }) => sum + confidence, 0);
    if (together < MORE_LIKELY_THAN_NOT) return;
    const intents = toOffer(heard).filter(({ kind }) => kind === "article");
    if (intents.length > 0) return { kind: "offer", intents };
  },

  another_errand_comes_in_between: (heard) => {
    const intent = isClear(heard);
    if (!isAnother(intent, heard) || !(heard.fits === "no" || isNoPlace(heard))) return;
    const short = intent?.kind === "dialog" && SHORT_ERRANDS.has(intent.id) && wordsIn(heard) >= FEWEST_WORDS;
    return short ? { kind: "start_dialog", dialog: intent.id } : { kind: "offer_to_resume" };
  },

  a_question_was_not_understood: ({ message, fits, memory }) => {
    if (fits !== "no" || !/\?\s*$/.test(message.text)) return;
    return memory.misunderstood < MOST_ATTEMPTS - 1
      ? { kind: "ask_to_rephrase" }
      : { kind: "hand_off", reason: "not_understood" };
  },

  the_dialog_goes_on: () => ({ kind: "continue_dialog" }),
};

const MORE_LIKELY_THAN_NOT = 0.5;

/** Done in a minute, so they need no asking: the dialog comes back by itself. */
const SHORT_ERRANDS = new Set(["check-status", "leave-contact"]);

/** "Co dalej?" may be about the dialog itself. */
const FEWEST_WORDS = 3;

const wordsIn = ({ message }: Heard) => message.text.trim().split(/\s+/).length;

/** A longer text with a question word in it is still an answer, as long as it may be one. */
const SHORT_QUESTION_WORDS = 8;

function asks(heard: Heard): boolean {
  const { understanding, fits, memory } = heard;
  if (fits === "no" && memory.dialog?.asked === "service") return true;
  return understanding.question && (fits === "no" || wordsIn(heard) <= SHORT_QUESTION_WORDS);
}

/** A matter that belongs to another dialog, or to none. */
function isAnother(intent: Intent | undefined, { memory }: Heard): boolean {
  const { dialog, service } = memory.dialog ?? {};
  if (!intent || intent.kind === "talk" || intent.kind === "outside") return false;
  if (intent.kind === "article") return true;
  if (intent.kind === "dialog") return intent.id !== dialog;
  return service !== undefined ? intent.id !== service : dialog !== REPORT;
}

const BESIDE =
  /^(?:przy|kolo|obok|pod|nad|na|w|we|za|przed|naprzeciw|niedaleko|at|near|by|in|on|behind|opposite|биля|коло|поруч|на|в|у|за)\s/u;

/** Almost any words may be a place; a report of something else, with no address and no "przy", is none. */
function isNoPlace({ memory, understanding, message }: Heard): boolean {
  const askedForPlace = memory.dialog?.asked === "place" && understanding.entities.place === undefined;
  return askedForPlace && understanding.candidates[0]?.intent.kind === "service" && !BESIDE.test(fold(message.text));
}

/** A dialog older than this is asked about before it is taken up again; buses and lunches are shorter. */
const LONG_AGO_MS = 2 * 60 * 60 * 1000;

function longAgo({ memory, facts }: Heard): boolean {
  return memory.lastTurnAt !== undefined && facts.now.getTime() - Date.parse(memory.lastTurnAt) > LONG_AGO_MS;
}
