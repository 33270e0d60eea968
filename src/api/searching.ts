import type { Decision } from "../conversation/decision";
import type { Language } from "../conversation/language";
import { summaryOf } from "./articleViews";
import type { ApiContent } from "./parts";
import type { BotDoes, Hit, SearchAnswer } from "./schemas";

/** Articles for a text, best first, and how far the bot would go with each. */
export function searched(
  content: ApiContent,
  { q, limit }: { q: string; limit: number },
  language: Language,
): SearchAnswer {
  const decision = content.decide(q, language);
  const results = content.find(q, language, limit).map(({ article, score }) => ({
    ...summaryOf(article, language),
    score: Math.round(score * 1000) / 1000,
    band: bandOf(article.id, decision),
  }));
  return { language, bot: botDoes(decision), results };
}

function bandOf(id: string, decision: Decision): Hit["band"] {
  if (decision.kind === "answer") return decision.article === id ? "answer" : "none";
  if (decision.kind !== "offer" && decision.kind !== "ask_which_first") return "none";
  return decision.intents.some((intent) => intent.kind === "article" && intent.id === id) ? "offer" : "none";
}

/** Small talk that is none: the bot tells whom to call. */
const CALLS = ["danger", "crisis"];

function botDoes(decision: Decision): BotDoes {
  switch (decision.kind) {
    case "answer":
    case "tell_hours":
      return "answer";
    case "offer":
    case "ask_which_office":
    case "ask_which_first":
      return "offer";
    case "start_dialog":
      return "dialog";
    case "point_outside":
      return "elsewhere";
    case "small_talk":
      return CALLS.includes(decision.id) ? "emergency" : "other";
    default:
      return "other";
  }
}
