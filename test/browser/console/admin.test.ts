import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { beginShift, box, line, takeOver, until, waiting } from "./hands";
import { openShift, PASSWORD, type Shift, type Tab } from "./shift";

jest.setTimeout(120_000);

const OWN = "zielony rower nad Wisłą 7";
const STEP = 30_000;

describeIfChromium("those who keep the house", () => {
  let shift: Shift;
  let ewa: Tab;
  beforeAll(async () => {
    shift = await openShift({ OFFER_SECONDS: 600 });
    await shift.account("ewa", "administrator", { capacity: 0 });
    await shift.account("anna", "consultant", { capacity: 0 });
    ewa = await shift.comes("ewa");
  });
  afterAll(() => shift.close());

  const logsIn = async (page: Page, login: string, password: string) => {
    await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
    await page.getByLabel("Login", { exact: true }).fill(login);
    await page.getByLabel("Hasło", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
  };
  const goes = async (page: Page, view: string) => {
    await page.goto(`${shift.address}/console/${view}`);
    await page.locator("[data-page-title]").waitFor({ state: "attached" });
  };
  const opens = async (name: string) => {
    await goes(ewa.page, "accounts");
    await ewa.page.getByRole("button", { name: `Zmień: ${name}` }).click();
    // Its name goes with the account's.
    const drawer = ewa.page.getByRole("dialog", { name: /^Zmień: / });
    await drawer.waitFor();
    return drawer;
  };
  const toldPassword = async () => {
    const told = (await ewa.page.locator("[data-one-time-password]").textContent()) ?? "";
    await ewa.page.getByRole("button", { name: "Zapisane, zamknij" }).click();
    return told.trim();
  };
  const settles = async (page: Page, login: string, oneTime: string, own = OWN) => {
    await logsIn(page, login, oneTime);
    await page.getByLabel("Hasło jednorazowe").fill(oneTime);
    await page.getByLabel("Nowe hasło", { exact: true }).fill(own);
    await page.getByLabel("Nowe hasło jeszcze raz").fill(own);
    await page.keyboard.press("Enter");
    await page.getByRole("navigation").waitFor();
  };

  test("an account is made, settled by its owner, and changed", async () => {
    await goes(ewa.page, "accounts");
    await ewa.page.getByRole("button", { name: "Dodaj konto" }).click();
    await ewa.page.getByLabel("Login", { exact: true }).fill("zofia");
    await ewa.page.getByLabel("Imię i nazwisko").fill("Zofia Nowak");
    await ewa.page.getByRole("dialog").getByRole("button", { name: "Dodaj konto" }).click();
    const zofia = await shift.tab();
    await settles(zofia.page, "zofia", await toldPassword());
    const drawer = await opens("Zofia Nowak");
    await drawer.getByLabel("Imię i nazwisko").fill("Zofia");
    await drawer.getByRole("button", { name: "Zapisz zmiany" }).click();
    await drawer.getByText("Zapisano.").waitFor();
    await zofia.page.reload();
    await zofia.page.getByRole("button", { name: "Konto: Zofia" }).waitFor();
    await zofia.page.context().close();
  });

  test("whoever is disabled is put out at once, and comes in again only when enabled", async () => {
    const zofia = await shift.tab();
    await logsIn(zofia.page, "zofia", OWN);
    await zofia.page.getByRole("navigation").waitFor();
    const drawer = await opens("Zofia");
    await drawer
      .getByText(/Chrome/)
      .first()
      .waitFor();
    await drawer.getByRole("button", { name: "Wyłącz konto" }).click();
    await ewa.page
      .getByRole("dialog", { name: "Wyłączyć konto: Zofia?" })
      .getByRole("button", { name: "Wyłącz konto" })
      .click();
    await zofia.page.getByText("Sesja wygasła.").waitFor();
    await logsIn(zofia.page, "zofia", OWN);
    await zofia.page.getByRole("alert").getByText("Login lub hasło jest nieprawidłowe.").waitFor();
    await drawer.getByRole("button", { name: "Włącz konto" }).click();
    await drawer.getByRole("button", { name: "Wyłącz konto" }).waitFor();
    await logsIn(zofia.page, "zofia", OWN);
    await zofia.page.getByRole("navigation").waitFor();
    const again = await opens("Zofia");
    const end = again.getByRole("button", { name: /^Wyloguj: / });
    await end.first().click();
    await zofia.page.getByText("Sesja wygasła.").waitFor();
    await zofia.page.context().close();
  });

  test("a login locked by wrong passwords is unlocked; a reset password is told once", async () => {
    const zofia = await shift.tab();
    await until(async () => {
      await logsIn(zofia.page, "zofia", "zgaduję hasło");
      await zofia.page.getByRole("alert").first().waitFor();
      return (await zofia.page.getByText("Za dużo nieudanych prób.").count()) > 0;
    }, 30);
    const drawer = await opens("Zofia");
    await drawer.getByRole("button", { name: "Odblokuj logowanie" }).click();
    await drawer.getByRole("button", { name: "Odblokuj logowanie" }).waitFor({ state: "detached" });
    await drawer.getByRole("button", { name: "Nowe hasło jednorazowe" }).click();
    await ewa.page
      .getByRole("dialog", { name: /Ustawić nowe hasło/ })
      .getByRole("button", { name: "Nowe hasło jednorazowe" })
      .click();
    const oneTime = await toldPassword();
    await zofia.page.reload();
    await logsIn(zofia.page, "zofia", OWN);
    await zofia.page.getByRole("alert").getByText("Login lub hasło jest nieprawidłowe.").waitFor();
    await zofia.page.reload();
    await settles(zofia.page, "zofia", oneTime, PASSWORD);
    await zofia.page.context().close();
  });

  test("a second factor is set in the profile; then a code or a recovery code lets in, each once", async () => {
    const { page } = await shift.comes("anna");
    await goes(page, "profile");
    await page
      .getByRole("region", { name: "Logowanie w dwóch krokach" })
      .getByRole("button", { name: "Włącz" })
      .click();
    await page.getByRole("img", { name: /Kod QR/ }).waitFor();
    const secret = ((await page.locator("form code").textContent()) ?? "").replaceAll(" ", "");
    const codeIn = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * STEP });
    await page.getByLabel("Sześć cyfr z aplikacji").fill(codeIn(0));
    await page.keyboard.press("Enter");
    await page.locator("[data-printed] li").first().waitFor();
    const [recovery = ""] = await page.locator("[data-printed] li").allTextContents();
    await page.getByLabel("Kody są zapisane w bezpiecznym miejscu").check();
    await page.getByRole("button", { name: "Gotowe" }).click();
    await page.getByText("Włączone").waitFor();
    await page.context().close();

    const comesWith = async (code: string) => {
      const again = await shift.tab();
      await logsIn(again.page, "anna", PASSWORD);
      await again.page.getByLabel("Kod z aplikacji").fill(code);
      await again.page.keyboard.press("Enter");
      const inside = again.page.getByRole("navigation");
      await inside.or(again.page.getByRole("alert")).first().waitFor();
      const came = (await inside.count()) > 0;
      await again.page.context().close();
      return came;
    };
    // The code that confirmed the setting is used up; the next one is good a step early.
    const next = codeIn(1);
    expect([await comesWith(next), await comesWith(next)]).toEqual([true, false]);
    expect([await comesWith(recovery), await comesWith(recovery)]).toEqual([true, false]);
    const drawer = await opens("Anna");
    await drawer.getByRole("button", { name: "Usuń drugi składnik" }).click();
    await ewa.page
      .getByRole("dialog", { name: /Usunąć drugi składnik/ })
      .getByRole("button", { name: "Usuń drugi składnik" })
      .click();
    await drawer.getByRole("button", { name: "Usuń drugi składnik" }).waitFor({ state: "detached" });
  });

  test("a team is made, changed and removed", async () => {
    const { page } = ewa;
    await goes(page, "teams");
    await page.getByRole("button", { name: "Dodaj zespół" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Nazwa zespołu").fill("Drogi");
    await dialog.getByRole("combobox", { name: "Osoby" }).fill("Ann");
    await page.getByRole("option", { name: /Anna/ }).click();
    await dialog.getByLabel("Nazwa zespołu").click();
    await dialog.getByRole("button", { name: "Dodaj zespół" }).click();
    await dialog.waitFor({ state: "detached" });
    const team = page.getByRole("listitem").filter({ hasText: "Drogi" });
    await team.getByText("Anna").waitFor();
    await team.getByRole("button", { name: "Zmień: Drogi" }).click();
    await dialog.getByLabel("Nazwa zespołu").fill("Drogi i mosty");
    await dialog.getByRole("button", { name: "Zapisz zmiany" }).click();
    await page.getByRole("button", { name: "Usuń zespół: Drogi i mosty" }).click();
    await dialog.getByRole("button", { name: "Usuń zespół" }).click();
    await page.getByText("Nie ma jeszcze zespołów.").waitFor();
  });

  test("the log shows who looked at which conversation, and leads there", async () => {
    const anna = await shift.comes("anna");
    await beginShift(anna.page);
    await waiting(shift, "kto mnie ogląda");
    await takeOver(anna.page, "kto mnie ogląda");
    await box(anna.page).waitFor();
    const { page } = ewa;
    await goes(page, "audit?act=looked_at_conversation");
    const look = page.getByRole("listitem").filter({ hasText: "Otwarcie rozmowy" }).filter({ hasText: "anna" });
    await look.first().getByRole("link", { name: "rozmowa" }).click();
    await line(page, "kto mnie ogląda").waitFor();
    await anna.page.context().close();
  });

  test.each([
    ["analyst", ["Dzień"], "figures"],
    ["editor", ["Wiedza", "Ustawienia"], "office"],
  ] as const)("an %s sees %j of the console and nothing of conversations", async (role, places, view) => {
    await shift.account(role, role);
    const { page, person } = await shift.comes(role);
    await page.getByRole("button", { name: /^Konto:/ }).waitFor();
    expect(await page.getByRole("navigation").getByRole("link").allTextContents()).toEqual(places);
    if (view) await goes(page, view);
    await page.goto(`${shift.address}/console/inbox`);
    await page.getByRole("button", { name: /^Konto:/ }).waitFor();
    expect(await page.getByRole("button", { name: /^Czekają/ }).count()).toBe(0);
    for (const path of ["queue", "conversations", "requests", "tasks"])
      expect((await person.gets(path)).status).toBe(403);
    await page.context().close();
  });
});
