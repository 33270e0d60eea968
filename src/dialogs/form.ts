import type { DialogState } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { ServiceForm, Slot } from "../conversation/slot";
import type { Dialog, Step } from "./dialog";
import type { AboutPlace, DialogParts } from "./dialogParts";
import { partsOf } from "./keptVersions";
import { sayPlace, settlePlace } from "./place";

/** A dialog in one state: the questions that belong to it now, and what is known. */
export type Form = {
  parts: DialogParts;
  language: Language;
  dialog: Dialog;
  service: ServiceForm | undefined;
  slots: Slot[];
  state: DialogState;
  about: AboutPlace;
};

/** Undefined when editors have removed the dialog or the service since, and what it was begun with was not kept. */
export function openForm(
  present: DialogParts,
  state: DialogState,
  language: Language,
  about: AboutPlace = {},
): Form | undefined {
  const parts = partsOf(state, present);
  const dialog = parts.dialogs.get(state.dialog);
  const service = state.service === undefined ? undefined : parts.services.get(state.service);
  if (!dialog || (state.service !== undefined && !service)) return undefined;
  const asked = dialog.steps.flatMap((step) => slotsOf(step, service));
  const wanted = asked.filter(({ expects }) => expects !== "photo" || wantsPhotos(service, state));
  const slots = service?.describe_first ? describedFirst(wanted) : wanted;
  return { parts, language, dialog, service, slots, state, about };
}

function describedFirst(slots: Slot[]): Slot[] {
  const place = slots.findIndex(({ expects }) => expects === "place");
  const described = slots.filter(({ told_in_words }) => told_in_words !== undefined);
  const others = slots.filter((slot) => !described.includes(slot));
  return place === -1 ? slots : others.toSpliced(place, 0, ...described);
}

/** Photos that came unasked are kept where none is asked for. */
function wantsPhotos(service: ServiceForm | undefined, state: DialogState): boolean {
  return service?.photo?.asked !== false || state.attachments.length > 0;
}

function slotsOf(step: Step, service: ServiceForm | undefined): Slot[] {
  switch (step.step) {
    case "confirm":
      return [];
    case "ask_of_service":
      return service?.questions ?? [];
    case "ask_if_immediate":
      return service?.kind === "immediate" ? [slotIn(step)] : [];
    case "ask":
      return [adapted(slotIn(step), service)];
  }
}

function slotIn({ step, ...slot }: Extract<Step, { slot: string }>): Slot {
  return slot;
}

/** The general question in the service's own words. */
function adapted(slot: Slot, service: ServiceForm | undefined): Slot {
  if (slot.expects === "place" && service?.place) {
    return { ...slot, ask: service.place.ask ?? slot.ask, optional: service.place.optional || slot.optional };
  }
  if (slot.expects === "photo") return { ...slot, ask: service?.photo?.ask ?? slot.ask };
  if (slot.slot !== "description" || !service) return slot;
  const { pl, en, uk } = slot.ask;
  const { hint } = service;
  return { ...slot, ask: { pl: `${pl} ${hint.pl}`, en: `${en} ${hint.en}`, uk: `${uk} ${hint.uk}` } };
}

/** The answer as stored; undefined when the question is still open. An empty string means skipped. */
export function answerTo({ state }: Pick<Form, "state">, slot: Slot): string | undefined {
  if (slot.expects === "service") return state.service;
  const answer = state.answers[slot.slot];
  if (slot.expects !== "choice" || answer === undefined || answer === "") return answer;
  return slot.choices.some(({ value }) => value === answer) ? answer : undefined;
}

/** The first question that is still open. */
export function nextSlot(form: Form): Slot | undefined {
  return form.slots.find((slot) => answerTo(form, slot) === undefined);
}

/** The slot of the last question. */
export function askedSlot(form: Form): Slot | undefined {
  return form.slots.find(({ slot }) => slot === form.state.asked);
}

/** The answer in words a resident reads. */
export function shown(form: Form, slot: Slot, answer: string): string {
  const { parts, language } = form;
  if (answer === "") return parts.phrases.skipped[language];
  if (slot.expects === "service") return parts.services.get(answer)?.label[language] ?? answer;
  if (slot.expects === "yes_no") return parts.phrases[answer === "yes" ? "yes" : "no"][language];
  if (slot.expects === "place") return sayPlace(form.state.place, answer);
  if (slot.expects === "contact" || slot.expects === "phone") return inGroups(answer);
  return slot.choices.find(({ value }) => value === answer)?.title[language] ?? answer;
}

/** A phone number as people read it, an e-mail address as it is. */
function inGroups(contact: string): string {
  return contact.replace(/(?<![\d\p{L}@._-])(\+\d{2})?(\d{3})(\d{3})(\d{3})(?![\d\p{L}@._-])/gu, (_, code, ...rest) =>
    [code ?? [], ...rest.slice(0, 3)].flat().join(" "),
  );
}

/** The form after a change of its state; its questions follow the service, and what is known of its place the answer. */
export function moved(form: Form, change: Partial<DialogState>): Form {
  const state = { ...form.state, ...change };
  const next = openForm(form.parts, state, form.language, form.about) ?? { ...form, state };
  if ("place" in change) return next;
  const slot = placeSlot(next);
  const said = slot && answerTo(next, slot);
  const place = settlePlace(said, { known: state.place, places: form.about.places ?? [], isOver: "asked" in change });
  return place === state.place ? next : { ...next, state: { ...next.state, place } };
}

/** The question about the place, if the dialog has one. */
export function placeSlot({ slots }: Pick<Form, "slots">): Slot | undefined {
  return slots.find(({ expects }) => expects === "place");
}

/** The slots answered by questions, in that order, once this one was answered too. */
export function answeredWith({ state }: Pick<Form, "state">, slot: string): string[] {
  return [...state.answered.filter((other) => other !== slot), slot];
}

/** The questions whether to file at all, of matters a phone call serves better. */
export function consents({ dialog, slots }: Form): Slot[] {
  const names = dialog.steps.flatMap((step) => (step.step === "ask_if_immediate" ? [step.slot] : []));
  return slots.filter(({ slot }) => names.includes(slot));
}
