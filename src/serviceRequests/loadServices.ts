import type { Piece } from "../content/checkYaml";
import { type Folder, within } from "../content/folder";
import { complain, type Mistake } from "../content/mistakes";
import { idOf, readYamlFolder } from "../content/readFiles";
import { versionOf } from "../content/versionOf";
import { type Service, ServiceFile } from "./service";
import { loadUnits, type Unit } from "./units";

/** Every kind of report of the folder `dialogs`, checked also against its units and against one another. */
export function loadServices(folder: Folder): Service[] {
  const units = loadUnits(folder);
  const pieces = readYamlFolder(within(folder, "services"), ServiceFile);
  complain([...pieces.flatMap((piece) => mistakesIn(piece, units)), ...repeatedExamples(pieces)]);
  return pieces.map(({ value }) => ({ ...value, version: versionOfFile(value) }));
}

/** A file that did not change is the same value as the last time. */
const versions = new WeakMap<ServiceFile, string>();

function versionOfFile(service: ServiceFile): string {
  const version = versions.get(service) ?? versionOf(service);
  versions.set(service, version);
  return version;
}

function mistakesIn(piece: Piece<ServiceFile>, units: ReadonlyMap<string, Unit>): Mistake[] {
  const { value, file, mistake } = piece;
  const mistakes: Mistake[] = [];
  if (value.code !== idOf(file)) mistakes.push(mistake(["code"], "kod musi być taki jak nazwa pliku"));
  if (!units.has(value.unit)) mistakes.push(mistake(["unit"], `nie ma jednostki ${value.unit}`));
  const explained = value.kind === "formal" || value.kind === "redirect";
  if (explained && !value.explain) mistakes.push(mistake(["explain"], "ten rodzaj wymaga wyjaśnienia"));
  if (value.kind === "immediate" && !value.urgent?.always) {
    mistakes.push(mistake(["urgent", "always"], "sprawa na już zawsze zaczyna się od telefonu"));
  }
  return [...mistakes, ...mistakesInUnits(piece, units), ...mistakesInQuestions(piece)];
}

function mistakesInUnits({ value, mistake }: Piece<ServiceFile>, units: ReadonlyMap<string, Unit>): Mistake[] {
  return value.other_units.flatMap(({ unit, when = {} }, i) => {
    const unknown = units.has(unit) ? [] : [mistake(["other_units", i, "unit"], `nie ma jednostki ${unit}`)];
    const impossible = Object.entries(when).filter(([slot, answer]) => !canBeAnswered(value, slot, answer));
    const told = impossible.map(([slot, answer]) =>
      mistake(["other_units", i, "when", slot], `nie ma pytania ${slot} z odpowiedzią ${answer}`),
    );
    return [...unknown, ...told];
  });
}

/** Whether the kind of report asks this question and offers this answer. */
export function canBeAnswered(service: Pick<ServiceFile, "questions">, name: string, answer: string): boolean {
  const question = service.questions.find(({ slot }) => slot === name);
  if (question?.expects === "yes_no") return answer === "yes" || answer === "no";
  return question?.choices.some(({ value }) => value === answer) ?? false;
}

function mistakesInQuestions({ value, mistake }: Piece<ServiceFile>): Mistake[] {
  return value.questions.flatMap((question, i) => {
    const first = value.questions.findIndex(({ slot }) => slot === question.slot);
    if (first !== i) return [mistake(["questions", i, "slot"], "to pytanie już jest wyżej")];
    const fewChoices = question.expects === "choice" && question.choices.length < 2;
    return fewChoices ? [mistake(["questions", i, "expects"], "wybór wymaga co najmniej dwóch odpowiedzi")] : [];
  });
}

/** The same sentence cannot teach two kinds of report. */
function repeatedExamples(pieces: Piece<ServiceFile>[]): Mistake[] {
  const seen = new Map<string, string>();
  return pieces.flatMap(({ value, file, mistake }) =>
    (["pl", "en", "uk"] as const).flatMap((language) =>
      value.examples[language].flatMap((text, i) => {
        const key = text.toLowerCase();
        const other = seen.get(key);
        seen.set(key, file);
        return other ? [mistake(["examples", language, i], `ten przykład jest już w ${other}`)] : [];
      }),
    ),
  );
}
