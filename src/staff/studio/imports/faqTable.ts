import { fold } from "../../../conversation/fold";
import type { FaqColumn, FaqSkipped } from "../../wire";
import type { CsvRow } from "../readCsv";
import { type Imported, shortened } from "./importArticle";

/** What columns are called, folded, in Polish, English and Ukrainian. */
const names: Record<FaqColumn, string[]> = {
  question: ["pytanie", "pytania", "question", "questions", "tytul", "title", "temat", "запитання", "питання"],
  answer: ["odpowiedz", "odpowiedzi", "answer", "answers", "tresc", "відповідь"],
  keywords: ["slowa kluczowe", "slowa", "tagi", "keywords", "tags", "ключові слова"],
  unit: ["jednostka", "wydzial", "komorka", "unit", "department", "owner", "підрозділ"],
  source: ["zrodlo", "zrodla", "link", "adres", "url", "source", "sources", "джерело"],
};
const columnNames = Object.entries(names).map(([column, called]) => [column, called.map(fold)] as const);

export type Columns = Partial<Record<FaqColumn, number>>;

/** Which column is what, by its heading. */
export function guessColumns(headings: string[]): Columns {
  const folded = headings.map((heading) => fold(heading).trim());
  const found = columnNames.map(([column, called]) => [column, folded.findIndex((one) => called.includes(one))]);
  return Object.fromEntries(found.filter(([, place]) => place !== -1));
}

const LONGEST_QUESTION = 200;

/** The rows as articles, and those that are none. `isThere`: whether an article of that title exists. */
export function articlesIn(
  rows: CsvRow[],
  columns: Columns,
  isThere: (title: string) => boolean,
): { articles: { line: number; article: Imported }[]; skipped: FaqSkipped[] } {
  const articles: { line: number; article: Imported }[] = [];
  const skipped: FaqSkipped[] = [];
  const given = new Set<string>();
  for (const { line, cells } of rows) {
    const cell = (column: FaqColumn) => cells[columns[column] ?? -1]?.trim() ?? "";
    const [title, answer] = [cell("question").replace(/\s+/g, " "), cell("answer")];
    const because = whyNot(title, answer) ?? (given.has(fold(title)) || isThere(title) ? "there" : undefined);
    given.add(fold(title));
    if (because) skipped.push({ line, because });
    else articles.push({ line, article: articleOf(title, answer, cell) });
  }
  return { articles, skipped };
}

function whyNot(title: string, answer: string): FaqSkipped["because"] | undefined {
  if (title.length < 3) return "no_question";
  if (title.length > LONGEST_QUESTION) return "too_long";
  return answer === "" ? "no_answer" : undefined;
}

function articleOf(title: string, answer: string, cell: (column: FaqColumn) => string): Imported {
  const keywords = cell("keywords").split(/[;,|\n]/);
  return {
    title,
    phrasings: [title],
    ...shortened(answer),
    keywords: keywords.map((word) => word.trim()).filter((word) => word !== ""),
    unit: cell("unit"),
    sources: cell("source")
      .split(/\s+/)
      .filter((source) => URL.canParse(source)),
  };
}
