import { fold } from "../conversation/fold";
import { areNumbered, type Choice, type Wish } from "../conversation/reply";

const ordinals = [
  "jeden jedno jedna pierwszy pierwsza pierwsze one first один перше перший перша",
  "dwa drugi druga drugie two second два друге другий друга",
  "trzy trzeci trzecia trzecie three third три третє третій третя",
  "cztery czwarty czwarta czwarte four fourth чотири четверте четвертий четверта",
  "pięć piąty piąta piąte five fifth п'ять п'яте п'ятий п'ята",
  "sześć szósty szósta szóste six sixth шість шосте шостий шоста",
].map((words) => fold(words).split(" "));

/** "Poproszę to drugie", "opcja 2", "the first one, please". */
const beside = new Set(
  fold(
    "to ta ten te tą tę opcja opcję odpowiedź numer nr poproszę proszę wybieram the option number please це варіант номер",
  ).split(" "),
);

/**
 * What a resident meant by pressing a button, or by typing its title, its number ("2", "2.") or its ordinal ("druga").
 * A number is an answer of its own when the buttons only leave the question out.
 */
export function wishFor(text: string, offered: Choice[]): Wish | undefined {
  const pressed = titled(text, offered);
  if (pressed) return pressed.wish;
  return areNumbered(offered) ? offered[placeIn(text) - 1]?.wish : undefined;
}

/** The button whose title was typed. */
export function titled(text: string, offered: Choice[]): Choice | undefined {
  const said = plain(text);
  return said === "" ? undefined : offered.find(({ title }) => plain(title) === said);
}

/** "Tak" takes what was proposed first, when that was one thing; "nie" refuses it. */
export function wishOfYesOrNo(yes: boolean, offered: Choice[]): Wish | undefined {
  const resume = offered.find(({ wish }) => wish.kind === "resume");
  if (resume) return yes ? offered[0]?.wish : resume.wish;
  const refusal = offered.find(({ wish }) => wish.kind === "none_of_these");
  if (!yes) return refusal?.wish;
  const [only, second] = offered.filter(({ wish }) => wish.kind !== "none_of_these" && wish.kind !== "human");
  if (!only || second) return undefined;
  return refusal || only.wish.kind === "start" ? only.wish : undefined;
}

/** Which button a number or an ordinal names, from 1; 0 when none. */
function placeIn(text: string): number {
  const [said = "", more] = plain(text)
    .split(" ")
    .filter((word) => !beside.has(word));
  if (more !== undefined && more !== "one") return 0;
  return /^\d{1,2}$/.test(said) ? Number(said) : ordinals.findIndex((words) => words.includes(said)) + 1;
}

const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
