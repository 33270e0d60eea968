import { z } from "zod";

const { localeError } = z.locales.pl();

const kinds: Record<string, string> = {
  string: "tekst",
  number: "liczba",
  int: "liczba całkowita",
  boolean: "true albo false",
  array: "lista",
  object: "pola z nazwami",
  record: "pola z nazwami",
};

const formats: Record<string, string> = {
  url: "to nie jest adres strony, na przykład https://www.krakow.pl",
  email: "to nie jest adres e-mail",
  date: "to nie jest dzień w postaci 2026-01-31",
  regex: "są tu znaki, których tu być nie może",
};

/** What is wrong, in words an editor can act on; in those of the schema's library where we have none. */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  return ours(issue) ?? theirs(issue);
}

function ours(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "brakuje tego pola";
      return kinds[issue.expected] && `tu ma być: ${kinds[issue.expected]}`;
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum), lengthOf(issue.input));
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum), lengthOf(issue.input));
    case "invalid_format":
      return formats[issue.format];
    case "invalid_value":
      return `może tu być tylko: ${issue.values.join(", ")}`;
    default:
      return undefined;
  }
}

function tooSmall(origin: string, least: number, length: number): string {
  if (origin === "string") return least === 1 ? "to pole jest puste" : `za krótkie: ma ${length} z ${least} znaków`;
  if (origin === "array")
    return length === 0 && least === 1 ? "ta lista jest pusta" : `za mało: jest ${length}, najmniej ${least}`;
  return `za mało: najmniej ${least}`;
}

function tooBig(origin: string, most: number, length: number): string {
  if (origin === "string") return `za długie: ma ${length} znaków, najwyżej ${most}`;
  return origin === "array" ? `za dużo: jest ${length}, najwyżej ${most}` : `za dużo: najwyżej ${most}`;
}

const lengthOf = (input: unknown) => (typeof input === "string" || Array.isArray(input) ? input.length : 0);

function theirs(issue: z.core.$ZodRawIssue): string | undefined {
  const message = localeError(issue);
  return typeof message === "string" ? message : message?.message;
}
