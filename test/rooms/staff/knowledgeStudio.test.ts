import { listArticles } from "../../../src/staff/studio/articleRows";
import { ArticleQuery, type ArticleRow, type BenchRow, type GuidanceView } from "../../../src/staff/wire";
import { change, type Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let zofia: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  zofia = await house.hires("editor", "Zofia");
});
afterAll(() => house.close());

const ARTICLES = "knowledge-studio";
const lists = async (query = ""): Promise<ArticleRow[]> => (await zofia.gets(`${ARTICLES}?${query}`)).body.items;
const idsOf = (rows: ArticleRow[]) => rows.map(({ id }) => id);

describe("the list of articles", () => {
  test("is found by its title, its keywords or residents' words, without diacritics and cut", async () => {
    expect(idsOf(await lists("q=zlob"))).toContain("zlobek-zapisy-i-oplaty");
    expect(idsOf(await lists(`q=${encodeURIComponent("WŁAŚCICIEL zgadza")}`))).toContain("zameldowanie-staly-czasowy");
    expect(await lists("q=qqqqq")).toEqual([]);
  });

  test("comes page by page, each article once, and tells how many and whose there are", async () => {
    const { body } = await zofia.gets(ARTICLES);
    expect(body).toMatchObject({ found: 107, next: 50 });
    expect(body.units).toContain("Zarząd Transportu Publicznego");
    const rest = [...(await lists("from=50")), ...(await lists("from=100"))];
    expect(new Set(idsOf([...body.items, ...rest])).size).toBe(107);
    expect(idsOf(rest)).toHaveLength(57);
  });

  test("is narrowed by unit, whose matter it is, missing sections and confidence", async () => {
    const unit = await lists(`unit=${encodeURIComponent("Zarząd Transportu Publicznego")}`);
    expect(new Set(unit.map((row) => row.unit))).toEqual(new Set(["Zarząd Transportu Publicznego"]));
    const foreign = await lists("competence=other&missing=en");
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.every((row) => row.competence === "other" && row.missing.includes("en"))).toBe(true);
    expect(idsOf(await lists("missing=any&q=zameldowanie-staly-czasowy"))).toEqual([]);
    expect((await lists("confidence=low")).every(({ confidence }) => confidence === "low")).toBe(true);
  });

  test("knows what is due: past, or within 30 days", async () => {
    const soonest = await lists("sort=due");
    expect(soonest.map(({ checkAgain }) => checkAgain)).toEqual(soonest.map(({ checkAgain }) => checkAgain).toSorted());
    const dueOn = (today: string) => {
      const { articles } = house.parts.content();
      return listArticles(ArticleQuery.parse({ due: "1", sort: "due" }), { articles, figures: new Map(), today });
    };
    expect(dueOn("2020-01-01").found).toBe(0);
    const [first] = soonest;
    expect(dueOn(first?.checkAgain ?? "").items[0]).toMatchObject({ id: first?.id, due: 0 });
    const longAfter = dueOn("2050-01-01");
    expect(longAfter.found).toBe(107);
    expect(longAfter.items.every(({ due = 0 }) => due < 0)).toBe(true);
  });

  test("is narrowed to those somebody is writing in, those switched off, and those past their day", async () => {
    const draft = { title: "Paszport", why: "", origin: "editor" as const, documents: [], at: house.now() };
    await house.storage.content.addDraft({ ...draft, subject: "article:paszport" });
    await house.storage.content.addDraft({ ...draft, subject: "document:dialogs/idea.yaml" });
    expect(await lists("state=draft")).toMatchObject([{ id: "paszport", drafted: true }]);
    await zofia.posts("topics", { topic: "article:karta-krakowska", off: true, why: "zmiana zasad" });
    expect(idsOf(await lists("state=off"))).toEqual(["karta-krakowska"]);
    const { articles } = house.parts.content();
    const past = { articles, figures: new Map(), today: "2050-01-01" };
    expect(listArticles(ArticleQuery.parse({ state: "doubt" }), past).found).toBe(107);
    expect((await lists("state=doubt")).every(({ doubt }) => doubt !== undefined)).toBe(true);
  });

  test("what became of an article is counted, and orders the list", async () => {
    const id = await house.conversation();
    for (const text of ["Zameldowanie na pobyt stały lub czasowy", "chcę rozmawiać z człowiekiem"])
      await house.says(id, text, { record: house.parts.content().tryOut(text, house.now()) });
    const figures = { asked: 1, answered: 1, chosen: 0, refused: 0, handedOver: 1 };
    for (const sort of ["used", "handed_over"]) {
      const [first, second] = await lists(`sort=${sort}`);
      expect(first).toMatchObject({ id: "zameldowanie-staly-czasowy", figures });
      expect(second?.figures.answered).toBe(0);
    }
    expect((await zofia.gets(`${ARTICLES}/zameldowanie-staly-czasowy`)).body.figures).toEqual(figures);
  });

  test("a wrong filter is refused by name", async () => {
    const answer = await zofia.gets(`${ARTICLES}?sort=best&from=-1`);
    expect(answer).toMatchObject({ status: 400, error: "wrong_body", body: { error: { fields: ["sort", "from"] } } });
  });
});

describe("one article", () => {
  const ID = "zameldowanie-staly-czasowy";

  test("has all its languages beside each other, with headings of their own", async () => {
    const { body } = await zofia.gets(`${ARTICLES}/${ID}`);
    expect(body.versions.map(({ language }: { language: string }) => language)).toEqual(["pl", "en", "uk"]);
    const headings = body.versions.map(({ parts }: { parts: { heading?: string }[] }) => parts[1]?.heading);
    expect(headings).toEqual(["Dla kogo", "Who it is for", "Для кого"]);
    expect(body.related[0]).toEqual({ id: "wymeldowanie", title: expect.stringContaining("ymeldowanie") });
  });

  test("is read as residents read it: the bot's own words, in a messenger with actions, in a mail", async () => {
    const { body } = await zofia.gets(`${ARTICLES}/${ID}/preview?language=en&section=fee`);
    expect(body.text).toMatch(/^Registering your address \(Polish citizens\) – how much:/);
    expect(body.messenger).toEqual({ text: body.text, actions: body.choices });
    expect(body.choices).toContain("Where");
    expect(body.plain).toContain("Assistant\nRegistering your address");
  });

  test("guidance names rivals by their titles, and what is in it fits together", async () => {
    const guidance: GuidanceView = (await zofia.gets(`${ARTICLES}/wymeldowanie/guidance`)).body;
    expect(guidance.readability.fog).toBeGreaterThan(1);
    for (const { phrases, title } of guidance.rivals) {
      expect(title).not.toBe("");
      expect(phrases.every(({ own, other, lost }) => other >= own - 0.1 && lost === other > own)).toBe(true);
    }
  });

  test("that does not exist is not found, and a language there is not is refused", async () => {
    for (const path of ["", "/guidance", "/preview"])
      expect(await zofia.gets(`${ARTICLES}/nie-ma${path}`)).toMatchObject({ status: 404, error: "not_found" });
    expect(await zofia.gets(`${ARTICLES}/${ID}/preview?language=de`)).toMatchObject({ status: 400 });
  });
});

describe("the bench", () => {
  const tries = async (...questions: string[]): Promise<BenchRow[]> =>
    (await zofia.posts("knowledge-bench", { questions })).body.rows;

  test("tells what the bot would do, why, and what else it might have been", async () => {
    const [row, person] = await tries("Zameldowanie na pobyt stały lub czasowy", "chcę rozmawiać z człowiekiem");
    expect(row).toMatchObject({
      decision: "answer",
      band: "act",
      language: "pl",
      because: "it_is_clear",
      about: ["Zameldowanie na pobyt stały lub czasowy"],
    });
    expect(row?.candidates[0]?.meaning).toBe("Zameldowanie na pobyt stały lub czasowy");
    expect(person).toMatchObject({ decision: "hand_off", because: "a_person_is_wanted" });
  });

  test("masks personal data, logs none and stores nothing", async () => {
    const before = house.logged.length;
    const [row] = await tries("mój PESEL to 44051401359, zadzwońcie na 600 100 200, ile kosztuje paszport");
    expect(row?.maskedText).not.toMatch(/44051401359|600 100 200/);
    expect(JSON.stringify(house.logged.slice(before))).not.toMatch(/44051401359|600 100 200|paszport/);
    expect(await house.storage.db.selectFrom("conversations").select("id").where("id", "=", "first").execute()).toEqual(
      [],
    );
  });

  test("comes as a file in which nothing is calculated", async () => {
    const answer = await fetch(`${house.url}/console/api/knowledge-bench/csv`, {
      method: "POST",
      headers: change(zofia),
      body: JSON.stringify({ questions: ["=1+1 paszport", '"dowód"; PESEL 44051401359'] }),
    });
    const file = await answer.text();
    const [titles, first, second] = file.split("\r\n");
    expect(titles).toMatch(/^(?:\uFEFF)?Pytanie/);
    expect(first).toMatch(/^'=1\+1 paszport;pl;/);
    expect(second).toMatch(/^"""dowód""; PESEL \[/);
    expect(file).not.toContain("44051401359");
  });

  test.each([
    ["none", []],
    ["more than 200", Array.from({ length: 201 }, () => "paszport")],
    ["an empty one", ["  "]],
    ["an endless one", ["a".repeat(501)]],
  ])("refuses %s", async (_, questions) => {
    expect(await zofia.posts("knowledge-bench", { questions })).toMatchObject({ status: 400, error: "wrong_body" });
  });
});
