import { fold } from "../conversation/fold";
import { isWord } from "./placeWords";

/** Official names in the order of their numbers, each with its folded forms; a longer name shields the shorter one in it. */
const districts: [name: string, forms: string][] = [
  [
    "Stare Miasto",
    "star(?:e|ego|emu|ym) mi(?:asto|asta|astu|ascie|escie|astem)|old town|стар(?:е|ого|ому) мист(?:о|а|и|у)",
  ],
  ["Grzegórzki", "grzegorz(?:ki|kach|kom|kami|ek|kow)|гжегужк(?:и|ах)"],
  ["Prądnik Czerwony", "pradnik(?:a|u|owi|iem)? czerwon(?:y|ego|ym|emu)|прондник(?:у|а|ом)? червон(?:ии|ому|ого|им)"],
  ["Prądnik Biały", "pradnik(?:a|u|owi|iem)? bial(?:y|ego|ym|emu)|прондник(?:у|а|ом)? б(?:и|я)л(?:ии|ому|ого|им)"],
  ["Krowodrza", "krowodrz(?:a|y|e)(?! gork)|кроводж(?:а|и|у)"],
  ["Bronowice", "bronowic(?:e|ach|ami|om)?(?! wielki)|броновиц(?:е|ах|и|ях)"],
  ["Zwierzyniec", "zwierzyn(?:iec|ca|cu|cem|cowi)|звежин(?:ець|ци|ця|цем)"],
  ["Dębniki", "debnik(?:i|ach|ami|om|ow)?|дембник(?:и|ах)"],
  [
    "Łagiewniki-Borek Fałęcki",
    "lagiewnik(?:i|ach|ami|om|ow)?|bor(?:ek|ku|ka|kiem) faleck(?:i|im|iego)|лагевник(?:и|ах)",
  ],
  ["Swoszowice", "swoszowic(?:e|ach|ami|om)?|свошовиц(?:е|ах|и)"],
  ["Podgórze Duchackie", "podgorz(?:e|a|u|em) duchacki(?:e|ego|m|emu)|п[ио]дгуж[a-zа-я]{1,2} духацк[a-zа-я]{1,3}"],
  [
    "Bieżanów-Prokocim",
    "biezan(?:ow|owa|owie|owem|owowi)|prokocim(?:iu|ia|iem|owi)?|бежан(?:ув|ови|ова)|прокоцим(?:и|у|а)?",
  ],
  ["Podgórze", "podgorz(?:e|a|u|em)|п[ио]дгуж(?:е|и|у|а)"],
  ["Czyżyny", "czyzyn(?:y|ach|ami|om)?|чижин(?:и|ах)"],
  ["Mistrzejowice", "mistrzejowic(?:e|ach|ami|om)?|мистшеиовиц(?:е|ах|и)"],
  ["Bieńczyce", "bienczyc(?:e|ach|ami|om)?|беньчиц(?:е|ах|и)"],
  ["Wzgórza Krzesławickie", "wzgorz(?:a|ach|ami|om)? krzeslawick(?:ie|ich|im|imi)"],
  ["Nowa Huta", "now(?:a|ej) hu(?:ta|ty|cie|te)|нов(?:а|ии|ои|у|ою) [гх]ут(?:а|и|у|ою)"],
];

const NAMED = new RegExp(
  `(?<![a-zа-я\\d])(?<!(?:ul\\.?|ulic[ayieo]|zajezdni[aieę]|petl[aiey]|przystan(?:ek|ku)|stacj[aie]|вул\\.?|вулиц[яию]) )(?:${districts.map(([, forms]) => `(${forms})`).join("|")})(?![a-zа-я\\d])`,
);

const ROMAN = [
  "i",
  "ii",
  "iii",
  "iv",
  "v",
  "vi",
  "vii",
  "viii",
  "ix",
  "x",
  "xi",
  "xii",
  "xiii",
  "xiv",
  "xv",
  "xvi",
  "xvii",
  "xviii",
];
// "w czwartej dzielnicy", "dzielnica dwunasta"
const ORDINALS =
  `pierwsz drug trzeci czwart piat szost siodm osm dziewiat dziesiat jedenast dwunast trzynast czternast pietnast szesnast
  siedemnast osiemnast`.split(/\s+/);
const NUMBER = `(\\d{1,2}|[ivx]{1,5}|(?:${ORDINALS.join("|")})(?:a|ej|iej))`;
const WORD = "(?:dzielnic(?:a|y|e)|district|раион[иу]?)";
const NUMBERED = new RegExp(
  `(?<![a-zа-я\\d])(?:(?:${WORD}(?:,? (?:nr|numer|no|№))?\\.?|dz\\.) ?${NUMBER}|${NUMBER} ${WORD})(?![a-zа-я\\d/.-]?\\d|[a-zа-я])(?: ([a-zа-я]+))?`,
);

/** The official name of the district a text names in any case, or by its number; undefined if none. */
export function findDistrict(text: string, asFolded = fold(text)): string | undefined {
  const folded = asFolded.replace(/[\s\u2010-\u2014-]{1,3}/g, " ");
  const named = NAMED.exec(folded);
  if (named) return districts[named.findIndex((form, group) => group > 0 && form !== undefined) - 1]?.[0];
  const [, after, before, next = ""] = NUMBERED.exec(folded) ?? [];
  const number = after ?? before;
  const counts = number !== undefined && /^\d/.test(number) && isWord("counted", next);
  return number === undefined || counts ? undefined : districts[numberOf(number) - 1]?.[0];
}

function numberOf(said: string): number {
  if (/^\d/.test(said)) return Number(said);
  const roman = ROMAN.indexOf(said);
  return (roman >= 0 ? roman : ORDINALS.findIndex((ordinal) => said.startsWith(ordinal))) + 1;
}
