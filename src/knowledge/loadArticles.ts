import type { Folder } from "../content/folder";
import type { Mistake } from "../content/mistakes";
import { complain } from "../content/mistakes";
import { idOf, type Page, readMarkdownFolder } from "../content/readFiles";
import { type Article, FrontMatter, inPolish, type OtherLanguage, type Sections } from "./article";
import { LONGEST_ANSWER, readBody } from "./articleBody";
import { readTranslations } from "./articleTranslations";
import { fillOffices } from "./fillOffices";
import { loadOffices, type PublicOffice } from "./offices";

type ArticlePage = Page<FrontMatter>;

/** Reads `knowledge/` and its translations; throws a ContentError that names every mistake of every article with file, line and field. */
export function loadArticles(folder: Folder): Article[] {
  const offices = loadOffices(folder);
  const pages = readMarkdownFolder(folder, FrontMatter);
  const filled = pages.map((page) => fillPage(page, offices));
  const read = filled.map(({ page, text }) => ({ page, ...readBody(text, page.file, page.bodyLine) }));
  const originals = new Map(read.map(({ page, body }) => [idOf(page.file), body.sections]));
  const en = readTranslations(folder, "en", { originals, offices });
  const uk = readTranslations(folder, "uk", { originals, offices });
  complain([
    ...filled.flatMap(({ mistakes }) => mistakes),
    ...read.flatMap(({ mistakes }) => mistakes),
    ...wrongLinks(pages),
    ...wrongDays(pages),
    ...repeatedPhrasings(pages),
    ...repeatedTitles(pages),
    ...en.mistakes,
    ...uk.mistakes,
  ]);
  return read.map(({ page, body }, n) => {
    const id = idOf(page.file);
    const front = frontOf(page, body.answer, { en: en.sections.get(id) ?? {}, uk: uk.sections.get(id) ?? {} });
    return { ...front, offices: filled[n]?.offices ?? [], ...body };
  });
}

/** Puts what articles take from `_offices.yaml` into the Polish text and into the short answers of other languages. */
function fillPage(page: ArticlePage, offices: PublicOffice[]) {
  const body = fillOffices(page.body, "pl", offices);
  const tell = ({ line, message }: { line: number; message: string }) => {
    return { file: page.file, line: page.bodyLine + line, field: "", message };
  };
  const answerIn = (language: OtherLanguage) => {
    const given = page.value[language];
    if (!given) return { translation: undefined, mistakes: [] };
    const { text, faults } = fillOffices(given.answer, language, offices);
    const long =
      text.length > LONGEST_ANSWER ? [{ message: `krótka odpowiedź ma ponad ${LONGEST_ANSWER} znaków` }] : [];
    const mistakes = [...faults, ...long].map(({ message }) => page.mistake([language, "answer"], message));
    return { translation: { ...given, answer: text }, mistakes };
  };
  const [en, uk] = [answerIn("en"), answerIn("uk")];
  const value = { ...page.value, en: en.translation, uk: uk.translation };
  const mistakes: Mistake[] = [...body.faults.map(tell), ...en.mistakes, ...uk.mistakes];
  return { page: { ...page, value }, text: body.text, offices: body.offices, mistakes };
}

/** Ids of articles whose day to be checked again has come; a warning for editors, never an error. */
export function dueArticles(articles: Article[], now: Date): string[] {
  const today = now.toISOString().slice(0, 10);
  return articles.filter(({ checkAgain }) => checkAgain <= today).map(({ id }) => id);
}

function frontOf(
  { file, value }: ArticlePage,
  answer: string,
  translated: Record<OtherLanguage, Sections>,
): Omit<Article, "answer" | "sections" | "offices"> {
  const { source_date, checked_on, check_again, owner, valid_from, valid_until, when_overdue, en, uk, ...same } = value;
  return {
    id: idOf(file),
    ...same,
    sourceDate: source_date,
    checkedOn: checked_on,
    checkAgain: check_again,
    ...(owner !== undefined && { owner }),
    ...(valid_from !== undefined && { validFrom: valid_from }),
    ...(valid_until !== undefined && { validUntil: valid_until }),
    whenOverdue: when_overdue,
    translations: {
      en: { ...(en ?? inPolish(value.title, answer)), sections: translated.en },
      uk: { ...(uk ?? inPolish(value.title, answer)), sections: translated.uk },
    },
  };
}

function wrongLinks(pages: ArticlePage[]): Mistake[] {
  const ids = new Set(pages.map(({ file }) => idOf(file)));
  return pages.flatMap((page) =>
    page.value.related.flatMap((id, index) => {
      if (id === idOf(page.file)) return [page.mistake(["related", index], "artykuł wskazuje sam na siebie")];
      return ids.has(id) ? [] : [page.mistake(["related", index], `nie ma artykułu „${id}”`)];
    }),
  );
}

function wrongDays(pages: ArticlePage[]): Mistake[] {
  return pages.flatMap(({ value: { valid_from: from, valid_until: until }, mistake }) =>
    from !== undefined && until !== undefined && until < from
      ? [mistake(["valid_until"], `koniec ważności jest przed jej początkiem (${from})`)]
      : [],
  );
}

/** The same words in another order or case train the classifier to contradict itself. */
function repeatedPhrasings(pages: ArticlePage[]): Mistake[] {
  const firstSeen = new Map<string, string>();
  return pages.flatMap((page) =>
    bagsOf(page.value).flatMap((words, index) => {
      const other = firstSeen.get(words);
      if (other === undefined) firstSeen.set(words, page.file);
      return other === undefined ? [] : [page.mistake(["phrasings", index], `to samo jest już w ${other}`)];
    }),
  );
}

/** A page that did not change is the same value as the last time. */
const bags = new WeakMap<FrontMatter, string[]>();

function bagsOf(value: FrontMatter): string[] {
  const known = bags.get(value) ?? value.phrasings.map(bagOfWords);
  bags.set(value, known);
  return known;
}

function repeatedTitles(pages: ArticlePage[]): Mistake[] {
  const firstSeen = new Map<string, string>();
  return pages.flatMap((page) => {
    const title = page.value.title.toLowerCase();
    const other = firstSeen.get(title);
    firstSeen.set(title, other ?? page.file);
    return other === undefined ? [] : [page.mistake(["title"], `ten sam tytuł ma ${other}`)];
  });
}

function bagOfWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.sort().join(" ");
}
