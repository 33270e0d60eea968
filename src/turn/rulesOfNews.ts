import { newsWanted } from "./newsWords";
import type { Rule } from "./rule";

/** Whoever speaks, nobody is written to who does not want it. */
export const rulesOfNews: Record<string, Rule> = {
  no_more_news_is_wanted: (heard) => {
    const news = newsWanted(heard.message.text);
    // "Stop" may as well be meant for the dialog, or for waiting.
    if (news?.wants === "none" && (news.unmistakable || isFree(heard))) return { kind: "unsubscribe" };
  },
};

export const rulesOfNewsAgain: Record<string, Rule> = {
  news_is_wanted_again: (heard) => {
    const news = newsWanted(heard.message.text);
    if (news?.wants !== "again") return;
    const { following = [] } = heard.facts;
    // Whoever begins somewhere may begin with that word.
    const isAnswered = isFree(heard) && following.some(({ own, on }) => own && !on);
    if (news.unmistakable || isAnswered) return { kind: "subscribe_again" };
  },
};

const isFree: (heard: Parameters<Rule>[0]) => boolean = ({ memory, conversation: { speaker } }) =>
  !memory.dialog && (speaker === "bot" || speaker === "closed");
