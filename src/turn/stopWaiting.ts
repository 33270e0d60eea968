import type { Acted } from "./acted";
import { interruptDialog } from "./dialogTurn";
import type { Heard } from "./heard";
import { idle } from "./idle";
import type { Parts } from "./parts";
import { starters } from "./starters";

/** The resident would rather go on with the bot; what was begun goes on too. */
export function stopWaiting(heard: Heard, parts: Parts): Acted {
  const { handoff: _, ...memory } = heard.memory;
  const phrases = parts.content.botPhrases[memory.language];
  const { stoppedWaiting, howCanIHelp } = phrases;
  const back: Heard = { ...heard, memory, conversation: { ...heard.conversation, speaker: "bot" } };
  if (memory.dialog) return interruptDialog([{ text: stoppedWaiting }], {}, back, parts);
  const choices = starters(phrases);
  return { ...idle(back), replies: [{ text: `${stoppedWaiting} ${howCanIHelp}`, choices }] };
}
