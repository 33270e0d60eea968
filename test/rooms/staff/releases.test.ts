import { type Changes, changesIn } from "../../../src/content/documents";
import { formOf } from "../../../src/knowledge/editing/readForm";
import { changesOf } from "../../../src/knowledge/editing/writeForm";
import type { Studio } from "../../../src/staff/studio/doors";
import type { DraftView, ReleaseRow } from "../../../src/staff/wire";
import { decides, pathOf, writes } from "./draftWork";
import { lightStudio } from "./lightStudio";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let studio: Studio & { live: number[] };
let ewa: Person;
let szef: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  studio = await lightStudio(house);
  house.parts.studio = studio;
  ewa = await house.hires("editor", "Ewa");
  szef = await house.hires("supervisor", "Szef");
});
afterAll(() => house.close());

/** A new unit of an article, published. */
async function published(article: string, unit: string): Promise<ReleaseRow> {
  const draft = await writes(ewa, article, unit);
  const candidate = await studio.candidate(changesIn(draft));
  const confirmed = "version" in candidate ? candidate.version : "";
  return (await decides(ewa, draft, "publish", { why: "", confirmed })).body.release;
}

/** Documents released without a draft. */
async function releases(changes: Changes): Promise<number> {
  const now = await studio.documents();
  const documents = [...changes].map(([path, text]) => ({ path, text, base: now.get(path) ?? null }));
  const done = await studio.store.release({ kind: "import", title: "z plików", why: "", at: house.now(), documents });
  return "release" in done ? done.release.number : 0;
}

const lists = async (query = ""): Promise<ReleaseRow[]> => (await ewa.gets(`releases?${query}`)).body.items;
const reverts = (number: number, why = "pomyłka", person = szef) => person.posts(`releases/${number}/revert`, { why });
const textOf = async (article: string) => (await studio.documents()).get(pathOf(article)) ?? "";

describe("the history", () => {
  test("lists what was published, the newest first, and that of one document", async () => {
    const first = await published("paszport", "Jeden");
    const second = await published("ceidg", "Dwa");
    expect((await lists()).slice(0, 2)).toEqual([second, first]);
    expect((await lists(`path=${pathOf("paszport")}`)).map(({ number, kind }) => [number, kind])).toEqual([
      [first.number, "draft"],
      [1, "seed"],
    ]);
    expect(await lists("path=knowledge/nie-ma.md")).toEqual([]);
  });

  test.each(["before=0", "before=x", "path=", "page=2"])("is not asked for with %s", async (query) => {
    expect((await ewa.gets(`releases?${query}`)).error).toBe("wrong_body");
  });

  test("comes page by page, none twice, none left out", async () => {
    for (let n = 0; n < 60; n++)
      await studio.store.release({ kind: "import", title: `${n}`, why: "", at: house.now(), documents: [] });
    const first = (await ewa.gets("releases")).body;
    const second = (await ewa.gets(`releases?before=${first.next}`)).body;
    expect(first.items).toHaveLength(50);
    expect(second).not.toHaveProperty("next");
    const numbers = [...first.items, ...second.items].map(({ number }: ReleaseRow) => number);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, n) => numbers.length - n));
  });

  test("shows a release with its texts before and after", async () => {
    const before = await textOf("wymeldowanie");
    const { number } = await published("wymeldowanie", "Inny");
    const { body } = await ewa.gets(`releases/${number}`);
    expect(body).toMatchObject({ number, by: "Ewa" });
    expect(body.documents).toEqual([{ path: pathOf("wymeldowanie"), before, after: await textOf("wymeldowanie") }]);
  });

  test.each(["0", "-1", "1.5", "x", "99999", "99999999999999"])("knows no release %s", async (number) => {
    expect((await ewa.gets(`releases/${number}`)).status).toBe(404);
    expect((await szef.posts(`releases/${number}/revert`, { why: "x" })).status).toBe(404);
  });
});

describe("taking a release back", () => {
  test("puts its documents back as a release of its own, with the reason, and is live", async () => {
    const before = await textOf("park-and-ride");
    const { number } = await published("park-and-ride", "Zły");
    const came = await reverts(number, "zły wydział");
    expect(came).toMatchObject({
      status: 200,
      body: {
        release: { kind: "revert", reverts: number, why: "zły wydział", by: "Szef", paths: [pathOf("park-and-ride")] },
      },
    });
    expect(await textOf("park-and-ride")).toBe(before);
    expect(studio.live.at(-1)).toBe(came.body.release.number);
    expect((await ewa.gets(`releases/${number}`)).body.revertedBy).toBe(came.body.release.number);
    const subjectId = String(came.body.release.number);
    const [line] = await house.storage.staff.audit.lines({ act: "content_reverted", subjectId, most: 1 });
    expect(line).toMatchObject({ by: { id: szef.id }, details: { why: "zły wydział", paths: 1 } });
  });

  test("can itself be taken back", async () => {
    const { number } = await published("punkty-karne", "Dobry");
    const after = await textOf("punkty-karne");
    const back = (await reverts(number)).body.release;
    expect((await reverts(back.number)).status).toBe(200);
    expect(await textOf("punkty-karne")).toBe(after);
  });

  test("is refused where its documents changed since, and names them", async () => {
    const first = await published("kck-kontakt", "Jeden");
    await published("kck-kontakt", "Dwa");
    const came = await reverts(first.number);
    expect(came.status).toBe(409);
    expect(came.body.error).toEqual({ code: "not_published", because: "moved", paths: [pathOf("kck-kontakt")] });
  });

  test("is refused where it would break the content, with every mistake", async () => {
    const documents = await studio.documents();
    const like = formOf("pesel-ukr", documents);
    const phrasings = like.phrasings.map((phrasing) => `nowe ${phrasing}`);
    const fresh = { ...like, id: "nowy", title: "Zupełnie nowy", related: [], phrasings };
    const number = await releases(changesOf(fresh, new Map()));
    const linked = await releases(changesOf({ ...like, related: ["nowy"] }, documents));
    const came = await reverts(number);
    expect(came).toMatchObject({ status: 400, error: "content_mistakes" });
    expect(came.body.error.mistakes).toMatchObject([{ file: pathOf("pesel-ukr"), field: "related[0]" }]);
    for (const one of [linked, number]) expect((await reverts(one)).status).toBe(200);
    expect(await studio.documents()).toEqual(documents);
  });

  test("needs a reason", async () => {
    expect((await reverts(2, " ")).body.error).toEqual({ code: "wrong_body", fields: ["why"] });
  });
});

describe("an earlier text as a draft", () => {
  test("is one about its article, compared with what is there now", async () => {
    const old = await textOf("karta-krakowska");
    const { number } = await published("karta-krakowska", "Nowszy");
    await published("karta-krakowska", "Najnowszy");
    const draft: DraftView = (await ewa.posts("drafts", { release: number, as: "before" })).body;
    expect(draft).toMatchObject({ subject: "article:karta-krakowska", state: "writing", mistakes: [] });
    const [document] = draft.documents;
    expect(document).toEqual({ path: pathOf("karta-krakowska"), text: old, base: await textOf("karta-krakowska") });
  });

  test("never replaces what somebody is writing", async () => {
    const { number } = await published("ceidg", "Nowy");
    const writing = await writes(ewa, "ceidg", "Zaczęty");
    const found: DraftView = (await ewa.posts("drafts", { release: number, as: "before" })).body;
    expect(found).toMatchObject({ id: writing.id, article: { unit: "Zaczęty" } });
  });
});
