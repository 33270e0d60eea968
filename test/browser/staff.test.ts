import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import { openStaffShift, type StaffShift } from "./staffShift";

jest.setTimeout(120_000);

const PASSWORD = "spokojne poranki nad Wisłą";
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, WCAG 2.2 A and AA and best practice, as one line each. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate("axe.run().then((r) => r.violations)");
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

async function logIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel("Login").fill(login);
  await page.getByLabel("Hasło").fill(password);
  await page.getByRole("button", { name: "Zaloguj" }).click();
}

async function settle(page: Page, login: string, oneTime: string): Promise<void> {
  await logIn(page, login, oneTime);
  await page.getByLabel("Hasło jednorazowe").fill(oneTime);
  await page.getByLabel("Nowe hasło", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Nowe hasło jeszcze raz").fill(PASSWORD);
  await page.getByRole("button", { name: "Zapisz hasło" }).click();
  await page.getByRole("navigation").waitFor();
}

/** Adds a consultant from the administrator's page; answers the login and one-time password. */
async function hire(admin: Page, login: string, name: string): Promise<{ login: string; oneTime: string }> {
  await admin.getByRole("link", { name: "Konta" }).click();
  await admin.getByLabel("Login").fill(login);
  await admin.getByLabel("Imię dla mieszkańców").fill(name);
  await admin.getByRole("button", { name: "Dodaj konto" }).click();
  const oneTime = (await admin.getByRole("dialog").locator("output").textContent()) ?? "";
  await admin.getByRole("button", { name: "Gotowe" }).click();
  return { login, oneTime };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`it never came to ${holds}`);
}

const available = (page: Page) => page.getByRole("switch", { name: "Przyjmuję rozmowy" });
const box = (page: Page) => page.getByRole("textbox", { name: "Odpowiedź dla mieszkańca" });
const waitingItem = (page: Page, text: string) => page.locator(".item.waiting a", { hasText: text });
const line = (page: Page, text: string) => page.getByRole("log").getByText(text);

async function beginShift(page: Page): Promise<void> {
  if ((await available(page).getAttribute("aria-checked")) !== "true") await available(page).click();
  await page.getByText(/Na dyżurze: [1-9]/).waitFor();
}

describeIfChromium("a shift at the staff page", () => {
  let shift: StaffShift;
  let admin: Awaited<ReturnType<StaffShift["page"]>>;
  let anna: Awaited<ReturnType<StaffShift["page"]>>;
  let piotr: Awaited<ReturnType<StaffShift["page"]>>;

  beforeAll(async () => {
    shift = await openStaffShift();
    admin = await shift.page();
    await settle(admin.page, "admin", shift.oneTimePassword);
    for (const [login, name] of [
      ["anna", "Anna"],
      ["piotr", "Piotr"],
    ] as const) {
      const { oneTime } = await hire(admin.page, login, name);
      const person = await shift.page();
      await settle(person.page, login, oneTime);
      if (login === "anna") anna = person;
      else piotr = person;
    }
  });
  afterAll(() => shift.close());

  /** A resident who waits for a person, with these last words. */
  async function waiting(words: string) {
    const resident = await shift.resident();
    await resident.says("chcę rozmawiać z człowiekiem");
    await resident.says(words);
    return resident;
  }

  async function takeOver(page: Page, words: string): Promise<void> {
    await waitingItem(page, words).click();
    await page.getByRole("button", { name: "Przejmij rozmowę" }).click();
    await box(page).waitFor();
  }

  test("a resident is answered by a person, goes back to the bot and is closed with a reason", async () => {
    const { page } = anna;
    await page.getByText("Nikt nie przyjmuje rozmów").waitFor();
    await page.getByRole("button", { name: "Zacznij przyjmować" }).click();
    expect(await available(page).getAttribute("aria-checked")).toBe("true");
    await page.getByText("Na dyżurze: 1").waitFor();

    const resident = await waiting("mam pytanie o parking pod blokiem");
    await until(async () => (await page.title()).startsWith("(1) "));
    await takeOver(page, "parking pod blokiem");
    await box(page).fill("Dzień dobry, już sprawdzam.");
    await box(page).press("Enter");
    await line(page, "Dzień dobry, już sprawdzam.").waitFor();
    expect(await box(page).inputValue()).toBe("");
    const heard = await resident.hears((lines) => lines.some(({ text }) => text?.includes("już sprawdzam")));
    expect(heard).toContain("Rozmawia z Tobą Anna z Krakowskiego Centrum Kontaktu.");

    await resident.post("super, czekam");
    await line(page, "super, czekam").waitFor();

    await page.getByRole("button", { name: "Oddaj asystentowi" }).click();
    await page.getByRole("button", { name: "Przejmij od asystenta" }).waitFor();
    expect(await resident.says("jak wyrobić dowód")).toContain("dowód");

    await page.getByRole("button", { name: "Przejmij od asystenta" }).click();
    await page.getByRole("button", { name: "Zakończ…" }).click();
    await page.getByLabel("Inny powód").check();
    await page.getByLabel("Notatka – opisz powód").fill("wszystko jasne");
    await page.getByRole("button", { name: "Zakończ rozmowę" }).click();
    await page.getByText("Rozmowa zakończona: Inny powód. Zakończenie: Anna.").waitFor();
  });

  test("who comes second sees at once that somebody else has it", async () => {
    await beginShift(anna.page);
    const resident = await waiting("sprawa dla jednej osoby");
    await waitingItem(piotr.page, "dla jednej osoby").click();
    await piotr.page.getByRole("button", { name: "Przejmij rozmowę" }).waitFor();
    await takeOver(anna.page, "dla jednej osoby");
    await piotr.page.getByText("Rozmowę prowadzi Anna.").waitFor();
    expect(await piotr.page.getByRole("button", { name: /Przejmij/ }).count()).toBe(0);
    expect(await box(piotr.page).count()).toBe(0);
    await box(anna.page).fill("Pomagam.");
    await box(anna.page).press("Enter");
    await line(piotr.page, "Pomagam.").waitFor();
    expect(await resident.hears()).toContain("Anna");
  });

  test("words that the resident has overtaken are not sent before they were read again", async () => {
    const { page } = anna;
    await beginShift(page);
    const resident = await waiting("pytam o śmieci");
    await takeOver(page, "pytam o śmieci");
    // The page learns of nothing: as on a line that is slow in one direction.
    await page.route("**/conversations/*?after=*", (route) => route.abort());
    await resident.post("jednak o kino");
    await box(page).fill("Śmieci odbieramy w czwartek.");
    await box(page).press("Enter");
    await page.getByText("Mieszkaniec napisał coś w międzyczasie.").waitFor();
    await line(page, "jednak o kino").waitFor();
    expect(await box(page).inputValue()).toBe("Śmieci odbieramy w czwartek.");
    expect(await line(page, "Śmieci odbieramy w czwartek.").count()).toBe(0);
    await page.unroute("**/conversations/*?after=*");
    await box(page).fill("Kina sprawdzimy razem.");
    await box(page).press("Enter");
    await line(page, "Kina sprawdzimy razem.").waitFor();
    expect(await line(page, "Kina sprawdzimy razem.").count()).toBe(1);
  });

  test("an answer lost on the way back is not said twice", async () => {
    const { page } = anna;
    await beginShift(page);
    const resident = await waiting("czy to działa podwójnie");
    await takeOver(page, "czy to działa podwójnie");
    let lost = 0;
    await page.route(
      "**/say",
      async (route) => {
        await route.fetch();
        lost++;
        await route.abort();
      },
      { times: 1 },
    );
    await box(page).fill("Tylko raz.");
    await box(page).press("Enter");
    await page.getByText("Nie wysłano.").waitFor();
    await box(page).press("Enter");
    await until(async () => (await box(page).inputValue()) === "");
    const said = (await resident.news()).filter(({ text }) => text === "Tylko raz.");
    expect([lost, said.length]).toEqual([1, 1]);
  });

  test("a lost connection is shown, and nothing begun is lost with it", async () => {
    const { page } = anna;
    await beginShift(page);
    const resident = await waiting("zanim padnie serwer");
    await takeOver(page, "zanim padnie serwer");
    await box(page).fill("Zaczynam pisać");
    await shift.serverGoes();
    await page.getByText("Brak połączenia z serwerem.").waitFor();
    await shift.serverComesBack();
    await page.getByText("Brak połączenia z serwerem.").waitFor({ state: "hidden", timeout: 30_000 });
    expect(await box(page).inputValue()).toBe("Zaczynam pisać");
    await resident.post("jestem z powrotem");
    await line(page, "jestem z powrotem").waitFor({ timeout: 20_000 });
    await box(page).fill("Ja też.");
    await box(page).press("Enter");
    await line(page, "Ja też.").waitFor();
  });

  test("everything goes by keyboard alone", async () => {
    const { page } = await shift.page();
    await page.keyboard.type("anna");
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("navigation").waitFor();
    await waiting("tylko klawiatura");
    await waitingItem(page, "tylko klawiatura").waitFor();
    const focusOn = async (wanted: string) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(`document.activeElement.textContent.includes("${wanted}")`)) return;
      }
      throw new Error(`the Tab key never reaches ${wanted}`);
    };
    await focusOn("tylko klawiatura");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Przejmij rozmowę" }).waitFor();
    await focusOn("Przejmij rozmowę");
    await page.keyboard.press("Enter");
    await box(page).waitFor();
    await page.keyboard.type("Piszę bez myszy.");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("Druga linia.");
    await page.keyboard.press("Enter");
    await line(page, "Druga linia.").waitFor();
    await page.context().close();
  });

  test("the page warns before the session ends, and leaves when it has ended", async () => {
    const { page } = await shift.page();
    await page.clock.install();
    await page.reload();
    await logIn(page, "piotr", PASSWORD);
    await page.getByRole("navigation").waitFor();
    await page.clock.fastForward("28:30");
    await page.getByRole("dialog", { name: "Czy wciąż tu jesteś?" }).waitFor();
    await page.getByRole("button", { name: "Tak, zostaję" }).click();
    await page.context().clearCookies();
    await page.clock.fastForward("00:20");
    await page.getByText("Sesja wygasła.").waitFor();
    await page.context().close();
  });

  test("looks right and accuses nothing: axe in every state, light, dark and narrow", async () => {
    const found: Record<string, string[]> = {};
    const look = async (name: string, page: Page) => {
      found[name] = await faults(page);
    };
    const stranger = await shift.page();
    await stranger.page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
    await look("login", stranger.page);
    await logIn(stranger.page, "admin", "złe hasło");
    await stranger.page.getByText("Login lub hasło jest nieprawidłowe.").waitFor();
    await look("login refused", stranger.page);

    const { page } = anna;
    await beginShift(page);
    await page.goto(`${shift.address}/console`);
    await page.getByText("Wybierz rozmowę z listy.").waitFor();
    await waiting("dziura na Długiej 12");
    await waitingItem(page, "dziura na Długiej 12").click();
    await page.getByRole("button", { name: "Przejmij rozmowę" }).waitFor();
    await look("waiting", page);
    await page.getByRole("button", { name: "Przejmij rozmowę" }).click();
    await box(page).waitFor();
    await page.getByText("Jak rozumiał bot").click();
    await page.getByText("Wszystkie otwarte").click();
    await look("conversation", page);
    await page.emulateMedia({ colorScheme: "dark" });
    await look("dark", page);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    await look("forced colours", page);
    await page.emulateMedia({ forcedColors: "none" });
    for (const width of [1280, 800, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await look(`${width} px`, page);
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect([width, overflow]).toEqual([width, 0]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole("button", { name: "Zakończ…" }).click();
    await look("closing", page);
    await page.keyboard.press("Escape");
    await page.getByLabel("Konto: Anna").click();
    await look("menu", page);
    await page.getByRole("button", { name: "Zmień hasło" }).click();
    await look("password", page);
    await page.keyboard.press("Escape");
    for (const name of ["Oddzwonienia", "Zgłoszenia"]) {
      await page.getByRole("link", { name }).click();
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      await look(name, page);
    }
    await admin.page.getByRole("link", { name: "Konta" }).click();
    await admin.page.getByText("Dodaj konto").first().waitFor();
    await look("accounts", admin.page);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });

  test("no browser complained of anything but the refusals that were meant", () => {
    const meant = /401|409|net::ERR|Failed to load resource/;
    expect([admin, anna, piotr].flatMap(({ troubles }) => troubles).filter((trouble) => !meant.test(trouble))).toEqual(
      [],
    );
  });
});
