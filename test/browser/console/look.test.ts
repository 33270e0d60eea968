import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { beginShift, box, chooses, item, line, list, says, until } from "./hands";
import { looks } from "./looks";
import { openShift, type Shift } from "./shift";

jest.setTimeout(180_000);

type Look = (name: string) => Promise<void>;

describeIfChromium("the desk looks right in every state", () => {
  let shift: Shift;
  beforeAll(async () => {
    shift = await openShift({ OFFER_SECONDS: 600 });
    await shift.account("anna", "consultant", { capacity: 0 });
    await shift.account("maria", "supervisor", { capacity: 0 });
    await shift.admin.posts("teams", { name: "Drogi", members: [] });
  });
  afterAll(() => shift.close());

  /** Somebody who began a report, asked for a person, and waits with these words. */
  const waits = async (words: string) => {
    const resident = await shift.resident();
    for (const said of ["dziura na Długiej 12", "chcę rozmawiać z człowiekiem", words]) await resident.says(said);
    return resident;
  };

  const lists = async (page: Page, words: string, look: Look) => {
    await list(page, "Uśpione").click();
    await page.getByText("Nie ma uśpionych rozmów.").waitFor();
    await look("list, empty");
    await waits(words);
    await list(page, "Czekają").click();
    await item(page, words).waitFor();
    await look("list, waiting");
    await page.getByRole("button", { name: "Filtruj listy" }).click();
    await page.getByLabel("Dziedzina", { exact: true }).first().waitFor();
    await look("list, filter");
    await page.keyboard.press("Escape");
    const search = page.getByRole("searchbox", { name: "Szukaj w rozmowach" });
    await search.fill(words);
    await page.getByText(/Znalezione we wszystkich rozmowach: 1/).waitFor();
    await look("list, found");
    await search.fill("qwertyuiop");
    await page.getByText(/Nic nie pasuje do/).waitFor();
    await look("list, nothing found");
    await search.fill("");
  };

  const reads = async (page: Page, words: string, look: Look) => {
    await item(page, words).click();
    await page.getByRole("button", { name: /^Przejmij rozmowę/ }).waitFor();
    await look("conversation, waiting");
    await page.locator("summary", { hasText: "Asystent:" }).first().click();
    await page.getByRole("list", { name: "Możliwe znaczenia" }).waitFor();
    await look("conversation, thoughts");
    await page.getByRole("button", { name: "Poprawna odpowiedź byłaby…" }).click();
    await page.getByRole("textbox", { name: "Poprawna odpowiedź byłaby…" }).fill("lampa");
    await page.getByRole("option").first().waitFor();
    await look("conversation, correction");
    await page.getByRole("button", { name: "Anuluj" }).press("Enter");
    await page.getByRole("button", { name: /^Przejmij rozmowę/ }).click();
    await says(page, "Dzień dobry, już sprawdzam.");
    await look("conversation, held");
    await box(page).fill("/");
    await page.getByRole("listbox", { name: "Gotowe odpowiedzi" }).waitFor();
    await look("conversation, ready replies");
    await box(page).fill("");
  };

  const helps = async (page: Page, look: Look) => {
    await page.getByRole("tab", { name: "Podpowiedzi" }).click();
    await page.getByRole("searchbox", { name: "Szukaj w bazie wiedzy" }).fill("parkowanie");
    const aside = page.getByRole("complementary", { name: "Panel boczny" });
    await aside.getByRole("listitem").getByRole("button").first().waitFor();
    await look("side, hints");
    await page.getByRole("searchbox", { name: "Szukaj w bazie wiedzy" }).press("Enter");
    await aside.getByRole("button", { name: "Wyniki" }).waitFor();
    await aside.getByRole("heading", { level: 4 }).waitFor();
    await look("side, article");
    await page.getByRole("tab", { name: /Sprawa/ }).click();
    await page.getByRole("heading", { name: "Wcześniejsze rozmowy" }).waitFor();
    await look("side, matter");
    await page.getByRole("button", { name: "Wypełnij zgłoszenie" }).click();
    await page.getByRole("combobox", { name: "Czego dotyczy zgłoszenie" }).fill("dziura");
    await page.getByRole("option", { name: "Dziura w jezdni" }).click();
    const place = aside.getByLabel(/^Miejsce/);
    await until(async () => (await place.inputValue()) !== "");
    await place.fill("");
    await page.getByRole("button", { name: "Zapisz zgłoszenie" }).click();
    await aside.locator("form .mantine-InputWrapper-error").first().waitFor();
    await look("side, report with mistakes");
    await page.getByRole("tab", { name: /Notatki/ }).click();
    await page.getByRole("textbox", { name: "Nowa notatka" }).fill("@An");
    await page.getByRole("option", { name: /Anna/ }).first().waitFor();
    await look("side, notes with a mention");
    await page.getByRole("textbox", { name: "Nowa notatka" }).fill("Mieszkaniec ma zdjęcie.");
    await page.getByRole("button", { name: "Zapisz notatkę" }).click();
    await aside.getByRole("listitem").filter({ hasText: "ma zdjęcie" }).waitFor();
    await look("side, notes");
  };

  const asks = async (page: Page, look: Look) => {
    const dialog = async (name: string) => {
      await page.getByRole("dialog").getByRole("button").first().waitFor();
      await look(`dialog, ${name}`);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    for (const name of ["Przekaż", "Uśpij", "Zakończ"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await dialog(name);
    }
    for (const name of ["Oddaj asystentowi", "Wyślij zapis e-mailem", "Przydziel osobie", "Zablokuj mieszkańca"]) {
      await chooses(page, name);
      await dialog(name);
    }
    await page.getByRole("button", { name: "Więcej działań" }).click();
    await page.getByRole("menuitem").first().waitFor();
    await look("menu of rare acts");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Dodaj etykietę" }).click();
    await dialog("label");
    await page.getByRole("button", { name: /^Konto:/ }).click();
    await page.getByRole("menuitem", { name: "Wyloguj" }).waitFor();
    await look("menu of the account");
    await page.getByRole("menuitem", { name: "Skróty klawiszowe" }).click();
    await dialog("keys");
  };

  const ends = async (page: Page, look: Look) => {
    await page.getByRole("button", { name: "Zakończ", exact: true }).click();
    await page.getByRole("button", { name: "Zakończ rozmowę" }).click();
    await page.getByText("Rozmowa jest zakończona.", { exact: true }).waitFor();
    await look("conversation, closed");
    await list(page, "Zakończone").click();
    await item(page, "już sprawdzam").first().waitFor();
    await look("list, closed");
  };

  test("light and dark", async () => {
    const { page, troubles } = await shift.comes("maria");
    await beginShift(page);
    const book = looks("desk");
    const look: Look = (name) => book.lookInBoth(name, page);
    const words = "parkuję w zieleni";
    await lists(page, words, look);
    await reads(page, words, look);
    await helps(page, look);
    await asks(page, look);
    await ends(page, look);
    expect({ accused: book.accused, troubles: troubles.filter((one) => !/409|400/.test(one)) }).toEqual({
      accused: {},
      troubles: [],
    });
    await page.context().close();
  });

  test.each([
    ["forced colours", { forcedColors: "active" }],
    ["400 % zoom", { viewport: { width: 320, height: 256 } }],
    ["a phone", { viewport: { width: 320, height: 640 } }],
    ["a tablet", { viewport: { width: 1024, height: 768 } }],
  ] as const)("with %s", async (name, options) => {
    const words = `stoję w zieleni ${name}`;
    await waits(words);
    const { page } = await shift.comes("maria", options);
    const book = looks(name);
    await list(page, "Czekają").click();
    await item(page, words).waitFor();
    await book.look("list", page, "all but colours");
    await item(page, words).click();
    await page.getByRole("button", { name: /^Przejmij rozmowę/ }).click();
    await says(page, "Dzień dobry.");
    await book.look("conversation", page, "all but colours");
    const toPanel = page.getByRole("button", { name: "Pokaż panel boczny" });
    if (await toPanel.count()) await toPanel.click();
    for (const tab of ["Podpowiedzi", "Sprawa", "Notatki"]) {
      await page.getByRole("tab", { name: new RegExp(tab) }).click();
      await until(async () => (await page.getByRole("tabpanel").count()) === 1);
      await book.look(tab, page, "all but colours");
    }
    expect(book.accused).toEqual({});
    await line(page, "Dzień dobry.").waitFor({ state: "attached" });
    await page.context().close();
  });
});
