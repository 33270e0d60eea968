import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fold } from "../../src/conversation/fold";
import { findEntities } from "../../src/understanding/findEntities";
import { maskPersonalData, withoutMarks } from "../../src/understanding/maskPersonalData";

const kinds = [
  "place",
  "district",
  "when",
  "phone",
  "email",
  "serviceRequestIds",
  "lines",
  "lampPost",
  "plates",
] as const;
type Kind = (typeof kinds)[number];

const Line = z.strictObject({
  text: z.string(),
  place: z.string().optional(),
  district: z.string().optional(),
  when: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  serviceRequestIds: z.array(z.string()).optional(),
  lines: z.array(z.string()).optional(),
  lampPost: z.string().optional(),
  plates: z.array(z.string()).optional(),
});
const PersonalLine = z.strictObject({ text: z.string(), secret: z.array(z.string()) });

/** A text in which something else was found than expected. */
export type Miss = { text: string; expected: string[]; found: string[] };

/** `precision`: share of what was found that is right; `recall`: share of what is right that was found; 1 when there is none. */
export type Figures = { precision: number; recall: number; expected: number; found: number; misses: Miss[] };

type Compared = Miss & { right: number; covered: number };

/** How well entities are found (`entities.jsonl`) and personal data masked (`personalData.jsonl`) in a folder's lists. */
export function measureEntities(folder: string): Record<Kind | "masking", Figures> {
  const lines = readLines(join(folder, "entities.jsonl"), Line).map((line) => ({
    line,
    found: findEntities(line.text),
  }));
  // A district named alone is a place to the program and a district to the list.
  const counted = (kind: Kind, { line, found }: (typeof lines)[number]) =>
    kind === "place" && line.place === undefined && line.district !== undefined ? [] : listOf(found[kind]);
  const of = (kind: Kind) =>
    figures(lines.map((one) => compare(one.line.text, listOf(one.line[kind]), counted(kind, one), sameFor(kind))));
  const personal = readLines(join(folder, "personalData.jsonl"), PersonalLine);
  return {
    place: of("place"),
    district: of("district"),
    when: of("when"),
    phone: of("phone"),
    email: of("email"),
    serviceRequestIds: of("serviceRequestIds"),
    lines: of("lines"),
    lampPost: of("lampPost"),
    plates: of("plates"),
    masking: figures(personal.map(compareMasking)),
  };
}

function readLines<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema>[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim()).map((line) => schema.parse(JSON.parse(line)));
}

function listOf(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

const plain = (text: string) => fold(text).trim();
const digitsOf = (phone: string) => phone.replace(/\D/g, "").replace(/^00/, "");
const same = (one: string, other: string) => plain(one) === plain(other);

function sameFor(kind: Kind): typeof same {
  if (kind === "place") return overlaps;
  // The list has it as people write it ("0048 …"), found it is in its proper form.
  return kind === "phone" ? (one, other) => digitsOf(one) === digitsOf(other) : same;
}

/** The same, or one contains the other and makes up at least 60 % of it. */
function overlaps(one: string, other: string): boolean {
  const [short = "", long = ""] = [plain(one), plain(other)].sort((a, b) => a.length - b.length);
  return short.length >= 0.6 * long.length && long.includes(short);
}

function compare(text: string, expected: string[], found: string[], alike: typeof same): Compared {
  const right = found.filter((one) => expected.some((other) => alike(one, other))).length;
  const covered = expected.filter((one) => found.some((other) => alike(one, other))).length;
  return { text, expected, found, right, covered };
}

function compareMasking({ text, secret }: z.infer<typeof PersonalLine>): Compared {
  const masked = maskPersonalData(text);
  const found = replacedPieces(text, masked);
  const right = found.filter((piece) => secret.some((one) => overlaps(piece, one))).length;
  return { text, expected: secret, found, right, covered: secret.filter((one) => !masked.includes(one)).length };
}

/** What stood where the marks are now. */
function replacedPieces(text: string, masked: string): string[] {
  const kept = withoutMarks(masked.replaceAll(" ", "\u0000"))
    .split(" ")
    .map((part) => part.replaceAll("\u0000", " "));
  const pieces: string[] = [];
  let from = kept[0]?.length ?? 0;
  for (const [index, part] of kept.slice(1).entries()) {
    const isLast = index === kept.length - 2;
    const to = isLast ? text.length - part.length : text.indexOf(part, from + 1);
    pieces.push(text.slice(from, to).trim());
    from = to + part.length;
  }
  return pieces;
}

function figures(compared: Compared[]): Figures {
  const sum = (count: (one: Compared) => number) => compared.reduce((total, one) => total + count(one), 0);
  const [expected, found] = [sum((one) => one.expected.length), sum((one) => one.found.length)];
  return {
    precision: found === 0 ? 1 : sum((one) => one.right) / found,
    recall: expected === 0 ? 1 : sum((one) => one.covered) / expected,
    expected,
    found,
    misses: compared
      .filter((one) => one.right < one.found.length || one.covered < one.expected.length)
      .map(({ text, expected, found }) => ({ text, expected, found })),
  };
}
