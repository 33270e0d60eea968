import { emptyMemory } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { Turn } from "./heard";

/** A text as a resident's first message, while somebody is at the desk: how a text is judged on its own. */
export function firstTurn(text: string, now: Date, language: Language = "pl"): Turn {
  const own = { conversationId: "first", channel: "first" };
  return {
    conversation: {
      id: "first",
      channel: "first",
      residentId: "first",
      version: 1,
      speaker: "bot",
      memory: emptyMemory(language),
    },
    message: { ...own, id: "1", seq: 1, at: now, externalId: "1", text, attachments: [] },
    facts: { now, desk: { open: true, present: 1, free: 1 }, serviceRequests: [] },
  };
}
