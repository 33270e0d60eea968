import type { Choice, Reply } from "../conversation/reply";
import type { ServiceForm, Slot } from "../conversation/slot";
import { askAboutPlace, offerPhotoPlace, sharePlace } from "./askPlace";
import { CHANGE, CONFIRM, NEARBY, NEARBY_SEND, OTHER } from "./dialogParts";
import { answerTo, consents, type Form, shown } from "./form";
import { nearbyOf, nearbyReply } from "./nearby";
import { quote, say } from "./phrases";

/** The question with its buttons; `lead` is said before it, in the same bubble. */
export function ask(form: Form, slot: Slot, lead: string[] = []): Reply {
  const about = slot.expects === "place" ? askAboutPlace(form) : undefined;
  if (about) return reply([...lead, about.text], about.choices);
  const photo = slot.expects === "place" ? offerPhotoPlace(form) : undefined;
  if (photo) return reply([...lead, photo.text], [...photo.choices, ...leaveOut(form, slot)]);
  return reply([...lead, slot.ask[form.language]], [...answerButtons(form, slot), ...leaveOut(form, slot)]);
}

/** Text and buttons as one reply, without an empty list of buttons. */
export function reply(paragraphs: string[], choices: Choice[] = []): Reply {
  const text = paragraphs.join("\n\n");
  return choices.length > 0 ? { text, choices } : { text };
}

/** Buttons that answer the question. */
function answerButtons(form: Form, slot: Slot): Choice[] {
  const { parts, language } = form;
  const fill = (title: string, value: string): Choice => ({ title, wish: { kind: "fill", slot: slot.slot, value } });
  if (slot.expects === "yes_no") {
    return [fill(say(parts.phrases, "yes", language), "yes"), fill(say(parts.phrases, "no", language), "no")];
  }
  if (slot.expects === "place") return [sharePlace(form)];
  return slot.choices.map(({ value, title }) =>
    fill(title[language], slot.expects === "text" ? title[language] : value),
  );
}

/** "Skip" or "I don't know"; while a known value is being changed "remove" and "keep as it is". */
function leaveOut(form: Form, slot: Slot): Choice[] {
  const { phrases } = form.parts;
  const unsure = slot.expects === "choice" || slot.expects === "yes_no";
  const photos = slot.expects === "photo" && form.state.attachments.length > 0;
  const known = answerTo(form, slot) ? true : photos;
  const title = phrases[unsure ? "dont_know" : known ? "remove" : "skip"][form.language];
  const skip: Choice[] = slot.optional ? [{ title, wish: { kind: "skip", slot: slot.slot } }] : [];
  const keep: Choice = { title: phrases.keep[form.language], wish: { kind: "back" } };
  if (answerTo(form, slot) !== undefined) return [...skip, keep];
  // Back at the question about photos: those sent before are still there.
  const count = String(form.state.attachments.length);
  return photos ? [...skip, { ...keep, wish: { kind: "fill", slot: slot.slot, value: count } }] : skip;
}

/** Kinds of report to choose from, and "something else". */
export function askService(form: Form, slot: Slot, services: ServiceForm[], lead: string[] = []): Reply {
  const { phrases } = form.parts;
  const buttons = services.map(({ code, label }): Choice => {
    return { title: label[form.language], wish: { kind: "fill", slot: slot.slot, value: code } };
  });
  const other: Choice = {
    title: phrases.something_else[form.language],
    wish: { kind: "fill", slot: slot.slot, value: OTHER },
  };
  const keep: Choice = { title: phrases.keep[form.language], wish: { kind: "back" } };
  const last = form.state.service === undefined ? [other] : [other, keep];
  return reply([...lead, phrases.which_service[form.language]], [...buttons, ...last]);
}

/** Everything that will be sent, line by line, with send, change and cancel. */
export function summary(form: Form, lead: string[] = []): Reply {
  const { phrases } = form.parts;
  const { language } = form;
  const lines = changeable(form).map((slot) => `- ${slot.label[language]}: ${readBack(form, slot)}`);
  return reply(
    [...lead, phrases.summary[language], lines.join("\n"), phrases.summary_ask[language]],
    [
      { title: phrases.send[language], wish: { kind: "send" } },
      { title: phrases.change[language], wish: { kind: "change_something" } },
      { title: phrases.cancel[language], wish: { kind: "cancel" } },
    ],
  );
}

/** Longer answers are read back by their beginning; who wrote them knows the rest. */
const LONGEST_READ_BACK = 300;

/** The answer as the summary shows it. */
export function readBack(form: Form, slot: Slot): string {
  const text = quote(shown(form, slot, answerTo(form, slot) ?? ""));
  return text.length > LONGEST_READ_BACK ? `${[...text].slice(0, LONGEST_READ_BACK).join("").trimEnd()}…` : text;
}

/** One button per value, to choose what to change. */
export function whatToChange(form: Form, lead: string[] = []): Reply {
  const { phrases } = form.parts;
  const buttons = changeable(form).map((slot): Choice => {
    return { title: slot.label[form.language], wish: { kind: "change", slot: slot.slot } };
  });
  const keep: Choice = { title: phrases.keep[form.language], wish: { kind: "back" } };
  const cancel: Choice = { title: phrases.cancel[form.language], wish: { kind: "cancel" } };
  return reply([...lead, phrases.what_to_change[form.language]], [...buttons, keep, cancel]);
}

/** What is known so far and may be changed; the consent to file at all is no value of the report. */
export function changeable(form: Form): Slot[] {
  const consent = consents(form);
  return form.slots.filter((slot) => !consent.includes(slot) && answerTo(form, slot) !== undefined);
}

/** The present question again: a slot's, what to change, or the summary. */
export function askPresent(form: Form, slot: Slot | undefined, lead: string[] = []): Reply {
  const { asked } = form.state;
  if (asked === CHANGE) return whatToChange(form, lead);
  if ((asked === NEARBY || asked === NEARBY_SEND) && nearbyOf(form).length > 0) return nearbyReply(form, lead);
  return slot && asked !== CONFIRM ? ask(form, slot, lead) : summary(form, lead);
}

/** Instead of the question about photos once more, its buttons under what was said. */
export function waitForPhoto(form: Form, slot: Slot, lead: string[]): Reply {
  return reply([...lead, say(form.parts.phrases, "waiting_for_photo", form.language)], leaveOut(form, slot));
}
