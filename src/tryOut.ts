import type { Decision } from "./conversation/decision";
import type { Intent } from "./conversation/understanding";
import type { Tried } from "./staff/parts";
import { actedOn } from "./turn/actedOn";
import { firstTurn } from "./turn/firstTurn";
import { handleTurn } from "./turn/handleTurn";
import type { Parts } from "./turn/parts";
import { bandOf } from "./turn/rule";

/** What the bot would do about a text as a resident's first message: the whole turn, of which nothing is kept. */
export function tryOut(text: string, parts: Parts, now: Date): Tried {
  const { record } = handleTurn(firstTurn(text, now), parts);
  const [best] = record.understanding.candidates;
  return { ...record, band: best ? bandOf(best, record) : "none", about: about(record.decided.decision) };
}

/** What it acts on, or offers. */
export function about(decision: Decision): Intent[] {
  return "intents" in decision ? decision.intents : actedOn(decision);
}
