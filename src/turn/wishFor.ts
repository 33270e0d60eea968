import type { Choice, Wish } from "../conversation/reply";

const ordinals: string[][] = [
  ["jeden", "jedno", "pierwszy", "pierwsza", "pierwsze", "one", "first", "один", "перше", "перший"],
  ["dwa", "drugi", "druga", "drugie", "two", "second", "два", "друге", "другий"],
  ["trzy", "trzeci", "trzecia", "trzecie", "three", "third", "три", "третє", "третій"],
  ["cztery", "czwarty", "czwarta", "czwarte", "four", "fourth", "чотири", "четверте", "четвертий"],
  ["piec", "piaty", "piata", "piate", "five", "fifth"],
  ["szesc", "szosty", "szosta", "szoste", "six", "sixth"],
];

/**
 * What a resident meant by pressing a button, or by typing its title, its number ("2", "2.") or its ordinal ("druga").
 * `fold` makes case and diacritics irrelevant.
 */
export function wishFor(text: string, offered: Choice[], fold: (text: string) => string): Wish | undefined {
  const said = plain(text, fold);
  if (!said) return undefined;
  const byTitle = offered.find(({ title }) => plain(title, fold) === said);
  if (byTitle) return byTitle.wish;
  const place = /^\d{1,2}$/.test(said) ? Number(said) : ordinals.findIndex((words) => words.includes(said)) + 1;
  return offered[place - 1]?.wish;
}

const plain = (text: string, fold: (text: string) => string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
