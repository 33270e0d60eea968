import type { DialogState } from "../conversation/conversation";
import type { Language } from "../conversation/language";
import type { Slot } from "../conversation/slot";
import { wordsOf } from "../conversation/words";
import { acknowledge } from "./acknowledge";
import { answer, correct } from "./answer";
import { answerNearby, follow, notTheSame } from "./answerNearby";
import { answerPlaceQuestion, pickPlace } from "./answerPlace";
import { likely, withTold } from "./answerService";
import { reply, waitForPhoto } from "./ask";
import { CHANGE, CONFIRM, type DialogParts, type Heard, NEARBY_SEND, OTHER, type Progress } from "./dialogParts";
import { enterService, offerServices } from "./enterService";
import { finish } from "./finish";
import { askedSlot, type Form, moved, nextSlot, openForm } from "./form";
import { goOn, stay } from "./goOn";
import { keeping } from "./keptVersions";
import { miss } from "./miss";
import { back, cancel, change, changeSomething, fill, insist, resume, skip, why } from "./moves";
import { nearbyOf, showNearby } from "./nearby";
import { keepPhotos } from "./photos";
import { say } from "./phrases";
import { houseNumberIn, withFoundPlace } from "./place";
import { readAnswer } from "./readAnswer";
import { type Move, readMove } from "./readMove";
import { readCorrections, readTold, takeAnswers, withoutContact } from "./takeAnswers";

/** Begins a dialog with what its first message already tells. A pressed button tells nothing: its `text` is empty. */
export function startDialog(
  parts: DialogParts,
  dialog: string,
  service: string | undefined,
  said: Heard,
  language: Language,
): Progress {
  const heard = withFoundPlace(said);
  const empty: DialogState = { dialog, answers: {}, attachments: [], answered: [], missed: 0 };
  const opened = openForm(parts, empty, language, heard.about);
  if (!opened) throw new Error(`no dialog ${dialog}`);
  const { form, notes } = keepPhotos(opened, heard);
  const known = parts.services.get(service ?? opened.dialog.service ?? "");
  if (known) return keepingVersions(enterService(form, known, heard, notes), form);
  const slot = form.slots.find(({ expects }) => expects === "service");
  const started = slot ? startWithoutService(form, slot, heard, notes) : startWith(form, heard, notes);
  return keepingVersions(started, form);
}

/** One message further. */
export function continueDialog(parts: DialogParts, state: DialogState, said: Heard, language: Language): Progress {
  const heard = withFoundPlace(said);
  const opened = openForm(parts, state, language, heard.about);
  if (!opened) return { kind: "cancelled", replies: [reply([say(parts.phrases, "outdated", language)])] };
  const { form, notes } = keepPhotos(opened, heard);
  const about = answerPlaceQuestion(form, heard, notes) ?? answerNearby(form, heard, notes);
  return keepingVersions(about ?? carryOut(readMove(form, heard), form, heard, notes), form);
}

/** A dialog goes on with the questions it was begun with, whatever editors change meanwhile. */
function keepingVersions(progress: Progress, { parts }: Form): Progress {
  return "state" in progress ? { ...progress, state: keeping(progress.state, parts) } : progress;
}

/** Whether a text reads as an answer to the question asked, so that the policy can tell it from a question in the middle. */
export function fits(
  parts: DialogParts,
  state: DialogState,
  said: Heard,
  language: Language,
): "surely" | "maybe" | "no" {
  const heard = withFoundPlace(said);
  const form = openForm(parts, state, language, heard.about);
  if (!form) return "no";
  if (state.place?.question === "number" && houseNumberIn(heard.text) !== undefined) return "surely";
  if (heard.attachments.length > 0 || readMove(form, heard).kind !== "answer") return "surely";
  const asks = /\?\s*$/.test(heard.text);
  if (saysSurely(form, heard)) return asks ? "maybe" : "surely";
  if (asks) return "no";
  return Object.keys(takeAnswers(form, heard)).length > 0 || heard.services?.length ? "maybe" : "no";
}

/** Whether the text is one of the answers the question itself names, and not a word more. */
export function answersToTheWord(parts: DialogParts, state: DialogState, text: string, language: Language): boolean {
  const form = openForm(parts, state, language, {});
  const said = wordsOf(text);
  const choices = (form && askedSlot(form)?.choices) ?? [];
  return choices
    .flatMap(({ words, answers, title }) => [...words, ...answers, title[language]])
    .some((phrase) => said.length > 1 && wordsOf(phrase).join(" ") === said.join(" "));
}

function saysSurely(form: Form, heard: Heard): boolean {
  if (form.state.asked === CONFIRM) return Object.keys(readCorrections(form, heard)).length > 0;
  const slot = askedSlot(form);
  if (!slot || slot.expects === "text" || slot.expects === "service") return false;
  if (slot.expects === "place") return heard.entities.place !== undefined;
  return readAnswer(form.parts.commands, slot, heard) !== undefined;
}

function carryOut(move: Move, form: Form, heard: Heard, lead: string[]): Progress {
  switch (move.kind) {
    case "answer":
      return answer(form, move.text === undefined ? heard : { ...heard, text: move.text }, lead);
    case "fill":
      return fill(form, move.slot, move.value, { ...heard, text: "" }, lead);
    case "skip":
      return skip(form, move.slot, lead);
    case "change":
      return change(form, move.slot, lead);
    case "correct":
      return correct(form, move.values, heard, lead);
    case "change_something":
      return changeSomething(form, lead);
    case "place":
      return pickPlace(form, move.value, lead);
    case "follow":
      return nearbyOf(form).some(({ id }) => id === move.id) ? follow(form, move.id) : stay(form, lead);
    case "not_the_same":
      return notTheSame(form, lead);
    case "wait_for_photo":
      return waiting(form, lead);
    case "insist":
      return insisting(form, lead);
    case "unclear":
      return miss(form, lead);
    case "why":
      return why(form, lead);
    case "back":
      return back(form, lead);
    case "resume":
      return resume(form, lead);
    case "cancel":
      return cancel(form);
    case "human":
      return { kind: "needs_human", reason: "asked_for_human", state: form.state, replies: [] };
    case "send":
      return send(form, lead);
  }
}

/** Sends only what the resident has seen summed up. */
function send(form: Form, lead: string[]): Progress {
  const { asked } = form.state;
  if ((asked === CONFIRM || asked === CHANGE) && nextSlot(form) === undefined)
    return nearbyOf(form).length > 0 ? showNearby(form, lead, NEARBY_SEND) : finish(form, lead);
  const slot = askedSlot(form);
  return slot?.optional ? skip(form, slot.slot, lead) : stay(form, lead);
}

function waiting(form: Form, lead: string[]): Progress {
  const slot = askedSlot(form);
  if (!slot) return stay(form, lead);
  return { kind: "asking", state: form.state, replies: [waitForPhoto(form, slot, lead)] };
}

function insisting(form: Form, lead: string[]): Progress {
  const slot = askedSlot(form);
  return slot ? insist(form, slot, lead) : stay(form, lead);
}

function startWithoutService(form: Form, slot: Slot, heard: Heard, notes: string[]): Progress {
  // "I want to report something" is no matter of its own yet.
  const services = likely(form, heard).filter(({ code }) => code !== OTHER);
  const [only, second] = services;
  if (only && !second) return enterService(form, only, heard, notes);
  if (only) return offerServices(withTold(form, slot, heard), slot, services, notes);
  const taken = takeAnswers(form, heard);
  const next = moved(form, { answers: taken });
  return goOn(next, [...notes, ...acknowledge(next, taken, undefined)]);
}

function startWith(form: Form, heard: Heard, notes: string[]): Progress {
  const taken = withoutContact(form, { ...readTold(form, heard), ...takeAnswers(form, heard) }, heard);
  const next = moved(form, { answers: taken });
  return goOn(next, [...notes, ...acknowledge(next, taken, undefined)]);
}
