/** `[gov.pl](https://www.gov.pl)` as it is read: the words without the address. */
export function withoutLinks(text: string): string {
  return text.replace(/\[([^\]\n]+)\]\([^\s)]+\)/g, "$1").replace(/https?:\/\/\S+/g, " ");
}

/** Words a full stop after which ends no sentence, even before a capital letter. */
const ABBREVIATIONS =
  "al ul os pl nr tel np tzw itp itd godz gen płk ks św im dr hab prof inż mgr art ust pkt poz lit wew wg min maks ok m.in tj zob por"
    .split(" ")
    .map((word) => word.replace(".", "\\."));
const SHORTENED = new RegExp(`(?<![\\p{L}.])(${ABBREVIATIONS.join("|")})\\.`, "giu");
const STOP = "\u2024";

/** The sentences of a text in light Markdown; a line of a list is one of its own. */
export function sentencesIn(text: string): string[] {
  return withoutLinks(text)
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*]|\d{1,3}[.)])\s+/, "").replace(SHORTENED, `$1${STOP}`))
    .flatMap((line) => line.split(/(?<=[.!?…])["”)]*\s+(?=["„(]*[\p{Lu}\d])/u))
    .map((sentence) => sentence.replaceAll(STOP, ".").trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** The words of a sentence; a number is one, too, and so is an address of a mailbox or a page. */
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’@.-][\p{L}\p{N}]+)*/gu) ?? [];

const VOWELS = /[aąeęioóuy]/g;

/** How many syllables a Polish word has. An "i" before a vowel only softens; "au" and "eu" at the beginning are one. */
export function syllablesOf(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/i(?=[aąeęioóuy])/g, "")
    .replace(/^([ae])u/, "$1");
  return spoken.match(VOWELS)?.length ?? 0;
}
