import type { Decision } from "../conversation/decision";
import { inWarsaw } from "../conversation/openingHours";
import { wordsOf } from "../conversation/words";
import { longestFound } from "../dialogs/words";
import { standingOf } from "../knowledge/standing";
import { fill } from "./fill";
import type { Heard } from "./heard";
import type { Content } from "./parts";
import { sayDate } from "./saySource";

type HandOff = Extract<Decision, { kind: "hand_off" }>;

/** Why a person answers and not the bot; before it whom to call, where the kind of report says that first. */
export function sayReserved({ reason, about }: HandOff, heard: Heard, content: Content): string {
  const { language } = heard.memory;
  const phrases = content.botPhrases[language];
  if (reason === "not_answered") return sayNotTold(about?.id ?? "", heard, content);
  if (reason !== "topic_off") return "";
  const urgent = about?.kind === "service" ? content.services.get(about.id)?.urgent : undefined;
  const isUrgent = urgent && (urgent.always || longestFound(wordsOf(heard.message.text), urgent.words) > 0);
  return [isUrgent ? urgent.text[language] : "", phrases.handoffTopicOff].filter(Boolean).join("\n\n");
}

function sayNotTold(id: string, { memory, facts }: Heard, { articles, botPhrases }: Content): string {
  const { handoffNotYet, handoffBeingChecked } = botPhrases[memory.language];
  const article = articles.get(id);
  const isLater = article && standingOf(article, inWarsaw(facts.now).date) === "not_yet";
  return isLater ? fill(handoffNotYet, { date: sayDate(article.validFrom ?? "") }) : handoffBeingChecked;
}
