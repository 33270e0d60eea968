import type { Wish } from "../conversation/reply";
import type { Slot } from "../conversation/slot";
import { changeable } from "./ask";
import { afterConnector, type Command, readCommand } from "./commands";
import { CONFIRM, type Heard } from "./dialogParts";
import { askedSlot, type Form } from "./form";
import { readAnswer } from "./readAnswer";
import { readCorrections, type Taken } from "./takeAnswers";
import { afterWords, findPattern, wordsOf } from "./words";

/** What one message wants of the dialog, whether pressed or typed. */
export type Move =
  | { kind: "answer" }
  | { kind: "fill"; slot: string; value: string }
  | { kind: "skip"; slot?: string }
  | { kind: "change"; slot: string }
  | { kind: "correct"; values: Taken }
  | { kind: "change_something" }
  | { kind: "wait_for_photo" }
  | { kind: "why" | "send" | "back" | "cancel" | "human" | "resume" };

/** A pressed button says it; otherwise the words of the message do. */
export function readMove(form: Form, heard: Heard): Move {
  if (heard.wish) return moveOfWish(heard.wish);
  const command = readCommand(form.parts.commands, heard.text);
  return command ? moveOfCommand(form, command, heard) : { kind: "answer" };
}

function moveOfWish(wish: Wish): Move {
  switch (wish.kind) {
    case "fill":
    case "skip":
    case "change":
    case "change_something":
    case "send":
    case "back":
    case "cancel":
    case "human":
      return wish;
    default:
      return { kind: "resume" };
  }
}

function moveOfCommand(form: Form, command: Command, heard: Heard): Move {
  switch (command.kind) {
    case "change":
      return readChange(form, command, heard);
    case "yes":
    case "no":
    case "send":
      return form.state.asked === CONFIRM ? atSummary(command) : besideSummary(form, command);
    case "skip":
    case "dont_know":
      return readSkip(form, command, heard);
    default:
      return { kind: command.kind };
  }
}

function atSummary({ kind, rest }: Command): Move {
  if (rest !== "") return { kind: "answer" };
  return kind === "no" ? { kind: "change_something" } : { kind: "send" };
}

function besideSummary(form: Form, { kind, rest }: Command): Move {
  const asked = askedSlot(form);
  if (!asked || asked.expects === "yes_no") return { kind: "answer" };
  if (kind === "yes") return asked.expects === "photo" ? { kind: "wait_for_photo" } : { kind: "answer" };
  const leftOut = asked.expects === "photo" || asked.expects === "contact" || rest === "";
  return asked.optional && leftOut ? { kind: "skip" } : { kind: "answer" };
}

/** "Nie wiem" may be one of the answers offered; and a text that only begins like a refusal is still a text. */
function readSkip(form: Form, { kind, rest }: Command, heard: Heard): Move {
  const asked = askedSlot(form);
  if (!asked || (asked.expects === "text" && rest !== "")) return { kind: "answer" };
  const answered =
    asked.expects !== "text" && asked.expects !== "place" && readAnswer(form.parts.commands, asked, heard);
  if (typeof answered === "string") return { kind: "answer" };
  return asked.optional || kind === "skip" ? { kind: "skip" } : { kind: "answer" };
}

/** "zmień ulicę na Krótką 5" names the field and perhaps the value; "jednak na Krótkiej 5" only the value. */
function readChange(form: Form, { rest }: Command, heard: Heard): Move {
  if (rest === "") return { kind: "change_something" };
  const named = nameSlot(form, rest);
  if (named) return readNewValue(form, named.slot, named.rest, heard);
  const values = readCorrections(form, heard);
  if (Object.keys(values).length > 0) return { kind: "correct", values };
  return form.state.asked === CONFIRM ? { kind: "change_something" } : { kind: "answer" };
}

/** The slot is named among the first words, or not at all. */
const WORDS_BEFORE_NAME = 3;

function nameSlot(form: Form, text: string): { slot: Slot; rest: string } | undefined {
  const words = wordsOf(text);
  const named = changeable(form).flatMap((slot) => {
    const found = slot.aliases.flatMap((alias) => findPattern(words, alias) ?? []);
    return found.filter(({ at }) => at < WORDS_BEFORE_NAME).map(({ at, length }) => ({ slot, at, end: at + length }));
  });
  const [first] = named.sort((a, b) => a.at - b.at || b.end - a.end);
  return first && { slot: first.slot, rest: afterWords(text, first.end) };
}

function readNewValue(form: Form, slot: Slot, rest: string, heard: Heard): Move {
  const { commands } = form.parts;
  const fromTo = /^(?:z|ze|from|з|із)\s.+\s(?:na|to|на)\s+(.+)$/isu.exec(rest);
  const text = fromTo?.[1] ?? afterConnector(commands, rest);
  if (text === "") return { kind: "change", slot: slot.slot };
  const { place, ...others } = heard.entities;
  const value = readAnswer(commands, slot, { ...heard, text, entities: others });
  return value === undefined
    ? { kind: "change", slot: slot.slot }
    : { kind: "correct", values: { [slot.slot]: value } };
}
