import { checkYaml } from "./content/checkYaml";
import { type Folder, sourceOf, within } from "./content/folder";
import { ContentError } from "./content/mistakes";
import type { Language } from "./conversation/language";
import { type BotPhrases, Phrases } from "./turn/phrases/phrases";

/** The bot's own words, `_bot.<language>.yaml` in the folder of dialogs; mistakes of all languages are thrown together. */
export function loadBotPhrases(folder: Folder): BotPhrases {
  const read = (language: Language) => checkYaml(sourceOf(within(folder, `_bot.${language}.yaml`)), Phrases);
  const [pl, en, uk] = [read("pl"), read("en"), read("uk")];
  if (pl.piece && en.piece && uk.piece) return { pl: pl.piece.value, en: en.piece.value, uk: uk.piece.value };
  throw new ContentError([pl, en, uk].flatMap(({ mistakes }) => mistakes));
}
