import { z } from "zod";
import type { Language } from "../conversation/language";
import { wordsOf } from "../conversation/words";
import { afterWords, coveredAtStart, findPattern } from "./words";

const kinds = [
  "cancel",
  "back",
  "why",
  "change",
  "mistake",
  "add",
  "skip",
  "dont_know",
  "yes",
  "no",
  "send",
  "human",
] as const;
const CommandKind = z.enum(kinds);
export type CommandKind = z.infer<typeof CommandKind>;

const Words = z.strictObject({ whole: z.array(z.string()), start: z.array(z.string()) });

/** The words with which residents steer a dialog; `_commands.yaml`. */
export const Commands = z.strictObject({
  fillers: z.array(z.string()),
  openers: z.array(z.string()),
  connectors: z.array(z.string()),
  vague_place: z.array(z.string()),
  /** Whole messages that may mean yes as well as no in that language: the Polish "no". */
  unclear: z.strictObject({ pl: z.array(z.string()), en: z.array(z.string()), uk: z.array(z.string()) }),
  commands: z.record(CommandKind, Words),
});
export type Commands = z.infer<typeof Commands>;

/** `rest`: what was said after the command's own words, as said; empty when the message is nothing but the command. */
export type Command = { kind: CommandKind; rest: string };

type Match = Command & { covered: number };

/** What the message tells the dialog to do. The wording that covers most of the message wins. */
export function readCommand({ fillers, openers, commands }: Commands, text: string): Command | undefined {
  const words = wordsOf(text);
  const opened = openersIn(words, openers);
  const polite = withoutFillers(words, fillers);
  const wholes = opened > 0 ? [words, polite, withoutFillers(words.slice(opened), fillers)] : [words, polite];
  const matches = kinds.flatMap((kind): Match[] => {
    const { whole, start } = commands[kind];
    if (whole.some((phrase) => wholes.some((said) => saysOnly(said, phrase)))) {
      return [{ kind, rest: "", covered: Number.POSITIVE_INFINITY }];
    }
    const covered = Math.max(0, ...start.map((phrase) => coveredAfter(words, opened, phrase)));
    if (covered === 0) return [];
    const only = withoutFillers(words.slice(covered), fillers).length === 0;
    return [{ kind, rest: only ? "" : afterWords(text, covered), covered }];
  });
  const [first, ...others] = matches;
  if (!first) return undefined;
  const { kind, rest } = others.reduce((best, next) => (next.covered > best.covered ? next : best), first);
  return { kind, rest };
}

/** In words; longer messages are not compared with phrases that must be all of it. */
const LONGEST_PHRASE = 8;

function saysOnly(words: string[], phrase: string): boolean {
  return words.length > 0 && words.length <= LONGEST_PHRASE && coveredAtStart(words, phrase) === words.length;
}

/** The text from the place on, when only words that lead up to it stand before: "to jest ulica Długa 12 przy kiosku". */
export function fromPlace({ openers }: Commands, text: string, place: string): string {
  const at = text.indexOf(place);
  const before = wordsOf(text.slice(0, Math.max(0, at)));
  return openersIn([...before, ""], openers) === before.length ? text.slice(Math.max(0, at)) : text;
}

/** How many words at the beginning only lead up to what is meant: "no to wyślij", "a po co wam to". */
function openersIn(words: string[], openers: string[]): number {
  const meant = words.findIndex((word) => !openers.some((opener) => coveredAtStart([word], opener) > 0));
  return Math.max(0, meant);
}

/** The words covered by the phrase at the beginning, or right after the openers. */
function coveredAfter(words: string[], opened: number, phrase: string): number {
  const atStart = coveredAtStart(words, phrase);
  const after = opened > 0 ? coveredAtStart(words.slice(opened), phrase) : 0;
  return Math.max(atStart, after > 0 ? opened + after : 0);
}

function withoutFillers(words: string[], fillers: string[]): string[] {
  if (words.length > 2 * LONGEST_PHRASE) return words;
  return fillers.reduce((left, filler) => {
    const found = findPattern(left, filler);
    return found ? left.toSpliced(found.at, found.length) : left;
  }, words);
}

/** Whether the whole message is a word that could mean anything in that language. */
export function isUnclear({ unclear }: Commands, text: string, language: Language): boolean {
  const words = wordsOf(text);
  return unclear[language].some((phrase) => saysOnly(words, phrase));
}

/** The text without the "na", "to", "powinno być" at its beginning. */
export function afterConnector({ connectors }: Commands, text: string): string {
  const words = wordsOf(text);
  return afterWords(text, Math.max(0, ...connectors.map((phrase) => coveredAtStart(words, phrase))));
}
