import type { Wish } from "../conversation/reply";
import type { Slot } from "../conversation/slot";
import { type Command, isUnclear, readCommand } from "./commands";
import { CHANGE, CONFIRM, type Heard } from "./dialogParts";
import { askedSlot, type Form } from "./form";
import { readAnswer } from "./readAnswer";
import { type Change, readAddition, readChange, readMistake, readNamed } from "./readChange";

/** What one message wants of the dialog, whether pressed or typed. `text`: what is left without the words of a command. */
export type Move =
  | { kind: "answer"; text?: string }
  | { kind: "skip"; slot?: string }
  | { kind: "place"; value: string }
  | { kind: "follow"; id: string }
  | {
      kind:
        | "why"
        | "not_the_same"
        | "send"
        | "back"
        | "cancel"
        | "human"
        | "resume"
        | "wait_for_photo"
        | "insist"
        | "unclear";
    }
  | Change;

/** A pressed button says it; otherwise the words of the message do. */
export function readMove(form: Form, heard: Heard): Move {
  if (heard.wish) return moveOfWish(heard.wish);
  const { commands } = form.parts;
  if (isUnclear(commands, heard.text, form.language)) return { kind: "unclear" };
  const command = readCommand(commands, heard.text);
  if (command) return moveOfCommand(form, command, heard);
  return readMenu(form, heard) ?? { kind: "answer" };
}

/** Asked what to change, or shown the summary, a resident may simply say "ulica". */
function readMenu(form: Form, heard: Heard): Change | undefined {
  const { asked } = form.state;
  const named = asked === CHANGE || asked === CONFIRM ? readNamed(form, heard.text, heard) : undefined;
  return asked === CONFIRM && named?.kind !== "change" ? undefined : named;
}

function moveOfWish(wish: Wish): Move {
  switch (wish.kind) {
    case "fill":
    case "skip":
    case "change":
    case "change_something":
    case "place":
    case "follow":
    case "not_the_same":
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
      return readChange(form, command.rest, heard);
    case "add":
      return readAddition(form, command.rest, heard);
    case "mistake":
      return readMistake(form, command.rest, heard);
    case "yes":
    case "no":
    case "send":
      return readAgreement(form, command, heard);
    case "skip":
    case "dont_know":
      return readSkip(form, command, heard);
    default:
      return { kind: command.kind };
  }
}

/** "tak, ale zmień ulicę": what follows the "yes" says more than the "yes". */
function readAgreement(form: Form, command: Command, heard: Heard): Move {
  const { rest } = command;
  const then = rest === "" ? undefined : readCommand(form.parts.commands, rest);
  const agrees = then?.kind === "yes" || then?.kind === "no" || then?.kind === "send";
  if (then && !agrees) return moveOfCommand(form, then, { ...heard, text: rest });
  const { asked } = form.state;
  if (asked === CONFIRM) return atSummary(then ?? command);
  if (asked === CHANGE) return atMenu(then ?? command);
  return besideSummary(form, command, heard);
}

function atSummary({ kind, rest }: Command): Move {
  if (rest !== "") return { kind: "answer" };
  return kind === "no" ? { kind: "change_something" } : { kind: "send" };
}

function atMenu({ kind, rest }: Command): Move {
  if (rest !== "" || kind === "yes") return { kind: "answer" };
  return kind === "no" ? { kind: "back" } : { kind: "send" };
}

function besideSummary(form: Form, { kind, rest }: Command, heard: Heard): Move {
  const asked = askedSlot(form);
  if (!asked || asked.expects === "yes_no" || isAnswer(form, asked, heard)) return { kind: "answer" };
  if (kind === "yes") return asked.expects === "photo" ? { kind: "wait_for_photo" } : { kind: "answer" };
  if (kind === "send" && rest === "" && !asked.optional) return { kind: "insist" };
  const leftOut = asked.expects === "photo" || asked.expects === "contact" || rest === "";
  return asked.optional && leftOut ? { kind: "skip" } : { kind: "answer" };
}

/** A text that only begins like a refusal is still a text. */
function readSkip(form: Form, { kind, rest }: Command, heard: Heard): Move {
  const asked = askedSlot(form);
  if (!asked || (asked.expects === "text" && rest !== "") || isAnswer(form, asked, heard)) return { kind: "answer" };
  return asked.optional || kind === "skip" ? { kind: "skip" } : { kind: "answer" };
}

/** "Nie" and "nie wiem" may be among the answers offered; and beside them a place may stand. */
function isAnswer(form: Form, asked: Slot, heard: Heard): boolean {
  if (asked.expects === "text") return false;
  if (asked.expects === "place") return heard.entities.place !== undefined;
  return readAnswer(form.parts.commands, asked, heard) !== undefined;
}
