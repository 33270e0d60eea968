import { emptyMemory } from "../conversation/conversation";
import type { Choice, Wish } from "../conversation/reply";
import { type Command, readCommand } from "../dialogs/commands";
import { fits } from "../dialogs/engine";
import { longestFound, wordsOf } from "../dialogs/words";
import type { Heard, Turn } from "./heard";
import { languageOf } from "./languageOf";
import { mattersIn } from "./matters";
import type { Parts } from "./parts";
import { resumeChoices } from "./sayResume";
import { alwaysPressable } from "./starters";
import { titled, wishFor, wishOfYesOrNo } from "./wishFor";

/** Finds out everything the policy has to know about a message. */
export function hear({ conversation, message, facts }: Turn, parts: Parts): Heard {
  const known = conversation.speaker === "closed" ? emptyMemory(conversation.memory.language) : conversation.memory;
  const { text, attachments } = message;
  const { dialogs } = parts.content;
  const found = parts.search(text);
  const understanding = parts.understand(text, { language: known.language, found: found.map(({ article }) => article) });
  const said = readCommand(dialogs.commands, text);
  const standing = [...alwaysPressable(known.language), ...resumeChoices(known, parts)];
  const wish = wishFor(text, known.offered) ?? titled(text, standing)?.wish ?? agreed(said, known.offered);
  const command = wish ? undefined : said;
  const memory = wish ? known : { ...known, ...languageOf(understanding, known, text) };
  const toDialog = { text, wish, attachments, entities: understanding.entities };
  const hearPart = (part: string) => {
    const foundInPart = parts.search(part);
    const inPart = { language: memory.language, found: foundInPart.map(({ article }) => article) };
    return { understanding: parts.understand(part, inPart), found: foundInPart, bands: parts.bands };
  };
  return {
    conversation,
    message,
    facts,
    memory,
    understanding,
    bands: parts.bands,
    ...(wish && { wish }),
    ...(command && { command }),
    ...alarmIn(text, parts.content.smallTalk),
    cancelled: command?.kind === "cancel" && command.rest === "",
    fits: memory.dialog ? fits(dialogs, memory.dialog, toDialog, memory.language) : "no",
    found,
    matters: wish || memory.dialog ? [] : mattersIn(text, hearPart),
  };
}

function alarmIn(text: string, smallTalk: Parts["content"]["smallTalk"]): { alarm?: string } {
  const words = wordsOf(text);
  const talk = [...smallTalk.values()].find((one) => longestFound(words, one.words) > 0);
  return talk ? { alarm: talk.id } : {};
}

function agreed(said: Command | undefined, offered: Choice[]): Wish | undefined {
  const plainly = said?.rest === "" && (said.kind === "yes" || said.kind === "no");
  return plainly ? wishOfYesOrNo(said.kind === "yes", offered) : undefined;
}
