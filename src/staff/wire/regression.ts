import { z } from "zod";
import type { BenchRow } from "./knowledgeStudio";
import { Text } from "./text";

/** As it stands in addresses. */
export const RegressionSetName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u);
export const RegressionFormat = z.enum(["jsonl", "csv"]);
export type RegressionFormat = z.infer<typeof RegressionFormat>;

/** `POST regression/:set/texts`: `right` are meanings as `kind:id`; none when the bot should ask back or bring a person. */
export const RegressionTextsBody = z.strictObject({
  texts: z
    .array(
      z.strictObject({
        text: Text.max(10_000),
        right: z.array(Text.max(300)).max(20),
        note: Text.trim().max(300).default(""),
      }),
    )
    .min(1)
    .max(5000),
});

/** `POST regression/:set/remove`: these texts, or the whole set. */
export const RegressionRemoveBody = z.strictObject({ ids: z.array(z.int32().positive()).min(1).max(5000).optional() });

/** `POST regression/import`: lines like those of `knowledge/_labelled.jsonl`, or a table with text, meanings and note. */
export const RegressionImportBody = z.strictObject({
  set: RegressionSetName,
  format: RegressionFormat,
  text: Text.max(4_000_000),
});

/** What is wrong in one line of what was given; `what` is the meaning nobody knows. */
export type LineMistake = {
  line: number;
  because: "unreadable" | "no_text" | "too_long" | "unknown_meaning";
  what: string;
};

export type RegressionSetView = { name: string; texts: number; changedAt: string };
/** `most`: how many texts a set may have. */
export type RegressionSets = { sets: RegressionSetView[]; most: number };

type Named = { name: string; title: string };
/** `right`: meanings as `kind:id` with what they are called. */
export type RegressionTextView = { id: number; text: string; right: Named[]; note: string; by: string; at: string };
/** `next`: `?from=` of the page after it. */
export type RegressionTexts = { items: RegressionTextView[]; next?: number };

/** `there`: were in the set already, or were given twice. */
export type RegressionAdded = { added: number; there: number };

/** `hit`: it acts on a right meaning, or on nothing where that is right; `offered`: a right one is among its buttons. */
export type Verdict = "hit" | "offered" | "missed";
export type RegressionRow = Pick<BenchRow, "decision" | "because" | "about" | "band"> & {
  id: number;
  text: string;
  right: string[];
  confidence: number;
  verdict: Exclude<Verdict, "hit">;
};
/** `rows`: texts that were not hit, missed ones first, at most 300 of them. */
export type RegressionRun = { texts: number; rows: RegressionRow[] } & Record<Verdict, number>;
