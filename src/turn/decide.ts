import type { Decided } from "../conversation/decision";
import { fold } from "../conversation/fold";
import { anyWord } from "./anyWord";
import { CRISIS } from "./asides";
import { isBlocked } from "./blocked";
import type { Heard } from "./heard";
import { languageWanted } from "./languageOf";
import { newsWanted } from "./newsWords";
import { isOnlyTime } from "./onlyAbout";
import { rulesOfRating } from "./rating";
import { rejected } from "./rejected";
import { reserve } from "./reserve";
import { is, type Rule, startPressed, surely } from "./rule";
import { rulesAboutPressed, saidAboutMine } from "./rulesAboutMine";
import { rulesInDialog } from "./rulesInDialog";
import { rulesOfCodes } from "./rulesOfCodes";
import { onlyAReaction, rulesOfForms, saidAlready, somebodyAnswersElsewhere } from "./rulesOfForms";
import { rulesOfNews, rulesOfNewsAgain } from "./rulesOfNews";
import { rulesOutside } from "./rulesOutside";

/**
 * The policy. Rules are asked in order, the first that answers wins; what a person has to see to is handed over instead.
 * Pure, so that a record can be replayed.
 */
export function decide(heard: Heard): Decided {
  const rules = { ...rulesAlways, ...(heard.memory.dialog ? rulesInDialog : rulesOutside) };
  for (const [because, rule] of Object.entries(rules)) {
    const decision = rule(heard);
    if (decision) return reserve({ decision, because, rejected: rejected(heard, decision, because) }, heard);
  }
  throw new Error("the last rule always answers");
}

const rulesAlways: Record<string, Rule> = {
  it_is_only_a_reaction: onlyAReaction,

  // Before anything else and whoever speaks: a person in danger must not be asked back.
  somebody_is_in_danger: (heard) => {
    const { alarm, understanding, wish, command, memory, bands, toTheWord, hours } = heard;
    if (alarm) return { kind: "small_talk", id: alarm };
    // Of a question about hours every word is known, and none of them calls for help.
    if (wish || command?.rest === "" || toTheWord || hours) return;
    const { text } = heard.message;
    if (saysNothing(text) || newsWanted(text) || answersByAddress(heard) || isOnlyTime(heard)) return;
    const { candidates } = understanding;
    if (understanding.alarm >= bands.danger) {
      const shareOf = (id: string) => candidates.find(({ intent }) => is(intent, "talk", id))?.confidence ?? 0;
      return { kind: "small_talk", id: shareOf("crisis") > shareOf("danger") ? "crisis" : "danger" };
    }
    if (candidates.some(({ intent, confidence }) => confidence >= bands.start && is(intent, "article", CRISIS)))
      return { kind: memory.dialog ? "answer_in_dialog" : "answer", article: CRISIS };
  },

  ...rulesOfNews,

  somebody_answers_elsewhere: somebodyAnswersElsewhere,

  a_consultant_speaks: ({ conversation }) => {
    if (conversation.speaker === "consultant") return { kind: "stay_silent" };
  },

  the_resident_is_blocked: isBlocked,

  it_was_said_already: saidAlready,

  ...rulesOfNewsAgain,
  ...rulesOfCodes,

  the_resident_waits_for_a_person: (heard) => {
    const { conversation, wish, cancelled } = heard;
    if (conversation.speaker !== "waiting") return;
    if (wish?.kind === "start") return startPressed(wish);
    for (const rule of Object.values(rulesAboutPressed)) {
      const decision = rule(heard);
      if (decision) return decision;
    }
    return { kind: wish?.kind === "stop_waiting" || cancelled ? "stop_waiting" : "keep_waiting" };
  },

  ...rulesOfForms,
  ...rulesOfRating,

  another_language_is_wanted: ({ message, wish }) => {
    if (!wish && languageWanted(message.text)) return { kind: "small_talk", id: "acknowledgement" };
  },

  there_are_no_words: ({ message, memory }) => {
    if (/[\p{L}\p{N}]/u.test(message.text) || message.attachments.length > 0) return;
    return memory.dialog ? { kind: "continue_dialog" } : { kind: "refuse_empty" };
  },

  a_person_is_wanted: (heard) => {
    const { wish, command, fits } = heard;
    const { bands, memory } = heard;
    const isMeant =
      isHuman(surely(heard, bands.human)) && fits !== "surely" && (memory.dialog || !saidAboutMine(heard));
    const asked = wish ? wish.kind === "human" : command?.kind === "human" || isMeant;
    if (asked) return { kind: "hand_off", reason: "asked_for_human" };
  },

  the_difference_is_asked_for: ({ message, wish }) => {
    const said = fold(message.text);
    const named = KINDS_OF_MATTERS.filter((kind) => kind.test(said));
    const [ours] = named.filter((kind) => kind !== COMPLAINT);
    if (!wish && ours && named.length > 1 && DIFFERENCE.test(said)) return { kind: "explain_kinds" };
  },
};

const DIFFERENCE = anyWord("różni różnią różnica różnicę różnice difference differ differs відрізня* різниця різницю");
const COMPLAINT = anyWord("skarg* petycj* complaint* petition* скарг* петиц*");
const KINDS_OF_MATTERS = [
  anyWord("zgłosz* report* заявк* звернен*"),
  anyWord("pomysł* idea ideas ідея ідеї ідею"),
  COMPLAINT,
];

/** "12 m. 4": in so few letters nobody calls for help. */
const saysNothing = (text: string) => !/\p{L}{2}/u.test(text);

/** "Mogilska 12" in the middle of a dialog, and not a word beside it: its digits call nobody. */
function answersByAddress({ memory, facts, message, understanding }: Heard): boolean {
  const [place] = facts.places ?? [];
  if (!memory.dialog || !place) return false;
  if (place.source === "device") return true;
  const { place: words } = understanding.entities;
  const isAddress = place.known && place.source === "address" && words !== undefined;
  return isAddress && saysNothing(message.text.replace(words, ""));
}

const isHuman = (intent: ReturnType<typeof surely>) => intent !== undefined && is(intent, "talk", "human");
