import type { DialogPlace, KnownPlace } from "../conversation/conversation";
import type { Slot } from "../conversation/slot";
import { wordsOf } from "../conversation/words";
import { acknowledge } from "./acknowledge";
import { ask } from "./ask";
import { type CommandKind, readCommand } from "./commands";
import { type Heard, LONGEST_PLACE, type Progress } from "./dialogParts";
import { answeredWith, type Form, moved, placeSlot } from "./form";
import { goOn, stay } from "./goOn";
import { miss } from "./miss";
import { say } from "./phrases";
import { houseNumberIn, known } from "./place";
import { takeAnswers } from "./takeAnswers";

/** The buttons under a question about a place; candidates have their index. */
const AS_SAID = "as_said";
const ENOUGH = "enough";
const INSIDE = "inside";
const ELSEWHERE = "elsewhere";
const PHOTO = "photo";

/** A pressed button about the place. */
export function pickPlace(form: Form, value: string, lead: string[]): Progress {
  const slot = placeSlot(form);
  if (!slot) return stay(form, lead);
  if (value === PHOTO) return takePhotoPlace(form, slot, lead);
  if (value === ELSEWHERE) return askElsewhere(form, slot, lead);
  const { place } = form.state;
  if (!place) return stay(form, lead);
  const { candidates, whose, ...kept } = place;
  const chosen = candidates?.[Number(value)];
  if (chosen) return settle(form, slot, { ...kept, found: withPoint(chosen, form) }, lead);
  if (value === INSIDE) return settle(form, slot, { ...kept }, lead);
  return value === AS_SAID || value === ENOUGH ? leave(form, slot, place, lead) : stay(form, lead);
}

/** What was typed to an open question about the place; undefined when it names another place or is about something else. */
export function answerPlaceQuestion(form: Form, heard: Heard, lead: string[]): Progress | undefined {
  const slot = placeSlot(form);
  const { place } = form.state;
  if (!slot || !place?.question || form.state.asked !== slot.slot || heard.wish) return undefined;
  const command = readCommand(form.parts.commands, heard.text);
  const says = (...kinds: CommandKind[]) => command?.rest === "" && kinds.includes(command.kind);
  switch (place.question) {
    case "which": {
      const [only, second] = place.candidates ?? [];
      if (says("yes", "send") && only && !second) return pickPlace(form, "0", lead);
      return says("yes", "no", "dont_know", "skip") ? leave(form, slot, place, lead) : undefined;
    }
    case "number":
      if (says("yes", "no", "dont_know", "skip", "send")) return leave(form, slot, place, lead);
      return command ? undefined : moreExactly(form, slot, heard, lead);
    case "outside":
      if (/krak[oó]w|краков/iu.test(heard.text)) return pickPlace(form, INSIDE, lead);
      return command && !says("yes", "no", "dont_know", "skip", "send") ? undefined : elsewhere(form, heard, lead);
  }
}

/** A number or a landmark beside the street that is known already. */
function moreExactly(form: Form, slot: Slot, heard: Heard, lead: string[]): Progress | undefined {
  const { place } = form.state;
  const { found } = place ?? {};
  if (!place || !found) return undefined;
  const number = houseNumberIn(heard.text);
  const [named] = heard.about?.places ?? [];
  if (number !== undefined && found.source === "street") {
    // The flat stays in the resident's own words: an address is read by everybody.
    const text = `${found.text} ${number.split("/")[0]}`;
    const located = named?.text === text ? known(named) : withoutPoint(found);
    return settle(
      form,
      slot,
      { ...place, said: `${place.said} ${number}`, found: { ...located, text, source: "address" } },
      lead,
    );
  }
  if (named && (named.known || named.outside)) return undefined;
  const landmark = heard.text.trim();
  if (!/\p{L}{3}/u.test(landmark) || /\?\s*$/.test(landmark) || answersAnother(form, slot, heard)) return undefined;
  const said = `${place.said}, ${landmark}`.slice(0, LONGEST_PLACE);
  return settle(form, slot, { ...place, said, found: { ...found, detail: landmark } }, lead);
}

/** "Bardzo duża" is no landmark but the size of the hole; "przy dużej bramie" is one. */
function answersAnother(form: Form, slot: Slot, heard: Heard): boolean {
  const [first = ""] = wordsOf(heard.text);
  if (/\d/.test(heard.text) || form.parts.commands.vague_place.includes(first)) return false;
  return Object.keys(takeAnswers(form, heard)).some((taken) => taken !== slot.slot);
}

/** Outside the city only another place, "it is in Kraków" or giving up leads on. */
function elsewhere(form: Form, heard: Heard, lead: string[]): Progress | undefined {
  const names = heard.entities.place !== undefined || (heard.about?.places ?? []).length > 0;
  return names ? undefined : miss(form, lead, say(form.parts.phrases, "place_outside_again", form.language));
}

/** Nothing more is known of it: the dialog goes on with what there is. */
function leave(form: Form, slot: Slot, place: DialogPlace, lead: string[]): Progress {
  const { candidates: _, ...kept } = place;
  return settle(form, slot, kept, lead, false);
}

function settle(form: Form, slot: Slot, settled: DialogPlace, lead: string[], tell = true): Progress {
  const { question: _, ...place } = settled;
  const next = moved(form, {
    answers: { ...form.state.answers, [slot.slot]: place.said },
    answered: answeredWith(form, slot.slot),
    place,
    photoPlace: undefined,
  });
  const said = tell ? acknowledge(next, { [slot.slot]: place.said }, undefined) : [];
  return goOn(next, [...lead, ...said]);
}

function takePhotoPlace(form: Form, slot: Slot, lead: string[]): Progress {
  const { photoPlace } = form.state;
  if (!photoPlace) return stay(form, lead);
  return settle(form, slot, { said: photoPlace.text, found: photoPlace, asked: [] }, lead);
}

function askElsewhere(form: Form, slot: Slot, lead: string[]): Progress {
  const next = moved(form, { asked: slot.slot, missed: 0, photoPlace: undefined });
  return { kind: "asking", state: next.state, replies: [ask(next, slot, lead)] };
}

/** The register may know where the chosen street is. */
function withPoint(chosen: KnownPlace, { about }: Form): KnownPlace {
  const named = about.places?.find(({ text }) => text === chosen.text);
  return named ? { ...chosen, ...known(named) } : chosen;
}

function withoutPoint({ point: _, accuracyMetres: __, ...place }: KnownPlace): KnownPlace {
  return place;
}
