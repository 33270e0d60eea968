import sharp from "sharp";
import { picture } from "../photos/pictures";
import { openPagesHouse, type PagesHouse, textOf } from "./pagesHouse";

const DAY_MS = 24 * 60 * 60_000;
const unit = { kind: "unit", unit: "zdmk" } as const;
let house: PagesHouse;

beforeAll(async () => {
  house = await openPagesHouse();
});
afterAll(async () => {
  await house?.close();
  expect(house?.errors).toEqual([]);
});

const textAt = async (path: string) => textOf(await (await house.get(path)).text());
const photo = async (name = "dziura.png") => new File([new Uint8Array(await picture(60, 40).png().toBuffer())], name);

describe("the reporter's page", () => {
  test("says where it stands, what was written and by whom, and holds nothing anybody could run", async () => {
    const { page, id } = await house.file();
    const answer = await house.get(page);
    const markup = await answer.text();
    const text = textOf(markup);
    expect(text).toContain(`Zgłoszenie ${id} Dziura w jezdni, ul. Długa 12`);
    expect(text).toContain(
      "Przyjęte Zgłoszenie jest przyjęte. Takimi sprawami zajmuje się: Zarząd Dróg Miasta Krakowa.",
    );
    expect(text).toContain("Jeszcze nie wiemy");
    expect(text).toContain("rower mi się <b>prawie</b> złamał");
    expect(text).toContain("ul. Długa 12, Dzielnica I na Długiej przy kiosku");
    expect(text).toContain("Wielkość Większa albo głęboka");
    expect(text).toContain("+48 600 700 800 , anna@example.org");
    expect(text).toContain("4 maja 2026 12:00 · Ty");
    expect(markup).not.toMatch(/<script|<b>|style=| on\w+=/);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "content-security-policy": expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'/),
    });
  });

  test("is in the language it was written in, and in any other", async () => {
    const { page } = await house.file({ language: "uk", description: "Яма на дорозі" });
    expect(await textAt(page)).toContain("Заявка KR-");
    const english = await (await house.get(`${page}?lang=en`)).text();
    expect(english).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(textOf(english)).toContain("The report has arrived. Matters of this kind are looked after by: Kraków Road");
    expect(english).toContain('lang="uk" dir="auto">Яма на дорозі');
    expect(english).toContain(`action="${page}/dopisz?lang=en"`);
  });

  test("names the second matter that was split off; a follower and the public learn nothing of it", async () => {
    const { id, page } = await house.file();
    const { key } = await house.requests.follow(id, { by: { email: "c@example.org" }, language: "en" }, house.now);
    const second = await house.splits(id, "street-lamp");
    const hidden = await house.splits(id, "noise");
    const polish = await textAt(page);
    expect(polish).toContain(`druga ma teraz własny numer: ${hidden}`);
    expect(polish).toContain(`Druga sprawa dostała własny numer 4 maja 2026 12:00 · Krakowskie Centrum Kontaktu`);
    for (const number of [second, hidden]) {
      expect(polish).toContain(number);
      expect(await textAt(`${page}?lang=en`)).toContain(`a number of its own: ${number}`);
      const others = [
        `/sprawa/obserwuje/${key}`,
        `/sprawa/obserwuje/${key}?lang=pl`,
        `/mapa/${id}`,
        `/mapa/${id}?lang=uk`,
      ];
      for (const path of others) expect([path, (await textAt(path)).includes(number)]).toEqual([path, false]);
    }
    expect(await textAt(`/mapa/${second}`)).not.toContain(id);
    const { pageKey } = (await house.requests.find(second)) ?? {};
    expect(await textAt(`/sprawa/${pageKey}`)).toContain(`wydzielone ze zgłoszenia ${id}`);
  });

  test("tells how long it takes only from what is known", async () => {
    const { page } = await house.file();
    house.expected = { fromDays: 3, toDays: 9 };
    expect(await textAt(page)).toContain("Podobne sprawy trwały zwykle od 3 do 9 dni.");
    house.expected = undefined;
  });

  test("an answer with photos goes into the history, cleaned, and reloading sends nothing twice", async () => {
    const { page, id } = await house.file();
    await house.does(id, { kind: "ask", words: "Na którym pasie?" }, unit);
    expect(await textAt(page)).toContain("Jednostka pyta: Na którym pasie?");
    const seen = await house.seen(id);
    const words = "Na prawym.\r\nZaraz za przejściem.";
    const form = { seen, words, photos: [await photo(), await photo("druga.png")] };
    const answer = await house.post(`${page}/odpowiedz`, form);
    expect(answer.status).toBe(303);
    const then = answer.headers.get("location") ?? "";
    expect(then).toBe(`${page}?zrobione=odpowiedz#zrobione`);
    const markup = await (await house.get(then)).text();
    expect(textOf(markup)).toContain("Dziękujemy za odpowiedź.");
    expect(textOf(markup)).toContain("Na prawym. Zaraz za przejściem.");
    const sources = [...markup.matchAll(/<img src="([^"]+)"/g)].map(([, source = ""]) => source);
    expect(sources).toHaveLength(2);
    const image = await house.get(sources[0] ?? "");
    expect(image.headers.get("content-type")).toBe("image/jpeg");
    expect((await sharp(Buffer.from(await image.arrayBuffer())).metadata()).exif).toBeUndefined();
    // The button pressed twice: the same words with the same version.
    expect((await house.post(`${page}/odpowiedz`, form)).status).toBe(303);
    const events = await house.requests.events(id);
    expect(events.map(({ kind }) => kind)).toEqual(["filed", "ask", "answer"]);
    // A photo of one matter does not open with the key of another.
    const other = await house.file();
    const stolen = (sources[0] ?? "").replace(page, other.page);
    expect((await house.get(stolen)).status).toBe(404);
  });

  test("what changed in the meantime is shown first, with the text kept", async () => {
    const { page, id } = await house.file();
    const seen = await house.seen(id);
    await house.does(id, { kind: "start", words: "Jedziemy jutro." }, unit);
    const stale = await house.post(`${page}/dopisz`, { seen, words: "Już są dwie dziury" });
    expect(stale.status).toBe(409);
    const markup = await stale.text();
    expect(textOf(markup)).toMatch(/Nowe jest to:.*Jedziemy jutro\..*Twój tekst został w formularzu\./);
    expect(markup).toMatch(/<textarea id="dopisz-words"[^>]*>\nJuż są dwie dziury<\/textarea>/);
    expect(markup).toContain('role="alert"');
    await house.does(id, { kind: "finish" }, unit);
    const late = await house.post(`${page}/dopisz`, { seen, words: "Już są trzy" });
    expect(textOf(await late.text())).toContain("Oto Twój tekst, żeby nie zginął: Już są trzy");
  });

  test.each<[string, string, () => Promise<{ words: string; photos: File[] }>, string]>([
    ["nothing", "dopisz-words", async () => ({ words: "  ", photos: [] }), "Napisz kilka słów albo dodaj zdjęcie."],
    ["too much", "dopisz-words", async () => ({ words: "x".repeat(4001), photos: [] }), "Tekst ma 4001 znaków"],
    [
      "a file that is no photo",
      "dopisz-photos",
      async () => ({ words: "oto", photos: [new File(["%PDF-1.7 ........"], "umowa.pdf")] }),
      "Plik „umowa.pdf” nie jest zdjęciem",
    ],
    [
      "six photos",
      "dopisz-photos",
      async () => ({ words: "oto", photos: await Promise.all([..."abcdef"].map((name) => photo(name))) }),
      "najwyżej 5 zdjęć",
    ],
  ])("%s is refused beside its field, and nothing is kept of it", async (_, field, given, why) => {
    const { page, id } = await house.file();
    const answer = await house.post(`${page}/dopisz`, { seen: await house.seen(id), ...(await given()) });
    expect(answer.status).toBe(422);
    const markup = await answer.text();
    expect(markup).toMatch(/<title>Błąd: /);
    expect(markup).toContain(`<a href="#${field}">`);
    expect(markup).toMatch(new RegExp(`id="${field}"[^>]* aria-invalid="true" aria-describedby="[^"]*${field}-error"`));
    expect(textOf(markup)).toContain(why);
    expect(await house.requests.events(id)).toHaveLength(1);
  });

  test("is withdrawn only after asking once more", async () => {
    const { page, id } = await house.file();
    expect(await textAt(`${page}/wycofaj`)).toContain("Wycofać to zgłoszenie?");
    expect((await house.requests.find(id))?.state).toBe("received");
    await house.post(`${page}/wycofaj`, { seen: await house.seen(id), words: "pomyłka" });
    const text = await textAt(page);
    expect(text).toContain("Wycofane");
    expect(text).not.toContain("Co możesz zrobić");
    // Somebody reloads or keeps the address of the question.
    expect((await house.get(`${page}/wycofaj`)).headers.get("location")).toBe(page);
  });

  test("after done asks whether it is so, and opens it again while there is time", async () => {
    const { page, id } = await house.file();
    await house.does(id, { kind: "finish", words: "Załatane." }, unit);
    expect(await textAt(page)).toMatch(/otworzyć ponownie do 18 maja 2026.*Czy to naprawdę naprawione\?/);
    const reopened = await house.post(`${page}/otworz-ponownie`, { seen: await house.seen(id), words: "Dalej jest" });
    expect(reopened.status).toBe(303);
    expect((await house.requests.find(id))?.state).toBe("received");
    await house.does(id, { kind: "finish" }, unit);
    await house.post(`${page}/potwierdz`, { seen: await house.seen(id) });
    expect(await textAt(page)).not.toContain("Czy to naprawdę naprawione?");
    house.now = new Date(house.now.getTime() + 15 * DAY_MS);
    expect(await textAt(page)).toContain("Termin na ponowne otwarcie minął 18 maja 2026");
    const late = await house.post(`${page}/otworz-ponownie`, { seen: await house.seen(id), words: "Znowu" });
    expect([late.status, textOf(await late.text())]).toEqual([
      409,
      expect.stringContaining("telefonicznie pod 12 616"),
    ]);
  });
});

describe("who may not", () => {
  test("a key that nobody was given opens the same page, whatever it looks like", async () => {
    const { id } = await house.file();
    const paths = [
      "/sprawa/nie-ma",
      "/sprawa/obserwuje/nie-ma",
      `/sprawa/${"x".repeat(300)}`,
      `/sprawa/${id}`,
      "/jednostka/a.b",
    ];
    const answers = await Promise.all(paths.map((path) => house.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(pages).size).toBe(1);
    expect(textOf(pages[0] ?? "")).toMatch(/Nie ma takiej strony.*There is no such page.*Такої сторінки немає/);
  });

  test.each([
    ["another site, says the browser", { "Sec-Fetch-Site": "cross-site" }, 403],
    ["another origin, says an old browser", { Origin: "https://evil.example" }, 403],
    ["our own page", { "Sec-Fetch-Site": "same-origin", Origin: "null" }, 303],
    ["our own page in an old browser, which hides where it is", { Origin: "null" }, 303],
  ])("a form from %s", async (_, headers, status) => {
    const { page, id } = await house.file();
    const answer = await house.post(`${page}/dopisz`, { seen: await house.seen(id), words: "oto" }, headers);
    expect(answer.status).toBe(status);
    expect(await house.requests.events(id)).toHaveLength(status === 303 ? 2 : 1);
  });

  test("a form sent far too often waits, and says so", async () => {
    const { page, id } = await house.file();
    const seen = await house.seen(id);
    const post = () => house.post(`${page}/dopisz`, { seen, words: "" });
    await Promise.all(Array.from({ length: 40 }, post));
    const answer = await post();
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect(textOf(await answer.text())).toContain("Spróbuj jeszcze raz za 60 min.");
  });
});

describe("the follower's page", () => {
  test("shows what everybody may see, and ends the messages", async () => {
    const { id } = await house.file();
    await house.does(id, { kind: "ask", words: "Proszę o telefon 600 700 800" }, unit);
    const by = { email: "sasiad@example.org" };
    const { key } = await house.requests.follow(id, { by, language: "pl" }, house.now);
    const path = `/sprawa/obserwuje/${key}`;
    const text = await textAt(path);
    expect(text).toContain("ul. Długa 12");
    expect(text).not.toMatch(/rower|600|anna@|kiosku|Większa/);
    // As a mail program's own button sends it.
    const ended = await fetch(house.origin + path, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
      redirect: "manual",
    });
    expect(ended.status).toBe(303);
    expect(await textAt(ended.headers.get("location") ?? "")).toContain("nie będziemy już pisać");
    expect(await textAt(path)).not.toContain("Nie chcę już wiadomości");
  });

  test("of a matter that is not public tells nothing of the place", async () => {
    const { id } = await house.file({ service: "abandoned-car", answers: {} });
    const { key } = await house.requests.follow(id, { by: { email: "b@example.org" }, language: "en" }, house.now);
    const text = await textAt(`/sprawa/obserwuje/${key}`);
    expect(text).toContain(`Report ${id}`);
    expect(text).not.toMatch(/Długa|District/);
  });
});
