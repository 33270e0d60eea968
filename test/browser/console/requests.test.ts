import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { picture } from "../../rooms/photos/pictures";
import type { Person } from "../../rooms/staff/person";
import { until } from "./hands";
import { looks } from "./looks";
import { openShift, type Shift, type Tab } from "./shift";

jest.setTimeout(180_000);

describeIfChromium("service requests at the console", () => {
  let shift: Shift;
  let ewa: Tab;
  let colleague: Tab;
  let anna: Person;
  /** Numbers, in the order they were filed. */
  let hole: string;
  let sameHole: string;
  let litter: string;
  let withPhoto: string;

  beforeAll(async () => {
    shift = await openShift();
    await shift.account("ewa", "supervisor");
    await shift.account("anna", "consultant");
    const { key } = (await shift.admin.posts("api-keys", { name: "Rowerzyści", perMinute: 100 })).body;
    const files = async (service: string, lat: string, long: string, description: string) => {
      const body = new URLSearchParams({ api_key: key, service_code: service, lat, long, description });
      const answer = await fetch(`${shift.address}/open311/v2/requests.json`, { method: "POST", body });
      const [{ service_request_id: id, ...rest }]: ReturnType<typeof JSON.parse> = await answer.json();
      if (!id) throw new Error(JSON.stringify(rest));
      return id;
    };
    hole = await files("pothole", "50.0647", "19.9390", "Wyrwa przy przejściu");
    sameHole = await files("pothole", "50.0649", "19.9391", "Głęboka dziura koło przejścia");
    litter = await files("litter", "50.0800", "19.9000", "Śmieci koło ławki od tygodnia");
    ewa = await shift.comes("ewa");
    colleague = await shift.comes("anna");
    anna = colleague.person;
  });
  afterAll(() => shift.close());

  const link = (page: Page, id: string) => page.locator(`a[data-id="${id}"]`);
  const rows = (page: Page) => page.locator("a[data-id]");
  const goes = (path: string) => ewa.page.goto(`${shift.address}/console/${path}`);
  const asked = async (id: string) => (await anna.gets(`requests/${id}`)).body;
  const dialog = (page: Page) => page.getByRole("dialog");

  test("the list is narrowed by words and quick filters, and the address keeps it", async () => {
    const { page } = ewa;
    await goes("requests");
    await link(page, litter).waitFor();
    expect(await rows(page).count()).toBe(3);
    await page.keyboard.press("/");
    await page.keyboard.type("lawka");
    await until(async () => (await rows(page).count()) === 1);
    expect(page.url()).toContain("q=lawka");
    await page.reload();
    await link(page, litter).waitFor();
    expect(await rows(page).count()).toBe(1);
    await page.getByRole("button", { name: /^Otwarte/ }).click();
    await until(async () => (await rows(page).count()) === 3);
    await page.getByRole("button", { name: /^Moje/ }).click();
    await page.getByText("Żadne zgłoszenie nie pasuje do tych filtrów.").waitFor();
    const byHand = page.getByRole("button", { name: /^Do przekazania ręcznie/ });
    await byHand.click();
    await until(async () => (await byHand.getAttribute("aria-pressed")) === "true");
    expect(page.url()).toMatch(/\?byHand=1$/);
    expect(await rows(page).count()).toBe(Number(await byHand.locator("b").textContent()));
  });

  test("several are seen to at once by keyboard, and what could not be done is told", async () => {
    const { page } = ewa;
    await goes("requests");
    await link(page, litter).waitFor();
    for (const key of ["j", "x", "j", "j", "Shift+X"]) await page.keyboard.press(key);
    await page.getByText("Zaznaczono: 3").waitFor();
    await page.getByRole("button", { name: "Przydziel" }).click();
    await dialog(page).getByRole("combobox", { name: "Kto się tym zajmie" }).click();
    await page.getByRole("option", { name: "Anna" }).click();
    await dialog(page).getByRole("button", { name: "Zapisz" }).click();
    await page.getByText("Zrobione: 3.").waitFor();
    expect((await asked(litter)).assignedTo.name).toBe("Anna");

    await link(page, sameHole).focus();
    for (const key of ["x", "j", "x"]) await page.keyboard.press(key);
    await page.getByRole("button", { name: "Połącz z…" }).click();
    await dialog(page)
      .getByRole("textbox", { name: /^Numer zgłoszenia/ })
      .fill(hole);
    await dialog(page).getByRole("button", { name: "Zapisz" }).click();
    await page.getByText(`Zrobione: 1 z 2. Nie udało się: ${hole} (nie można połączyć z samym sobą).`).waitFor();
    expect((await asked(sameHole)).duplicateOf).toBe(hole);
  });

  test("a stale question shows what was missed and keeps the words", async () => {
    const { page } = ewa;
    await goes("requests?q=wyrwa");
    await link(page, hole).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: `Zgłoszenie ${hole}` }).waitFor();
    await page.getByRole("button", { name: "Zapytaj mieszkańca" }).click();
    const words = dialog(page).getByRole("textbox", { name: /^Pytanie/ });
    await words.fill("Na którym pasie?");
    // Nothing but the refusal may tell of the change.
    let refused = () => {};
    const isRefused = new Promise<void>((done) => {
      refused = done;
    });
    await page.route(`**/console/api/requests/${hole}`, (route) => isRefused.then(() => route.continue()));
    const { version } = await asked(hole);
    const add = { kind: "add", seen: version, words: "Ktoś dzwonił: jest już oznakowana." };
    expect((await anna.posts(`requests/${hole}/acts`, add)).status).toBe(200);
    const answer = page.waitForResponse(/\/acts$/);
    await dialog(page).getByRole("button", { name: "Zapisz" }).click();
    expect((await answer).status()).toBe(409);
    refused();
    await dialog(page).getByText("Ktoś dzwonił: jest już oznakowana.").waitFor();
    expect(await words.inputValue()).toBe("Na którym pasie?");
    await dialog(page).getByRole("button", { name: "Przeczytane" }).click();
    await dialog(page).getByRole("button", { name: "Zapisz" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    expect(await asked(hole)).toMatchObject({ state: "waiting_for_resident" });
    await page.getByRole("link", { name: "Lista" }).click();
    await link(page, hole).waitFor();
    expect(page.url()).toContain("q=wyrwa");
  });

  test("a duplicate is unmerged and merged again with one click; the unit's word by phone ends it", async () => {
    const { page } = ewa;
    await goes(`requests/${sameHole}`);
    await page.getByRole("button", { name: "Rozłącz" }).click();
    await dialog(page).getByRole("button", { name: "Zapisz" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: `Dołącz do zgłoszenia ${hole}` }).click();
    await dialog(page).getByRole("button", { name: "Zapisz" }).click();
    await page.getByText("Powtórzenie zgłoszenia").waitFor();
    expect((await asked(hole)).duplicates).toEqual([sameHole]);

    await goes(`requests/${litter}`);
    await page.getByRole("button", { name: "Jednostka powiedziała…" }).click();
    await page.getByRole("menuitem", { name: "Zrobione" }).click();
    await dialog(page).getByRole("button", { name: "Zacznij od niego" }).click();
    await dialog(page).getByRole("button", { name: "Zapisz" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    const { state, events } = await asked(litter);
    expect(state).toBe("done");
    expect(events.at(-1).by).toContain("Ewa");
  });

  test("every mark of the map can be reached by keys, and stands in the list beside it", async () => {
    const { page } = ewa;
    await goes("requests");
    await page.getByText("Mapa", { exact: true }).click();
    const list = page.getByRole("region", { name: "Na mapie" });
    await list.getByText("Zgłoszeń tutaj: 3").waitFor();
    const cluster = page.getByRole("button", { name: "2 blisko siebie – przybliż" }).first();
    await cluster.focus();
    await page.keyboard.press("Enter");
    await until(async () => /at=[^&]*14$/.test(decodeURIComponent(page.url())));
    await goes("requests?view=map&at=50.08,19.9,17");
    const mark = page.getByRole("button", { name: new RegExp(`^${litter}, `) });
    await mark.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: `Zgłoszenie ${litter}` }).waitFor();
  });

  /** In the chat, with a picture. */
  const reports = async () => {
    const resident = await shift.resident();
    await resident.says("Głęboka dziura na ul. Długiej 12");
    const body = new FormData();
    body.append("file", new Blob([new Uint8Array(await picture().jpeg().toBuffer())]), "dziura.jpg");
    const address = `${shift.address}/v3/directline/conversations/${resident.conversationId}/upload?userId=me`;
    const headers = { Authorization: `Bearer ${resident.token}` };
    expect((await fetch(address, { method: "POST", headers, body })).status).toBe(200);
    let heard = await resident.hears();
    for (let step = 0; step < 8 && !/KR-[-\d]+/.test(heard); step++)
      heard = await resident.says(/Wyślij/.test(heard) ? "wyślij" : "pomiń");
    const [id] = /KR-[-\d]+/.exec(heard) ?? [];
    if (!id) throw new Error(`no number in: ${heard}`);
    return id;
  };

  test("what looks personal is marked while typing, and only what is released is public", async () => {
    const { page } = ewa;
    withPhoto = await reports();
    await goes(`requests/${withPhoto}`);
    const part = page.getByRole("region", { name: "Co widzą wszyscy" });
    await part.getByRole("button", { name: "Wstaw oryginał" }).click();
    await part.getByText("Nic nie wygląda na dane osobowe.").waitFor();
    await part.getByRole("textbox", { name: "Tekst dla wszystkich" }).fill("Głęboka dziura, mówi pani Anna Nowak");
    await part.getByText("Wygląda na dane osobowe: 1").waitFor();
    await part.getByRole("button", { name: "Zamień zaznaczone na […]" }).click();
    await part.getByText("Nic nie wygląda na dane osobowe.").waitFor();
    await part.getByRole("checkbox", { name: /jpg/ }).check();
    await part.getByRole("button", { name: "Udostępnij" }).click();
    await part.getByText("Opis jest udostępniony w tej postaci.").waitFor();
    const { publicText, publicPhotos, description, attachments } = await asked(withPhoto);
    expect(publicText).toBe("Głęboka dziura, mówi pani […]");
    expect(description).toContain("Długiej 12");
    expect(publicPhotos).toEqual([attachments[0].id]);
    await part.getByRole("button", { name: "Ukryj całe zgłoszenie" }).click();
    await dialog(page).getByRole("button", { name: "Ukryj całe zgłoszenie" }).click();
    await part.getByText("Tego zgłoszenia nie ma na publicznej liście ani mapie.").waitFor();
    expect((await asked(withPhoto)).public).toBe(false);
    await part.getByRole("button", { name: "Pokaż wszystkim" }).click();
    await part.getByText("Opis jest udostępniony w tej postaci.").waitFor();
  });

  test("a consultant splits a second matter off; the form keeps what was typed, and both name each other", async () => {
    const { page } = colleague;
    await page.goto(`${shift.address}/console/requests/${withPhoto}`);
    await page.getByRole("button", { name: "Wydziel drugą sprawę" }).click();
    const form = dialog(page);
    await form.getByRole("combobox", { name: "Czego dotyczy zgłoszenie" }).fill("latarnia");
    await page.getByRole("option", { name: "Nie działa latarnia" }).click();
    const description = form.getByRole("textbox", { name: /^Opis/ });
    await description.fill("Nie świeci latarnia obok");
    await form.getByText(/^Puste: to samo miejsce \(ul\. Długa 12/).waitFor();
    await form.getByRole("checkbox", { name: /jpg/ }).check();
    await form.getByRole("button", { name: "Wydziel" }).click();
    await form.getByText("Popraw zaznaczone pola.").waitFor();
    await until(async () => (await page.evaluate("document.activeElement.value")) === "off");
    expect(await description.inputValue()).toBe("Nie świeci latarnia obok");
    await page.keyboard.press("Space");
    await form.getByRole("button", { name: "Wydziel" }).click();
    await form.waitFor({ state: "hidden" });
    await page.getByRole("heading", { name: `Zgłoszenie ${withPhoto}` }).waitFor();
    await page.getByText(/^Wydzielono: Nie działa latarnia, KR-/).waitFor();
    const { into } = (await asked(withPhoto)).events.at(-1);
    await page.getByRole("alert").getByRole("link", { name: into }).click();
    await page.getByRole("heading", { name: `Zgłoszenie ${into}` }).waitFor();
    const matter = page.getByRole("region", { name: "Sprawa" });
    await matter.getByText("Nie świeci latarnia obok").waitFor();
    await matter.getByRole("link", { name: withPhoto }).waitFor();
    await matter.getByRole("link", { name: /jpg/ }).waitFor();
    expect(colleague.troubles.filter((trouble) => !trouble.includes("400"))).toEqual([]);
  });

  test("list, map, page and form look right in both colours and on a small screen", async () => {
    const eyes = looks("requests");
    const { page } = ewa;
    const places: [name: string, path: string, ready: () => Promise<void>][] = [
      ["list", "requests?from=2020-01-01", () => link(page, litter).waitFor()],
      ["map", "requests?view=map", () => page.getByText(/^Zgłoszeń tutaj: \d/).waitFor()],
      ["page", `requests/${withPhoto}`, () => page.getByRole("heading", { name: "Historia" }).waitFor()],
    ];
    for (const [name, path, ready] of places) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await goes(path);
      await ready();
      await eyes.lookInBoth(name, page);
      await page.setViewportSize({ width: 320, height: 800 });
      await eyes.look(`${name}, narrow`, page);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("button", { name: "Przekaż jednostce" }).click();
    await dialog(page).getByRole("combobox", { name: "Jednostka" }).waitFor();
    await eyes.look("form", page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Wydziel drugą sprawę" }).click();
    await dialog(page).getByRole("combobox", { name: "Czego dotyczy zgłoszenie" }).waitFor();
    await eyes.look("form of a second matter", page);
    expect(eyes.accused).toEqual({});
    expect(ewa.troubles.filter((trouble) => !trouble.includes("409"))).toEqual([]);
  });
});
