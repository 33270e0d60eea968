import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const parts = ["questions", "reports", "oos"] as const;
export type Part = (typeof parts)[number];

const Line = z.object({
  text: z.string().min(1),
  label: z.string().min(1),
  style: z.string().default("unnamed"),
  derived: z.boolean().default(false),
  /** Further services that would be right as well. */
  also: z.array(z.string()).default([]),
});

/** One labelled text. `right`: the articles or the service that are right; empty when asking back, or a person, is. */
export type Item = z.infer<typeof Line> & { part: Part; right: string[] };

/**
 * Reads a set: `questions[.name].jsonl`, `reports[.name].jsonl`, `oos[.name].jsonl` and `labels.json` (topic → ids of the
 * articles that are right). A question's label without articles has none; a report's label is its service.
 */
export function readSet(folder: string): Item[] {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const topics = z
    .record(z.string(), z.array(z.string()))
    .parse(JSON.parse(readFileSync(join(folder, "labels.json"), "utf8")));
  const items = parts.flatMap((part) =>
    readdirSync(folder)
      .filter((name) => new RegExp(`^${part}(\\.[\\w-]+)?\\.jsonl$`).test(name))
      .flatMap((name) => readLines(join(folder, name)))
      .map((line) => ({ ...line, part, right: [...rightFor(part, line.label, topics), ...line.also] })),
  );
  if (items.length === 0) throw new Error(`${folder} holds no questions.jsonl, reports.jsonl or oos.jsonl.`);
  return items;
}

function rightFor(part: Part, label: string, topics: Record<string, string[]>): string[] {
  if (part === "reports") return [label];
  return part === "questions" ? (topics[label] ?? []) : [];
}

function readLines(file: string): z.infer<typeof Line>[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => (line.trim() ? [readLine(line, `${file}:${index + 1}`)] : []));
}

function readLine(line: string, where: string): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch (error) {
    throw new Error(`${where}: expected {"text": …, "label": …}: ${error instanceof Error ? error.message : error}`);
  }
}
