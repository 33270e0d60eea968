import { cleanText } from "./tree";

/** Parameters of a call. Names may come several times; an empty one is as good as none. */
export type Fields = {
  one(name: string): string | undefined;
  /** Of `media_url` and `media_url[]`. */
  all(name: string): string[];
  /** As it was written, line breaks and blanks included. */
  words(name: string): string | undefined;
  /** The members of a list written with commas. */
  listed(name: string): string[];
};

/** Reads what came as a query or a form. */
export function fieldsOf(pairs: Iterable<readonly [name: string, value: string]>): Fields {
  const values = new Map<string, string[]>();
  for (const [written, value] of pairs) {
    const name = written.replace(/\[\]$/, "");
    const text = cleanText(value);
    if (text.trim() !== "") values.set(name, [...(values.get(name) ?? []), text]);
  }
  const all = (name: string) => (values.get(name) ?? []).map((value) => value.trim());
  const one = (name: string) => all(name)[0];
  const listed = (name: string) =>
    all(name)
      .flatMap((value) => value.split(","))
      .map((value) => value.trim())
      .filter(Boolean);
  return { one, all, listed, words: (name) => values.get(name)?.[0] };
}
