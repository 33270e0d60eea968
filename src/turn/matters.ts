import { fold } from "../conversation/fold";
import type { Intent, Understanding } from "../conversation/understanding";
import type { Weighable } from "./heard";
import { isClear } from "./rule";
import { isErrand, LIKELY_ENOUGH } from "./toOffer";

/** One of several things a message is about: its own words and what they mean. */
export type Matter = { text: string; intent: Intent; understanding: Understanding };

/** Where one matter may end and the next begin. */
const SEAM =
  /(?<=[.?!;])\s+|\n+|,?\s+(?:oraz|a także|a tak przy okazji|przy okazji|poza tym|i jeszcze|a jeszcze|and also|also|а також|і ще)\s+|,?\s+(?:i|a|and|і|а)\s+(?=(?:jak|ile|gdzie|kiedy|czy|kto|nie|jest|są|brakuje|how|where|when|what|can|як|де|коли|скільки|чи)\s)/iu;

const FEWEST_WORDS = 2;
/** Longer texts tell one story. */
const MOST_PARTS = 4;

/**
 * The one or two matters that parts of a message clearly name, or none: more are one story. What a person acts on (a report) comes first, so that an answer can
 * be given before its first question.
 */
export function mattersIn(text: string, hear: (text: string) => Weighable): Matter[] {
  const said = text.split(SEAM).filter((part) => part.trim().split(/\s+/).length >= FEWEST_WORDS);
  if (said.length < 2 || said.length > MOST_PARTS) return [];
  const heard = said.map((part) => ({ part: part.trim(), ...hear(part) }));
  const clear = heard.flatMap(({ part, ...one }, i): Matter[] => {
    const intent = isClear(one);
    // "Kto za to odpowiada?" is about what was said before it; a lamp that is out there, too, is a matter.
    if (i > 0 && intent?.kind === "article" && pointsBack(part)) return [];
    return intent && isErrand(intent) ? [{ text: part, intent, understanding: one.understanding }] : [];
  });
  const different = clear.filter(({ intent }, i) => clear.findIndex((other) => other.intent.id === intent.id) === i);
  if (different.length > 2) return [];
  // One matter beside words that may be another is not answered as if it were all.
  const isBeside = (one: (typeof heard)[number]) =>
    !isErrandOf(different, one) && !saysNothing(one) && !pointsBack(one.part);
  if (different.length === 1 && heard.some(isBeside)) return [];
  return withSharedPlace(different).sort((a, b) => rank(a) - rank(b));
}

/** "Na Długiej 12 jest dziura, a poza tym nie świeci tam latarnia": the lamp is there, too. */
function withSharedPlace(matters: Matter[]): Matter[] {
  const place = matters.map(({ understanding }) => understanding.entities.place).find((one) => one !== undefined);
  return matters.map((matter) => {
    const shares = matter.intent.kind === "service" && matter.understanding.entities.place === undefined;
    return shares && place !== undefined ? { ...matter, text: `${withoutStop(matter.text)}, ${place}` } : matter;
  });
}

const withoutStop = (text: string) => text.replace(/[\s.,;!]+$/, "");

/**
 * What another question of the same message probably asks, when that is none of the likely meanings of the whole: sure
 * of the one, the bot would otherwise leave the other unanswered without a word.
 */
export function askedBeside(text: string, whole: Understanding, hear: (text: string) => Weighable): Intent[] {
  const questions = text.split(/(?<=\?)\s+/u).filter((part) => part.endsWith("?") && !pointsBack(part));
  if (questions.length < 2 || questions.length > MOST_PARTS) return [];
  const [best] = whole.candidates;
  return questions.flatMap((question): Intent[] => {
    const heard = hear(question);
    const [first] = heard.understanding.candidates;
    if (!best || !first || !isErrand(first.intent) || first.confidence < LIKELY_ENOUGH) return [];
    const related = heard.understanding.candidates.some(({ intent }) => intent.id === best.intent.id);
    return related || saysNothing(heard) ? [] : [first.intent];
  });
}

function isErrandOf(matters: Matter[], heard: Weighable): boolean {
  const intent = isClear(heard);
  return intent !== undefined && matters.some((matter) => matter.intent.id === intent.id);
}

const MOST_WORDS_POINTING = 7;
const POINTING = new Set(
  "to tego temu tym tam te ten ta ja je go nim nia nich it this that there them це цього цим там його ії".split(" "),
);

/** A short part about what was just said: "kto za to odpowiada?", "kiedy to naprawicie?". */
function pointsBack(part: string): boolean {
  const words = fold(part).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= MOST_WORDS_POINTING && words.some((word) => POINTING.has(word));
}

/** A part that names no matter of its own: a courtesy, or words that belong to every matter. */
function saysNothing({ understanding: { vague, onlyAspect, candidates } }: Weighable): boolean {
  return vague || onlyAspect || candidates.length === 0 || candidates[0]?.intent.kind === "talk";
}

const rank = ({ intent }: Matter) => (intent.kind === "article" ? 1 : 0);
