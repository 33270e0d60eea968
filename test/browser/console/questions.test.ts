import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { until } from "./hands";
import { looks } from "./looks";
import { openShift, type Shift } from "./shift";

jest.setTimeout(240_000);

const OFTEN = "kwantowa teleportacja bigosu";
const SELDOM = "kosmici wylądowali";

describeIfChromium("what residents asked in vain", () => {
  let shift: Shift;
  beforeAll(async () => {
    shift = await openShift();
    await shift.account("zofia", "editor");
    for (const text of [SELDOM, OFTEN, "kwantowe teleportacje bigosu", OFTEN]) {
      const resident = await shift.resident();
      await resident.says(text);
    }
  });
  afterAll(() => shift.close());

  const presses = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const rows = (page: Page) => page.getByRole("list", { name: "Grupy pytań" }).getByRole("listitem");
  const hasFocus = (page: Page, said: string) =>
    until(async () => String(await page.evaluate("document.activeElement.textContent")).includes(said));
  const choosesTopic = async (page: Page, words: string, title: RegExp) => {
    await page.getByRole("textbox", { name: "Do jakiego tematu" }).fill(words);
    await page.getByRole("option", { name: title }).first().click();
  };

  test("an editor adds words to a topic's draft, knowing what they are taken from, and takes it back", async () => {
    const book = looks("questions");
    const { page, troubles } = await shift.comes("zofia");
    await page.goto(`${shift.address}/console/knowledge`);
    await page.getByRole("tab", { name: "Pytania" }).click();
    await rows(page).nth(1).waitFor();
    expect(await rows(page).getByRole("link").allTextContents()).toEqual([OFTEN, SELDOM]);
    await rows(page).first().getByText("3 razy").waitFor();
    await book.lookInBoth("list", page);

    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 2, name: OFTEN }).waitFor();
    await hasFocus(page, OFTEN);
    await page.getByText("Zaznaczone: 2").waitFor();
    await page.getByRole("checkbox", { name: "kwantowe teleportacje bigosu" }).uncheck();
    await page.getByText("Zaznaczone: 1").waitFor();
    await book.lookInBoth("group", page);

    await presses(page, "Dodaj do tematu…");
    await choosesTopic(page, "stoisko handlowe", /^Stoisko handlowe/);
    await page.getByRole("button", { name: /^Dodaj do szkicu: / }).click();
    await page.getByText(`To przesunie „${OFTEN}” od`).waitFor();
    await book.lookInBoth("warning", page);
    await presses(page, "Dodaj mimo to");
    await hasFocus(page, "Dodano do szkicu.");
    await page.getByRole("status").getByRole("link", { name: "Otwórz szkic" }).waitFor();
    await page.getByRole("heading", { name: "Co już zdecydowano" }).waitFor();
    await until(async () => (await rows(page).count()) === 1);
    await book.lookInBoth("added", page);
    await presses(page, "Cofnij");
    await hasFocus(page, "Cofnięto.");
    await until(async () => (await rows(page).count()) === 2);
    expect((await (await shift.comes("zofia")).person.gets("drafts")).body.items).toEqual([]);
    expect({ accused: book.accused, troubles: troubles.filter((said) => !said.includes("409")) }).toEqual({
      accused: {},
      troubles: [],
    });
    await page.context().close();
  });

  test("or begins an article, gives it to somebody, or sees that it is not the city's", async () => {
    const book = looks("questions narrow");
    const { page, troubles } = await shift.comes("zofia", { viewport: { width: 390, height: 844 } });
    await page.goto(`${shift.address}/console/knowledge/_questions`);
    await rows(page).getByRole("link", { name: SELDOM }).click();
    await page.getByRole("heading", { level: 2, name: SELDOM }).waitFor();
    await book.look("narrow", page, "all but colours");
    await page.getByRole("combobox", { name: "Kto się tym zajmie" }).click();
    await page.getByRole("option", { name: "Zofia" }).click();
    await hasFocus(page, "Zapisano, kto się tym zajmuje.");
    await page.getByText("Ktoś się zajmuje", { exact: true }).first().waitFor();
    await presses(page, "Poza zakresem miasta");
    await hasFocus(page, "Oznaczono jako poza zakresem.");
    await page
      .getByRole("button", { name: /^Poza zakresem/, pressed: false })
      .first()
      .click();
    await rows(page).getByRole("link", { name: SELDOM }).waitFor();

    await presses(page, "Nowy artykuł…");
    await page.getByRole("textbox", { name: "Tytuł artykułu" }).fill("Kosmici");
    await book.look("narrow, new article", page, "all but colours");
    await presses(page, "Zacznij szkic");
    await hasFocus(page, "Zaczęto szkic nowego artykułu.");
    await page.getByRole("status").getByRole("link", { name: "Otwórz szkic" }).click();
    await page.getByRole("heading", { level: 1, name: /Kosmici/ }).waitFor();
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });
});
