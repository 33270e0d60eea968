import { z } from "zod";
import { Text } from "./text";

/** What a table of questions and answers may tell of each. */
export const FaqColumn = z.enum(["question", "answer", "keywords", "unit", "source"]);
export type FaqColumn = z.infer<typeof FaqColumn>;

/**
 * `POST imports/faq`: a table as CSV, or a workbook in base64. `columns`: which column is what, counted from 0, instead
 * of what the headings tell. `look`: only tells what would be taken for what.
 */
export const FaqBody = z.strictObject({
  format: z.enum(["csv", "xlsx"]),
  content: Text.min(1).max(4_000_000),
  columns: z.partialRecord(FaqColumn, z.int().min(0).max(200)).optional(),
  look: z.boolean().default(false),
});

/** `there`: an article or draft of that title exists. */
export type FaqSkipped = { line: number; because: "no_question" | "no_answer" | "too_long" | "there" };
/** `sample`: its first rows, long cells shortened. */
export type FaqView = {
  headings: string[];
  sample: string[][];
  columns: Partial<Record<FaqColumn, number>>;
  rows: number;
  drafts: { line: number; draft: string; title: string }[];
  skipped: FaqSkipped[];
};

/** `GET imports`: whose pages may be fetched. */
export type ImportsView = { hosts: string[] };

/** `POST imports/page`: a page of an allowed host. */
export const PageBody = z.strictObject({ url: Text.trim().max(2000) });
export type PageView = { draft: string; title: string };

/** Why a page was not fetched. `not_allowed`: its host is not on the operator's list, or the address is no https one. */
export type PageRefused =
  | "not_allowed"
  | "private_address"
  | "not_found"
  | "unreachable"
  | "too_large"
  | "too_slow"
  | "not_html"
  | "empty";
