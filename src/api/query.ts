import { z } from "zod";
import { Language } from "../conversation/language";

/** More is no longer words to search for. */
const LONGEST_TEXT = 500;

const Words = z.string().max(LONGEST_TEXT);
const language = Language.optional().describe(
  "What to answer in; without it the first of `Accept-Language` that we speak, else Polish.",
);
const limit = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual).describe("How many at most.");

/** The parameters of each call, by the names they have in addresses. */
export const ListQuery = z.strictObject({
  language,
  q: Words.optional().describe("Only articles in whose title or short answer every one of these words begins a word."),
  unit: Words.optional().describe("Only articles in whose unit's name every one of these words begins a word."),
  limit: limit(100, 20),
  after: z.string().max(200).optional().describe("The id after which the page begins: the `next` of the page before."),
});
export const ArticleQuery = z.strictObject({ language });
export const SearchQuery = z.strictObject({
  language,
  q: Words.describe("What a resident would say or type; words may be cut short, misspelt, without diacritics."),
  limit: limit(20, 5),
});
export const NoQuery = z.strictObject({ language });

/** The language of an answer: the one asked for, else the browser's own, else Polish. */
export function languageWanted(asked: string | null | undefined, acceptLanguage: string | undefined): Language {
  const wanted = [asked ?? "", ...(acceptLanguage ?? "").split(",").map((one) => one.trim().slice(0, 2).toLowerCase())];
  const known = wanted.map((one) => Language.safeParse(one).data);
  return known.find((one) => one !== undefined) ?? "pl";
}

export type Wrong = { name: string; why: "missing" | "unknown" | "twice" | "value" };

/** Reads the parameters of a call, or tells which are wrong. An empty one is as good as none. */
export function readQuery<S extends z.ZodType>(schema: S, query: string): { read: z.infer<S> } | { wrong: Wrong[] } {
  const pairs = [...new URLSearchParams(query)].filter(([, value]) => value.trim() !== "");
  const names = pairs.map(([name]) => name);
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) < at))];
  if (twice.length > 0) return { wrong: twice.map((name) => ({ name, why: "twice" })) };
  const given = Object.fromEntries(pairs);
  const result = schema.safeParse(given);
  return result.success
    ? { read: result.data }
    : { wrong: result.error.issues.flatMap((issue) => wrongIn(issue, given)) };
}

function wrongIn(issue: z.core.$ZodIssue, given: Record<string, string>): Wrong[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((name) => ({ name, why: "unknown" }));
  const name = String(issue.path[0]);
  return [{ name, why: name in given ? "value" : "missing" }];
}
