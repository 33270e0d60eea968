import type { Slot } from "../conversation/slot";
import { wordsOf } from "../conversation/words";
import { afterConnector } from "./commands";
import { CHANGE, CONFIRM, type Heard } from "./dialogParts";
import { answerTo, askedSlot, consents, type Form } from "./form";
import { readAnswer } from "./readAnswer";
import { readCorrections, type Taken } from "./takeAnswers";
import { afterWords, findPattern } from "./words";

/** What a message wants to have changed. */
export type Change =
  | { kind: "fill"; slot: string; value: string }
  | { kind: "change"; slot: string }
  | { kind: "correct"; values: Taken }
  | { kind: "change_something" };

type Answer = { kind: "answer"; text?: string };

/** "zmień ulicę na Krótką 5" names the field and perhaps the value; "pomyłka, na Krótkiej 5" only the value. */
export function readChange(form: Form, rest: string, heard: Heard): Change | Answer {
  if (rest === "") return { kind: "change_something" };
  const change = readNamed(form, rest, heard) ?? corrected(form, heard);
  return change ?? (asksFreely(form) ? { kind: "answer" } : { kind: "change_something" });
}

/** "jednak na Krótkiej 5"; but "zła nawierzchnia" describes the matter when a description is asked for. */
export function readMistake(form: Form, rest: string, heard: Heard): Change | Answer {
  if (rest === "") return { kind: "change_something" };
  if (asksFreely(form)) return { kind: "answer" };
  const change = readNamed(form, rest, heard) ?? corrected(form, heard);
  if (change) return change;
  const { asked } = form.state;
  return asked === CONFIRM || asked === CHANGE ? { kind: "change_something" } : { kind: "answer", text: rest };
}

/** "dodaj, że obok jest szkoła" lengthens the description; "dodaj zdjęcie" asks for the photo. */
export function readAddition(form: Form, rest: string, heard: Heard): Change | Answer {
  const described = form.slots.find(({ told_in_words }) => told_in_words !== undefined);
  const before = described && answerTo(form, described);
  if (rest === "" || !described || !before) return { kind: "answer" };
  const named = readNamed(form, rest, heard);
  const between = /[.!?…]$/.test(before) ? " " : "; ";
  return named ?? { kind: "correct", values: { [described.slot]: `${before}${between}${rest}` } };
}

/** The slot the words begin with, and its new value when they go on to give one. */
export function readNamed(form: Form, text: string, heard: Heard): Change | undefined {
  const named = nameSlot(form, text);
  return named && readNewValue(form, named.slot, named.rest, heard);
}

function corrected(form: Form, heard: Heard): Change | undefined {
  const values = readCorrections(form, heard);
  return Object.keys(values).length > 0 ? { kind: "correct", values } : undefined;
}

/** Any words may be the answer to the present question. */
function asksFreely(form: Form): boolean {
  const expects = askedSlot(form)?.expects;
  return expects === "text" || expects === "service";
}

/** How many words may stand before the slot's name: "zmień mi tę ulicę". */
const WORDS_BEFORE_NAME = 2;

function nameSlot(form: Form, text: string): { slot: Slot; rest: string } | undefined {
  const words = wordsOf(text);
  const most = asksFreely(form) ? 0 : WORDS_BEFORE_NAME;
  const consent = consents(form);
  const named = form.slots.flatMap((slot) => {
    if (consent.includes(slot)) return [];
    const found = slot.aliases.flatMap((alias) => findPattern(words, alias) ?? []);
    return found.filter(({ at }) => at <= most).map(({ at, length }) => ({ slot, at, end: at + length }));
  });
  const [first] = named.sort((a, b) => a.at - b.at || b.end - a.end);
  return first && { slot: first.slot, rest: afterWords(text, first.end) };
}

function readNewValue(form: Form, slot: Slot, rest: string, heard: Heard): Change {
  const { commands } = form.parts;
  const fromTo = /^(?:z|ze|from|з|із)\s.+\s(?:na|to|на)\s+(.+)$/isu.exec(rest);
  const text = fromTo?.[1] ?? afterConnector(commands, rest);
  if (text === "") return { kind: "change", slot: slot.slot };
  const { place, ...entities } = heard.entities;
  const value = readAnswer(commands, slot, { ...heard, text, entities });
  if (slot.expects === "service") return readNewService(slot, value, heard);
  return value === undefined
    ? { kind: "change", slot: slot.slot }
    : { kind: "correct", values: { [slot.slot]: value } };
}

function readNewService({ slot }: Slot, group: string | undefined, { services = [] }: Heard): Change {
  const [only, second] = services;
  const value = only !== undefined && second === undefined ? only : group;
  return value === undefined ? { kind: "change", slot } : { kind: "fill", slot, value };
}
