const ENDINGS = [
  ..."iego iemu iej ego emu ich ych imi ymi iem iom iach ami ach owi ej im ym ie ia iu ow om em".split(" "),
  ..."a e y i u o".split(" "),
];

/** What is left of a folded word without its case ending, so that "Długiej" and "Długa" meet. */
export function stemOf(word: string): string {
  if (/\d/.test(word) || word.length < 4) return word;
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= 3);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** Sounds that change before an ending, said → in the name: "Kapelance", "Hucie", "Salwatorze". */
const CHANGES: [RegExp, string][] = [
  [/ce$/, "k"],
  [/cie$/, "t"],
  [/dzie$/, "d"],
  [/dze$/, "g"],
  [/rze$/, "r"],
  [/sce$/, "sk"],
  [/le$/, "l"],
  [/rc(?:u|a|em|owi)$/, "rzec"],
  [/([^aeiouyr])c(?:u|a|em|owi)$/, "$1iec"],
  [/([^aeiouy])ku$/, "$1ek"],
  [/([^aeiouy])ka$/, "$1ek"],
];

/** The stems a word as said may belong to, the likeliest first. */
export function stemsOf(word: string): string[] {
  const changed = CHANGES.flatMap(([end, to]) => (end.test(word) ? [stemOf(word.replace(end, to))] : []));
  return [...new Set([stemOf(word), ...changed])];
}

/** Whether two words differ by one typo at most: a letter changed, missing, added, or two swapped. */
export function oneTypoApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}

/** The word and all it becomes by leaving one letter out: two words one typo apart share one of these. */
export function withoutOneLetter(word: string): string[] {
  return [word, ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
