import type { Slot } from "../conversation/slot";
import { wordsOf } from "../conversation/words";
import { changeable } from "./ask";
import type { Heard } from "./dialogParts";
import { answerTo, askedSlot, type Form } from "./form";
import { readAnswer, readUnasked } from "./readAnswer";

/** Values understood in one message, by slot, in the order of the questions. */
export type Taken = Record<string, string>;

/** Everything the message answers: the question asked, and others only where nothing else can be meant. */
export function takeAnswers(form: Form, heard: Heard): Taken {
  const asked = askedSlot(form);
  const open = form.slots.filter((slot) => slot !== asked && answerTo(form, slot) === undefined);
  const early = readEach(form, open, heard);
  const answer = asked && readAnswer(form.parts.commands, asked, withoutPlace(asked, heard));
  if (!asked || answer === undefined) return early;
  if (asked.expects !== "place") return inOrder(form, { ...early, [asked.slot]: answer });
  return inOrder(form, withPlace(asked, answer, early, heard));
}

/** What contradicts the values known so far and was said plainly: "to jednak na Krótkiej 5". */
export function readCorrections(form: Form, heard: Heard): Taken {
  const said = readEach(form, changeable(form), heard);
  return Object.fromEntries(Object.entries(said).filter(([slot, value]) => form.state.answers[slot] !== value));
}

/** The first message answers the free question that wants it, if it says enough and more than a place. */
export function readTold(form: Form, { text, entities }: Heard): Taken {
  const said = text.trim();
  const beside = wordsOf(entities.place === undefined ? said : said.replace(entities.place, " "));
  const fits = ({ told_in_words: least = Number.POSITIVE_INFINITY }: Slot) =>
    beside.length > 0 && wordsOf(said).length >= least;
  const slot = form.slots.find((candidate) => candidate.expects === "text" && fits(candidate));
  return slot ? { [slot.slot]: said } : {};
}

/** Answers as they may be kept: a phone or an e-mail told in passing is kept only as the contact. */
export function withoutContact(form: Form, taken: Taken, { entities }: Heard): Taken {
  const texts = form.slots.filter(({ expects }) => expects === "text").map(({ slot }) => slot);
  const { phone, email } = entities;
  const cut = (text: string) => {
    const left = email === undefined ? text : text.replaceAll(email, "…");
    return phone === undefined ? left : left.replace(asTyped(phone), "…");
  };
  const hasContact = form.slots.some(({ expects }) => ["contact", "phone", "email"].includes(expects));
  if (!hasContact) return taken;
  const kept = Object.entries(taken).map(([slot, text]) => [slot, texts.includes(slot) ? cut(text) : text] as const);
  // A text that was nothing but the contact answers nothing else.
  return Object.fromEntries(kept.filter(([slot, text]) => text === taken[slot] || /[\p{L}\p{N}]/u.test(text)));
}

/** The phone however its digits were grouped. */
function asTyped(phone: string): RegExp {
  const digits = phone.replace(/\D/g, "").slice(-9).split("").join("[\\s.()/-]{0,3}");
  return new RegExp(`(?:(?:\\+|00)\\s?48[\\s.()/-]{0,3})?${digits}`, "gu");
}

/**
 * A place without a recognised address could be anything: with another answer in it ("jest duża") it is that answer,
 * unless a number makes it an address ("Duża 5"). A place in a longer message leaves the rest for the description.
 */
function withPlace(asked: Slot, answer: string, early: Taken, heard: Heard): Taken {
  const { place } = heard.entities;
  const others = Object.keys(early).length > 0;
  if (place !== undefined) return { ...early, [asked.slot]: others ? place : answer };
  if (!others) return { [asked.slot]: answer };
  return /\d/.test(heard.text) ? { [asked.slot]: answer } : early;
}

function readEach({ parts }: Form, slots: Slot[], heard: Heard): Taken {
  const found = slots.map((slot) => [slot.slot, readUnasked(parts.commands, slot, withoutPlace(slot, heard))] as const);
  return Object.fromEntries(found.flatMap(([slot, value]) => (value === undefined ? [] : [[slot, value]])));
}

/** Street names are words too: "ulica Mała 3" says nothing about the size. */
function withoutPlace(slot: Slot, heard: Heard): Heard {
  const { place } = heard.entities;
  if (slot.expects !== "choice" || place === undefined) return heard;
  return { ...heard, text: heard.text.replace(place, " · ") };
}

function inOrder(form: Form, taken: Taken): Taken {
  const known = form.slots.flatMap(({ slot }) => (slot in taken ? [[slot, taken[slot] ?? ""] as const] : []));
  return Object.fromEntries(known);
}
