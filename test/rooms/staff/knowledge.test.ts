import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
});
afterAll(() => house.close());

type Hit = { id: string; title: string; answer: string; score: number };
const finds = async (typed: string, language = "pl"): Promise<Hit[]> =>
  (await anna.gets(`knowledge?q=${encodeURIComponent(typed)}&language=${language}`)).body.hits;
const ids = (hits: Hit[]) => hits.map(({ id }) => id);

describe("the knowledge base while typing", () => {
  test("cut words find titles, without diacritics and in any case", async () => {
    expect((await finds("dow oso wym"))[0]?.id).toBe("dowod-osobisty-wymiana");
    expect((await finds("dow oso"))[0]?.id).toMatch(/^dowod-osobisty/);
    expect((await finds("ŻŁOB"))[0]?.id).toBe("zlobek-zapisy-i-oplaty");
    expect((await finds("zlob"))[0]?.id).toBe("zlobek-zapisy-i-oplaty");
  });

  test("a whole question finds what the bot would find", async () => {
    expect(ids(await finds("ile kosztuje parkowanie w centrum")).slice(0, 3)).toContain("parkowanie-oplaty");
  });

  test("a title in the caller's language is found, and the answer is in it; the name stays Polish for staff", async () => {
    const [hit] = await finds("City Guard and emer", "en");
    expect(hit).toMatchObject({ id: "straz-miejska-i-pogotowia", answer: expect.stringContaining("Emergency: 112") });
    expect(hit?.title).toMatch(/Straż Miejska/i);
  });

  test("the best come first, each once, and not too many", async () => {
    const hits = await finds("karta");
    expect(new Set(ids(hits)).size).toBe(hits.length);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(hits.length).toBeLessThanOrEqual(8);
  });

  test.each(["", "   ", "?!", "qqqqqqq"])("%j finds nothing", async (typed) => {
    expect(await finds(typed)).toEqual([]);
  });

  test("an unknown language is Polish, and very long words are cut", async () => {
    expect((await finds("zlob", "xx"))[0]?.answer).toMatch(/[ąęłóśżźć]/);
    expect((await anna.gets(`knowledge?q=${"dowod ".repeat(300)}`)).status).toBe(200);
  });
});

describe("one article", () => {
  test("has its parts in order, with their headings", async () => {
    const { body } = await anna.gets("knowledge/kck-kontakt");
    expect(body).toMatchObject({ title: expect.stringContaining("Krakowskie Centrum Kontaktu"), language: "pl" });
    expect(body.sections.map(({ heading }: { heading: string }) => heading).slice(0, 3)).toEqual([
      "Dla kogo",
      "Co przygotować",
      "Krok po kroku",
    ]);
    expect(body.related[0]).toEqual({ id: "godziny-i-adresy-urzedu", title: "Godziny i adresy Urzędu Miasta Krakowa" });
  });

  test("tells which language its sections are in", async () => {
    const where: Record<string, string> = { pl: "Gdzie", en: "Where", uk: "Де" };
    for (const language of ["en", "uk"]) {
      const { body } = await anna.gets(`knowledge/pom-galerie-handlowe?language=${language}`);
      expect(body.language).toBe(language);
      expect(body.sections.map(({ heading }: { heading: string }) => heading)).toContain(where[body.sectionsLanguage]);
    }
  });

  test("that does not exist is not found", async () => {
    expect(await anna.gets("knowledge/nie-ma")).toMatchObject({ status: 404, error: "not_found" });
  });
});

describe("what a message may mean", () => {
  const names = async (typed: string): Promise<string[]> => {
    const found: { intent: { kind: string; id: string } }[] = (
      await anna.gets(`intents?q=${encodeURIComponent(typed)}`)
    ).body.intents;
    return found.map(({ intent }) => `${intent.kind}:${intent.id}`);
  };

  test("without words all of it: articles, services, dialogs, other institutions, small talk", async () => {
    const all = await names("");
    for (const one of ["article:paszport", "service:pothole", "dialog:idea", "outside:zus", "talk:thanks"])
      expect(all).toContain(one);
  });

  test("with words what they name, kinds of report too", async () => {
    expect(await names("dziur jezd")).toContain("service:pothole");
    expect((await names("paszp"))[0]).toBe("article:paszport");
  });

  test("every one offered may be proposed as a label", async () => {
    const id = await house.conversation();
    const seq = await house.says(id, "halo");
    const { intents } = (await anna.gets("intents")).body;
    for (const kind of ["article", "service", "dialog", "outside", "talk"]) {
      const { intent } = intents.find((one: { intent: { kind: string } }) => one.intent.kind === kind);
      expect((await anna.posts(`conversations/${id}/labels`, { seq, intent })).status).toBe(200);
    }
  });
});

test("kinds of report, areas and ready replies are listed in Polish", async () => {
  const { services } = (await anna.gets("services")).body;
  expect(services.find(({ code }: { code: string }) => code === "pothole")).toMatchObject({
    label: "Dziura w jezdni",
    group: "drogi",
    kind: "report",
    unit: "Zarząd Dróg Miasta Krakowa",
  });
  const { areas } = (await anna.gets("areas")).body;
  expect(areas).toContainEqual({ id: "drogi", name: "Drogi i parkowanie" });
  const { shortcuts } = (await anna.gets("shortcuts")).body;
  expect(shortcuts.length).toBeGreaterThanOrEqual(30);
  expect(shortcuts.map(({ code }: { code: string }) => code)).toContain("numer-zgloszenia");
});

test("an analyst sees figures, not the knowledge base; an editor reads it", async () => {
  const analyst = await house.hires("analyst");
  const editor = await house.hires("editor");
  for (const path of ["knowledge?q=dow", "knowledge/paszport", "intents", "shortcuts", "services", "areas"]) {
    expect((await analyst.gets(path)).status).toBe(403);
    expect((await editor.gets(path)).status).toBe(200);
  }
});
