import { wordsOf } from "../conversation/words";
import type { Rule } from "./rule";

/** A thumb asks nothing, whoever speaks. */
export const onlyAReaction: Rule = ({ message }) => {
  if (message.form === "reaction") return { kind: "stay_silent" };
};

/** Somebody of the city answers in the platform's own inbox; two answers at once would confuse. */
export const somebodyAnswersElsewhere: Rule = ({ conversation, facts }) => {
  const { silentUntil } = conversation.memory;
  if (silentUntil !== undefined && facts.now.toISOString() < silentUntil) return { kind: "stay_silent" };
};

/** A comma put right in what was answered already. */
export const saidAlready: Rule = ({ message, facts: { before } }) => {
  if (message.form !== "edit" || before === undefined) return;
  if (wordsOf(before).join(" ") === wordsOf(message.text).join(" ")) return { kind: "stay_silent" };
};

/** What came without words that could be read: a person may make something of it. */
export const rulesOfForms: Record<string, Rule> = {
  it_cannot_be_read: ({ message }) => {
    if (message.form === "unreadable") return { kind: "cannot_read" };
  },

  it_is_only_a_voice: ({ message, voice }) => {
    if (voice && message.attachments.length === 0 && !/[\p{L}\p{N}]/u.test(message.text))
      return { kind: "cannot_listen" };
  },
};
