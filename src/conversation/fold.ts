// Not decomposed by Unicode, or to be joined on purpose: Russian typing meets Ukrainian examples half-way.
const special: Record<string, string> = {
  ł: "l",
  ß: "s",
  ø: "o",
  đ: "d",
  ı: "i",
  ё: "е",
  э: "е",
  є: "е",
  ґ: "г",
  і: "и",
  ї: "и",
  ы: "и",
  й: "и",
};

/** One form for what looks the same: composed letters, nothing invisible. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, "");
}

/**
 * Lower case without diacritics ("Łąka" → "laka"): two texts that fold alike read alike.
 * Letter for letter of the tidied text, so that places in it stay the same.
 */
export function fold(text: string): string {
  const tidied = tidy(text);
  const lower = tidied.toLowerCase();
  return lower.length === tidied.length ? foldLetters(lower) : foldOneByOne(tidied);
}

function foldLetters(lower: string): string {
  return lower.replace(/\P{ASCII}/gu, foldLetter);
}

/** For the few texts that grow when lower-cased (İ). */
function foldOneByOne(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const letter = text.charAt(index);
    const lower = letter.toLowerCase();
    return lower.length === 1 ? foldLetters(lower) : letter;
  }).join("");
}

/** Letters met so far, folded; at most one entry for each letter of the basic plane. */
const folded = new Map(Object.entries(special));

function foldLetter(letter: string): string {
  // Signs beyond the basic plane are two units long and have no base letter.
  if (letter.length > 1) return letter;
  const known = folded.get(letter);
  if (known !== undefined) return known;
  const base = letter.normalize("NFD").charAt(0);
  folded.set(letter, base);
  return base;
}
