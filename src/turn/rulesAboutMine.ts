import { fold } from "../conversation/fold";
import type { RequestAct } from "../conversation/reply";
import { anyWord } from "./anyWord";
import type { Heard } from "./heard";
import type { MyRequest } from "./myRequests";
import { is, isClear, type Rule } from "./rule";

/** What a resident wants of the service requests filed in this conversation. */
export const rulesAboutMine: Record<string, Rule> = {
  something_is_to_be_done_about_mine: (heard) => {
    const { wish, memory } = heard;
    if (wish?.kind !== "act") return;
    const { id, act } = wish;
    if (!mayBe(heard, id, act)) return { kind: "tell_status", serviceRequestIds: [id] };
    const { acting } = memory;
    const words = acting?.id === id && acting.act === act ? acting.words : undefined;
    if (words !== undefined || act === "confirm") return { kind: "act_on_request", id, act, words: words ?? "" };
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

  it_is_said_what_to_do_about_mine: (heard) => {
    if (heard.wish || heard.message.text.trim() === "") return;
    const said = fold(heard.message.text);
    const [, answer] = ANSWERS.exec(heard.message.text) ?? [];
    const asked = first(heard, "answer");
    if (answer !== undefined && asked)
      return { kind: "act_on_request", id: asked.service_request_id, act: "answer", words: answer };
    const open = first(heard, "withdraw");
    if (WITHDRAWS.test(said) && open)
      return { kind: "offer_act", id: open.service_request_id, act: "withdraw", words: "" };
  },

  it_answers_what_was_told: (heard) => {
    const { wish, message, memory, mine } = heard;
    const told = mine?.find(({ stateSince }) => isNew(stateSince, memory.lastTurnAt));
    if (wish || !told || !/\p{L}/u.test(message.text) || hasOtherErrand(heard)) return;
    const { service_request_id: id, state } = told;
    if (state === "waiting_for_resident") return { kind: "offer_act", id, act: "answer", words: message.text };
    if (state !== "done") return;
    const said = fold(message.text);
    if (NOT_FIXED.test(said) && mayBe(heard, id, "reopen"))
      return { kind: "offer_act", id, act: "reopen", words: message.text };
    if (FIXED.test(said)) return { kind: "act_on_request", id, act: "confirm", words: message.text };
  },

  the_status_of_mine_is_asked_for: (heard) => {
    const { wish, understanding } = heard;
    const mine = (heard.mine ?? []).slice(0, MOST_TOLD).map(({ service_request_id }) => service_request_id);
    if (mine.length === 0 || understanding.entities.serviceRequestIds.length > 0) return;
    const best = wish ? undefined : isClear(heard);
    const asked = wish ? wish.kind === "start" && wish.dialog === STATUS : best && is(best, "dialog", STATUS);
    if (asked) return { kind: "tell_status", serviceRequestIds: mine };
  },
};

const STATUS = "check-status";
const MOST_TOLD = 3;

const ANSWERS = /^\s*(?:odpowiadam|odpowiedź|my answer|answer|відповідаю|відповідь)\s*[:,–-]\s*(\S[\s\S]*)$/iu;
const WITHDRAWS = anyWord("wycofuję wycofać wycofaj wycofajcie withdraw відкликаю відкликати відкличте");
const NOT_FIXED = anyWord("nie dalej nadal wciąż znowu not still again не досі знову");
const FIXED = anyWord("napraw* zrobion* usunięt* działa załatwion* fixed works done repaired виправ* полагод* працює");

/** Whether that may be done now; what was filed elsewhere is not theirs to change. */
function mayBe({ mine = [] }: Heard, id: string, act: RequestAct): boolean {
  return mine.some(({ service_request_id, acts }) => service_request_id === id && acts.includes(act));
}

function first({ mine = [] }: Heard, act: RequestAct): MyRequest | undefined {
  return mine.find(({ acts }) => acts.includes(act));
}

/** The bot told it after the resident's last message. */
const isNew = (since: Date, lastTurnAt: string | undefined) =>
  lastTurnAt !== undefined && since.getTime() > Date.parse(lastTurnAt);

function hasOtherErrand(heard: Heard): boolean {
  const best = isClear(heard);
  return heard.command?.rest === "" || (best !== undefined && best.kind !== "talk" && best.kind !== "service");
}
