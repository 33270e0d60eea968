import { z } from "zod";
import { type Folder, isThere, sourceOf } from "../content/folder";
import { complain, type Mistake } from "../content/mistakes";
import { fold, tidy } from "../conversation/fold";
import { type Example, nameOfIntent } from "../conversation/understanding";
import type { Labelled } from "./calibrate";

const Line = z.strictObject({
  text: z.string().trim().min(1),
  /** Every meaning that would be right, as `kind:id`; empty when the bot should ask back. */
  right: z.array(z.string().regex(/^[a-z]+:[\w-]+$/)),
  style: z.string().optional(),
  /** Written to provoke a mistake, not as often as residents write it: tells meanings apart, but not how often the bot errs. */
  drill: z.boolean().default(false),
});

/**
 * Reads `_labelled.jsonl`: texts with their right meanings, on which nobody trains. Complains of unknown meanings and
 * of texts that are among the examples as well, because the bot would then be measured on what it learnt by heart.
 */
export function loadLabelled(at: Folder, examples: Example[]): Labelled[] {
  if (!isThere(at)) return [];
  const { file, text: whole } = sourceOf(at);
  const known = new Map(examples.map(({ intent }) => [nameOfIntent(intent), intent]));
  const learnt = bareTexts(examples);
  const mistakes: Mistake[] = [];
  const lines = whole.split("\n");
  const labelled = lines.flatMap((line, index): Labelled[] => {
    if (!line.trim()) return [];
    const tell = (message: string) => mistakes.push({ file, line: index + 1, field: "", message });
    const parsed = Line.safeParse(parse(line));
    if (!parsed.success) {
      tell('oczekiwano {"text": …, "right": ["rodzaj:id", …]}');
      return [];
    }
    const { text, right, drill } = parsed.data;
    for (const name of right) if (!known.has(name)) tell(`nie ma „${name}”`);
    if (learnt.has(bare(text))) tell(`„${text}” jest też wśród przykładów`);
    return [{ text, right: right.flatMap((name) => known.get(name) ?? []), drill }];
  });
  complain(mistakes);
  return labelled;
}

/** How many of them mean each `kind:id`. */
export function countMeanings(labelled: Labelled[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { right } of labelled)
    for (const name of right.map(nameOfIntent)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Of the examples that were looked at last: of tens of thousands a few change between two times. */
let lastBare = new Map<string, string>();

function bareTexts(examples: Example[]): Set<string> {
  const said = examples.filter(({ weight = 1 }) => weight === 1);
  lastBare = new Map(said.map(({ text }) => [text, lastBare.get(text) ?? bare(text)]));
  return new Set(lastBare.values());
}

const bare = (text: string) =>
  fold(tidy(text))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The same texts with their right meanings as `kind:id`, unchecked; lines that are not usable are left out. */
export function labelledTexts(at: Folder): { text: string; right: string[] }[] {
  if (!isThere(at)) return [];
  const lines = sourceOf(at).text.split("\n");
  return lines.flatMap((line) => {
    const { data } = Line.safeParse(parse(line));
    return data ? [{ text: data.text, right: data.right }] : [];
  });
}
