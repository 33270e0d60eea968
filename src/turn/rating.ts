import { type Conversation, emptyMemory, type Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import type { Choice, Wish } from "../conversation/reply";
import type { Acted } from "./acted";
import type { Heard, Turn } from "./heard";
import type { Phrases } from "./phrases/phrases";
import { is, isClear, type Rule, surely } from "./rule";

/** How long after a score a message may be the word to it. */
const WORD_WITHIN_MS = 30 * 60 * 1000;
const LONGEST_WORD = 500;

/** After a talk with a consultant was closed nothing is left of it but the question how it was. */
export function afterClosing({ speaker, memory }: Conversation): Memory {
  if (speaker !== "closed") return memory;
  const { language, offered, ratingWordUntil, silentUntil, mailAnsweredAt, wrongCodes } = memory;
  const stays = ({ wish }: Choice) => wish.kind === "rate" || (ratingWordUntil && wish.kind === "none_of_these");
  return {
    ...emptyMemory(language),
    offered: offered.filter(stays),
    ...(silentUntil !== undefined && { silentUntil }),
    ...(mailAnsweredAt !== undefined && { mailAnsweredAt }),
    ...(wrongCodes && { wrongCodes }),
  };
}

/** "5/5", "4, dziękuję": a score with a word around it, when one was asked for. */
export function scoreIn(text: string, offered: Choice[]): Wish | undefined {
  const said = /^\s*([1-5])\s*(?:\/\s*5\s*)?(?:[.!]*|(?:[,;!]|\s[–-])\s*\p{L}.*)$/su.exec(text)?.[1];
  return offered.find(({ wish }) => wish.kind === "rate" && wish.score === Number(said))?.wish;
}

/** What to do about a message after a closed talk, as long as it is about that talk. */
export const rulesOfRating: Record<string, Rule> = {
  the_talk_is_rated: ({ conversation, wish }) => {
    if (conversation.speaker === "closed" && wish?.kind === "rate")
      return { kind: "thank_for_rating", score: wish.score };
  },

  no_word_is_added_to_the_rating: (heard) => {
    if (wordIsWanted(heard) && heard.wish?.kind === "none_of_these") return { kind: "end_rating" };
  },

  a_word_is_added_to_the_rating: (heard) => {
    if (wordIsWanted(heard) && !isSomethingElse(heard)) return { kind: "thank_for_word" };
  },
};

/** Words of praise, and of whom. Where a word to the rating is awaited, "bardzo szybko" is no haste for help. */
const PRAISE =
  /(?<!\p{L})(?:(?:szybk|szybci|sprawn|błyskaw|mił|uprzejm|fast|quick|prompt|swift|friendly|polite|konsultant|obsług|швидк|ввічлив)\p{L}*|pani?|bardzo|very|дуже|i|and|і)(?!\p{L})/giu;
export const withoutPraise = (text: string): string => text.replace(PRAISE, " ").trim();

const KIND_WORD =
  /(?<!\p{L})(?:szybk|szybci|sprawn|błyskaw|mił|uprzejm|fast|quick|prompt|swift|friendly|polite|швидк|ввічлив)/iu;
/** "Miły pan konsultant" praises one and asks for none. */
const isPraise = (text: string): boolean => KIND_WORD.test(text) && !/\p{L}/u.test(withoutPraise(text));

/** A score was just given, and what comes next may be the word to it. */
export function wordIsWanted({ conversation, facts }: Turn): boolean {
  const { ratingWordUntil } = conversation.memory;
  return (
    conversation.speaker === "closed" && ratingWordUntil !== undefined && facts.now.toISOString() <= ratingWordUntil
  );
}

/** A clear matter of its own, a number, a photo, or words that only steer. */
function isSomethingElse(heard: Heard): boolean {
  const { wish, command, message, understanding, bands } = heard;
  if (wish || command?.rest === "" || command?.kind === "human") return true;
  if (message.attachments.length > 0 || understanding.entities.serviceRequestIds.length > 0) return true;
  if (!/\p{L}{2}|\p{Extended_Pictographic}/u.test(message.text)) return true;
  if (isPraise(message.text)) return false;
  const human = surely(heard, bands.human);
  if (human && is(human, "talk", "human")) return true;
  const intent = isClear(heard);
  return intent !== undefined && intent.kind !== "talk";
}

export type OfRating = Extract<Decision, { kind: "thank_for_rating" | "thank_for_word" | "end_rating" }>;

/** Thanks for what was said of the talk; the conversation stays closed. */
export function actOnRating(
  decision: OfRating,
  { conversation, understanding, memory, facts }: Heard,
  phrases: Phrases,
): Acted {
  const rest = { speaker: conversation.speaker, memory: emptyMemory(memory.language) };
  switch (decision.kind) {
    case "thank_for_rating": {
      const ratingWordUntil = new Date(facts.now.getTime() + WORD_WITHIN_MS).toISOString();
      const choices: Choice[] = [{ title: phrases.noWord, wish: { kind: "none_of_these" } }];
      return {
        ...rest,
        memory: { ...rest.memory, ratingWordUntil },
        replies: [{ text: phrases.thanksForRating, choices }],
        effects: [{ kind: "rate", score: decision.score }],
      };
    }
    case "thank_for_word": {
      const word = understanding.maskedText.trim().slice(0, LONGEST_WORD);
      return { ...rest, replies: [{ text: phrases.thanksForWord }], effects: [{ kind: "rate_in_words", word }] };
    }
    case "end_rating":
      return { ...rest, replies: [{ text: phrases.ratingEnds }], effects: [] };
  }
}
