import { fold } from "../conversation/fold";
import { isWord } from "./placeWords";
import { letterOf } from "./whenWords";

const WORD =
  "(?:tramwaj(?:u|em|e|ow|ami|owi|ach)?|autobus(?:u|em|y|ow|ami|owi|ie|ach)?|lini(?:a|i|e|ii|o|ach|ami)|nocn(?:y|ego|ym|a|ej|e|ych|ymi)|bus(?:em|a|y|ie|es)?|trams?|lines?|трамва(?:и|ю|я|ем|и)|автобус(?:и|у|а|ом|ив)?|лини(?:я|и|ю|ею)|(?:kontroler[a-zа-я]{0,2}|kierowc[a-zа-я]|motornicz[a-zа-я]{1,3}|rozklad[a-zа-я]{0,2}) (?:w|z|na|linii))";
const BETWEEN =
  "(?:nr|numer|numery|numerze|numerem|number|no|номер|linii|linia|linie|line|pospieszn[a-zа-я]{1,3}|aglomeracyjn[a-zа-я]{1,3}|nocn[a-zа-я]{1,3}|tramwajow[a-zа-я]{1,3}|autobusow[a-zа-я]{1,3}|mpk|ztp|лини(?:и|я)|маршруту?)";
const NUMBER = "[1-9]\\d{0,2}(?![a-zа-я\\d]|[.:/,-]\\d\\d|[ -]\\d{2,3}[ -]\\d\\d)";
const NEXT = "(?:, ?|/| ?(?:i|oraz|lub|albo|czy|a|z|and|or|та|и|або) (?:nr )?)";
const AFTER = new RegExp(
  `(?<![a-zа-я\\d])${WORD}[.,:]?(?: ${BETWEEN}\\.?){0,3} ?[№#:]? ?(${NUMBER}(?:${NEXT}${NUMBER}){0,8})(?: ?([a-zа-я]+|%))?`,
  "g",
);
// "179 znowu nie przyjechał"
const RUNS =
  "(?:(?:znow|znowu|nie|sie|ciagle|wiecznie|zawsze|czesto|juz|bedzie|beda) ){0,2}(?:jedzie|jezdz|kursuj|odjech|odjezdz|przyjech|przyjezdz|spozni|uciek)";
const BEFORE = new RegExp(
  `(?<![a-zа-я\\d./-]|\\d )(${NUMBER}) (?:(?:trams?|bus|buses|autobus|tramwaj)(?![a-zа-я])|${RUNS})`,
  "g",
);

/** Tram and bus lines named in a text, digits only, in order; only numbers beside a word for tram, bus or line. */
export function findLines(text: string, asFolded = fold(text)): string[] {
  if (!/\d/.test(text)) return [];
  const folded = asFolded.replace(/\s{1,3}/g, " ");
  const named = [...folded.matchAll(AFTER)].flatMap(([, numbers = "", next = ""]) => linesOf(numbers, next));
  const before = named.length > 0 ? [] : [...folded.matchAll(BEFORE)].map(([, number = ""]) => number);
  return [...new Set([...named, ...before])];
}

/** The last of them is no line when it counts something: "tramwaj 10 minut spóźniony". */
function linesOf(numbers: string, next: string): string[] {
  const lines = numbers.match(/\d+/g) ?? [];
  return isWord("counted", next) || next === "%" || /[UMc]/.test(letterOf(next, true)) ? lines.slice(0, -1) : lines;
}
