import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { until } from "./hands";
import { looks } from "./looks";
import { openShift, type Shift } from "./shift";

jest.setTimeout(120_000);

const ASKS = "jak wymienić dowód osobisty";
const TITLE = "Wymiana dowodu osobistego";

describeIfChromium("a topic on which the bot does not answer", () => {
  let shift: Shift;
  beforeAll(async () => {
    shift = await openShift();
    await shift.account("zofia", "editor");
    await shift.account("karol", "consultant");
  });
  afterAll(() => shift.close());

  const opens = async (page: Page, path: string) => {
    await page.goto(`${shift.address}/console/knowledge${path}`);
    await page.locator("[data-page-title]").waitFor({ state: "attached" });
  };
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const hasFocus = (page: Page, name: string) =>
    until(async () => (await page.evaluate("document.activeElement?.textContent")) === name);

  test("an editor switches an article off: the bot brings a person at once; on again it answers", async () => {
    const book = looks("topics");
    const anna = await shift.resident();
    expect(await anna.says(ASKS)).toContain("Złóż wniosek osobiście");
    const { page, troubles } = await shift.comes("zofia");
    await opens(page, "/dowod-osobisty-wymiana");
    await button(page, "Wyłącz odpowiadanie").click();
    const dialog = page.getByRole("dialog", { name: "Wyłącz odpowiadanie" });
    await dialog.getByRole("textbox", { name: "Dlaczego" }).fill("zmieniła się ustawa");
    await book.look("why", page);
    await dialog.getByRole("button", { name: "Wyłącz odpowiadanie" }).click();
    await page.getByText("Bot nie odpowiada na ten temat – łączy z człowiekiem").waitFor();
    await page.getByText("zmieniła się ustawa").waitFor();
    await page.getByText(/^Zofia, \d\d:\d\d$/).waitFor();
    await hasFocus(page, "Włącz odpowiadanie");
    await book.lookInBoth("off", page);
    expect(await anna.says(ASKS)).toContain("W tej sprawie odpowie Ci konsultant.");

    await opens(page, `?q=${encodeURIComponent(TITLE)}`);
    await page.getByText("Tematy, na które bot nie odpowiada: 1").click();
    const row = page.getByRole("list", { name: "Artykuły" }).getByRole("listitem").filter({ hasText: TITLE });
    await row.getByText("nie odpowiada bot").waitFor();
    await book.lookInBoth("list", page);
    await button(page, `Włącz odpowiadanie: ${TITLE}`).click();
    await row.getByText("nie odpowiada bot").waitFor({ state: "detached" });
    await hasFocus(page, "Wiedza");
    const piotr = await shift.resident();
    expect(await piotr.says(ASKS)).toContain("Złóż wniosek osobiście");
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  test("a kind of report is found by its name; what is said to people in danger stays on", async () => {
    const book = looks("topics");
    const { page, troubles } = await shift.comes("zofia");
    await opens(page, "");
    await button(page, "Wyłącz odpowiadanie").click();
    const dialog = page.getByRole("dialog", { name: "Wyłącz odpowiadanie" });
    const search = dialog.getByRole("textbox", { name: "Temat" });
    await search.fill("interwencja kryzysowa");
    await dialog.getByRole("option").first().click();
    await dialog.getByText(/^Na to bot odpowiada zawsze: /).waitFor();
    await dialog.getByRole("textbox", { name: "Dlaczego" }).fill("awaria");
    expect(await dialog.getByRole("button", { name: "Wyłącz odpowiadanie" }).isDisabled()).toBe(true);
    await search.fill("dziura w jezdni");
    await dialog.getByRole("option", { name: "Dziura w jezdni" }).first().click();
    await dialog.getByText(/^Wybrano: Dziura w jezdni/).waitFor();
    await book.look("any topic", page);
    await dialog.getByRole("button", { name: "Wyłącz odpowiadanie" }).click();
    await page.getByText("Tematy, na które bot nie odpowiada: 1").waitFor();
    await hasFocus(page, "Wyłącz odpowiadanie");
    const anna = await shift.resident();
    expect(await anna.says("dziura w jezdni na Długiej 12")).toContain("W tej sprawie odpowie Ci konsultant.");
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  test("a consultant reads what is off and why, and cannot change it", async () => {
    const { page, person } = await shift.comes("karol");
    await opens(page, "");
    await page.getByText(/^Tematy, na które bot nie odpowiada: \d$/).click();
    await page.getByText("awaria").waitFor();
    expect(await page.getByRole("button", { name: /odpowiadanie/ }).count()).toBe(0);
    expect((await person.posts("topics", { topic: "service:pothole", off: false })).error).toBe("forbidden");
    await page.context().close();
  });
});
