import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { looks } from "./looks";
import { openShift, type Shift, type Tab } from "./shift";

jest.setTimeout(120_000);

const SECRET = "nikt-tego-nie-zgadnie-2026";

describeIfChromium("what the office sets", () => {
  let shift: Shift;
  let zofia: Tab;
  const book = looks("settings");
  beforeAll(async () => {
    shift = await openShift();
    await shift.account("zofia", "editor");
    await shift.account("ewa", "administrator", { capacity: 0 });
    zofia = await shift.comes("zofia");
  });
  afterAll(() => shift.close());

  const goes = async (page: Page, view: string) => {
    await page.goto(`${shift.address}/console/${view}`);
    await page.locator("[data-page-title]").waitFor({ state: "attached" });
  };
  const picks = async (page: Page, label: string, option: string) => {
    const inDialog = page.getByRole("dialog");
    const scope = (await inDialog.count()) > 0 ? inDialog : page;
    await scope.getByRole("combobox", { name: label, exact: true }).first().fill(option);
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  const applies = async (page: Page) => {
    await page.getByRole("dialog").getByRole("button", { name: "Gotowe" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };
  const saves = async (page: Page, why: string) => {
    await page.getByLabel("Dlaczego ta zmiana").fill(why);
    await page.getByRole("button", { name: "Zapisz", exact: true }).click();
  };
  const drops = async (page: Page) => {
    await page.getByRole("button", { name: "Odrzuć zmiany" }).click();
    await page.getByText("Są niezapisane zmiany.").waitFor({ state: "detached" });
  };
  const isSaved = (page: Page) => page.getByText("Zapisano. Już działa.").waitFor();
  const office = async (name: string) => (await zofia.person.gets(`office/${name}`)).body;
  const addsRule = async (page: Page, unit: string, because: string) => {
    await page.getByRole("button", { name: "Dodaj regułę" }).click();
    await picks(page, "Rodzaj zgłoszenia", "Dziura w jezdni");
    await picks(page, "Jednostka", unit);
    await page.getByLabel("Dlaczego ta jednostka").fill(because);
  };
  const rules = (page: Page) => page.getByRole("list", { name: "Reguły" }).getByRole("listitem");

  test("rules are added, tried, ordered, removed and undone; the first that fits wins", async () => {
    const { page } = zofia;
    await goes(page, "office");
    await addsRule(page, "Zarząd Zieleni Miejskiej w Krakowie", "Planty ma Zieleń.");
    await picks(page, "Dzielnice", "I");
    await page.getByRole("dialog").getByLabel("Słowa w opisie miejsca").fill("plant*");
    await page.keyboard.press("Enter");
    await book.lookInBoth("rule", page);
    await applies(page);
    await addsRule(page, "Zarząd Transportu Publicznego w Krakowie", "Reszta do ZTP.");
    await applies(page);
    await picks(page, "Rodzaj zgłoszenia", "Dziura w jezdni");
    await page.getByText("Wygrywa reguła 2: Zarząd Transportu Publicznego w Krakowie.").waitFor();
    await picks(page, "Dzielnica", "I");
    await page.getByLabel("Miejsce", { exact: true }).fill("Planty przy Wawelu");
    await page.getByText("Wygrywa reguła 1: Zarząd Zieleni Miejskiej w Krakowie.").waitFor();
    await page.getByRole("button", { name: "Niżej: reguła 1" }).press("Enter");
    await page.getByText("Reguła jest teraz 2. na liście.").waitFor();
    // At the end of the list the focus stays with the rule.
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Wyżej: reguła 2");
    await page.keyboard.press("Enter");
    await page.getByText("Reguła jest teraz 1. na liście.").waitFor();
    await page.getByRole("button", { name: "Usuń: reguła 1" }).press("Enter");
    await page.getByRole("button", { name: "Cofnij", exact: true }).press("Enter");
    await rules(page).first().filter({ hasText: "Planty ma Zieleń" }).waitFor();
    await saves(page, "Planty są Zieleni");
    await isSaved(page);
    await book.lookInBoth("routing", page);
    expect((await office("routing")).value.rules).toMatchObject([
      { service: "pothole", unit: "zzm", districts: ["I"], placeWords: ["plant*"] },
      { service: "pothole", unit: "ztp" },
    ]);
  });

  test("what cannot be saved is called by its name, in the list and where it stands, until it is changed", async () => {
    const { page } = zofia;
    await page.getByRole("button", { name: "Zmień: reguła 2" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Dodaj odpowiedź" }).click();
    await dialog.getByLabel("Pytanie", { exact: true }).fill("size");
    await dialog.getByLabel("Odpowiedź", { exact: true }).fill("ogromna");
    await applies(page);
    await saves(page, "Tylko ogromne");
    const refused = page.getByRole("alert").filter({ hasText: "Nie zapisano" });
    await refused.getByText("Reguła 2: Odpowiedzi").waitFor();
    await rules(page).nth(1).getByText("Do poprawy: Odpowiedzi").waitFor();
    await book.lookInBoth("refused", page);
    await page.getByRole("button", { name: "Wyżej: reguła 2" }).press("Enter");
    await refused.getByText("Reguła 1: Odpowiedzi").waitFor();
    await page.getByRole("button", { name: "Zmień: reguła 1" }).click();
    await dialog.getByLabel("Odpowiedź", { exact: true }).fill("big");
    await applies(page);
    await refused.waitFor({ state: "detached" });
    await drops(page);
  });

  test("whoever saves second sees both versions and chooses; an older version comes back as a new one", async () => {
    const { page } = zofia;
    const { value } = await office("routing");
    await page.getByRole("button", { name: "Usuń: reguła 2" }).click();
    const faster = { seen: 1, value: { rules: value.rules.slice(1) }, why: "Planty jednak nie" };
    expect((await shift.admin.posts("office/routing", faster)).status).toBe(200);
    await saves(page, "Tylko Planty");
    const both = page.getByRole("alert").filter({ hasText: "wersja 2" });
    await both.getByText(/Planty ma Zieleń/).waitFor();
    await both.getByText(/Reszta do ZTP/).waitFor();
    await book.lookInBoth("stale", page);
    await both.getByRole("button", { name: "Zapisz moją mimo to" }).click();
    await isSaved(page);
    expect((await office("routing")).value.rules).toMatchObject([{ unit: "zzm" }]);
    await page.getByRole("button", { name: "Pokaż różnice: wersja 2" }).click();
    await page.getByText("Było wtedy, teraz nie ma").waitFor();
    await page.getByRole("button", { name: "Przywróć: wersja 1" }).click();
    await page.getByRole("button", { name: "Zapisz", exact: true }).click();
    await isSaved(page);
    const { version, history } = await office("routing");
    expect([version, history[0].by, history[0].why]).toEqual([4, "Zofia", "Przywrócona wersja 1"]);
  });

  test("a unit gets several ways; a saved secret is never shown again and stays", async () => {
    const { page } = zofia;
    await page.getByRole("tab", { name: "Drogi do jednostek" }).click();
    const edits = () => page.getByRole("button", { name: "Zmień drogi: Zarząd Dróg Miasta Krakowa" }).click();
    await edits();
    await page.getByRole("button", { name: "Dodaj webhook" }).click();
    await page.getByLabel("Adres wywołania").fill("https://zdmk.example/sprawy");
    await page.getByLabel("Sekret do podpisu").fill("krótki");
    await page.getByRole("button", { name: "Dodaj e-mail" }).click();
    await page.getByRole("button", { name: "Gotowe" }).click();
    await page.getByText("Podaj przynajmniej jeden adres.").waitFor();
    await page.getByText("Wpisz co najmniej 16 znaków.").waitFor();
    await book.lookInBoth("ways of a unit", page);
    await page.getByLabel("Sekret do podpisu").fill(SECRET);
    await page.getByRole("combobox", { name: "Adresy e-mail" }).fill("dyspozytor@zdmk.example");
    await applies(page);
    await saves(page, "ZDMK ma własny system");
    await isSaved(page);
    await page.reload();
    await edits();
    expect(await page.getByLabel("Sekret do podpisu").inputValue()).toBe("");
    expect(await page.getByLabel("Sekret do podpisu").getAttribute("placeholder")).toBe("••••");
    await page.getByRole("combobox", { name: "Adresy e-mail" }).fill("drugi@zdmk..example");
    await applies(page);
    await saves(page, "Drugi dyspozytor");
    await page.getByText("Zarząd Dróg Miasta Krakowa: 2. E-mail, Adresy e-mail").waitFor();
    await drops(page);
    await edits();
    await page.getByRole("combobox", { name: "Adresy e-mail" }).fill("drugi@zdmk.example");
    await applies(page);
    await saves(page, "Drugi dyspozytor");
    await isSaved(page);
    expect(await page.content()).not.toContain(SECRET);
    await book.lookInBoth("ways", page);
    expect((await office("ways")).value.units.zdmk).toEqual([
      { kind: "webhook", url: "https://zdmk.example/sprawy", secret: "••••" },
      { kind: "email", to: ["dyspozytor@zdmk.example", "drugi@zdmk.example"] },
    ]);
    await edits();
    await page.getByLabel("Adres wywołania").fill("https://inny.example/");
    await page.getByText("Adres się zmienił, więc wpisz sekret jeszcze raz.").waitFor();
    await page.getByRole("button", { name: "Anuluj" }).click();
  });

  test("a sentence needs its three languages and is read on the next request; times are set by kind", async () => {
    const { page } = zofia;
    await page.getByRole("tab", { name: "Zdania" }).click();
    await page.getByRole("button", { name: "Dodaj zdanie: przyjęte" }).click();
    await picks(page, "Rodzaj zgłoszenia", "Dziura w jezdni");
    await page.getByLabel("Zdanie: po polsku").fill("Dziura czeka na drogowców: {unit}.");
    await page.getByLabel("Zdanie: po angielsku").fill("The hole waits for {nobody}.");
    await page.getByRole("button", { name: "Gotowe" }).click();
    await page.getByText("Brakuje wersji: po ukraińsku.").waitFor();
    await page.getByText("Nie ma takich znaczników: {nobody}.").waitFor();
    await book.lookInBoth("sentence", page);
    await page.getByLabel("Zdanie: po angielsku").fill("The hole waits for {unit}.");
    await page.getByLabel("Zdanie: po ukraińsku").fill("Яма чекає на дорожників: {unit}.");
    await applies(page);
    await saves(page, "O dziurach krócej");
    await isSaved(page);
    await book.lookInBoth("sentences", page);

    await page.getByRole("tab", { name: "Czasy" }).click();
    await picks(page, "Dodaj rodzaj", "Dziura w jezdni");
    await page.getByLabel("Dziura w jezdni: Termin").fill("5");
    await saves(page, "Dziury szybciej");
    await isSaved(page);
    await book.lookInBoth("times", page);
    expect((await office("timings")).value.services.pothole).toEqual({ dueDays: 5 });

    const answers = {
      place: "ul. Długa 12",
      size: "big",
      avoidable: "can_avoid",
      description: "wyrwa",
      contact: "600 100 200",
    };
    const when = new Date().toISOString();
    const call = { outcome: "filed", key: randomUUID(), startedAt: when, topics: [], told: [], note: "" };
    const filed = await shift.admin.posts("calls", { ...call, request: { service: "pothole", answers } });
    expect(filed.status).toBe(200);
    const [listed] = (await shift.admin.gets("requests?services=pothole")).body.items;
    const { events, version } = (await shift.admin.gets(`requests/${listed.id}`)).body;
    expect(events[0].sentence).toBe(`Dziura czeka na drogowców: ${listed.unit.name}.`);
    const acts = (body: object) => shift.admin.posts(`requests/${listed.id}/acts`, body);
    const sent = { kind: "forward", seen: version, unit: "zdmk", because: "Drogi są ZDMK." };
    expect((await acts(sent)).status).toBe(200);
    const back = { kind: "bounce", seen: version + 1, words: "To droga wewnętrzna.", forUnit: true };
    expect((await acts(back)).status).toBe(200);
  });

  test("what a unit sent back becomes a rule", async () => {
    const { page } = zofia;
    await page.getByRole("tab", { name: "Kierowanie" }).click();
    const proposal = page.getByRole("listitem").filter({ hasText: "Zarząd Dróg Miasta Krakowa: odesłane sprawy: 1" });
    await proposal.getByText("Powody").click();
    await proposal.getByText("To droga wewnętrzna.").waitFor();
    await book.lookInBoth("sent back", page);
    await proposal.getByRole("button", { name: /^Zrób z tego regułę: Dziura w jezdni/ }).click();
    const because = page.getByLabel("Dlaczego ta jednostka");
    expect(await because.inputValue()).toBe("Zarząd Dróg Miasta Krakowa odsyła takie sprawy jako nie swoje.");
    await picks(page, "Jednostka", "Zarząd Budynków Komunalnych w Krakowie");
    await applies(page);
    expect(await rules(page).last().textContent()).toMatch(/Zarząd Budynków Komunalnych/);
    await drops(page);
  });

  test("an API key is shown once, and ended for good", async () => {
    const { page, troubles } = await shift.comes("ewa");
    await goes(page, "keys");
    await page.getByRole("button", { name: "Nowy klucz" }).click();
    await page.getByLabel("Czyj to klucz").fill("FixMyStreet");
    await page.getByRole("button", { name: "Utwórz klucz" }).click();
    const shown = page.locator("[data-api-key]");
    await shown.waitFor();
    await book.lookInBoth("key", page);
    const key = (await shown.textContent()) ?? "";
    expect(key).toMatch(/^[\w-]{43}$/);
    await page.getByRole("button", { name: "Zapisany, zamknij" }).click();
    await page.getByText("jeszcze nieużywany").waitFor();
    expect(await page.content()).not.toContain(key);
    await page.getByRole("button", { name: "Zakończ klucz: FixMyStreet" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Zakończ" }).click();
    await page.getByRole("list", { name: "Zakończone" }).getByText("FixMyStreet").waitFor();
    await book.lookInBoth("keys", page);
    expect(troubles).toEqual([]);
  });

  test("at 400 % zoom nothing sticks out", async () => {
    const { page } = await shift.comes("ewa", { viewport: { width: 320, height: 256 } });
    await goes(page, "office");
    for (const view of ["Kierowanie", "Drogi do jednostek", "Zdania", "Czasy"]) {
      await page.getByRole("tab", { name: view }).click();
      await page.getByRole("heading", { name: "Historia" }).waitFor();
      const sideways = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect({ view, sideways }).toEqual({ view, sideways: 0 });
    }
  });

  test("nothing was wrong with how it looks, and the browser had nothing to complain of", () => {
    const strange = zofia.troubles.filter((one) => !/40[09]/.test(one));
    expect({ accused: book.accused, strange }).toEqual({ accused: {}, strange: [] });
  });
});
