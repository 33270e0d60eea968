import type { Acted } from "./acted";
import { fill } from "./fill";
import type { Heard, Turn } from "./heard";
import type { Parts } from "./parts";
import type { Rule } from "./rule";

/** Who was told is not told again with every message. */
const TOLD_AGAIN_AFTER_MS = 60 * 60 * 1000;

const locales = { pl: "pl-PL", en: "en-GB", uk: "uk-UA" } as const;

/** A resident blocked for abuse reads so once, and then nothing for a while. */
export const isBlocked: Rule = ({ facts, conversation }) => {
  if (!facts.blockedUntil) return;
  const { blockedToldAt } = conversation.memory;
  const lately = blockedToldAt !== undefined && facts.now.getTime() - Date.parse(blockedToldAt) < TOLD_AGAIN_AFTER_MS;
  return { kind: lately ? "stay_silent" : "tell_blocked" };
};

/** Says until when nothing is answered and where help is; nothing of it reaches the queue. */
export function tellBlocked(heard: Heard, { content }: Parts): Acted {
  const { language } = heard.conversation.memory;
  const when = new Intl.DateTimeFormat(locales[language], {
    timeZone: "Europe/Warsaw",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  const acted = ignoreBlocked(heard);
  const memory = { ...acted.memory, blockedToldAt: heard.facts.now.toISOString() };
  return {
    ...acted,
    memory,
    replies: [{ text: fill(content.botPhrases[language].blocked, { until: when.format(heard.facts.blockedUntil) }) }],
  };
}

/** Nothing changes, except that a blocked resident does not wait for a person. */
export function ignoreBlocked({ conversation: { speaker, memory } }: Turn): Acted {
  if (speaker !== "waiting") return { speaker, memory, replies: [], effects: [] };
  const { handoff: _, ...kept } = memory;
  return { speaker: "bot", memory: kept, replies: [], effects: [] };
}
