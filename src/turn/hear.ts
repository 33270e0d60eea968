import { emptyMemory, type Memory } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { Wish } from "../conversation/reply";
import type { Intent } from "../conversation/understanding";
import { type Command, readCommand } from "../dialogs/commands";
import { fits } from "../dialogs/engine";
import { longestFound, wordsOf } from "../dialogs/words";
import type { Heard, Turn, Weighable } from "./heard";
import { languageOf } from "./languageOf";
import { askedBeside, mattersIn } from "./matters";
import type { Parts } from "./parts";
import { resumeChoices } from "./sayResume";
import { alwaysPressable } from "./starters";
import { titled, wishFor, wishOfYesOrNo } from "./wishFor";

/** Finds out everything the policy has to know about a message. */
export function hear({ conversation, message, facts }: Turn, parts: Parts): Heard {
  const known = conversation.speaker === "closed" ? emptyMemory(conversation.memory.language) : conversation.memory;
  const { text, attachments } = message;
  const { dialogs } = parts.content;
  const said = readCommand(dialogs.commands, text);
  const wish = pressed(text, said, known, parts);
  const taken = takenMatter(wish, known);
  const { understanding, found } = hearText(taken ?? text, known.language, parts);
  const command = wish ? undefined : said;
  const memory = withoutPassed(wish ? known : { ...known, ...languageOf(understanding, known, text) }, wish);
  const free = !wish && !memory.dialog;
  const hearPart = (part: string) => hearText(part, memory.language, parts);
  const toDialog = { text, wish, attachments, entities: understanding.entities };
  return {
    conversation,
    message,
    facts,
    memory,
    understanding,
    bands: parts.bands,
    ...(wish && { wish }),
    ...(taken !== undefined && { taken }),
    ...(command && { command }),
    ...alarmIn(text, parts.content.smallTalk),
    cancelled: command?.kind === "cancel" && command.rest === "",
    fits: memory.dialog ? fits(dialogs, memory.dialog, toDialog, memory.language) : "no",
    found,
    matters: free ? mattersIn(text, hearPart) : [],
    beside: free ? askedBeside(text, understanding, hearPart) : [],
  };
}

/** What a text means, with the search index's opinion. */
function hearText(text: string, language: Language, parts: Parts): Weighable {
  const found = parts.search(text);
  const understanding = parts.understand(text, { language, found: found.map(({ article }) => article) });
  return { understanding, found, bands: parts.bands };
}

/** The button that was pressed, or whose title, number or plain yes was typed. */
function pressed(text: string, said: Command | undefined, known: Memory, parts: Parts): Wish | undefined {
  const standing = [...alwaysPressable(known.language), ...resumeChoices(known, parts)];
  return wishFor(text, known.offered) ?? titled(text, standing)?.wish ?? agreed(said, known);
}

function agreed(said: Command | undefined, { offered, waiting = [] }: Memory): Wish | undefined {
  if (said?.rest !== "" || (said.kind !== "yes" && said.kind !== "no")) return undefined;
  // "Tak" to two matters takes them in the order proposed.
  if (said.kind === "yes" && waiting.length > 1) return offered[0]?.wish;
  return wishOfYesOrNo(said.kind === "yes", offered);
}

/** The words of the waiting matter whose button was pressed. */
function takenMatter(wish: Wish | undefined, { waiting = [] }: Memory): string | undefined {
  return waiting.find(({ intent }) => wishes(wish, intent))?.text;
}

/** What waits goes on waiting through a dialog and until its turn; another message outside one means it is no longer wanted. */
function withoutPassed({ waiting = [], ...memory }: Memory, wish: Wish | undefined): Memory {
  const left = waiting.filter(({ intent }) => !wishes(wish, intent));
  const kept = left.length < waiting.length || memory.dialog ? left : [];
  return kept.length > 0 ? { ...memory, waiting: kept } : memory;
}

function wishes(wish: Wish | undefined, { kind, id }: Intent): boolean {
  if (wish?.kind === "read") return kind === "article" && wish.article === id;
  return wish?.kind === "start" && (kind === "service" ? wish.service === id : kind === "dialog" && wish.dialog === id);
}

function alarmIn(text: string, smallTalk: Parts["content"]["smallTalk"]): { alarm?: string } {
  const words = wordsOf(text);
  const talk = [...smallTalk.values()].find((one) => longestFound(words, one.words) > 0);
  return talk ? { alarm: talk.id } : {};
}
