import { createHash } from "node:crypto";
import type { Decision } from "./conversation/decision";
import type { Intent } from "./conversation/understanding";
import { playSamples, type SampleFailure } from "./playSamples";
import { about } from "./tryOut";
import { firstTurn } from "./turn/firstTurn";
import { handleTurn } from "./turn/handleTurn";
import type { Parts } from "./turn/parts";
import { bandOf } from "./turn/rule";

/** What the bot does about a text, short enough to be compared thousands of times. `words` names all it says. */
export type Judged = { decision: Decision["kind"]; intents: Intent[]; band: "act" | "offer" | "none"; words: string };

/** What the bot would do about a text as a resident's first message, of which nothing is kept. */
export function judge(text: string, parts: Parts, now: Date): Judged {
  const { record, replies } = handleTurn(firstTurn(text, now), parts);
  const { decision } = record.decided;
  const [best] = record.understanding.candidates;
  return {
    decision: decision.kind,
    intents: about(decision),
    band: best ? bandOf(best, record) : "none",
    words: createHash("sha1").update(JSON.stringify(replies)).digest("base64").slice(0, 12),
  };
}

export type { SampleFailure };

/** Sample conversations of dialogs that do not hold. */
export const samplesThatFail = ({ content }: Parts): SampleFailure[] => playSamples(content.dialogs);
