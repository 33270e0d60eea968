import { acknowledge, acknowledgeChange } from "./acknowledge";
import { answerService } from "./answerService";
import { reply } from "./ask";
import { CONFIRM, type Heard, LONGEST_ANSWER, type Progress } from "./dialogParts";
import { answerTo, askedSlot, consents, type Form, moved } from "./form";
import { goOn, stay } from "./goOn";
import { miss } from "./miss";
import { say } from "./phrases";
import { readCorrections, type Taken, takeAnswers, withoutContact } from "./takeAnswers";
import { urgentLater } from "./urgent";

/** Takes everything the message answers and asks on. */
export function answer(form: Form, heard: Heard, lead: string[]): Progress {
  const asked = askedSlot(form);
  const { text } = heard;
  if (text.trim() === "" && heard.attachments.length > 0) return afterPhotos(form, lead);
  if (form.state.asked === CONFIRM) return answerAtSummary(form, heard, lead);
  if (asked?.expects === "service") return answerService(form, asked, heard, lead);
  if (asked?.expects === "text" && text.trim().length > LONGEST_ANSWER) return tooLong(form, heard, lead);
  const taken = withoutContact(form, takeAnswers(form, heard), heard);
  return Object.keys(taken).length > 0 ? keep(form, taken, heard, lead) : miss(form, lead);
}

/** Keeps the values, remembers which question they answered, and goes on. */
export function keep(form: Form, taken: Taken, heard: Heard, lead: string[]): Progress {
  const consent = consents(form).find((slot) => answerTo(form, slot) === undefined);
  if (consent && taken[consent.slot] === "no") return notFiled(form);
  const asked = askedSlot(form);
  // Whoever tells the place instead of "yes" wants it filed.
  const agreed = consent && asked === consent ? { [consent.slot]: "yes" } : {};
  const changed = asked !== undefined && answerTo(form, asked) !== undefined && asked.slot in taken;
  const next = moved(form, {
    answers: { ...form.state.answers, ...agreed, ...taken },
    answered: nowAnswered(form, taken),
  });
  const said = changed ? acknowledgeChange(next, taken) : acknowledge(next, taken, asked?.slot);
  return goOn(next, [...lead, ...said], urgentLater(form, next, heard.text));
}

/** New values for what was known. */
export function correct(form: Form, values: Taken, heard: Heard, lead: string[]): Progress {
  const next = moved(form, { answers: { ...form.state.answers, ...values } });
  return goOn(next, [...lead, ...acknowledgeChange(next, values)], urgentLater(form, next, heard.text));
}

function answerAtSummary(form: Form, heard: Heard, lead: string[]): Progress {
  const values = readCorrections(form, heard);
  return Object.keys(values).length > 0 ? correct(form, values, heard, lead) : miss(form, lead);
}

/** A photo answers the question about photos; any other question stays as it is. */
function afterPhotos(form: Form, lead: string[]): Progress {
  const asked = askedSlot(form);
  return asked && asked.expects !== "photo" ? stay(form, lead) : goOn(form, lead);
}

function notFiled({ parts, language }: Form): Progress {
  return { kind: "cancelled", replies: [reply([say(parts.phrases, "not_filed", language)])] };
}

function tooLong(form: Form, { text }: Heard, lead: string[]): Progress {
  const blanks = { length: String(text.trim().length), most: String(LONGEST_ANSWER) };
  return stay(form, [...lead, say(form.parts.phrases, "too_long", form.language, blanks)]);
}

/** In the order they were answered, each once. */
function nowAnswered({ state }: Form, taken: Taken): string[] {
  const { asked, answered } = state;
  if (asked === undefined || !(asked in taken)) return answered;
  return [...answered.filter((slot) => slot !== asked), asked];
}
