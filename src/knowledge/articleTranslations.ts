import { join } from "node:path";
import type { Source } from "../content/checkYaml";
import type { Mistake } from "../content/mistakes";
import { idOf, readTextFolder } from "../content/readFiles";
import { sectionNames } from "../conversation/reply";
import { headings, type OtherLanguage, type Sections } from "./article";
import { readSections } from "./articleBody";

/** The Polish sections of every article, by its id. */
type Originals = Map<string, Sections>;

/** Reads `knowledge/<language>/`: the sections of translated articles by id, and everything wrong with them. */
export function readTranslations(
  folder: string,
  language: OtherLanguage,
  originals: Originals,
): { sections: Map<string, Sections>; mistakes: Mistake[] } {
  const read = readTextFolder(join(folder, language)).map((source) => ({
    id: idOf(source.file),
    ...readTranslation(source, language, originals.get(idOf(source.file))),
  }));
  return {
    sections: new Map(read.map(({ id, sections }) => [id, sections])),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  };
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
