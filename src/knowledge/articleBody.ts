import type { Mistake } from "../content/mistakes";
import { type SectionName, sectionNames } from "../conversation/reply";
import { headings } from "./article";

const LONGEST_ANSWER = 500;

export type Body = { answer: string; sections: Partial<Record<SectionName, string>> };

type Part = { heading: string; line: number; text: string };

/** Cuts an article's text into short answer and sections; `firstLine` is where it begins in its file. */
export function readBody(text: string, file: string, firstLine: number): { body: Body; mistakes: Mistake[] } {
  const [start, ...parts] = cut(text, firstLine);
  const body: Body = { answer: start?.text ?? "", sections: {} };
  const mistakes: Mistake[] = [];
  const tell = (line: number, message: string) => mistakes.push({ file, line, field: "", message });
  for (const message of faultsOfAnswer(body.answer)) tell(firstLine, message);
  let last = -1;
  for (const { heading, line, text: words } of parts) {
    const name = sectionNames.find((section) => headings[section] === heading);
    if (name === undefined) {
      tell(line, `nie ma sekcji „${heading}”; dozwolone: ${Object.values(headings).join(", ")}`);
      continue;
    }
    const place = sectionNames.indexOf(name);
    if (place === last || body.sections[name] !== undefined) tell(line, `sekcja „${heading}” jest dwa razy`);
    else if (place < last) tell(line, `sekcja „${heading}” jest nie po kolei: ${Object.values(headings).join(", ")}`);
    if (!words) tell(line, `sekcja „${heading}” jest pusta`);
    last = Math.max(last, place);
    body.sections[name] = words;
  }
  return { body, mistakes };
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
