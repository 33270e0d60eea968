import type { RequestAct } from "../conversation/reply";
import type { Heard } from "./heard";
import { asksHowMineStands, asksWhenMineIsDone, STATUS } from "./howMineStands";
import type { MyRequest } from "./myRequests";
import { meantByTitle, toldLately } from "./newsOfMine";
import { is, isClear, type Rule } from "./rule";
import {
  ADDS,
  ANSWERING,
  ANSWERS,
  FIXED,
  NOT_FIXED,
  readAboutMine,
  saysReopen,
  saysWhetherFixed,
  saysWithdraw,
} from "./wordsAboutMine";

/** What was pressed about a service request filed in this conversation, and what follows; holds also in a dialog and while waiting. */
export const rulesAboutPressed: Record<string, Rule> = {
  something_is_to_be_done_about_mine: (heard) => {
    const { wish, memory } = heard;
    if (wish?.kind !== "act") return;
    const { id, act } = wish;
    if (!mayBe(heard, id, act)) return { kind: "tell_status", serviceRequestIds: [id] };
    const { acting } = memory;
    const words = acting?.id === id && acting.act === act ? acting.words : undefined;
    const isPhoto = act === "add" && memory.photos !== undefined;
    if (words !== undefined || act === "confirm" || isPhoto)
      return { kind: "act_on_request", id, act, words: words ?? "" };
    return act === "withdraw" ? { kind: "offer_act", id, act, words: "" } : { kind: "ask_for_words", id, act };
  },

  nothing_is_to_be_done_about_mine: ({ wish, memory }) => {
    if (wish?.kind === "none_of_these" && memory.acting) return { kind: "small_talk", id: "acknowledgement" };
  },

  these_are_the_words_asked_for: (heard) => {
    const { acting } = heard.memory;
    if (heard.wish || !acting || acting.words !== undefined || !mayBe(heard, acting.id, acting.act)) return;
    if (heard.command?.rest === "" && heard.command.kind !== "yes") return;
    return { kind: "offer_act", id: acting.id, act: acting.act, words: heard.message.text };
  },
};

/** What the words plainly ask to do; they call for no person, however pleading they sound. */
export function saidAboutMine(heard: Heard): ReturnType<Rule> {
  if (heard.wish || heard.message.text.trim() === "") return undefined;
  const said = readAboutMine(heard.message.text);
  const [, answer] = ANSWERS.exec(heard.message.text) ?? [];
  const asked = first(heard, "answer");
  if (answer !== undefined && asked)
    return { kind: "act_on_request", id: asked.service_request_id, act: "answer", words: answer };
  const open = first(heard, "withdraw");
  if (saysWithdraw(said) && open) return { kind: "offer_act", id: open.service_request_id, act: "withdraw", words: "" };
  if (saysReopen(said)) return reopening(heard);
  // What is added goes through the page, whose address stands beside how it is.
  if (ADDS.test(said) && open) return { kind: "tell_status", serviceRequestIds: [open.service_request_id] };
  return undefined;
}

/** What a resident wants of the service requests filed in this conversation. */
export const rulesAboutMine: Record<string, Rule> = {
  ...rulesAboutPressed,

  it_is_said_what_to_do_about_mine: saidAboutMine,

  it_may_be_about_several_of_mine: (heard) => {
    const { wish, message, memory, mine = [], command } = heard;
    if (wish) return;
    const titled = meantByTitle(message.text, mine, memory);
    const ids = titled.flatMap(({ wish }) => (wish.kind === "act" ? [wish.id] : []));
    if (ids.length > 1) return { kind: "tell_status", serviceRequestIds: ids };
    const asked = toldHere(heard).filter(({ acts }) => acts.includes("confirm"));
    const said = readAboutMine(message.text);
    const answers = command?.rest === "" ? command.kind === "yes" || command.kind === "no" : saysWhetherFixed(said);
    if (asked.length < 2 || !answers || (command?.rest !== "" && hasOtherErrand(heard))) return;
    return { kind: "tell_status", serviceRequestIds: asked.map(({ service_request_id }) => service_request_id) };
  },

  it_answers_what_was_told: (heard) => {
    const { wish, message, command } = heard;
    const [told] = toldHere(heard);
    if (wish || !told) return;
    // A photo is an answer, too, with words or without.
    if (told.state === "waiting_for_resident" && message.attachments.length > 0)
      return { kind: "offer_act", id: told.service_request_id, act: "answer", words: message.text };
    if (!/[\p{L}\p{N}]/u.test(message.text)) return;
    const { service_request_id: id, state } = told;
    const isAnswer = command?.rest === "" && ANSWERING.has(command.kind);
    if (state === "waiting_for_resident" && (isAnswer || !hasOtherErrand(heard)))
      return { kind: "offer_act", id, act: "answer", words: message.text };
    if (state !== "done" || hasOtherErrand(heard)) return;
    const said = readAboutMine(message.text);
    if (NOT_FIXED.test(said) && mayBe(heard, id, "reopen"))
      return { kind: "offer_act", id, act: "reopen", words: message.text };
    if (FIXED.test(said) && mayBe(heard, id, "confirm"))
      return { kind: "act_on_request", id, act: "confirm", words: message.text };
  },

  the_photo_is_of_this_one: (heard) => {
    const [id, another] = heard.understanding.entities.serviceRequestIds;
    if (heard.wish || !heard.memory.photos || id === undefined || another !== undefined) return;
    if (mayBe(heard, id, "add")) return { kind: "act_on_request", id, act: "add", words: "" };
  },

  a_photo_may_be_of_mine: (heard) => {
    const { wish, message, mine = [] } = heard;
    const saysNothing = message.attachments.length > 0 && !/[\p{L}\p{N}]/u.test(message.text);
    const open = mine.filter(({ acts }) => acts.includes("add")).slice(0, MOST_TOLD);
    if (wish || !saysNothing || open.length === 0) return;
    return { kind: "ask_what_photo_shows", serviceRequestIds: open.map(({ service_request_id: id }) => id) };
  },

  the_status_of_mine_is_asked_for: (heard) => {
    const { wish, understanding } = heard;
    if (heard.message.attachments.length > 0) return;
    const mine = (heard.mine ?? []).slice(0, MOST_TOLD).map(({ service_request_id }) => service_request_id);
    if (mine.length === 0 || understanding.entities.serviceRequestIds.length > 0) return;
    const asked = wish ? wish.kind === "start" && wish.dialog === STATUS : asksHowMineStands(heard);
    if (asked) return { kind: "tell_status", serviceRequestIds: mine };
  },

  it_is_asked_when_it_will_be_done: (heard) => {
    if (!heard.wish && asksWhenMineIsDone(heard)) return { kind: "start_dialog", dialog: STATUS };
  },
};

const MOST_TOLD = 3;

/** Whether that may be done now; what was filed elsewhere is not theirs to change. */
function mayBe({ mine = [] }: Heard, id: string, act: RequestAct): boolean {
  return mine.some(({ service_request_id, acts }) => service_request_id === id && acts.includes(act));
}

/** The one whose number is named, else the newest. */
function first({ mine = [], understanding: { entities } }: Heard, act: RequestAct): MyRequest | undefined {
  const may = mine.filter(({ acts }) => acts.includes(act));
  return may.find(({ service_request_id: id }) => entities.serviceRequestIds.includes(id)) ?? may[0];
}

/** The one that is meant; where it may be several, each with its button. */
function reopening({ mine = [], understanding: { entities } }: Heard): ReturnType<Rule> {
  const ids = mine.filter(({ acts }) => acts.includes("reopen")).map(({ service_request_id }) => service_request_id);
  const named = ids.filter((id) => entities.serviceRequestIds.includes(id));
  const [id, another] = named.length > 0 ? named : ids;
  if (id === undefined) return undefined;
  return another === undefined
    ? { kind: "ask_for_words", id, act: "reopen" }
    : { kind: "tell_status", serviceRequestIds: ids };
}

/** What the bot told of after the resident's last message; only that, whose number the answer names. */
function toldHere({ mine = [], memory, understanding: { entities } }: Heard): MyRequest[] {
  const told = toldLately(mine, memory);
  const named = told.filter(({ service_request_id }) => entities.serviceRequestIds.includes(service_request_id));
  return named.length > 0 ? named : told;
}

function hasOtherErrand(heard: Heard): boolean {
  const best = isClear(heard);
  // "Dalej nie jest naprawione" sounds like a question about how it stands.
  if (best && is(best, "dialog", STATUS)) return heard.understanding.question;
  return heard.command?.rest === "" || (best !== undefined && best.kind !== "talk" && best.kind !== "service");
}
