import type { HandoffReason, Memory } from "../conversation/conversation";
import { summarise } from "../handoff/summary";
import type { Acted } from "./acted";
import { fill } from "./fill";
import type { Heard, Turn } from "./heard";
import { namesIn } from "./namesIn";
import type { Content, Parts } from "./parts";
import { phrasesIn } from "./phrases/phrases";
import { waitingFor, withQueue } from "./queueEffects";
import { sayHandoff, sayWait } from "./sayHandoff";
import { resumeChoices } from "./sayResume";

/** Puts the resident into the consultants' queue when somebody is at the desk, and offers to leave a contact when not. */
export function handOff(reason: HandoffReason, heard: Heard, parts: Parts): Acted {
  const { facts, understanding } = heard;
  const memory: Memory = { ...heard.memory, misunderstood: 0 };
  const reply = sayHandoff(reason, facts, memory.language);
  if (facts.desk.present === 0) {
    const choices = [...(reply.choices ?? []), ...resumeChoices(memory, parts)];
    return { speaker: "bot", memory, replies: [{ ...reply, choices }], effects: [] };
  }
  const summary = summarise(reason, memory, understanding.maskedText, namesIn(parts.content));
  const handoff = { reason, since: facts.now.toISOString(), summary };
  return { speaker: "waiting", memory: { ...memory, handoff }, replies: [reply], effects: [] };
}

/** After repeated failures of the bot: to people, whatever the hour; never to silence. */
export function giveUp(turn: Turn, content: Content): Acted {
  const acted = toPeople(turn, content);
  return withQueue(acted, turn, () => waitingFor(acted.memory, undefined, content));
}

function toPeople({ conversation, message, facts }: Turn, content: Content): Acted {
  const { memory } = conversation;
  const phrases = phrasesIn(memory.language);
  const summary = summarise("bot_failed", memory, "", namesIn(content));
  if (conversation.speaker === "consultant") return { speaker: "consultant", memory, replies: [], effects: [] };
  const handoff = {
    reason: "bot_failed" as const,
    since: facts.now.toISOString(),
    summary: `${summary}\nWiadomość ${message.seq}.`,
  };
  return {
    speaker: "waiting",
    memory: { ...memory, handoff },
    replies: [{ text: fill(phrases.botFailed, { wait: sayWait(facts.desk, memory.language) }) }],
    effects: [],
  };
}
