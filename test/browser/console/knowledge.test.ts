import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { realParts } from "../../learnt";
import { describeIfChromium } from "../../reachable";
import { looks } from "./looks";
import { openShift, type Shift } from "./shift";

jest.setTimeout(120_000);

const DUE = "zameldowanie-staly-czasowy";

/** What the bot knows, with one article whose day to be looked at again is long past. */
function partsWithOneDue() {
  const parts = realParts();
  const articles = new Map(parts.content.articles);
  const article = articles.get(DUE);
  if (article) articles.set(DUE, { ...article, checkAgain: "2026-01-15" });
  return { ...parts, content: { ...parts.content, articles } };
}

describeIfChromium("the knowledge studio", () => {
  let shift: Shift;
  beforeAll(async () => {
    shift = await openShift({}, partsWithOneDue());
    await shift.account("zofia", "editor");
  });
  afterAll(() => shift.close());

  const picks = async (page: Page, label: string, option: string) => {
    await page.getByRole("combobox", { name: label, exact: true }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  const goes = async (page: Page, view: string) => {
    await page.goto(`${shift.address}/console/knowledge${view}`);
    await page.locator("[data-page-title]").waitFor({ state: "attached" });
  };

  test("an editor finds what is due, reads what might be better about it, and tries a question", async () => {
    const book = looks("knowledge");
    const { page, troubles } = await shift.comes("zofia");
    await page.getByRole("heading", { name: "Wiedza" }).waitFor();
    await picks(page, "Przegląd", "minął lub w ciągu 30 dni");
    await picks(page, "Kolejność", "najbliższy przegląd");
    const rows = page.getByRole("list", { name: "Artykuły" }).getByRole("listitem");
    await rows
      .first()
      .getByText(/przegląd minął \d+ dni temu/)
      .waitFor();
    await book.lookInBoth("articles", page);
    const title = (await rows.first().getByRole("link").textContent()) ?? "";
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await page.getByRole("region", { name: "Krótka odpowiedź" }).waitFor();
    await book.lookInBoth("article", page);

    await page.getByRole("tab", { name: "Podgląd" }).click();
    await page.getByRole("region", { name: "W czacie na stronie" }).getByText(title, { exact: true }).waitFor();
    await book.lookInBoth("preview", page);
    await page.getByRole("tab", { name: "Wskazówki" }).click();
    await page.getByText(/^Termin minął \d+ dni temu\./).waitFor();
    await page.getByText(/^FOG-PL: \d/).waitFor();
    await book.lookInBoth("guidance", page);
    await page.getByRole("link", { name: "Wszystkie artykuły" }).click();
    await rows.first().getByRole("link", { name: title }).waitFor();

    await page.getByRole("tab", { name: "Próba pytań" }).click();
    await page.getByRole("button", { name: "Sprawdź" }).click();
    await page.getByText("Wpisz przynajmniej jedno pytanie.").waitFor();
    await page.getByLabel("Pytania", { exact: true }).fill(`${title}\nPESEL 44051401359, jak wyrobić paszport`);
    await page.getByRole("button", { name: "Sprawdź" }).click();
    const results = page.getByRole("region", { name: "Wyniki" });
    await results.getByText("Pytania: 2").waitFor();
    await results.getByText(/^PESEL \[PESEL\], jak wyrobić paszport$/).waitFor();
    await results.getByText("Dlaczego:").first().waitFor();
    await book.lookInBoth("bench", page);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Pobierz jako CSV" }).click();
    const file = await readFile(await (await downloading).path(), "utf8");
    expect(file.split("\r\n")).toHaveLength(4);
    expect(file).not.toContain("44051401359");
    await narrow(page, book);
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  /** One language is read at a time, and nothing sticks out. */
  const narrow = async (page: Page, book: ReturnType<typeof looks>) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await goes(page, "");
    await page.getByRole("list", { name: "Artykuły" }).waitFor();
    await book.look("narrow articles", page, "all but colours");
    await goes(page, `/${DUE}`);
    await page.getByText("angielski", { exact: true }).click();
    await page.getByRole("heading", { name: "Registering your address (Polish citizens)" }).waitFor();
    await book.look("narrow article", page, "all but colours");
    for (const view of ["preview", "guidance"]) {
      await goes(page, `/${DUE}?view=${view}`);
      await page.getByText(view === "preview" ? "Zwykły tekst" : /^FOG-PL: /).waitFor();
      await book.look(`narrow ${view}`, page, "all but colours");
    }
    await goes(page, "/_bench");
    await page.getByLabel("Pytania", { exact: true }).fill("chcę z człowiekiem");
    await page.getByRole("button", { name: "Sprawdź" }).click();
    await page.getByRole("region", { name: "Wyniki" }).waitFor();
    await book.look("narrow bench", page, "all but colours");
  };
});
