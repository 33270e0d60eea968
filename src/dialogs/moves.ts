import type { Slot } from "../conversation/slot";
import { correct, keep } from "./answer";
import { chooseService } from "./answerService";
import { ask, readBack, reply, whatToChange } from "./ask";
import type { Heard, Progress } from "./dialogParts";
import { answerTo, askedSlot, type Form, moved } from "./form";
import { goOn, stay } from "./goOn";
import { say } from "./phrases";

/** The value of a button, as long as the question and the choice still exist. */
export function fill(form: Form, name: string, value: string, heard: Heard, lead: string[]): Progress {
  const slot = form.slots.find((candidate) => candidate.slot === name);
  if (!slot) return stay(form, lead);
  if (slot.expects === "service") return chooseService(form, slot, value, heard, lead);
  const offered = slot.expects !== "choice" || slot.choices.some((choice) => choice.value === value);
  if (!offered) return stay(form, lead);
  if (slot === askedSlot(form)) return keep(form, { [name]: value }, heard, lead);
  return answerTo(form, slot) === undefined
    ? keep(moved(form, { asked: name }), { [name]: value }, heard, lead)
    : correct(form, { [name]: value }, heard, lead);
}

/** Leaves the question out; of one that is needed it says why. Skipping known photos takes them away. */
export function skip(form: Form, name: string | undefined, lead: string[]): Progress {
  const slot = name === undefined ? askedSlot(form) : form.slots.find((candidate) => candidate.slot === name);
  if (!slot) return stay(form, lead);
  if (!slot.optional) return stay(form, [...lead, needed(form, slot)]);
  const { answers, answered } = form.state;
  const attachments = slot.expects === "photo" ? [] : form.state.attachments;
  const others = answered.filter((other) => other !== slot.slot);
  const next = { answers: { ...answers, [slot.slot]: "" }, answered: [...others, slot.slot], attachments };
  return goOn(moved(form, next), lead);
}

/** Asks for a known value anew; the old one stays until there is a new one. */
export function change(form: Form, name: string, lead: string[]): Progress {
  const slot = form.slots.find((candidate) => candidate.slot === name);
  if (!slot) return changeSomething(form, lead);
  const next = moved(form, { asked: slot.slot, missed: 0 });
  const now = say(form.parts.phrases, "changing", form.language, { value: readBack(form, slot) });
  const known = answerTo(form, slot) === undefined ? [] : [now];
  return { kind: "asking", state: next.state, replies: [ask(next, slot, [...lead, ...known])] };
}

/** Offers everything known so far, to choose what to change. */
export function changeSomething(form: Form, lead: string[]): Progress {
  return { kind: "asking", state: form.state, replies: [whatToChange(form, lead)] };
}

/** One question back; while a known value is being changed, it stays as it was. */
export function back(form: Form, lead: string[]): Progress {
  const { phrases } = form.parts;
  const asked = askedSlot(form);
  if (asked && answerTo(form, asked) !== undefined) return goOn(form, [...lead, say(phrases, "kept", form.language)]);
  const { answered, answers } = form.state;
  const last = form.slots.find(({ slot }) => slot === answered.at(-1));
  if (!last) return stay(form, [...lead, say(phrases, "first_question", form.language)]);
  const { [last.slot]: _, ...others } = answers;
  const next = moved(form, { answers: others, answered: answered.slice(0, -1), asked: last.slot, missed: 0 });
  return { kind: "asking", state: next.state, replies: [ask(next, last, lead)] };
}

/** Why the question is asked, and the question again. */
export function why(form: Form, lead: string[]): Progress {
  const slot = askedSlot(form);
  return stay(form, slot ? [...lead, slot.why[form.language]] : lead);
}

/** The dialog goes on after an interruption. */
export function resume(form: Form, lead: string[]): Progress {
  const title = form.service && !form.dialog.service ? form.service.label : form.dialog.title;
  const resumed = say(form.parts.phrases, "resumed", form.language, { title: title[form.language] });
  return form.state.asked === undefined ? goOn(form, [...lead, resumed]) : stay(form, [...lead, resumed]);
}

/** Ends the dialog without sending anything. */
export function cancel({ parts, language }: Form): Progress {
  return { kind: "cancelled", replies: [reply([say(parts.phrases, "cancelled", language)])] };
}

function needed({ parts, language }: Form, slot: Slot): string {
  return say(parts.phrases, "needed", language, { why: slot.why[language] });
}
