import type { Memory } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { Choice, Reply } from "../conversation/reply";
import { fill } from "./fill";
import type { Matter } from "./matters";
import type { Content } from "./parts";
import { choiceFor } from "./sayOffer";

/** Asks which of two matters comes first; the order proposed is the one they are best done in. */
export function sayMatters(matters: Matter[], language: Language, content: Content): Reply {
  const phrases = content.botPhrases[language];
  const choices = matters.flatMap(({ intent, understanding: { aspect } }) =>
    choiceFor(intent, language, content).map(({ title, wish }): Choice => {
      return wish.kind === "read" && aspect ? { title, wish: { ...wish, section: aspect } } : { title, wish };
    }),
  );
  const refusal: Choice = { title: phrases.noneOfThese, wish: { kind: "none_of_these" } };
  return { text: phrases.twoMatters, choices: [...choices, refusal] };
}

/** What the bot remembers of them: each waits for its turn in the resident's own words. */
export function waitingFor(matters: Matter[]): Pick<Memory, "waiting"> {
  return { waiting: matters.map(({ intent, text }) => ({ intent, text })) };
}

/** The next matter that waits, as a button. */
export function sayWaiting(waiting: Memory["waiting"], language: Language, content: Content): Reply[] {
  const [next] = (waiting ?? []).flatMap(({ intent }) => choiceFor(intent, language, content));
  return next ? [{ text: fill(content.botPhrases[language].alsoWaits, { title: next.title }), choices: [next] }] : [];
}
