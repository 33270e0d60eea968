import type { Language } from "../../conversation/language";

/** The forms of a word; languages that need no `few` say it as `many`. */
type Forms = { one: string; few?: string; many: string };

/** Says how many of something there are: "1 osoba", "3 osoby", "5 osób". */
export function countedIn(language: Language): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (n, { one, few, many }) => {
    const rule = rules.select(n);
    return `${n} ${rule === "one" ? one : rule === "few" ? (few ?? many) : many}`;
  };
}
