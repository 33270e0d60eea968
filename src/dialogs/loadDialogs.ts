import type { Piece } from "../content/checkYaml";
import { type Folder, within } from "../content/folder";
import { complain, type Mistake } from "../content/mistakes";
import { idOf, readYamlFile, readYamlFolder } from "../content/readFiles";
import type { Example } from "../conversation/understanding";
import { Commands } from "./commands";
import { Dialog } from "./dialog";
import type { Dialogs } from "./dialogParts";
import { Phrases } from "./phrases";

/** Every dialog of the folder, with the commands and phrases they share. */
export function loadDialogs(folder: Folder): Dialogs {
  const commands = readYamlFile(within(folder, "_commands.yaml"), Commands);
  const phrases = readYamlFile(within(folder, "_phrases.yaml"), Phrases);
  const pieces = readYamlFolder(folder, Dialog);
  complain(pieces.flatMap(mistakesIn));
  return { dialogs: new Map(pieces.map(({ value }) => [value.id, value])), commands, phrases };
}

function mistakesIn(piece: Piece<Dialog>): Mistake[] {
  const { value, file, mistake } = piece;
  const mistakes: Mistake[] = [];
  if (value.id !== idOf(file)) mistakes.push(mistake(["id"], "id musi być takie jak nazwa pliku"));
  const thanked = value.finishes_with === "tell_status" || value.thanks !== undefined;
  if (!thanked) mistakes.push(mistake(["thanks"], "ten dialog wymaga podziękowania"));
  const withNumber = Object.values(value.thanks ?? {}).every((text) => text.includes("{service_request_id}"));
  if (value.finishes_with === "file_service_request" && !withNumber) {
    mistakes.push(mistake(["thanks"], "podziękowanie podaje {service_request_id} w każdym języku"));
  }
  return [...mistakes, ...mistakesInSteps(piece)];
}

function mistakesInSteps({ value, mistake }: Piece<Dialog>): Mistake[] {
  const names = value.steps.map((step) => ("slot" in step ? step.slot : undefined));
  return value.steps.flatMap((step, i) => {
    if (!("slot" in step)) return [];
    if (names.indexOf(step.slot) !== i) return [mistake(["steps", i, "slot"], "to pytanie już jest wyżej")];
    const fewChoices = step.expects === "choice" && step.choices.length < 2;
    return fewChoices ? [mistake(["steps", i, "expects"], "wybór wymaga co najmniej dwóch odpowiedzi")] : [];
  });
}

/** A keyword alone says less than a sentence. */
const KEYWORD_WEIGHT = 0.5;

/** What the classifier can learn about the dialogs themselves. */
export function dialogExamples({ dialogs }: Dialogs): Example[] {
  return [...dialogs.values()].flatMap(({ id, examples, keywords }) => {
    const intent = { kind: "dialog", id } as const;
    const sentences = [...examples.pl, ...examples.en, ...examples.uk].map((text) => ({ text, intent }));
    return [...sentences, ...keywords.map((text) => ({ text, intent, weight: KEYWORD_WEIGHT }))];
  });
}
