import { z } from "zod";
import { afterWords, coveredAtStart, findPattern, wordsOf } from "./words";

const kinds = ["cancel", "back", "why", "change", "skip", "dont_know", "yes", "no", "send", "human"] as const;
const CommandKind = z.enum(kinds);
export type CommandKind = z.infer<typeof CommandKind>;

const Words = z.strictObject({ whole: z.array(z.string()), start: z.array(z.string()) });

/** The words with which residents steer a dialog; `_commands.yaml`. */
export const Commands = z.strictObject({
  fillers: z.array(z.string()),
  connectors: z.array(z.string()),
  commands: z.record(CommandKind, Words),
});
export type Commands = z.infer<typeof Commands>;

/** `rest`: what was said after the command's own words, as said; empty when the message is nothing but the command. */
export type Command = { kind: CommandKind; rest: string };

type Match = Command & { covered: number };

/** What the message tells the dialog to do. The wording that covers most of the message wins. */
export function readCommand({ fillers, commands }: Commands, text: string): Command | undefined {
  const words = wordsOf(text);
  const bare = withoutFillers(words, fillers);
  const matches = kinds.flatMap((kind): Match[] => {
    const { whole, start } = commands[kind];
    if (whole.some((phrase) => saysOnly(bare, phrase) || saysOnly(words, phrase))) {
      return [{ kind, rest: "", covered: Number.POSITIVE_INFINITY }];
    }
    const covered = Math.max(0, ...start.map((phrase) => coveredAtStart(words, phrase)));
    return covered === 0 ? [] : [{ kind, rest: afterWords(text, covered), covered }];
  });
  const [first, ...others] = matches;
  if (!first) return undefined;
  const { kind, rest } = others.reduce((best, next) => (next.covered > best.covered ? next : best), first);
  return { kind, rest };
}

function saysOnly(words: string[], phrase: string): boolean {
  return words.length > 0 && coveredAtStart(words, phrase) === words.length;
}

function withoutFillers(words: string[], fillers: string[]): string[] {
  return fillers.reduce((left, filler) => {
    const found = findPattern(left, filler);
    return found ? left.toSpliced(found.at, found.length) : left;
  }, words);
}

/** The text without the "na", "to", "powinno być" at its beginning. */
export function afterConnector({ connectors }: Commands, text: string): string {
  const words = wordsOf(text);
  return afterWords(text, Math.max(0, ...connectors.map((phrase) => coveredAtStart(words, phrase))));
}
