import type { Decided } from "../conversation/decision";
import { CRISIS } from "./asides";
import type { Heard } from "./heard";
import { languageWanted } from "./languageOf";
import { rejected } from "./rejected";
import { is, type Rule, startPressed, surely } from "./rule";
import { rulesInDialog } from "./rulesInDialog";
import { rulesOutside } from "./rulesOutside";

/** The policy. Rules are asked in order, the first that answers wins; pure, so that a record can be replayed. */
export function decide(heard: Heard): Decided {
  const rules = { ...rulesAlways, ...(heard.memory.dialog ? rulesInDialog : rulesOutside) };
  for (const [because, rule] of Object.entries(rules)) {
    const decision = rule(heard);
    if (decision) return { decision, because, rejected: rejected(heard, decision, because) };
  }
  throw new Error("the last rule always answers");
}

const rulesAlways: Record<string, Rule> = {
  // Before anything else and whoever speaks: a person in danger must not be asked back.
  somebody_is_in_danger: ({ alarm, understanding, wish, command, memory, bands }) => {
    if (alarm) return { kind: "small_talk", id: alarm };
    if (wish || command?.rest === "") return;
    const { candidates } = understanding;
    if (understanding.alarm >= bands.danger) {
      const shareOf = (id: string) => candidates.find(({ intent }) => is(intent, "talk", id))?.confidence ?? 0;
      return { kind: "small_talk", id: shareOf("crisis") > shareOf("danger") ? "crisis" : "danger" };
    }
    if (candidates.some(({ intent, confidence }) => confidence >= bands.start && is(intent, "article", CRISIS)))
      return { kind: memory.dialog ? "answer_in_dialog" : "answer", article: CRISIS };
  },

  a_consultant_speaks: ({ conversation }) => {
    if (conversation.speaker === "consultant") return { kind: "stay_silent" };
  },

  the_resident_waits_for_a_person: ({ conversation, wish, cancelled }) => {
    if (conversation.speaker !== "waiting") return;
    if (wish?.kind === "start") return startPressed(wish);
    return { kind: wish?.kind === "stop_waiting" || cancelled ? "stop_waiting" : "keep_waiting" };
  },

  another_language_is_wanted: ({ message, wish }) => {
    if (!wish && languageWanted(message.text)) return { kind: "small_talk", id: "acknowledgement" };
  },

  there_are_no_words: ({ message, memory }) => {
    if (/[\p{L}\p{N}]/u.test(message.text) || message.attachments.length > 0) return;
    return memory.dialog ? { kind: "continue_dialog" } : { kind: "refuse_empty" };
  },

  a_person_is_wanted: (heard) => {
    const { wish, command, fits } = heard;
    const heardIt = command?.kind === "human" || (isHuman(surely(heard, heard.bands.human)) && fits !== "surely");
    const asked = wish ? wish.kind === "human" : heardIt;
    if (asked) return { kind: "hand_off", reason: "asked_for_human" };
  },
};

const isHuman = (intent: ReturnType<typeof surely>) => intent !== undefined && is(intent, "talk", "human");
