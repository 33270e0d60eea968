import type { HandoffReason, Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import { summarise } from "../handoff/summary";
import type { Acted } from "./acted";
import { isMail, sayReceipt } from "./byMail";
import { fill } from "./fill";
import type { Heard, Turn } from "./heard";
import { namesIn } from "./namesIn";
import type { Content, Parts } from "./parts";
import { waitingFor, withQueue } from "./queueEffects";
import { sayHandoff, sayWait } from "./sayHandoff";
import { sayReserved } from "./sayReserved";
import { resumeChoices } from "./sayResume";

type HandOff = Extract<Decision, { kind: "hand_off" }>;

/** Puts the resident into the consultants' queue when somebody is at the desk, and offers to leave a contact when not. */
export function handOff(decision: HandOff, heard: Heard, parts: Parts): Acted {
  const { facts } = heard;
  const { reason, about } = decision;
  // "A ile to kosztuje?" afterwards is about the same, though it was not told.
  const topic = about?.kind === "article" ? { topic: about.id } : {};
  const memory: Memory = { ...heard.memory, ...topic, misunderstood: 0 };
  if (isMail(heard))
    return {
      ...waits(reason, memory, heard, parts),
      replies: [{ text: sayReceipt(heard, memory.language, parts.content) }],
    };
  const desk = sayHandoff(reason, facts, memory.language, parts.content.botPhrases[memory.language]);
  const reply = { ...desk, text: `${sayReserved(decision, heard, parts.content)} ${desk.text}`.trim() };
  if (facts.desk.present === 0) {
    const choices = [...(reply.choices ?? []), ...resumeChoices(memory, parts)];
    return { speaker: "bot", memory, replies: [{ ...reply, choices }], effects: [] };
  }
  return { ...waits(reason, memory, heard, parts), replies: [reply] };
}

function waits(reason: HandoffReason, memory: Memory, { facts, understanding }: Heard, parts: Parts): Acted {
  const summary = summarise(reason, memory, understanding.maskedText, namesIn(parts.content));
  const handoff = { reason, since: facts.now.toISOString(), summary };
  return { speaker: "waiting", memory: { ...memory, handoff }, replies: [], effects: [] };
}

/** After repeated failures of the bot: to people, whatever the hour; never to silence. */
export function giveUp(turn: Turn, content: Content): Acted {
  const acted = toPeople(turn, content);
  return withQueue(acted, turn, () => waitingFor(acted.memory, undefined, content));
}

function toPeople(turn: Turn, content: Content): Acted {
  const { conversation, message, facts } = turn;
  const { memory } = conversation;
  const phrases = content.botPhrases[memory.language];
  const failed = fill(phrases.botFailed, { wait: sayWait(facts.desk, phrases) });
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
    replies: [{ text: isMail(turn) ? sayReceipt(turn, memory.language, content) : failed }],
    effects: [],
  };
}
