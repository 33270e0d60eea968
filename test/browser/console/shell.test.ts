import * as OTPAuth from "otpauth";
import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { faults } from "./faults";
import { openShift, type Shift, type Tab } from "./shift";

jest.setTimeout(120_000);

const OWN = "zielony rower nad Wisłą 7";

describeIfChromium("the console's shell", () => {
  let shift: Shift;
  let admin: Omit<Tab, "person">;
  let oneTimePassword: string;
  beforeAll(async () => {
    shift = await openShift({ OFFER_SECONDS: 600 });
    const { body } = await shift.admin.posts("accounts", { login: "ewa", name: "Ewa", role: "administrator" });
    oneTimePassword = body.oneTimePassword;
    admin = await shift.tab();
  });
  afterAll(() => shift.close());

  test("a one-time password leads to an own one, by keyboard alone", async () => {
    const { page } = admin;
    await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
    await typeIn(page, "ewa", "to nie jest hasło");
    await page.getByRole("alert").getByText("Login lub hasło jest nieprawidłowe.").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel("Hasło", { exact: true }).fill(oneTimePassword);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Ustaw własne hasło" }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByLabel("Hasło jednorazowe").fill(oneTimePassword);
    await page.getByLabel("Nowe hasło", { exact: true }).fill(OWN);
    await page.getByLabel("Nowe hasło jeszcze raz").fill(`${OWN}!`);
    await page.keyboard.press("Enter");
    await page.getByText("Nowe hasła różnią się od siebie.").waitFor();
    await page.getByLabel("Nowe hasło jeszcze raz").fill(OWN);
    await page.keyboard.press("Enter");
    await page.getByRole("navigation").waitFor();
  });

  test("an offer is accepted with one key, and the tab's title counts what waits", async () => {
    const { page } = admin;
    await page.getByRole("switch", { name: "Przyjmuję rozmowy" }).check();
    await page.getByText(/Na dyżurze: 1/).waitFor();
    await (await shift.resident()).says("chcę rozmawiać z konsultantem");
    const offer = page.getByRole("region", { name: "Rozmowy proponowane Tobie" });
    await offer.waitFor();
    await page.waitForFunction("document.title === '(1) Rozmowy – Hejnał'");
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("a");
    await page.waitForURL(/\/console\/inbox\/.+/);
    await offer.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Moje 1" }).waitFor();
  });

  test("somebody in danger stays above everything until seen", async () => {
    const { page } = admin;
    await (await shift.resident()).says("Leży nieprzytomny człowiek, pomocy");
    const urgent = page.getByRole("region", { name: "Pilne" });
    await urgent.getByText("Ktoś może być w niebezpieczeństwie").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.getByRole("heading", { name: "Profil i ustawienia" }).waitFor();
    expect(await faults(page)).toEqual([]);
    await urgent.getByRole("button", { name: "Zobaczone" }).click();
    await urgent.waitFor({ state: "detached" });
  });

  test("a conversation is found without diacritics, and the list goes by keyboard", async () => {
    const { page } = admin;
    await (await shift.resident()).says("Dziura w jezdni na ulicy Długiej");
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await page.getByRole("button", { name: "Wszystkie" }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("dluga");
    await page.getByText("Znalezione we wszystkich rozmowach: 1").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("6");
    const list = page.getByRole("list", { name: "Wszystkie" });
    await list.getByRole("link").nth(2).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await list.locator("a[aria-current=page]").waitFor();
  });

  test("letters write in fields and do nothing behind a dialog; they can be switched off", async () => {
    const { page } = admin;
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Skróty klawiszowe" });
    await sheet.waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("1");
    await sheet.getByRole("switch").click();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    await page.keyboard.press("1");
    expect(await page.getByRole("button", { name: "Wszystkie" }).getAttribute("aria-pressed")).toBe("true");
    await page.evaluate("localStorage.removeItem('hejnal-single-keys')");
    await page.reload();
    await page.getByRole("button", { name: "Wszystkie" }).waitFor();
  });

  test("a lost connection is shown and mends itself", async () => {
    const { page } = admin;
    await shift.serverGoes();
    await page.getByText(/Brak połączenia z serwerem od/).waitFor();
    expect(await faults(page)).toEqual([]);
    await shift.serverComesBack();
    await page.getByText(/Brak połączenia z serwerem od/).waitFor({ state: "detached", timeout: 20_000 });
  });

  test("the second factor is set, asked for at the next login, and a recovery code works once", async () => {
    const { page } = await shift.tab();
    await typeIn(page, "ewa", OWN);
    await page.getByRole("navigation").waitFor();
    await page.goto(`${shift.address}/console/profile`);
    await page
      .getByRole("region", { name: "Logowanie w dwóch krokach" })
      .getByRole("button", { name: "Włącz" })
      .click();
    await page.getByRole("img", { name: /Kod QR/ }).waitFor();
    expect(await faults(page)).toEqual([]);
    const secret = ((await page.locator("form code").textContent()) ?? "").replaceAll(" ", "");
    const now = () => new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) }).generate();
    await page.getByLabel("Sześć cyfr z aplikacji").fill(now());
    await page.keyboard.press("Enter");
    await page.locator("[data-printed] li").first().waitFor();
    const codes = await page.locator("[data-printed] li").allTextContents();
    expect(codes).toHaveLength(10);
    await page.getByLabel("Kody są zapisane w bezpiecznym miejscu").check();
    await page.getByRole("button", { name: "Gotowe" }).click();
    await page.getByText("Włączone").waitFor();
    // Setting it ended every other session: the other tab says so, and keeps its place.
    await admin.page.getByText("Sesja wygasła.").waitFor({ timeout: 30_000 });
    await typeIn(admin.page, "ewa", OWN);
    await admin.page.getByLabel("Kod z aplikacji").waitFor();
    expect(await faults(admin.page)).toEqual([]);
    await admin.page.keyboard.type("000000");
    await admin.page.keyboard.press("Enter");
    await admin.page.getByRole("alert").waitFor();
    await admin.page.getByLabel("Kod z aplikacji").fill(codes[0] ?? "");
    await admin.page.keyboard.press("Enter");
    await admin.page.getByRole("navigation").waitFor();
    await page.context().close();
  });

  test("fits a phone and 400 % zoom, dark and in forced colours, with nothing to accuse", async () => {
    const { page } = admin;
    const sizes = [
      { width: 320, height: 256 },
      { width: 768, height: 1024 },
      { width: 1440, height: 900 },
    ];
    for (const looks of [{ colorScheme: "dark" }, { colorScheme: "light", forcedColors: "active" }] as const) {
      // Set before the page is opened: the browser repaints an open one little by little.
      await page.emulateMedia({ forcedColors: "none", ...looks });
      for (const place of ["inbox", "profile"]) {
        await page.goto(`${shift.address}/console/${place}`);
        await page.locator("[data-page-title]").waitFor({ state: "attached" });
        for (const size of sizes) {
          await page.setViewportSize(size);
          expect({ place, size, looks, faults: await faults(page) }).toEqual({ place, size, looks, faults: [] });
          expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
        }
      }
    }
    expect(
      admin.troubles.filter((trouble) => !trouble.includes("Failed to load") && !trouble.includes("WebSocket")),
    ).toEqual([]);
  });
});

/** The login field has the focus when the page opens. */
async function typeIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
  await page.getByLabel("Login", { exact: true }).fill(login);
  await page.getByLabel("Hasło", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}
