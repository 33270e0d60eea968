import { fold } from "../conversation/fold";
import type { Slot, SlotChoice } from "../conversation/slot";
import { wordsOf } from "../conversation/words";
import { type CommandKind, type Commands, fromPlace, readCommand } from "./commands";
import { type Heard, LONGEST_PLACE } from "./dialogParts";
import { coveredAtStart, longestFound } from "./words";

/** A place with more words around it than this is read as the place alone. */
const WORDS_AROUND_PLACE = 6;

/** The answer to the question just asked, normalised; undefined when the message holds none. */
export function readAnswer(commands: Commands, slot: Slot, heard: Heard): string | undefined {
  const { text, entities } = heard;
  switch (slot.expects) {
    case "text":
      return titled(slot, text) ?? readText(commands, text);
    case "place":
      return readPlace(commands, heard);
    case "choice":
      return pick(slot.choices, text, ({ words, answers }) => [...words, ...answers]) ?? titled(slot, text);
    case "yes_no":
      return readYesNo(commands, text);
    case "number":
      return /\d+/.exec(text)?.[0];
    case "phone":
      return entities.phone;
    case "email":
      return entities.email;
    case "contact":
      return readContact(heard);
    case "service_request_id":
      return readNumbers(heard);
    case "service":
      return pick(slot.choices, text, ({ words, answers }) => [...words, ...answers]) ?? titled(slot, text);
    case "photo":
      return undefined;
  }
}

/** An answer to a question that was not asked yet: only what cannot well be anything else. */
export function readUnasked(commands: Commands, slot: Slot, heard: Heard): string | undefined {
  const { entities, text } = heard;
  if (slot.expects === "place") return isVague(commands, entities.place ?? "") ? undefined : entities.place;
  if (slot.expects === "choice") return pick(slot.choices, text, ({ words }) => words);
  if (slot.expects === "phone") return entities.phone;
  if (slot.expects === "email") return entities.email;
  if (slot.expects === "contact") return readContact(heard);
  if (slot.expects === "service_request_id") return readNumbers(heard);
  return undefined;
}

function readText(commands: Commands, text: string): string | undefined {
  const trimmed = text.trim();
  const says = wordsOf(trimmed).length > 0;
  return says && !isOnly(commands, trimmed, ["dont_know", "yes", "no", "send"]) ? trimmed : undefined;
}

/** As said: with the landmark beside it, unless the place is a small part of a longer message. */
function readPlace(commands: Commands, { text, entities }: Heard): string | undefined {
  const said = text.trim();
  const { place } = entities;
  if (isVague(commands, said)) return undefined;
  if (place !== undefined) {
    const around = wordsOf(said).length - wordsOf(place).length;
    const short = around <= WORDS_AROUND_PLACE && said.length <= LONGEST_PLACE && !said.includes("\n");
    return short ? fromPlace(commands, said, place) : place;
  }
  if (fold(said).replace(/[^\p{L}]/gu, "").length < 3 || said.length > LONGEST_PLACE || said.endsWith("?"))
    return undefined;
  return isOnly(commands, said, ["dont_know", "yes", "no"]) ? undefined : said;
}

/** "tutaj", "pod blokiem": words that point, but a chat cannot see where. */
function isVague({ vague_place }: Commands, text: string): boolean {
  return wordsOf(text).every((word) => vague_place.some((pattern) => coveredAtStart([word], pattern) > 0));
}

function readYesNo(commands: Commands, text: string): string | undefined {
  const kind = readCommand(commands, text)?.kind;
  return kind === "yes" || kind === "no" ? kind : undefined;
}

function readNumbers({ entities }: Heard): string | undefined {
  return entities.serviceRequestIds.length > 0 ? entities.serviceRequestIds.join(" ") : undefined;
}

function readContact({ entities }: Heard): string | undefined {
  const given = [entities.phone, entities.email].filter((contact) => contact !== undefined);
  return given.length > 0 ? given.join(", ") : undefined;
}

function isOnly(commands: Commands, text: string, kinds: CommandKind[]): boolean {
  const command = readCommand(commands, text);
  return command !== undefined && kinds.includes(command.kind) && command.rest === "";
}

/** The button whose title was typed. */
function titled(slot: Slot, text: string): string | undefined {
  const said = wordsOf(text).join(" ");
  const isTitle = ({ title }: SlotChoice) => Object.values(title).some((words) => wordsOf(words).join(" ") === said);
  const choice = slot.choices.find(isTitle);
  if (!choice) return undefined;
  return slot.expects === "text" ? text.trim() : choice.value;
}

/** The choice with the longest wording found; undefined when none, or when two are equally likely. */
function pick(choices: SlotChoice[], text: string, patterns: (choice: SlotChoice) => string[]): string | undefined {
  const words = wordsOf(text);
  const found = choices.map((choice) => ({ value: choice.value, length: longestFound(words, patterns(choice)) }));
  const best = Math.max(0, ...found.map(({ length }) => length));
  const winners = found.filter(({ length }) => length === best && length > 0);
  return winners.length === 1 ? winners[0]?.value : undefined;
}
