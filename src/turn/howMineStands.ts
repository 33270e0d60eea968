import type { Heard } from "./heard";
import { SURE_PLACE } from "./onlyAbout";
import { is, isClear } from "./rule";
import { LIKELY_ENOUGH } from "./toOffer";
import { asksWhenDone, readAboutMine, saysMine } from "./wordsAboutMine";

/** The dialog that tells how a service request stands. */
export const STATUS = "check-status";

/** Whether it asks how what was reported here stands; who names another place, or another matter, means that. */
export function asksHowMineStands(heard: Heard): boolean {
  const { understanding, facts, message, mine = [] } = heard;
  const [best] = understanding.candidates;
  const clear = isClear(heard);
  if (clear && is(clear, "dialog", STATUS)) return true;
  if (facts.places?.some(({ known, score }) => known && score >= SURE_PLACE)) return false;
  if (mayBeStatus(heard)) return true;
  if (clear && clear.kind !== "service") return false;
  const said = readAboutMine(message.text);
  const isOther = clear !== undefined && !mine.some(({ service }) => service === clear.id);
  return (saysMine(said) && best?.intent.kind !== "article") || (asksWhenDone(said) && !isOther);
}

/** Whether it asks when something will be done that was probably reported, with a number that is yet to be told. */
export function asksWhenMineIsDone(heard: Heard): boolean {
  return mayBeStatus(heard) && asksWhenDone(readAboutMine(heard.message.text));
}

function mayBeStatus({ understanding: { candidates } }: Heard): boolean {
  const [best] = candidates;
  return best !== undefined && is(best.intent, "dialog", STATUS) && best.confidence >= LIKELY_ENOUGH;
}
