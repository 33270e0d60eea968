import type { Language } from "../../conversation/language";
import { type SectionName, sectionNames } from "../../conversation/reply";
import { headings, type Sections } from "../article";

/** An article's file cut in three: joined again they are the file. `front` is empty where there is no front matter. */
export type PageText = { opening: string; front: string; closing: string; body: string };

export function cutPage(text: string): PageText {
  const [, opening, front, closing, body] = text.match(/^(\uFEFF?---\r?\n)([\s\S]*?\n)(---\r?\n)([\s\S]*)$/) ?? [];
  if (opening === undefined || front === undefined || closing === undefined || body === undefined)
    return { opening: "", front: "", closing: "", body: text };
  return { opening, front, closing, body };
}

/** A stretch of a body: what stands before the first heading, or a heading's line and what stands under it. */
type Part = { name: SectionName | "start" | undefined; heading: string; text: string };

/** What a body says: what stands before its first section, and the sections, the last of the same name. */
export function readParts(body: string, language: Language): { start: string; sections: Sections } {
  const read: { start: string; sections: Sections } = { start: "", sections: {} };
  for (const { name, text } of partsOf(body, language)) {
    const words = text.replaceAll("\r\n", "\n").trim();
    if (name === "start") read.start = words;
    else if (name !== undefined && words !== "") read.sections[name] = words;
  }
  return read;
}

/** New words by part; an empty one takes a section away. */
export type NewParts = Partial<Record<SectionName | "start", string>>;

/** The body with these parts written anew; what is not among them keeps its bytes. */
export function writeParts(body: string, language: Language, changed: NewParts): string {
  const ended = body.includes("\r\n") ? "\r\n" : "\n";
  const parts = partsOf(body, language).flatMap((part): Part[] => {
    const words = part.name === undefined ? undefined : changed[part.name];
    if (words === undefined) return [part];
    if (words === "" && part.name !== "start") return [];
    return [{ ...part, text: reworded(part.text, words.replaceAll("\n", ended), ended) }];
  });
  const there = new Set(parts.map(({ name }) => name));
  for (const name of sectionNames) {
    const words = changed[name];
    if (words && !there.has(name))
      insert(
        parts,
        { name, heading: `## ${headings[language][name]}${ended}`, text: words.replaceAll("\n", ended) + ended },
        ended,
      );
  }
  const written = parts.map(({ heading, text }) => heading + text).join("");
  return parts.at(-1)?.name === partsOf(body, language).at(-1)?.name ? written : written.trimEnd() + ended;
}

/** The same space before and after as there was. */
function reworded(old: string, words: string, ended: string): string {
  const trimmed = old.trim();
  if (trimmed === "") return words === "" ? old : `${words}${ended}${old.trim() === old ? "" : ended}`;
  const at = old.indexOf(trimmed);
  return old.slice(0, at) + words + old.slice(at + trimmed.length);
}

/** In the order sections have, with an empty line on either side. */
function insert(parts: Part[], part: Part, ended: string): void {
  const order = (name: Part["name"]) => (name === undefined || name === "start" ? -1 : sectionNames.indexOf(name));
  const before = parts.findLastIndex(({ name }) => name !== undefined && order(name) < order(part.name));
  const place = before + 1;
  const above = parts[before];
  if (above && above.heading + above.text !== "") above.text = `${above.text.trimEnd()}${ended}${ended}`;
  parts.splice(place, 0, place < parts.length ? { ...part, text: part.text + ended } : part);
}

function partsOf(body: string, language: Language): Part[] {
  const parts: Part[] = [{ name: "start", heading: "", text: "" }];
  for (const line of body.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const heading = line.match(/^#+\s+(.*?)\s*$/)?.[1];
    const last = parts.at(-1);
    if (heading === undefined && last) last.text += line;
    else if (heading !== undefined)
      parts.push({ name: sectionNames.find((name) => headings[language][name] === heading), heading: line, text: "" });
  }
  return parts;
}
