import type { Reply } from "../conversation/reply";
import { wordsOf } from "../conversation/words";
import type { Form } from "./form";
import { longestFound } from "./words";

/** The urgent text at the start of a dialog: always for some services, for others when the words call for it. */
export function urgentAtStart(form: Form, text: string): Reply[] {
  const urgent = form.service?.urgent;
  if (!urgent) return [];
  return urgent.always || isUrgent(form, text) ? [{ text: urgent.text[form.language] }] : [];
}

/** The urgent text when a danger only comes out later, in words or by an answer; told once. */
export function urgentLater(before: Form, after: Form, text: string): Reply[] {
  const urgent = after.service?.urgent;
  if (!urgent || urgent.always || toldAlready(before)) return [];
  return isUrgent(after, text) || answeredUrgently(after) ? [{ text: urgent.text[after.language] }] : [];
}

function isUrgent({ service }: Form, text: string): boolean {
  return longestFound(wordsOf(text), service?.urgent?.words ?? []) > 0;
}

/** What has been said before shows whether the danger was already spoken of. */
function toldAlready(form: Form): boolean {
  return answeredUrgently(form) || Object.values(form.state.answers).some((answer) => isUrgent(form, answer));
}

function answeredUrgently({ service, state }: Form): boolean {
  const questions = service?.questions ?? [];
  return questions.some(({ slot, choices }) =>
    choices.some(({ value, urgent }) => urgent && state.answers[slot] === value),
  );
}
