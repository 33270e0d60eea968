import { editYaml } from "../../../src/content/editYaml";
import type { Intent } from "../../../src/conversation/understanding";
import { addPhrasings, documentOf, removePhrasings } from "../../../src/staff/studio/editPhrasings";
import type { DraftView, QuestionRow, QuestionView, Steal } from "../../../src/staff/wire";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

jest.setTimeout(120_000);

let house: StaffHouse;
let ewa: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("editor", "Ewa");
});
beforeEach(async () => {
  await house.storage.db.deleteFrom("conversations").execute();
  await house.storage.db.deleteFrom("question_cares").execute();
  const { store } = house.parts.studio;
  for (const { id, version } of await store.drafts()) await store.removeDraft(id, version);
});
afterAll(() => house.close());

const article: Intent = { kind: "article", id: "dowod-osobisty-wymiana" };
const kinds: Intent[] = [
  article,
  { kind: "service", id: "pothole" },
  { kind: "dialog", id: "check-status" },
  { kind: "talk", id: "thanks" },
  { kind: "outside", id: "zus" },
];

/** The group of this question, which the bot did not understand. */
async function asked(text: string): Promise<QuestionRow> {
  const id = await house.conversation();
  const decided = { decision: { kind: "ask_to_rephrase" as const }, because: "test", rejected: [] };
  const understanding = house.parts.content().understand(text, "pl");
  const bands = { answer: 0.8, start: 0.6, offer: 0.1, human: 0.4, danger: 0.3 };
  const record = { understanding, found: [], decided, bands, contentVersion: "test", modelVersion: "1" };
  await house.says(id, text, { record });
  const { items } = (await ewa.gets(`questions?q=${encodeURIComponent(text)}`)).body;
  return items[0];
}
const acts = ({ id }: { id: string }, body: object) => ewa.posts(`questions/${id}/acts`, body);
const said = (text: string, language = "pl") => ({ text, language });
const adds = (row: QuestionRow, texts: object[], intent: Intent = article, anyway = true) =>
  acts(row, { act: "add_phrasing", intent, texts, anyway });
const draftOf = async (id: string): Promise<DraftView> => (await ewa.gets(`drafts/${id}`)).body;
const textOf = ({ documents }: DraftView, path: string) => documents.find((one) => one.path === path)?.text ?? "";
const drafts = async () => (await ewa.gets("drafts")).body.items;

test.each(kinds)("phrasings go to the draft of $kind $id and nowhere else in it", async (intent) => {
  const row = await asked("śmigłowiec nad moim oknem");
  const done = await adds(row, [said("śmigłowiec nad moim oknem"), said("helicopter over my window", "en")], intent);
  expect(done).toMatchObject({ status: 200, body: { batch: expect.any(String), draft: expect.any(String) } });
  const draft = await draftOf(done.body.draft);
  expect(draft).toMatchObject({ origin: "questions", state: "writing", mistakes: [] });
  const path = documentOf(intent);
  const before = (await house.parts.studio.documents()).get(path) ?? "";
  const [lines, old] = [textOf(draft, path).split("\n"), before.split("\n")];
  const [added, gone] = [lines.filter((line) => !old.includes(line)), old.filter((line) => !lines.includes(line))];
  expect(added).toHaveLength(2);
  for (const words of ["śmigłowiec nad moim oknem", "helicopter over my window"])
    expect(added.filter((line) => line.includes(words))).toHaveLength(1);
  // A list in one line grows in that line.
  for (const line of gone) expect(added.some((one) => one.startsWith(line.replace(/\]$/, "")))).toBe(true);
  const settled: QuestionView = (await ewa.gets(`questions/${row.id}`)).body;
  expect(settled).toMatchObject({ state: "added", cares: [{ draft: done.body.draft, meaning: expect.any(String) }] });
});

test("texts that are taken for something else are named first, with how surely, and nothing is done", async () => {
  const { content } = house.parts;
  const paper = content().articles.get("paszport-dorosly") ?? [...content().articles.values()].at(-1);
  const text = paper?.phrasings[0] ?? "";
  const row = await asked(text);
  const warned = await adds(row, [said(text), said("xyzzy")], article, false);
  expect(warned).toMatchObject({ status: 409, error: "steals" });
  const steals: Steal[] = warned.body.error.steals;
  expect(steals[0]).toMatchObject({
    text,
    from: { intent: { kind: "article", id: paper?.id }, meaning: paper?.title },
  });
  expect(steals.every((steal) => steal.text === text && steal.confidence > content().bands.offer)).toBe(true);
  expect(await drafts()).toEqual([]);
  expect((await ewa.gets(`questions/${row.id}`)).body.state).toBe("open");
  expect((await adds(row, [said(text)], article, true)).status).toBe(200);
});

test("words the topic has already warn of nothing and are not written twice", async () => {
  const [known = ""] = house.parts.content().articles.get(article.id)?.phrasings ?? [];
  const row = await asked(known);
  const done = await adds(row, [said(known.toUpperCase())], article, false);
  expect(done).toMatchObject({ status: 200, body: { batch: expect.any(String) } });
  expect(done.body.draft).toBeUndefined();
  expect(await drafts()).toEqual([]);
});

test("personal data reaches no draft", async () => {
  const done = await adds(await asked("oddzwońcie"), [said("zgubiony dowód ABA300000, tel. 600 700 800")]);
  expect(done.status).toBe(200);
  const text = textOf(await draftOf(done.body.draft), documentOf(article));
  expect(text).toContain("zgubiony dowód");
  expect(text).not.toMatch(/ABA ?300000|600 ?700 ?800|\[telefon\]/);
});

test("what somebody wrote in the draft before stays, with its approval gone", async () => {
  const { draft: own } = { draft: (await ewa.posts("drafts", { article: article.id })).body as DraftView };
  const path = documentOf(article);
  const text = textOf(own, path).replace(/\n$/, "\nI jeszcze jedno.\n");
  const saved = await ewa.posts(`drafts/${own.id}/documents`, { seen: own.version, documents: [{ path, text }] });
  await ewa.posts(`drafts/${own.id}/acts`, { act: "submit", seen: saved.body.version, why: "bo tak" });
  const done = await adds(await asked("gdzie oddać stary dowód"), [said("gdzie oddać stary dowód")]);
  expect(done.body.draft).toBe(own.id);
  const draft = await draftOf(own.id);
  expect(draft).toMatchObject({ state: "writing", origin: "editor" });
  expect(textOf(draft, path)).toContain("I jeszcze jedno.");
  expect(textOf(draft, path)).toContain("gdzie oddać stary dowód");
  await acts({ id: "x" }, { act: "undo", batch: done.body.batch });
  expect(textOf(await draftOf(own.id), path)).toBe(text);
});

test("several groups given to one topic at once all come to its draft", async () => {
  const words = ["alfa", "beta", "gamma", "delta"].map((word) => `${word} pytanie`);
  const rows = await Promise.all(words.map(asked));
  const done = await Promise.all(rows.map((row, n) => adds(row, [said(words[n] ?? "")])));
  expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(new Set(done.map(({ body }) => body.draft)).size).toBe(1);
  const text = textOf(await draftOf(done[0]?.body.draft), documentOf(article));
  for (const word of words) expect(text).toContain(word);
});

test("undo throws away a draft it alone had begun", async () => {
  const row = await asked("śmigłowiec");
  const { body } = await adds(row, [said("śmigłowiec")]);
  const undone = await acts(row, { act: "undo", batch: body.batch });
  expect(undone).toMatchObject({ status: 200, body: {} });
  expect(await drafts()).toEqual([]);
  expect((await ewa.gets(`questions/${row.id}`)).body.state).toBe("open");
});

test("undo tells when the words are published already", async () => {
  const row = await asked("śmigłowiec");
  const { body } = await adds(row, [said("śmigłowiec nad oknem")]);
  const { store } = house.parts.studio;
  const draft = await store.draft(body.draft);
  const documents = draft?.documents.filter(({ text, base }) => text !== base) ?? [];
  const { id = "", version = 0 } = draft ?? {};
  const release = { kind: "draft" as const, title: "Dowód", why: "", at: house.now(), documents };
  expect(await store.release({ ...release, draft: { id, version } })).toMatchObject({ release: { kind: "draft" } });
  await house.parts.studio.released();
  expect((await acts(row, { act: "undo", batch: body.batch })).body).toEqual({ live: true });
  expect((await ewa.gets(`questions/${row.id}`)).body.state).toBe("open");
});

test("a new article begins with what was asked, in its language; undo throws it away unless somebody wrote on", async () => {
  const row = await asked("kto zdejmie kota z drzewa");
  const texts = [said("kto zdejmie kota z drzewa"), said("who gets a cat down", "en")];
  const begins = () => acts(row, { act: "new_article", title: "Kot na drzewie", texts });
  const { body } = await begins();
  const draft = await draftOf(body.draft);
  expect(draft).toMatchObject({ subject: "article:kot-na-drzewie", origin: "questions" });
  expect(draft.article).toMatchObject({
    title: "Kot na drzewie",
    phrasings: ["kto zdejmie kota z drzewa"],
    en: { phrasings: ["who gets a cat down"] },
  });
  expect((await ewa.gets(`questions/${row.id}`)).body).toMatchObject({
    state: "new_article",
    cares: [{ draft: draft.id }],
  });
  await acts(row, { act: "undo", batch: body.batch });
  expect(await drafts()).toEqual([]);

  const again = (await begins()).body;
  const { version, article: form } = await draftOf(again.draft);
  await ewa.posts(`drafts/${again.draft}/article`, { seen: version, form: { ...form, answer: "Straż pożarna." } });
  const undone = await acts(row, { act: "undo", batch: again.batch });
  expect(undone.body).toEqual({ draft: again.draft });
  expect(await drafts()).toHaveLength(1);
});

test("texts kept in a set with their right meaning leave the question open", async () => {
  const row = await asked("gdzie oddać stary dowód");
  const label = (set: string, intent: object = article) =>
    acts(row, { act: "label", intent, set, texts: [said("gdzie oddać stary dowód, tel. 600 700 800")] });
  expect((await label("pytania")).body).toEqual({ added: 1 });
  expect((await label("pytania")).body).toEqual({ added: 0 });
  expect((await label("pytania", { kind: "article", id: "nie-ma" })).error).toBe("unknown_intent");
  const { items } = (await ewa.gets("regression/pytania")).body;
  expect(items).toMatchObject([
    { text: "gdzie oddać stary dowód, tel. [telefon]", right: [{ name: `article:${article.id}` }] },
  ]);
  expect((await ewa.gets(`questions/${row.id}`)).body.state).toBe("open");
});

test("a meaning there is not is refused", async () => {
  const row = await asked("śmigłowiec");
  expect((await adds(row, [said("śmigłowiec")], { kind: "article", id: "nie-ma" })).error).toBe("unknown_intent");
});

describe("phrasings in the documents themselves", () => {
  test.each(kinds)("of $kind $id: added and removed again leaves every byte", async (intent) => {
    const documents = await house.parts.studio.documents();
    const path = documentOf(intent);
    const phrasings = [said("raz: dwa # trzy"), said("'cudzysłów\" i -"), said("щось нове", "uk")].map((one) => ({
      text: one.text,
      language: one.language === "uk" ? ("uk" as const) : ("pl" as const),
    }));
    const added = addPhrasings(documents, intent, phrasings);
    if (!("text" in added)) throw new Error(JSON.stringify(added));
    expect(added.changed).toEqual(phrasings);
    const removed = removePhrasings(new Map([...documents, [path, added.text]]), intent, phrasings);
    expect(removed).toEqual({ path, text: documents.get(path), changed: phrasings });
  });

  test("a list that is not there yet is begun", () => {
    const documents = new Map([["dialogs/services/x.yaml", "code: x # tu\nlabel: {pl: X}\n"]]);
    const intent: Intent = { kind: "service", id: "x" };
    const added = addPhrasings(documents, intent, [{ text: "coś", language: "uk" }]);
    if (!("text" in added)) throw new Error(JSON.stringify(added));
    expect(added.text).toContain("code: x # tu\nlabel: {pl: X}\n");
    expect(editYaml(added.text, [{ edit: "set", at: ["examples", "uk", 0], value: "coś" }])).toBe(added.text);
  });

  test("a document that cannot be read is told, and left alone", () => {
    const documents = new Map([["dialogs/services/x.yaml", "code: [x\n"]]);
    const added = addPhrasings(documents, { kind: "service", id: "x" }, [{ text: "coś", language: "pl" }]);
    expect(added).toMatchObject({ mistakes: [{ file: "dialogs/services/x.yaml", line: expect.any(Number) }] });
  });

  test("an article whose text begins elsewhere is told, too", () => {
    const documents = new Map([["knowledge/x.md", "bez pól\n"]]);
    const added = addPhrasings(documents, { kind: "article", id: "x" }, [{ text: "coś", language: "pl" }]);
    expect(added).toMatchObject({ mistakes: [{ file: "knowledge/x.md" }] });
  });
});
