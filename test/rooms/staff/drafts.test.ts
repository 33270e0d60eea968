import type { DraftView } from "../../../src/staff/wire";
import { lightStudio } from "./lightStudio";
import type { Came, Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let ewa: Person;
let marta: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  house.parts.studio = await lightStudio(house);
  ewa = await house.hires("editor", "Ewa");
  marta = await house.hires("editor", "Marta");
});
afterAll(() => house.close());

async function begins(body: object, person = ewa): Promise<DraftView> {
  const came = await person.posts("drafts", body);
  expect(came.status).toBe(200);
  return came.body;
}

const reads = async ({ id }: { id: string }, person = ewa): Promise<DraftView> =>
  (await person.gets(`drafts/${id}`)).body;

function formIn({ article }: DraftView) {
  if (!article) throw new Error("the draft is about no article");
  return article;
}

const saves = (draft: DraftView, change: object, person = ewa): Promise<Came> =>
  person.posts(`drafts/${draft.id}/article`, { seen: draft.version, form: { ...formIn(draft), ...change } });

const textIn = (draft: DraftView, path: string) => draft.documents.find((document) => document.path === path)?.text;

describe("a draft about an article", () => {
  test("begins with the article as it is, with nothing wrong and nothing to publish", async () => {
    const draft = await begins({ article: "paszport" });
    expect(draft).toMatchObject({
      subject: "article:paszport",
      title: house.parts.content().articles.get("paszport")?.title,
      state: "writing",
      origin: "editor",
      startedBy: { id: ewa.id, name: "Ewa" },
      mistakes: [],
      twoPeople: false,
      outdated: [],
      article: { id: "paszport", competence: "other" },
      may: ["assign", "discard"],
    });
    const released = await house.parts.studio.documents();
    expect(draft.documents.length).toBeGreaterThan(0);
    for (const { path, text, base, now } of draft.documents)
      expect([text, base, now]).toEqual([released.get(path), released.get(path), undefined]);
  });

  test("is one for all: whoever begins it again finds it as it is", async () => {
    const draft = await begins({ article: "ceidg" });
    const saved: DraftView = (await saves(draft, { unit: "Inny wydział" })).body;
    expect(await begins({ article: "ceidg" }, marta)).toMatchObject({ id: draft.id, version: saved.version });
    expect(await begins({ document: "knowledge/ceidg.md" }, marta)).toMatchObject({ id: draft.id });
    const { items } = (await marta.gets("drafts")).body;
    expect(items.filter(({ subject }: DraftView) => subject === "article:ceidg")).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: draft.id, writtenBy: { name: "Ewa" } });
  });

  test("keeps every byte the form does not touch, and says which translations are older now", async () => {
    const draft = await begins({ article: "wymeldowanie" });
    const before = textIn(draft, "knowledge/wymeldowanie.md") ?? "";
    const { sections } = formIn(draft);
    const came = await saves(draft, { sections: { ...sections, fee: "To nic nie kosztuje." } });
    const saved: DraftView = came.body;
    expect(textIn(saved, "knowledge/wymeldowanie.md")).toBe(before.replace(sections.fee ?? "", "To nic nie kosztuje."));
    expect(saved).toMatchObject({ version: draft.version + 1, state: "writing", mistakes: [] });
    expect(saved.may).toEqual(expect.arrayContaining(["submit", "publish", "schedule"]));
    const translated = (["en", "uk"] as const).filter((language) => formIn(draft)[language].sections.fee);
    expect(saved.outdated).toEqual(translated);
    expect(await reads(saved)).toEqual(saved);
  });

  test("may be half done: the mistakes come with file, line and field", async () => {
    const draft = await begins({ article: "park-and-ride" });
    const { phrasings } = formIn(draft);
    const { status, body } = await saves(draft, { phrasings: phrasings.slice(0, 3), checkAgain: "kiedyś", title: "" });
    expect(status).toBe(200);
    const wrong = body.mistakes.map(({ file, field }: { file: string; field: string }) => [file, field]);
    for (const field of ["phrasings", "check_again", "title"])
      expect(wrong).toContainEqual(["knowledge/park-and-ride.md", field]);
    expect(formIn(body)).toMatchObject({ checkAgain: "kiedyś", title: "" });
  });

  test("is never overwritten: whoever saw an older one gets the newer, whole, and nothing is written", async () => {
    const draft = await begins({ article: "punkty-karne" });
    const first: DraftView = (await saves(draft, { unit: "Ewy wydział" })).body;
    const late = await saves(draft, { unit: "Marty wydział" }, marta);
    expect(late).toMatchObject({ status: 409, body: { error: { code: "draft_stale" } } });
    expect(late.body.error.draft).toMatchObject({ version: first.version, article: { unit: "Ewy wydział" } });
    expect(formIn(await reads(draft)).unit).toBe("Ewy wydział");
    const at = { seen: draft.version, documents: [{ path: "knowledge/punkty-karne.md", text: "x" }] };
    expect((await marta.posts(`drafts/${draft.id}/documents`, at)).error).toBe("draft_stale");
  });

  test("shows what was released meanwhile, and takes it over without losing what was written", async () => {
    const path = "knowledge/notariusz-poswiadczenia.md";
    const draft = await begins({ article: "notariusz-poswiadczenia" });
    const saved: DraftView = (await saves(draft, { unit: "Mój wydział" })).body;
    const base = textIn(draft, path) ?? "";
    const elsewhere = base.replace("confidence: ", "# sprawdzone\nconfidence: ");
    const change = { kind: "import" as const, title: "z plików", why: "", at: house.now() };
    await house.parts.studio.store.release({ ...change, documents: [{ path, text: elsewhere, base }] });
    await house.parts.studio.released();
    const moved = await reads(saved);
    expect(moved.documents.find((document) => document.path === path)).toMatchObject({ base, now: elsewhere });
    expect(moved.may).toContain("take_over");
    const came = await ewa.posts(`drafts/${draft.id}/acts`, { act: "take_over", seen: moved.version });
    expect(came.body.documents[0]).toMatchObject({ path, base: elsewhere, text: textIn(saved, path) });
    expect(came.body.documents[0]).not.toHaveProperty("now");
  });

  test("is previewed and weighed as it is written", async () => {
    const draft = await begins({ article: "karta-krakowska" });
    const saved: DraftView = (await saves(draft, { answer: "Kartę masz przy {{address:wielicka}}.", title: "" })).body;
    const address = `drafts/${saved.id}`;
    const preview = (await ewa.gets(`${address}/preview`)).body;
    expect(preview.text).toMatch(/^Kartę masz przy .*Wielick/);
    expect((await ewa.gets(`${address}/preview?language=uk&section=fee`)).status).toBe(200);
    expect((await ewa.gets(`${address}/preview?section=lunch`)).error).toBe("wrong_body");
    expect((await ewa.gets(`${address}/guidance`)).body).toHaveProperty("rivals");
  });
});

describe("a new article", () => {
  test("gets an id of its title and all its fields; what is missing is told", async () => {
    const draft = await begins({ newArticle: "Żłobek: Łąkowa 5!", phrasings: ["żłobek na łąkowej"] });
    expect(draft).toMatchObject({
      subject: "article:zlobek-lakowa-5",
      article: {
        title: "Żłobek: Łąkowa 5!",
        phrasings: ["żłobek na łąkowej"],
        competence: "city",
        confidence: "medium",
      },
    });
    expect(draft.documents.map(({ path, base }) => [path, base])).toEqual([["knowledge/zlobek-lakowa-5.md", null]]);
    const missing = draft.mistakes.map(({ field }) => field);
    // Translations may wait.
    expect(missing).toEqual(["phrasings", "unit", "source_date"]);
    const { checkedOn, checkAgain } = formIn(draft);
    expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(checkAgain > checkedOn).toBe(true);
  });

  test("never takes an id there is, in another draft either", async () => {
    expect((await begins({ newArticle: "Paszport" })).subject).toBe("article:paszport-2");
    expect((await begins({ newArticle: "PASZPORT" }, marta)).subject).toBe("article:paszport-3");
    expect((await begins({ newArticle: "Паспорт" })).subject).toBe("article:artykul");
  });

  test("has its translations once they have sections", async () => {
    const draft = await begins({ newArticle: "Nowa sprawa" });
    const en = { ...formIn(draft).en, sections: { fee: "Nothing." } };
    const saved: DraftView = (await saves(draft, { en })).body;
    expect(textIn(saved, "knowledge/en/nowa-sprawa.md")).toBe("## What it costs\nNothing.\n");
    const again: DraftView = (await saves(saved, { en: { ...en, sections: {} } })).body;
    expect(again.documents.map(({ path }) => path)).toEqual(["knowledge/nowa-sprawa.md"]);
  });
});

describe("a draft about a document", () => {
  const path = "dialogs/_areas.yaml";

  test("is edited field by field; comments and all else stay", async () => {
    const draft = await begins({ document: path });
    const before = textIn(draft, path) ?? "";
    const edits = [{ edit: "move", at: [0], to: 1 }];
    const moved: DraftView = (await ewa.posts(`drafts/${draft.id}/yaml`, { seen: draft.version, path, edits })).body;
    expect(textIn(moved, path)).not.toBe(before);
    const back = { seen: moved.version, path, edits: [{ edit: "move", at: [1], to: 0 }] };
    expect(textIn((await ewa.posts(`drafts/${draft.id}/yaml`, back)).body, path)).toBe(before);
  });

  test("tells an edit that fits nowhere, and writes nothing of the others", async () => {
    const draft = await begins({ document: path });
    const edits = [
      { edit: "remove", at: [0] },
      { edit: "remove", at: [500] },
    ];
    const came = await ewa.posts(`drafts/${draft.id}/yaml`, { seen: draft.version, path, edits });
    expect(came).toMatchObject({ status: 400, error: "content_mistakes" });
    expect(came.body.error.mistakes).toEqual([{ file: path, line: 1, field: "500", message: expect.any(String) }]);
    expect((await reads(draft)).version).toBe(draft.version);
  });

  test("takes whole texts, of its own document only", async () => {
    const draft = await begins({ document: path });
    const write = (document: { path: string; text: string | null }) =>
      ewa.posts(`drafts/${draft.id}/documents`, { seen: draft.version, documents: [document] });
    for (const foreign of ["knowledge/paszport.md", "../.env", "dialogs/../knowledge/x.md", "src/app.ts"])
      expect(await write({ path: foreign, text: "x" })).toMatchObject({ status: 400, error: "wrong_body" });
    const came = await write({ path, text: "- [" });
    expect(came.status).toBe(200);
    expect(came.body.mistakes[0]).toMatchObject({ file: path });
  });
});

describe("what is refused", () => {
  test("something that is not there", async () => {
    for (const body of [{ article: "nie-ma" }, { document: "dialogs/nie-ma.yaml" }, { document: "../../etc/passwd" }])
      expect(await ewa.posts("drafts", body)).toMatchObject({ status: 404, error: "not_found" });
    expect((await ewa.posts("drafts", { release: 9999, as: "before" })).status).toBe(404);
    for (const path of ["", "/guidance", "/preview", "/effect"])
      expect((await ewa.gets(`drafts/nie-ma${path}`)).status).toBe(404);
  });

  test("a form that is none, or of another article", async () => {
    const draft = await begins({ article: "kck-kontakt" });
    const form = formIn(draft);
    const sends = (body: unknown) => ewa.posts(`drafts/${draft.id}/article`, body);
    for (const wrong of [{}, { ...form, title: 5 }, { ...form, en: undefined }, { ...form, sections: { lunch: "x" } }])
      expect(await sends({ seen: draft.version, form: wrong })).toMatchObject({ status: 400, error: "wrong_body" });
    expect((await sends({ seen: draft.version, form: { ...form, id: "paszport" } })).body.error.fields).toEqual([
      "form.id",
    ]);
    expect((await sends({ seen: draft.version, form: { ...form, title: "a\0b" } })).error).toBe("wrong_body");
    expect((await reads(draft)).version).toBe(draft.version);
  });
});
