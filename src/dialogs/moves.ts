import type { Slot } from "../conversation/slot";
import { acknowledgeChange } from "./acknowledge";
import { correct, keep } from "./answer";
import { chooseService } from "./answerService";
import { ask, readBack, reply, whatToChange } from "./ask";
import { CHANGE, type Heard, type Progress } from "./dialogParts";
import { answeredWith, answerTo, askedSlot, type Form, moved } from "./form";
import { goOn, keepAsItIs, stay } from "./goOn";
import { miss } from "./miss";
import { say } from "./phrases";

/** The value of a button, as long as the question and the choice still exist. */
export function fill(form: Form, name: string, value: string, heard: Heard, lead: string[]): Progress {
  const slot = form.slots.find((candidate) => candidate.slot === name);
  if (!slot) return stay(form, lead);
  if (slot.expects === "service") return chooseService(form, slot, value, heard, lead);
  const offered = slot.expects !== "choice" || slot.choices.some((choice) => choice.value === value);
  if (!offered) return stay(form, lead);
  if (answerTo(form, slot) === value) return keepAsItIs(form, lead);
  if (slot === askedSlot(form)) return keep(form, { [name]: value }, heard, lead);
  return answerTo(form, slot) === undefined
    ? keep(moved(form, { asked: name }), { [name]: value }, heard, lead)
    : correct(form, { [name]: value }, heard, lead);
}

/** Leaves the question out; of one that is needed it says why. Skipping known photos takes them away. */
export function skip(form: Form, name: string | undefined, lead: string[]): Progress {
  const slot = name === undefined ? askedSlot(form) : form.slots.find((candidate) => candidate.slot === name);
  if (!slot) return stay(form, lead);
  if (!slot.optional) return insist(form, slot, lead);
  const known = answerTo(form, slot) !== undefined;
  const { answers, attachments } = form.state;
  const next = moved(form, {
    answers: { ...answers, [slot.slot]: "" },
    answered: answeredWith(form, slot.slot),
    attachments: slot.expects === "photo" ? [] : attachments,
  });
  return goOn(next, known ? [...lead, ...acknowledgeChange(next, { [slot.slot]: "" })] : lead);
}

/** Says why nothing can be sent without this answer. */
export function insist(form: Form, slot: Slot, lead: string[]): Progress {
  const why = slot.why[form.language];
  return miss(form, lead, say(form.parts.phrases, "needed", form.language, { why }));
}

/** Asks for a known value anew; the old one stays until there is a new one. */
export function change(form: Form, name: string, lead: string[]): Progress {
  const slot = form.slots.find((candidate) => candidate.slot === name);
  if (!slot) return changeSomething(form, lead);
  const next = moved(form, { asked: slot.slot, missed: 0 });
  const now = say(form.parts.phrases, "changing", form.language, { value: readBack(form, slot) });
  const known = answerTo(form, slot) ? [now] : [];
  return { kind: "asking", state: next.state, replies: [ask(next, slot, [...lead, ...known])] };
}

/** Offers everything known so far, to choose what to change. */
export function changeSomething(form: Form, lead: string[]): Progress {
  const next = moved(form, { asked: CHANGE, missed: 0 });
  return { kind: "asking", state: next.state, replies: [whatToChange(next, lead)] };
}

/** One question back; while a known value is being changed, it stays as it was. */
export function back(form: Form, lead: string[]): Progress {
  const asked = askedSlot(form);
  if (form.state.asked === CHANGE || (asked && answerTo(form, asked) !== undefined)) return keepAsItIs(form, lead);
  const last = lastAnswered(form);
  if (!last) return stay(form, [...lead, say(form.parts.phrases, "first_question", form.language)]);
  const { [last.slot]: _, ...answers } = form.state.answers;
  const answered = form.state.answered.slice(0, form.state.answered.lastIndexOf(last.slot));
  const service = last.expects === "service" ? undefined : form.state.service;
  const next = moved(form, { answers, answered, service, asked: last.slot, missed: 0 });
  return { kind: "asking", state: next.state, replies: [ask(next, last, lead)] };
}

/** The question answered last that still belongs to the dialog. */
function lastAnswered({ slots, state }: Form): Slot | undefined {
  const name = state.answered.findLast((answered) => slots.some(({ slot }) => slot === answered));
  return slots.find(({ slot }) => slot === name);
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
