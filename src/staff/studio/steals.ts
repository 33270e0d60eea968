import { type Intent, nameOfIntent } from "../../conversation/understanding";
import type { StaffContent } from "../parts";
import { meaningOf } from "../views";
import type { PhrasingIn, Steal } from "../wire";

/**
 * Texts that the bot takes for something else now: another meaning is likelier than the one they are given to, and
 * sure enough to be offered.
 */
export function stealsIn(texts: PhrasingIn[], intent: Intent, content: StaffContent): Steal[] {
  const given = nameOfIntent(intent);
  return texts.flatMap(({ text, language }) => {
    const { candidates } = content.understand(text, language);
    const own = candidates.find((one) => nameOfIntent(one.intent) === given)?.confidence ?? 0;
    const rivals = candidates.filter((one) => nameOfIntent(one.intent) !== given);
    const taken = rivals.filter(({ confidence }) => confidence >= content.bands.offer && confidence > own);
    return taken.map(({ intent, confidence }) => {
      return { text, from: { intent, meaning: meaningOf(intent, content.names) }, confidence };
    });
  });
}
