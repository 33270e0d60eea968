import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { available, box, item, line, list, offer, until, waiting } from "./hands";
import { openShift, PASSWORD, type Shift } from "./shift";

jest.setTimeout(120_000);

/** Everything here is done with `page.keyboard` and nothing else. */
describeIfChromium("a shift without a mouse", () => {
  let shift: Shift;
  let page: Page;
  beforeAll(async () => {
    shift = await openShift({ OFFER_SECONDS: 600 });
    await shift.account("anna", "consultant", { capacity: 0 });
    page = (await shift.tab()).page;
  });
  afterAll(() => shift.close());

  const presses = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Tab until the focus is on what has this role and name. */
  const tabsTo = async (role: "button" | "checkbox" | "option" | "radio" | "switch", name: string | RegExp) => {
    const wanted = page.getByRole(role, { name }).and(page.locator(":focus"));
    for (let pressed = 0; pressed < 60; pressed++) {
      if (await wanted.count()) return;
      await presses("Tab");
    }
    throw new Error(`the Tab key never reaches ${name}`);
  };
  const focused = (name: string | RegExp) => page.getByLabel(name).and(page.locator(":focus")).waitFor();

  test("one logs in and begins the shift", async () => {
    await focused("Login");
    await page.keyboard.type("anna");
    await presses("Tab");
    await page.keyboard.type(PASSWORD);
    // The inbox takes long to load; when it comes it may not take the focus, and with it the press, away.
    let inboxComes = () => {};
    const slow = new Promise<void>((resolve) => {
      inboxComes = resolve;
    });
    await page.route("**/assets/Inbox-*.js", (route) => slow.then(() => route.continue()));
    await presses("Enter");
    await page.getByRole("navigation").waitFor();
    await tabsTo("switch", "Przyjmuję rozmowy");
    expect(await list(page, "Czekają").count()).toBe(0);
    inboxComes();
    await list(page, "Czekają").waitFor();
    await page.waitForFunction("document.title.includes('Rozmowy')");
    await presses("Space");
    await until(() => available(page).isChecked());
  });

  test("a conversation is taken over, answered with a ready reply, noted, labelled and closed with a reason", async () => {
    const resident = await waiting(shift, "gdzie oddam stare opony");
    await item(page, "stare opony").waitFor();
    await presses("g", "i", "1", "j", "t");
    await box(page).waitFor();
    await presses("r");
    await focused("Odpowiedź dla mieszkańca");
    await page.keyboard.type("/chwi");
    await page.getByRole("option", { selected: true }).waitFor();
    await presses("Enter");
    const reply = await box(page).inputValue();
    expect(reply).not.toMatch(/^\/|[{}]/);
    await presses("Control+Enter");
    await line(page, reply.trim()).waitFor();
    expect(await resident.hears((lines) => lines.some(({ text }) => text === reply.trim()))).toContain(reply.trim());

    await presses("Escape", "2");
    await page.getByRole("list", { name: "Moje" }).getByRole("link").waitFor();
    await presses("j", "Enter");
    await page.getByRole("button", { name: "Zakończ", exact: true }).waitFor();
    await presses("n");
    await focused("Nowa notatka");
    await page.keyboard.type("Pyta o opony z firmy.");
    await presses("Control+Enter");
    await page.getByRole("listitem").filter({ hasText: "opony z firmy" }).waitFor();

    await presses("Escape");
    // Until it is gone, j and Enter would only stay in the conversation that is open.
    await box(page).waitFor({ state: "detached" });
    await presses("j", "Enter");
    await page.getByRole("heading", { level: 2 }).and(page.locator(":focus")).waitFor();
    await tabsTo("button", "Dodaj etykietę");
    await presses("Enter");
    // The button has the same name, and the focus until the field takes it.
    await page.getByLabel("Dodaj etykietę").and(page.locator("input:focus")).waitFor();
    await page.keyboard.type("opony");
    await presses("Enter");
    await page.getByRole("list", { name: "Etykiety" }).getByText("opony").waitFor();
    await page.getByRole("button", { name: "Dodaj etykietę" }).and(page.locator(":focus")).waitFor();

    await presses("e");
    await page.getByRole("dialog", { name: "Zakończyć rozmowę?" }).waitFor();
    await page.getByRole("radio", { name: "Sprawa załatwiona" }).and(page.locator(":focus")).waitFor();
    await presses("ArrowDown");
    expect(await page.getByRole("radio", { name: "Wskazano inną instytucję lub miejsce" }).isChecked()).toBe(true);
    await presses("Enter");
    await page.getByText("Rozmowa jest zakończona.", { exact: true }).waitFor();
    await page
      .getByText(/Wskazano inną instytucję lub miejsce/)
      .first()
      .waitFor();
  });

  test("a plain question on the phone is registered, and stands among the closed ones", async () => {
    await presses("Escape", "g", "p");
    await focused("Szukaj w wiedzy");
    await page.keyboard.type("paszport");
    await page.getByRole("option").first().waitFor();
    await presses("Enter");
    await page.getByRole("checkbox", { name: "Powiedziane: Krótka odpowiedź" }).waitFor();
    await presses("Enter");
    await page.getByRole("checkbox", { name: "Powiedziane: Krótka odpowiedź", checked: true }).waitFor();
    await presses("Alt+n");
    await focused("Notatka");
    await page.keyboard.type("pilny wyjazd za tydzień");
    await presses("Control+Enter");
    await page.getByText(/Zarejestrowano rozmowę/).waitFor();
    await focused("Szukaj w wiedzy");
    await tabsTo("button", "Nowa rozmowa");
    await presses("g", "i");
    await list(page, "Zakończone").waitFor();
    await presses("5");
    await item(page, "pilny wyjazd").or(item(page, "Paszport")).first().waitFor();
    expect(await offer(page).count()).toBe(0);
  });
});
