import { acknowledge, acknowledgeChange } from "./acknowledge";
import { answerService } from "./answerService";
import { reply } from "./ask";
import { CHANGE, CONFIRM, type Heard, type Progress } from "./dialogParts";
import { answeredWith, answerTo, askedSlot, consents, type Form, moved } from "./form";
import { goOn, stay } from "./goOn";
import { miss } from "./miss";
import { say } from "./phrases";
import { readCorrections, type Taken, takeAnswers, withoutContact } from "./takeAnswers";
import { urgentLater } from "./urgent";

/** Takes everything the message answers and asks on. */
export function answer(form: Form, heard: Heard, lead: string[]): Progress {
  const asked = askedSlot(form);
  const photos = heard.attachments.length > 0;
  if (photos && heard.text.trim() === "") return afterPhotos(form, lead);
  if (asked?.expects === "service") return answerService(form, asked, heard, lead);
  const atMenu = form.state.asked === CONFIRM || form.state.asked === CHANGE;
  const taken = atMenu ? {} : withoutContact(form, takeAnswers(form, heard), heard);
  if (Object.keys(taken).length > 0) return keep(form, taken, heard, lead);
  const values = readCorrections(form, heard);
  if (Object.keys(values).length > 0) return correct(form, values, heard, lead);
  return photos ? afterPhotos(form, lead) : miss(form, lead);
}

/** Keeps the values, remembers which question they answered, and goes on. */
export function keep(form: Form, taken: Taken, heard: Heard, lead: string[]): Progress {
  const consent = consents(form).find((slot) => answerTo(form, slot) === undefined);
  if (consent && taken[consent.slot] === "no") return notFiled(form);
  const asked = askedSlot(form);
  // Whoever tells the place instead of "yes" wants it filed.
  const agreed = consent && asked === consent ? { [consent.slot]: "yes" } : {};
  const known = asked !== undefined && answerTo(form, asked) !== undefined && asked.slot in taken;
  // What is answered to a question about the place makes it more exact.
  const changed = known && !(asked.expects === "place" && form.state.place?.question);
  const next = moved(form, {
    answers: { ...form.state.answers, ...agreed, ...taken },
    answered: asked && asked.slot in taken ? answeredWith(form, asked.slot) : form.state.answered,
  });
  const said = changed ? acknowledgeChange(next, taken) : acknowledge(next, taken, asked?.slot);
  return goOn(next, [...lead, ...said], urgentLater(form, next, heard.text));
}

/** New values for what was known. */
export function correct(form: Form, said: Taken, heard: Heard, lead: string[]): Progress {
  const values = withoutContact(form, said, heard);
  const next = moved(form, { answers: { ...form.state.answers, ...values } });
  return goOn(next, [...lead, ...acknowledgeChange(next, values)], urgentLater(form, next, heard.text));
}

/** A photo answers the question about photos; any other question stays as it is. */
function afterPhotos(form: Form, lead: string[]): Progress {
  const asked = askedSlot(form);
  return asked && asked.expects !== "photo" ? stay(form, lead) : goOn(form, lead);
}

function notFiled({ parts, language }: Form): Progress {
  return { kind: "cancelled", replies: [reply([say(parts.phrases, "not_filed", language)])] };
}
