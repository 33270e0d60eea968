import { fold, tidy } from "../conversation/fold";
import { isWord } from "./placeWords";

const WORD =
  "(?:latarn(?:ia|i|ie|ii|iach|io)|lamp(?:a|y|e|ie)|slup(?:a|ie|em|ek|y|owi)?|slupk(?:a|u|iem)|opraw(?:a|y|e|ie)|lamp ?posts?|posts?|lamps?|street ?lights?|(?:light|lamp) poles?|pole(?= n)|лихтар(?:я|и|ем|ь)?|стовп(?:а|и|ом|у)?|опор(?:а|и|у))";
// What may stand between the lamp and its number; house numbers have a street there.
const KIND =
  "(?:oswietlen[a-zа-я]{1,8}|uliczn[a-zа-я]{1,3}|lamp[a-zа-я]|latarni|trakcyjn[a-zа-я]{1,3}|parkow[a-zа-я]{1,3}|ta|ten|jest)";
const MARKED =
  "(?:oznaczon[a-zа-я]{1,3}|opisan[a-zа-я]{1,3}|jako|widnieje|tabliczka|naklejka|marked|numbered|позначен[a-zа-я]{1,3})";
const LEADING = "(?:o|z|ze|to|ma|jest|jego|jej|pod|na|nim|niej|with|the|is|has|its|з|пид|мае)";
const NR = "(?:nr|numer|numerem|numerze|numeru|numerek|no|number|номер|номером)[.:]?";
const NUMBER = "((?:[a-z]{1,3}[/-]?)?\\d{1,5}(?:[/-][a-z]?\\d{1,5}){0,3}[a-z]{0,2}(?:[/-]\\d{1,5}[a-z]?)?)";
const END = "(?![a-zа-я\\d]|[./:-]\\d|,\\d|[ -]\\d{2,3}[ -]\\d)";
const LAMP = new RegExp(
  `(?<![a-zа-я\\d])${WORD}(?: ${KIND}){0,2}(?:,? ${MARKED}){0,2}(?:[,:]?(?: ${LEADING}){0,3} ${NR}|:)? ?[№#]? ?${NUMBER}${END}(?: ?([a-zа-я%]+))?`,
  "dg",
);
const MEASURE = /^\d+(?:h|m|w|cm|zl)$/;

/** The number on a lamp post as written ("03/17A"), when a word for the lamp or post leads up to it; undefined if none. */
export function findLampPost(text: string, asFolded = fold(text)): string | undefined {
  if (!/\d/.test(text)) return undefined;
  const tidied = tidy(text);
  for (const { 1: number = "", 2: next = "", indices } of asFolded.replace(/\s/g, " ").matchAll(LAMP)) {
    const [start, end] = indices?.[1] ?? [0, 0];
    if (!isWord("counted", next) && !MEASURE.test(number)) return tidied.slice(start, end);
  }
  return undefined;
}
