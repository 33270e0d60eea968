import type { Intent, Understanding } from "../conversation/understanding";
import type { Heard } from "./heard";
import { isClear } from "./rule";
import { isErrand } from "./toOffer";

/** One of several things a message is about: its own words and what they mean. */
export type Matter = { text: string; intent: Intent; understanding: Understanding };

type Weighable = Pick<Heard, "understanding" | "found" | "bands">;

/** Where one matter may end and the next begin. */
const SEAM =
  /(?<=[.?!;])\s+|\n+|,?\s+(?:oraz|a także|a tak przy okazji|przy okazji|poza tym|i jeszcze|a jeszcze|and also|also|а також|і ще)\s+|,?\s+(?:i|a|and|і|а)\s+(?=(?:jak|ile|gdzie|kiedy|czy|kto|how|where|when|what|can|як|де|коли|скільки|чи)\s)/iu;

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
  const clear = said.flatMap((part): Matter[] => {
    const heard = hear(part);
    const best = isClear(heard);
    return best && isErrand(best) ? [{ text: part.trim(), intent: best, understanding: heard.understanding }] : [];
  });
  const different = clear.filter(({ intent }, i) => clear.findIndex((other) => other.intent.id === intent.id) === i);
  if (different.length > 2) return [];
  return different.sort((a, b) => rank(a) - rank(b));
}

const rank = ({ intent }: Matter) => (intent.kind === "article" ? 1 : 0);
