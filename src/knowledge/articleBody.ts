import type { Mistake } from "../content/mistakes";
import type { Language } from "../conversation/language";
import { type SectionName, sectionNames } from "../conversation/reply";
import { headings, type Sections } from "./article";

export const LONGEST_ANSWER = 500;

type Body = { answer: string; sections: Sections };

type Part = { heading: string; line: number; text: string };

/** What stands before the first section, the sections with the lines they begin at, and what is wrong with them. */
type Read = { start: string; sections: Sections; lines: Map<SectionName, number>; mistakes: Mistake[] };

/** Cuts an article's text into short answer and sections; `firstLine` is where it begins in its file. */
export function readBody(text: string, file: string, firstLine: number): { body: Body; mistakes: Mistake[] } {
  const { start: answer, sections, mistakes } = readSections(text, file, firstLine, "pl");
  const faults = faultsOfAnswer(answer).map((message) => ({ file, line: firstLine, field: "", message }));
  return { body: { answer, sections }, mistakes: [...faults, ...mistakes] };
}

/** Cuts a text at its headings, which are those of a language. */
export function readSections(text: string, file: string, firstLine: number, language: Language): Read {
  const [start, ...parts] = cut(text, firstLine);
  const read: Read = { start: start?.text ?? "", sections: {}, lines: new Map(), mistakes: [] };
  const tell = (line: number, message: string) => read.mistakes.push({ file, line, field: "", message });
  const inOrder = Object.values(headings[language]).join(", ");
  let last = -1;
  for (const { heading, line, text: words } of parts) {
    const name = sectionNames.find((section) => headings[language][section] === heading);
    if (name === undefined) {
      tell(line, `nie ma sekcji „${heading}”; dozwolone: ${inOrder}`);
      continue;
    }
    const place = sectionNames.indexOf(name);
    if (read.lines.has(name)) tell(line, `sekcja „${heading}” jest dwa razy`);
    else if (place < last) tell(line, `sekcja „${heading}” jest nie po kolei: ${inOrder}`);
    if (!words) tell(line, `sekcja „${heading}” jest pusta`);
    last = Math.max(last, place);
    read.sections[name] = words;
    read.lines.set(name, line);
  }
  return read;
}

function faultsOfAnswer(answer: string): string[] {
  if (!answer) return ["brakuje krótkiej odpowiedzi przed pierwszą sekcją"];
  const faults: string[] = [];
  if (/\n\s*\n/.test(answer)) faults.push("krótka odpowiedź to jeden akapit");
  if (answer.length > LONGEST_ANSWER) faults.push(`krótka odpowiedź ma ponad ${LONGEST_ANSWER} znaków`);
  return faults;
}

function cut(text: string, firstLine: number): Part[] {
  const parts: { heading: string; line: number; lines: string[] }[] = [{ heading: "", line: firstLine, lines: [] }];
  for (const [index, line] of text.split("\n").entries()) {
    const heading = line.match(/^#+\s+(.*?)\s*$/)?.[1];
    if (heading === undefined) parts.at(-1)?.lines.push(line);
    else parts.push({ heading, line: firstLine + index, lines: [] });
  }
  return parts.map(({ heading, line, lines }) => ({ heading, line, text: lines.join("\n").trim() }));
}
