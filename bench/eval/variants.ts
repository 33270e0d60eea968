import { steadyRandom } from "../../src/understanding/steadyRandom";
import type { Item } from "./sets";

/** The same items as people type them in a hurry. Only own words are varied: derived items were varied already. */
export type Variant = "as written" | "no diacritics" | "one typo" | "two typos";
export const variants: Variant[] = ["as written", "no diacritics", "one typo", "two typos"];

export function varied(items: Item[], variant: Variant): Item[] {
  if (variant === "as written") return items;
  const random = steadyRandom(7);
  return items.map((item) => ({ ...item, text: change(item.text, variant, random) }));
}

function change(text: string, variant: Variant, random: () => number): string {
  if (variant === "no diacritics")
    return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ł/g, "l").replace(/Ł/g, "L");
  const once = withTypo(text, random);
  return variant === "two typos" ? withTypo(once, random) : once;
}

const NEAR: Record<string, string> = {
  q: "wa",
  w: "qes",
  e: "wrd",
  r: "etf",
  t: "ryg",
  y: "tuh",
  u: "yij",
  i: "uok",
  o: "ipl",
  p: "ol",
  a: "qsz",
  s: "adw",
  d: "sfe",
  f: "dgr",
  g: "fht",
  h: "gjy",
  j: "hku",
  k: "jli",
  l: "kop",
  z: "asx",
  x: "zcs",
  c: "xvd",
  v: "cbf",
  b: "vng",
  n: "bmh",
  m: "nk",
};

/** A letter left out, doubled, exchanged with the next or replaced by its neighbour on the keyboard, in a word of four letters or more, not the first letter. */
function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}{4,}/gu)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return text;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2));
  const letter = text.charAt(at);
  const near = NEAR[letter.toLowerCase()] ?? "";
  const typos = [
    "",
    letter + letter,
    text.charAt(at + 1) + letter,
    near.charAt(Math.floor(random() * near.length)) || letter + letter,
  ];
  const kind = Math.floor(random() * typos.length);
  return text.slice(0, at) + typos[kind] + text.slice(at + (kind === 2 ? 2 : 1));
}
