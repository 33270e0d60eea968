import type { Language } from "../../conversation/language";
import { sectionNames } from "../../conversation/reply";
import type { ArticleForm } from "../../knowledge/editing/form";

const parts = ["title", "answer", ...sectionNames] as const;
type Told = Pick<ArticleForm, "title" | "answer" | "sections">;

/** Languages in which a part still says what the original said before it was changed. */
export function outdatedIn(before: ArticleForm, now: ArticleForm): Language[] {
  const rewritten = parts.filter((part) => textOf(before, part) !== textOf(now, part));
  return (["en", "uk"] as const).filter((language) =>
    rewritten.some((part) => {
      const text = textOf(now[language], part);
      return text !== "" && text === textOf(before[language], part);
    }),
  );
}

function textOf(told: Told, part: (typeof parts)[number]): string {
  const text = part === "title" || part === "answer" ? told[part] : told.sections[part];
  return text?.trim() ?? "";
}
