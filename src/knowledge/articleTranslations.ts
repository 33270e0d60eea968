import type { Source } from "../content/checkYaml";
import { type Folder, within } from "../content/folder";
import type { Mistake } from "../content/mistakes";
import { idOf, readTextFolder } from "../content/readFiles";
import { sectionNames } from "../conversation/reply";
import { headings, type OtherLanguage, type Sections } from "./article";
import { readSections } from "./articleBody";
import { fillOffices } from "./fillOffices";
import type { PublicOffice } from "./offices";

/** The Polish sections of every article, by its id, and what texts may take from `_offices.yaml`. */
type Known = { originals: Map<string, Sections>; offices: PublicOffice[] };

/** Reads `knowledge/<language>/`: the sections of translated articles by id, and everything wrong with them. */
export function readTranslations(
  folder: Folder,
  language: OtherLanguage,
  { originals, offices }: Known,
): { sections: Map<string, Sections>; mistakes: Mistake[] } {
  const read = readTextFolder(within(folder, language)).map((source) => ({
    id: idOf(source.file),
    ...readFilled(source, language, { original: originals.get(idOf(source.file)), offices }),
  }));
  return {
    sections: new Map(read.map(({ id, sections }) => [id, sections])),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  };
}

type Beside = { original: Sections | undefined; offices: PublicOffice[] };

function readFilled(source: Source, language: OtherLanguage, { original, offices }: Beside) {
  const { text, faults } = fillOffices(source.text, language, offices);
  const { file, firstLine } = source;
  const wrong = faults.map(({ line, message }) => ({ file, line: firstLine + line, field: "", message }));
  const { sections, mistakes } = readTranslation({ ...source, text }, language, original);
  return { sections, mistakes: [...wrong, ...mistakes] };
}

/** A translation says what its article says: neither a section less nor one more. */
function readTranslation({ file, text, firstLine }: Source, language: OtherLanguage, original?: Sections) {
  const { start, sections, lines, mistakes } = readSections(text, file, firstLine, language);
  const tell = (line: number, message: string) => mistakes.push({ file, line, field: "", message });
  if (start) tell(firstLine + firstWritten(text), "tekst przed pierwszą sekcją; tłumaczenie to same sekcje");
  if (!original) {
    tell(firstLine, `nie ma artykułu „${idOf(file)}”`);
    return { sections, mistakes };
  }
  for (const name of sectionNames) {
    const [polish, translated] = [headings.pl[name], headings[language][name]];
    const line = lines.get(name);
    if (line === undefined && name in original) tell(firstLine, `brakuje sekcji „${translated}” („${polish}”)`);
    if (line !== undefined && !(name in original))
      tell(line, `sekcja „${translated}”, a polski artykuł nie ma sekcji „${polish}”`);
  }
  return { sections, mistakes };
}

/** How many empty lines a text begins with. */
function firstWritten(text: string): number {
  return text.split("\n").findIndex((line) => line.trim() !== "");
}
