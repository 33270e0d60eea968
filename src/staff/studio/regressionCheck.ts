import { tidy } from "../../conversation/fold";
import { Intent } from "../../conversation/understanding";
import { maskPersonalData } from "../../understanding/maskPersonalData";
import type { NewRegressionText } from "../doors";
import type { StaffContent } from "../parts";
import { isKnown } from "../routes/labels";
import type { LineMistake } from "../wire";
import type { Line, Lines } from "./regressionLines";

/** As long as a question on the bench. */
const LONGEST = 500;
const LONGEST_NOTE = 300;
const MISTAKES_TOLD = 50;

/** The texts as they may be kept, without personal data; or what is wrong, line by line, and then none may. */
export function checkLines(
  { lines, mistakes }: Lines,
  content: StaffContent,
): { texts: NewRegressionText[] } | { mistakes: LineMistake[] } {
  const given = lines.map((line) => ({ ...line, text: tidy(line.text).replace(/\s+/g, " ").trim() }));
  const wrong = [...mistakes, ...given.flatMap((line) => mistakesIn(line, content))];
  if (wrong.length > 0) return { mistakes: wrong.sort((a, b) => a.line - b.line).slice(0, MISTAKES_TOLD) };
  const texts = given.map(({ text, right, note }) => ({
    text: maskPersonalData(text),
    right: [...new Set(right)],
    note: maskPersonalData(note.trim().slice(0, LONGEST_NOTE)),
  }));
  return { texts };
}

function mistakesIn({ line, text, right }: Line, content: StaffContent): LineMistake[] {
  if (text === "") return [{ line, because: "no_text", what: "" }];
  if (text.length > LONGEST) return [{ line, because: "too_long", what: "" }];
  const unknown = right.filter((name) => {
    const intent = intentNamed(name);
    return !intent || !isKnown(intent, content);
  });
  return unknown.map((what) => ({ line, because: "unknown_meaning", what: what.slice(0, 100) }));
}

/** The intent that `kind:id` names; undefined for what names none. */
export function intentNamed(name: string): Intent | undefined {
  const [kind, ...id] = name.split(":");
  return Intent.safeParse({ kind, id: id.join(":") }).data;
}
