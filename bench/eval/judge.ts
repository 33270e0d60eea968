import type { Intent } from "../../src/conversation/understanding";
import { actedOn } from "../../src/turn/actedOn";
import { firstTurn } from "../../src/turn/firstTurn";
import { handleTurn } from "../../src/turn/handleTurn";
import type { Parts } from "../../src/turn/parts";
import { REPORT } from "../../src/turn/rule";
import type { Item } from "./sets";

/** How one text fared, through the whole policy, as a resident's first message. */
export type Shot = {
  item: Item;
  /** Place of the first right meaning among the candidates, from 0; infinite when it is not among them. */
  rank: number;
  /** The best candidate is right; for what is not ours: it does no harm. */
  right: boolean;
  confidence: number;
  best: Intent | undefined;
  /** The bot acted on a meaning, instead of asking back or bringing a person. */
  answered: boolean;
  /** It acted on the right one; for what is not ours: it did no harm. */
  answeredRight: boolean;
  /** It asked back and the right meaning was among the buttons. */
  offeredRight: boolean;
  because: string;
};

const NOW = new Date("2026-11-23T10:00:00Z");

/** Judges every item with the parts as they stand. */
export function judge(items: Item[], parts: Parts): Shot[] {
  return items.map((item) => judgeOne(item, parts));
}

function judgeOne(item: Item, parts: Parts): Shot {
  const { understanding, decided } = handleTurn(firstTurn(item.text, NOW), parts).record;
  const { candidates, confidence } = understanding;
  const { decision, because } = decided;
  const fits = (intent: Intent) => isRight(intent, item, parts);
  const found = candidates.findIndex(({ intent }) => fits(intent));
  // The report dialog without a kind of report asks which it is.
  const acted = actedOn(decision).filter(({ kind, id }) => !(kind === "dialog" && id === REPORT));
  const best = candidates[0]?.intent;
  return {
    item,
    rank: found === -1 ? Number.POSITIVE_INFINITY : found,
    right: best === undefined ? item.part === "oos" : fits(best),
    confidence,
    best,
    answered: acted.length > 0,
    answeredRight: acted.length > 0 && acted.some(fits),
    offeredRight: decision.kind === "offer" && decision.intents.some(fits),
    because,
  };
}

/**
 * A question's article, a report's service. For what is not ours everything is right that does no harm: small talk, the
 * name of an institution, an article on another institution's matter.
 */
function isRight({ kind, id }: Intent, { part, right }: Item, { content }: Parts): boolean {
  if (part === "questions") return kind === "article" && right.includes(id);
  if (part === "reports") return kind === "service" && right.includes(id);
  if (kind === "article") return content.articles.get(id)?.competence === "other";
  return kind === "talk" || kind === "outside";
}
