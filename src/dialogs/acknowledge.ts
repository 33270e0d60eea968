import type { Slot } from "../conversation/slot";
import { readBack } from "./ask";
import type { Form } from "./form";
import { say } from "./phrases";
import type { Taken } from "./takeAnswers";

/**
 * Says what was understood, when it is worth saying: several things at once, a thing not asked for, or a place,
 * because a place is the easiest to get wrong.
 */
export function acknowledge(form: Form, taken: Taken, asked: string | undefined): string[] {
  const slots = form.slots.filter(({ slot, expects }) => slot in taken && taken[slot] !== "" && expects !== "text");
  const [only] = slots;
  if (!only) return [];
  if (slots.length === 1 && only.expects === "place") return [line(form, only)];
  if (slots.length === 1 && only.slot === asked) return [];
  const values = slots.map((slot) => inSentence(form, slot));
  const between = values.some((value) => value.includes(",")) ? "; " : ", ";
  return [say(form.parts.phrases, "have", form.language, { values: values.join(between) })];
}

/** "Zmienione. Miejsce: Krótka 5." */
export function acknowledgeChange(form: Form, changed: Taken): string[] {
  const slots = form.slots.filter(({ slot }) => slot in changed);
  return slots.map((slot) => {
    const blanks = { label: slot.label[form.language], value: bare(form, slot) };
    return say(form.parts.phrases, "changed", form.language, blanks);
  });
}

function line(form: Form, slot: Slot): string {
  return `${slot.label[form.language]}: ${bare(form, slot)}.`;
}

function inSentence(form: Form, slot: Slot): string {
  const value = bare(form, slot);
  const ours = slot.expects === "choice" || slot.expects === "yes_no";
  if (ours) return `${lowered(slot.label[form.language])}: ${lowered(value)}`;
  return slot.expects === "service" ? lowered(value) : value;
}

/** The value as read back, without the full stop the sentence will bring. */
function bare(form: Form, slot: Slot): string {
  return readBack(form, slot).replace(/[.,;!\s]+$/, "");
}

function lowered(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
