import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { changed, type Documents } from "../../../src/content/documents";
import { readDocuments } from "../../../src/content/readDocuments";
import { idOf } from "../../../src/content/readFiles";
import { sectionNames } from "../../../src/conversation/reply";
import { articleOf } from "../../../src/knowledge/editing/articleOf";
import type { ArticleForm } from "../../../src/knowledge/editing/form";
import { formOf, pathsOf } from "../../../src/knowledge/editing/readForm";
import { changesOf } from "../../../src/knowledge/editing/writeForm";
import { loadArticles } from "../../../src/knowledge/loadArticles";
import { loadOffices } from "../../../src/knowledge/offices";

const project = resolve(__dirname, "../../..");
const offices = loadOffices(join(project, "knowledge"));
const loaded = new Map(loadArticles(join(project, "knowledge")).map((article) => [article.id, article]));
const documents = readDocuments(project);
const articles = readdirSync(join(project, "knowledge"))
  .filter((name) => name.endsWith(".md"))
  .map(idOf);

/** What of the form's documents stands there once it is saved. */
const saved = (form: ArticleForm, before: Documents = documents) => changed(before, changesOf(form, before));
const again = (form: ArticleForm, before: Documents = documents) => formOf(form.id, saved(form, before));

/** Lines of the new text that the old one did not have, and the other way round. */
function otherLines(before = "", after = ""): { gone: string[]; come: string[] } {
  const [a, b] = [before.split("\n"), after.split("\n")];
  return { gone: a.filter((line) => !b.includes(line)), come: b.filter((line) => !a.includes(line)) };
}

describe.each(articles)("%s", (id) => {
  const form = formOf(id, documents);
  const paths = pathsOf(id);

  test("as a form that nobody touched changes nothing", () => {
    expect(changesOf(form, documents)).toEqual(new Map());
    expect(form.title).not.toBe("");
    expect(form.answer).not.toBe("");
  });

  test("becomes the article that is loaded of its documents", () => {
    expect(articleOf(form, offices)).toEqual(loaded.get(id));
  });

  test("with one field changed changes that line alone", () => {
    const next = { ...form, unit: "Referat: „Nowy” #1", uk: { ...form.uk, title: "Інша назва" } };
    const changes = changesOf(next, documents);
    expect([...changes.keys()]).toEqual([paths.pl]);
    const { gone, come } = otherLines(documents.get(paths.pl), changes.get(paths.pl) ?? "");
    expect([gone.length, come.length]).toEqual([2, 2]);
    expect(again(next)).toEqual(next);
  });

  test("takes another phrasing, and gives one back, beside the others as they were written", () => {
    const next = { ...form, phrasings: [...form.phrasings.slice(1), "całkiem nowe: słowa"] };
    const { gone, come } = otherLines(documents.get(paths.pl), saved(next).get(paths.pl));
    expect([gone.length, come]).toEqual([1, ['  - "całkiem nowe: słowa"']]);
    expect(again(next)).toEqual(next);
    expect(again(form, saved(next))).toEqual(form);
  });

  test("has each section written, added and taken away in its place", () => {
    for (const name of sectionNames) {
      const written = { ...form, sections: { ...form.sections, [name]: "Nowe słowa.\n\n- raz\n- dwa" } };
      const texts = saved(written);
      expect(formOf(id, texts)).toEqual(written);
      expect(orderOf(texts.get(paths.pl))).toEqual(orderOf(texts.get(paths.pl)).toSorted());
      const { [name]: _, ...rest } = form.sections;
      expect(again({ ...form, sections: rest })).toEqual({ ...form, sections: rest });
      expect(saved(form, texts).get(paths.pl)?.trimEnd()).toBe(documents.get(paths.pl)?.trimEnd());
      expect(again(form, texts)).toEqual(form);
    }
  });

  test("has its translations begun and taken away", () => {
    const begun = { ...form, en: { ...form.en, sections: { fee: "Free.", who: "Everybody." } } };
    expect(again(begun)).toEqual(begun);
    const none = { ...form, en: { ...form.en, sections: {} } };
    expect(saved(none).has(paths.en)).toBe(false);
    expect(again(form, saved(none))).toEqual(form);
  });
});

const headingsInOrder = [
  "Dla kogo",
  "Co przygotować",
  "Krok po kroku",
  "Gdzie",
  "Ile kosztuje",
  "Ile to trwa",
  "Przez internet",
  "Uwaga",
];
const orderOf = (text = "") =>
  [...text.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => headingsInOrder.indexOf(heading));

const small = (text: string): Documents => new Map([["knowledge/x.md", text]]);
const smallForm = (text: string) => formOf("x", small(text));
const savedText = (text: string, change: (form: ArticleForm) => ArticleForm) =>
  saved(change(smallForm(text)), small(text)).get("knowledge/x.md");

describe("a file that somebody else wrote", () => {
  test("keeps its comments, its quotes, the fields and sections nobody knows, and the way its lines end", () => {
    const text =
      "\uFEFF---\r\n# kto pisał\r\ntitle: 'Jeden' # tytuł\r\nextra: {a: 1}\r\nunit:   UMK\r\n---\r\nOdpowiedź.\r\n\r\n## Inne\r\ncoś\r\n\r\n## Uwaga\r\nBo tak.\r\n";
    const after = savedText(text, (form) => ({
      ...form,
      title: "Dwa",
      sections: { ...form.sections, fee: "Nic.\nWcale." },
    }));
    expect(after).toBe(
      "\uFEFF---\r\n# kto pisał\r\ntitle: 'Dwa' # tytuł\r\nextra: {a: 1}\r\nunit:   UMK\r\n---\r\nOdpowiedź.\r\n\r\n## Ile kosztuje\r\nNic.\r\nWcale.\r\n\r\n## Inne\r\ncoś\r\n\r\n## Uwaga\r\nBo tak.\r\n",
    );
  });

  test("shows its body even where its fields cannot be read, and loses nothing of them while only the body changes", () => {
    const text = "---\ntitle: [a\n---\nOdpowiedź.\n\n## Gdzie\nTu.\n";
    expect(smallForm(text)).toMatchObject({ title: "", answer: "Odpowiedź.", sections: { where: "Tu." } });
    expect(savedText(text, (form) => ({ ...form, answer: "Inna." }))).toBe(text.replace("Odpowiedź", "Inna"));
    expect(savedText(text, (form) => ({ ...form, title: "Nowy" }))).toMatch(
      /^---\ntitle: Nowy\n[\s\S]*\n---\nOdpowiedź\.\n/,
    );
  });

  test.each([
    ["nothing at all", ""],
    ["no front matter", "Tylko słowa.\n"],
    ["fields of other kinds", "---\ntitle: 5\nphrasings: nie\nen: [1]\nkeywords: [1, null, tak]\n---\n"],
    ["no last line's end", "---\ntitle: a\n---\nOdpowiedź"],
  ])("is a form with %s, too", (_, text) => {
    const form = smallForm(text);
    expect(changesOf(form, small(text))).toEqual(new Map());
    const full: ArticleForm = {
      ...form,
      ...{ title: "Tytuł", answer: "Odpowiedź nowa.", keywords: ["jeden"], owner: "Zespół", whenOverdue: "person" },
      en: { title: "Title", phrasings: ["one"], answer: "Answer.", sections: { who: "All." } },
    };
    expect(again(full, small(text))).toEqual(full);
  });

  test("has optional fields only where they say something", () => {
    const text = "---\ntitle: a\n---\nb\n";
    const dated = savedText(text, (form) => ({ ...form, validFrom: "2027-01-01", whenOverdue: "person" })) ?? "";
    expect(dated).toBe("---\ntitle: a\nvalid_from: 2027-01-01\nwhen_overdue: person\n---\nb\n");
    expect(savedText(dated, (form) => ({ ...form, validFrom: "", whenOverdue: "caution" }))).toBe(text);
  });
});
