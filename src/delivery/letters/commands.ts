import type { Act } from "../../serviceRequests/doors";

type UnitAct = Extract<Act["kind"], "start" | "ask" | "finish" | "refuse" | "bounce" | "add">;

/**
 * What the first line of a unit's letter says. It must stand by itself or before a sign: "zrobione" is done,
 * "zrobione będzie jutro" is not.
 */
const commands: [UnitAct, RegExp][] = [
  ["start", /^(?:przyj[ęe]t[aeoy]|przyj[ęe]li[śs]my|w toku|w trakcie|w realizacji)(?=$|[\s.,:;!–-])/iu],
  ["ask", /^(?:pytanie|mamy pytanie)(?=$|\s*[.,:;!?–-])/iu],
  ["finish", /^(?:zrobion[aeo]|za[łl]atwion[aeoy]|wykonan[aeoy]|naprawion[aeoy]|gotowe)(?=$|\s*[.,:;!–-])/iu],
  ["bounce", /^(?:to )?(?:nie nasz[ea]?|nie nasza sprawa)(?=$|\s*[.,:;!–-])/iu],
  ["refuse", /^(?:niewykonalne|odmowa)(?=$|\s*[.,:;!–-])/iu],
];

const GREETING = /^(?:dzie[ńn] dobry|witam|szanowni pa[ńn]stwo|cze[śs][ćc])[^\p{L}]*(?:pa[ńn]stwa)?[^\p{L}]*$/iu;

/** What a unit does by letter, and in what words; `add` when it simply writes. */
export function commandIn(text: string): { kind: UnitAct; words: string } {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "" && !GREETING.test(line.trim()));
  const line = lines[first]?.trim() ?? "";
  const [kind, pattern] = commands.find(([, one]) => one.test(line)) ?? [];
  if (!kind || !pattern) return { kind: "add", words: text.trim() };
  const rest = line.replace(pattern, "").replace(/^[\s.,:;!?–-]+/u, "");
  return { kind, words: [rest, ...lines.slice(first + 1)].join("\n").trim() };
}
