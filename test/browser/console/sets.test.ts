import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { looks } from "./looks";
import { openShift, type Shift } from "./shift";

jest.setTimeout(300_000);

const card = "article:dowod-osobisty-wymiana";
const lines = (...texts: [string, string[]][]) =>
  texts.map(([text, right]) => JSON.stringify({ text, right })).join("\n");

describeIfChromium("what measures the bot", () => {
  let shift: Shift;
  beforeAll(async () => {
    shift = await openShift();
    await shift.account("zofia", "editor");
  });
  afterAll(() => shift.close());

  const opens = async (page: Page, view = "") => {
    await page.goto(`${shift.address}/console/knowledge/_sets${view}`);
    await page.getByRole("tab", { name: "Zestawy" }).last().waitFor();
  };

  test("an editor imports a set, runs it, reads what was missed, and takes a text out", async () => {
    const book = looks("sets");
    const { page, troubles } = await shift.comes("zofia");
    await page.getByRole("heading", { name: "Wiedza" }).waitFor();
    await page.getByRole("tab", { name: "Zestawy" }).click();
    await page.getByText("Nie ma jeszcze żadnego zestawu.").waitFor();

    await page.getByRole("combobox", { name: "Nazwa zestawu" }).fill("Dowody");
    await page.getByRole("button", { name: "Importuj" }).click();
    await page.getByText("Wklej treść albo wczytaj plik.").waitFor();
    const content = page.getByLabel("Treść");
    await content.fill(lines(["zgubiłem stary dowód, PESEL 44051401359", ["article:nie-ma"]]));
    await page.getByRole("button", { name: "Importuj" }).click();
    await page.getByText("Wiersz 1: nie ma znaczenia „article:nie-ma”.").waitFor();
    await book.lookInBoth("import refused", page);
    expect(await content.inputValue()).toContain("44051401359");
    await content.fill(
      lines(
        ["jak wymienić dowód osobisty, mój PESEL 44051401359", [card]],
        ["qwerty asdf", [card]],
        ["qwerty zxcv", []],
      ),
    );
    await page.getByRole("button", { name: "Importuj" }).click();
    await page.getByText("Dodano: 3, już były: 0.").waitFor();

    await page.getByRole("link", { name: "Dowody" }).click();
    await page.getByRole("heading", { name: "Dowody" }).waitFor();
    await page.getByText("jak wymienić dowód osobisty, mój PESEL [PESEL]").waitFor();
    await page.getByRole("button", { name: "Uruchom zestaw" }).click();
    const result = page.getByRole("region", { name: "Wynik" });
    await result.getByRole("listitem").filter({ hasText: "qwerty asdf" }).getByText("chybione").waitFor();
    await book.lookInBoth("run", page);
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Pobierz JSONL" }).click();
    const file = await readFile(await (await downloading).path(), "utf8");
    expect(JSON.parse(file.split("\n")[1] ?? "")).toEqual({ text: "qwerty asdf", right: [card] });
    await page.getByRole("button", { name: "Usuń z zestawu: qwerty zxcv" }).click();
    await page.getByRole("button", { name: "Usuń z zestawu: qwerty zxcv" }).waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement?.textContent")).toBe("Teksty w zestawie");
    const refused = "Failed to load resource: the server responded with a status of 400 (Bad Request)";
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [refused] });
    await page.context().close();
  });

  test("a file is loaded, and a question of the bench goes into a set with what it means", async () => {
    const book = looks("sets");
    const { page, troubles } = await shift.comes("zofia");
    await opens(page);
    const buffer = Buffer.from(`tekst;znaczenia\n"dowód; gdzie?";${card}\n`);
    await page.locator('input[type="file"]').setInputFiles({ name: "Z pliku.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Importuj" }).click();
    await page.getByRole("link", { name: "Z pliku" }).waitFor();

    await page.getByRole("tab", { name: "Próba pytań" }).click();
    await page.getByLabel("Pytania", { exact: true }).fill("kiedy odbiorę nowy paszport");
    await page.getByRole("button", { name: "Sprawdź" }).click();
    await page.getByRole("button", { name: "Dodaj do zestawu" }).click();
    await page.getByRole("combobox", { name: "Nazwa zestawu" }).fill("Z pliku");
    await page.getByRole("combobox", { name: "Właściwe znaczenia" }).fill("paszport");
    await page
      .getByRole("option", { name: /paszport/i })
      .first()
      .click();
    await book.look("bench with a set", page);
    await page.getByRole("button", { name: "Zapisz w zestawie" }).click();
    await page.getByText("Dodano do zestawu „Z pliku”.").waitFor();
    await page.getByRole("button", { name: "Dodaj do zestawu" }).and(page.locator(":focus")).waitFor();
    const { body } = await (await signedIn()).gets(`regression/${encodeURIComponent("Z pliku")}`);
    expect(body.items).toMatchObject([
      { text: "dowód; gdzie?", right: [{ name: card }] },
      { text: "kiedy odbiorę nowy paszport", right: [{ name: expect.stringContaining("paszport") }] },
    ]);
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  test("the map of topics is sorted and narrowed, the dial shows what it does before it becomes a draft", async () => {
    const book = looks("sets");
    const { page, troubles } = await shift.comes("zofia");
    await opens(page, "?view=coverage");
    await page.getByText("Oznaczone teksty").waitFor();
    await book.lookInBoth("coverage", page);
    await page.getByText("tematów", { exact: true }).click();
    await page.getByRole("button", { name: "Sformułowania" }).click();
    const sorted = page.getByRole("columnheader", { name: "Sformułowania" });
    expect(await sorted.getAttribute("aria-sort")).toBe("descending");
    await sorted.getByRole("button").press("Enter");
    expect(await sorted.getAttribute("aria-sort")).toBe("ascending");
    await page.getByText(/^Wiersze: 1\d\d$/).waitFor();
    await book.look("topics", page);

    await page.getByRole("tab", { name: "Ryzyko" }).click();
    await page.getByText(/^Odpowie od razu na \d+% pytań/).waitFor();
    await page.getByRole("textbox", { name: /^Najwyżej tylu na stu/ }).fill("0,5");
    await page.getByText(/^Przy tak małej liczbie nie odpowie od razu/).waitFor();
    await page.getByRole("slider").press("ArrowRight");
    await page.getByRole("slider").press("ArrowRight");
    await page.getByRole("slider").press("ArrowRight");
    await page.getByText(/myli się w [\d,]+% tych odpowiedzi/).waitFor();
    await page.getByText("Jako tabela").click();
    await page.getByRole("rowheader", { name: /\(po zmianie\)$/ }).waitFor();
    await book.lookInBoth("risk", page);
    await page.setViewportSize({ width: 390, height: 844 });
    await book.look("narrow risk", page, "all but colours");
    await page.getByRole("button", { name: "Przygotuj zmianę" }).click();
    await page.waitForURL(/\/knowledge\/_draft\/[\w-]+$/);
    await page.getByRole("tab", { name: "Sprawdź i opublikuj" }).click();
    await page.getByRole("heading", { name: "Co się zmieni" }).waitFor();
    await opens(page, "?view=coverage");
    await page.getByText("Oznaczone teksty").waitFor();
    await book.look("narrow coverage", page, "all but colours");
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  test("a set is gone with its last text, or as a whole, and the others are shown", async () => {
    const { page, troubles, person } = await shift.comes("zofia");
    const texts = [{ text: "qwerty", right: [] }];
    for (const set of ["Ostatni", "Cały"]) await person.posts(`regression/${encodeURIComponent(set)}/texts`, { texts });
    const isGone = async (set: string) => {
      await page.getByRole("link", { name: set }).waitFor({ state: "detached" });
      await page.getByRole("heading", { name: "Zestawy" }).waitFor();
      expect(new URL(page.url()).search).toBe("");
    };
    await opens(page);
    await page.getByRole("link", { name: "Ostatni" }).click();
    await page.getByRole("button", { name: "Usuń z zestawu: qwerty" }).click();
    await isGone("Ostatni");
    await page.getByRole("heading", { name: "Wiedza" }).and(page.locator(":focus")).waitFor();
    await page.getByRole("link", { name: "Cały" }).click();
    await page.getByRole("button", { name: "Usuń zestaw" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Usuń zestaw" }).click();
    await isGone("Cały");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("the dial, once published, is what the bot holds to", async () => {
    const zofia = await signedIn();
    const { body: draft } = await zofia.gets(
      `drafts/${(await zofia.posts("knowledge-risk", { answers: 2 })).body.draft}`,
    );
    expect(draft).toMatchObject({ mistakes: [], documents: [{ text: expect.stringContaining("wrong_answers: 2\n") }] });
    const { body: effect } = await zofia.gets(`drafts/${draft.id}/effect`);
    const act = { act: "publish", seen: draft.version, why: "mniej pomyłek", confirmed: effect.candidate };
    expect((await zofia.posts(`drafts/${draft.id}/decisions`, act)).status).toBe(200);
    const { page } = await shift.comes("zofia");
    await opens(page, "?view=risk");
    await page.getByText("Dziś przyjęte: 2 na sto.").waitFor();
    await page.context().close();
  });

  const signedIn = async () => (await shift.comes("zofia")).person;
});
