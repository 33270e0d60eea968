import type { HandoffReason } from "../conversation/conversation";
import { summarise } from "../handoff/summary";
import type { Acted } from "./acted";
import type { Heard, Turn } from "./heard";
import { namesIn } from "./namesIn";
import type { Content, Parts } from "./parts";
import { phrasesIn } from "./phrases/phrases";
import { sayHandoff } from "./sayHandoff";

/** Puts the resident into the consultants' queue when somebody is at the desk, and offers to leave a contact when not. */
export function handOff(reason: HandoffReason, heard: Heard, parts: Parts): Acted {
  const { memory, facts, understanding } = heard;
  const replies = [sayHandoff(reason, facts.desk, memory.language)];
  if (facts.desk.present === 0)
    return { speaker: "bot", memory: { ...memory, misunderstood: 0 }, replies, effects: [] };
  const summary = summarise(reason, memory, understanding.maskedText, namesIn(parts.content));
  const handoff = { reason, since: facts.now.toISOString(), summary };
  return { speaker: "waiting", memory: { ...memory, misunderstood: 0, handoff }, replies, effects: [] };
}

/** After repeated failures of the bot: to people, whatever the hour; never to silence. */
export function giveUp({ conversation, message, facts }: Turn, content: Content): Acted {
  const { memory } = conversation;
  const phrases = phrasesIn(memory.language);
  const summary = summarise("bot_failed", memory, "", namesIn(content));
  if (conversation.speaker === "consultant") return { speaker: "consultant", memory, replies: [], effects: [] };
  return {
    speaker: "waiting",
    memory: {
      ...memory,
      handoff: {
        reason: "bot_failed",
        since: facts.now.toISOString(),
        summary: `${summary}\nWiadomość ${message.seq}.`,
      },
    },
    replies: [{ text: phrases.botFailed }],
    effects: [],
  };
}
