import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { type Person, visitor } from "../../rooms/staff/person";
import { beginShift, until, waiting } from "./hands";
import { looks } from "./looks";
import { openShift, PASSWORD, type Shift, type Tab } from "./shift";

jest.setTimeout(180_000);

type Look = (name: string) => Promise<void>;

describeIfChromium("everything but the desk looks right in every state", () => {
  let shift: Shift;
  let anna: Tab;
  let oneTimePassword: string;
  beforeAll(async () => {
    shift = await openShift({ OFFER_SECONDS: 600 });
    const { id } = await shift.account("anna", "consultant", { capacity: 2 });
    for (const role of ["editor", "administrator"] as const) await shift.account(role, role, { capacity: 0 });
    await shift.account("jan", "analyst");
    await setsFactor("jan");
    oneTimePassword = (await shift.admin.posts("accounts", { login: "nowa", name: "Nowa", role: "editor" })).body
      .oneTimePassword;
    await shift.admin.posts("teams", { name: "Drogi", members: [id] });
    anna = await shift.comes("anna");
    await beginShift(anna.page);
    await aDayOf(anna.person);
  });
  afterAll(() => shift.close());

  const setsFactor = async (login: string) => {
    const person = visitor(shift.address);
    await person.logsIn(login, PASSWORD);
    const { secret } = (await person.posts("second-factor/begin")).body;
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    expect((await person.posts("second-factor/confirm", { code })).status).toBe(200);
  };

  /** Calls, a report, somebody to be called back, a conversation in hand and a block. */
  const aDayOf = async (person: Person) => {
    const call = (more: object) =>
      person.posts("calls", {
        key: randomUUID(),
        startedAt: new Date().toISOString(),
        topics: [],
        told: [],
        note: "",
        ...more,
      });
    const hole = {
      place: "ul. Długa 12",
      size: "big",
      avoidable: "can_avoid",
      description: "wyrwa",
      contact: "600 100 200",
    };
    await call({ outcome: "answered", topics: [{ kind: "article", id: "paszport" }] });
    await call({ outcome: "filed", request: { service: "pothole", answers: hole } });
    await call({ outcome: "call_back", callBack: { contact: "600 100 200", matter: "decyzja o podatku" } });
    for (const words of ["gdzie złożyć wniosek o paszport", "jesteście do niczego"]) {
      await waiting(shift, words);
      await until(async () => (await person.gets("queue")).body.waiting.length === 1);
      const [{ id }] = (await person.gets("queue")).body.waiting;
      expect((await person.posts(`conversations/${id}/take`)).status).toBe(200);
      if (words.startsWith("jesteście"))
        expect((await person.posts(`conversations/${id}/block`, { days: 7, reason: "wyzwiska" })).status).toBe(200);
    }
  };

  const logsIn = async (page: Page, login: string, password: string) => {
    await page.getByLabel("Login", { exact: true }).fill(login);
    await page.getByLabel("Hasło", { exact: true }).fill(password);
    await page.keyboard.press("Enter");
  };
  const goes = async (page: Page, view: string) => {
    await page.goto(`${shift.address}/console/${view}`);
    await page.locator("[data-page-title]").waitFor({ state: "attached" });
  };

  const comesIn = async (page: Page, look: Look) => {
    await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
    await look("login");
    await logsIn(page, "jan", "to nie jest hasło");
    await page.getByRole("alert").waitFor();
    await look("login, refused");
    await logsIn(page, "jan", PASSWORD);
    await page.getByLabel("Kod z aplikacji").waitFor();
    await look("login, second factor");
    await page.getByRole("button", { name: "Zaloguj się na inne konto" }).click();
    await logsIn(page, "nowa", oneTimePassword);
    await page.getByRole("heading", { name: "Ustaw własne hasło" }).waitFor();
    await page.getByLabel("Hasło jednorazowe").fill(oneTimePassword);
    await page.getByLabel("Nowe hasło", { exact: true }).fill(PASSWORD);
    await page.getByLabel("Nowe hasło jeszcze raz").fill("inne");
    await page.keyboard.press("Enter");
    await page.getByText("Nowe hasła różnią się od siebie.").waitFor();
    await look("own password");
  };

  const phones = async (page: Page, look: Look) => {
    await goes(page, "phone");
    const search = page.getByRole("combobox", { name: "Szukaj w wiedzy" });
    await look("phone");
    await search.fill("paszport");
    await page.getByRole("option").first().waitFor();
    await look("phone, results");
    await search.press("Enter");
    await page.getByRole("checkbox", { name: "Powiedziane: Krótka odpowiedź" }).waitFor();
    await search.press("Enter");
    await page.getByRole("region", { name: "Przebieg rozmowy" }).getByRole("listitem").first().waitFor();
    await look("phone, article told");
    await page.getByRole("button", { name: "Zgłoszenie lub pomysł" }).click();
    await page.getByRole("combobox", { name: "Czego dotyczy zgłoszenie" }).fill("dziura");
    await page.getByRole("option", { name: "Dziura w jezdni" }).click();
    await page.getByRole("button", { name: "Zarejestruj rozmowę" }).click();
    await page.locator("[data-request-form] .mantine-InputWrapper-error").first().waitFor();
    await look("phone, report with mistakes");
    await page.getByRole("button", { name: "Odrzuć", exact: true }).click();
    await page.getByText("Rozmowa odrzucona, nic nie zapisano.").waitFor();
    await look("phone, thrown away");
  };

  const records = async (page: Page, look: Look) => {
    await goes(page, "tasks");
    await page.getByText("decyzja o podatku").waitFor();
    await look("tasks");
    await page.getByText("Załatwione", { exact: true }).click();
    await page.getByText("Jeszcze nic nie załatwiono.").waitFor();
    await look("tasks, none done");
    await goes(page, "requests");
    await page.getByText("wyrwa").waitFor();
    await look("requests");
    await goes(page, "blocks");
    await page.getByText("wyzwiska").waitFor();
    await look("blocks");
    await page.getByRole("button", { name: "Zdejmij blokadę" }).click();
    await page.getByRole("dialog").waitFor();
    await look("blocks, lifting");
  };

  const oversees = async (page: Page, look: Look) => {
    await goes(page, "people");
    await page.getByRole("heading", { name: "Anna" }).waitFor();
    await look("people");
    await page
      .getByRole("button", { name: /^Przydziel komuś innemu/ })
      .first()
      .click();
    await page.getByRole("menu").waitFor();
    await look("people, giving away");
    await goes(page, "figures");
    await page.getByText("Godzina po godzinie").waitFor();
    await look("day");
    await page.getByText("Pokaż jako tabelę").click();
    await page.getByRole("columnheader", { name: "Godzina" }).waitFor();
    await look("day, as a table");
    await goes(page, "figures?date=2020-01-01");
    await page.getByText("Tego dnia nie było żadnych rozmów ani telefonów.").waitFor();
    await look("day, nothing");
  };

  const administers = async (page: Page, look: Look) => {
    await goes(page, "accounts");
    await page.getByText("hasło jednorazowe").first().waitFor();
    await look("accounts");
    await page.getByRole("button", { name: "Zmień: Anna" }).click();
    await page.getByRole("heading", { name: "Otwarte logowania" }).waitFor();
    await look("account");
    await page.getByRole("button", { name: "Wyłącz konto" }).click();
    await page.getByRole("dialog", { name: /Wyłączyć konto/ }).waitFor();
    await look("account, disabling");
    await goes(page, "accounts");
    await page.getByRole("button", { name: "Dodaj konto" }).click();
    await page.getByLabel("Login", { exact: true }).fill("anna");
    await page.getByLabel("Imię i nazwisko").fill("Druga Anna");
    await page.getByRole("dialog").getByRole("button", { name: "Dodaj konto" }).click();
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await look("new account, refused");
    await page.getByLabel("Login", { exact: true }).fill("nowe-konto");
    await page.getByRole("dialog").getByRole("button", { name: "Dodaj konto" }).click();
    await page.locator("[data-one-time-password]").waitFor();
    await look("new account, password");
    await goes(page, "teams");
    await page.getByText("Drogi").first().waitFor();
    await look("teams");
    await page.getByRole("button", { name: "Zmień: Drogi" }).click();
    await page.getByLabel("Nazwa zespołu").waitFor();
    await look("team");
    await goes(page, "audit");
    await page.locator("details summary").first().click();
    await look("audit");
  };

  const profile = async (page: Page, look: Look) => {
    await goes(page, "profile");
    await page.getByRole("heading", { name: "Otwarte sesje" }).waitFor();
    await look("profile");
    const factor = page.getByRole("region", { name: "Logowanie w dwóch krokach" });
    await factor.getByRole("button", { name: "Włącz" }).click();
    await page.getByRole("img", { name: /Kod QR/ }).waitFor();
    await look("profile, second factor");
  };

  test("light and dark", async () => {
    const book = looks("office");
    const stranger = await shift.tab();
    await comesIn(stranger.page, (name) => book.lookInBoth(name, stranger.page));
    await stranger.page.context().close();
    const { page, troubles } = await shift.comes("administrator");
    const look: Look = (name) => book.lookInBoth(name, page);
    await phones(page, look);
    await records(page, look);
    await oversees(page, look);
    await administers(page, look);
    await profile(page, look);
    const strange = troubles.filter((one) => !/400|409|422/.test(one));
    expect({ accused: book.accused, strange }).toEqual({ accused: {}, strange: [] });
    await page.context().close();
  });

  test.each([
    ["forced colours", { forcedColors: "active" }],
    ["400 % zoom", { viewport: { width: 320, height: 256 } }],
    ["a tablet", { viewport: { width: 1024, height: 768 } }],
  ] as const)("with %s", async (name, options) => {
    const { page } = await shift.comes("administrator", options);
    const book = looks(name);
    for (const view of [
      "phone",
      "tasks",
      "requests",
      "knowledge",
      "people",
      "figures",
      "accounts",
      "teams",
      "audit",
      "blocks",
      "profile",
    ]) {
      await goes(page, view);
      await until(
        async () => (await page.locator("main [role=status][aria-label], main .mantine-Skeleton-root").count()) === 0,
      );
      await book.look(view, page, "all but colours");
    }
    expect(book.accused).toEqual({});
    await page.context().close();
  });
});
