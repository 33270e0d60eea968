import type { Acted } from "./acted";
import type { Heard } from "./heard";
import { idle } from "./idle";
import type { Parts } from "./parts";
import { resumeChoices } from "./sayResume";

/** Gives a code that is made at the commit, with links to where it can be used, as far as these are set. */
export function giveCode(heard: Heard, parts: Parts): Acted {
  const { memory, conversation } = heard;
  const { code } = parts.content.botPhrases[memory.language];
  const links = Object.entries(parts.continueAt ?? {}).flatMap(([channel, link]) => {
    if (channel === conversation.channel || link === undefined) return [];
    return [`- [${nameOfChannel(channel) ?? channel}](${link.replaceAll("{code}", "{continuation_code}")})`];
  });
  const text = links.length > 0 ? `${code.given}\n\n${code.links}\n\n${links.join("\n")}` : code.given;
  const choices = resumeChoices(memory, parts);
  const reply = choices.length > 0 ? { text, choices } : { text };
  return { ...idle(heard), replies: [reply], effects: [{ kind: "give_code" }] };
}

const names = new Map([
  ["messenger", "Messenger"],
  ["whatsapp", "WhatsApp"],
  ["telegram", "Telegram"],
  ["email", "e-mail"],
]);

/** What residents call it; none for the city's own pages. */
export const nameOfChannel = (channel: string): string | undefined => names.get(channel);
