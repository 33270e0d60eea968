import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { mapOf } from "../../../src/mapOf";
import { openPagesHouse, type PagesHouse, textOf } from "./pagesHouse";

let house: PagesHouse;
beforeAll(async () => {
  house = await openPagesHouse({
    map: mapOf({ MAP_TILES: "https://{s}.tiles.example.org/{z}/{x}/{y}.png", MAP_ATTRIBUTION: "© Mapa" }),
  });
});
afterAll(async () => {
  await house?.close();
  expect(house?.errors).toEqual([]);
});

const staff = { kind: "staff", accountId: "kowalska" } as const;
const unit = { kind: "unit", unit: "zdmk" } as const;

const text = async (path: string, headers: Record<string, string> = {}) => (await house.get(path, headers)).text();
const all = "south=49.9&west=19.7&north=50.2&east=20.3";

/** What nobody may read: in the description, the place, the answers, the contact, notes and what others said. */
const secrets = [
  "Barbara",
  "Nowakowska",
  "600 111 222",
  "basia@example.org",
  "KR 1SEKR",
  "mieszkanie 7",
  "sekretem",
  "Wójcik",
];

async function withSecrets() {
  const told = {
    description: "Tu Barbara Nowakowska, tel. 600 111 222. Auto KR 1SEKR stoi obok dziury <script>alert(1)</script>",
    place: "pod blokiem, mieszkanie 7",
    contact: { phone: "600 111 222", email: "basia@example.org" },
    answers: { size: "big", more: "jest sekretem" },
  };
  const filed = await house.file(told);
  await house.does(filed.id, { kind: "ask", words: "Pani Barbara, gdzie stoi KR 1SEKR?" }, unit);
  await house.does(filed.id, { kind: "answer", words: "Pod oknem Barbary, mieszkanie 7" }, { kind: "resident" });
  await house.does(filed.id, { kind: "finish", words: "Dziękujemy pani Wójcik" }, unit);
  const photo = { name: "Nowakowska.jpg", contentType: "image/jpeg", bytes: Buffer.from([0xff, 0xd8, 0xff, 0xd9]) };
  const { id: fileId } = await house.requests.saveFile(filed.id, photo);
  return { ...filed, fileId };
}

test("nothing a resident or unit wrote is on any public page, whatever way it is asked for", async () => {
  const { id, pageKey, fileId } = await withSecrets();
  const idea = await house.file({ service: "idea", description: "Barbara Nowakowska proponuje ławki" });
  const paths = [
    "/mapa/",
    "/mapa/?lang=en",
    `/mapa/${id}`,
    `/mapa/${id}?lang=uk`,
    "/mapa/atom.xml",
    "/mapa/atom.xml?lang=en",
  ];
  const others = [`/mapa/znaczniki.json?${all}&zoom=19`, "/pomysly/", "/pomysly/?kolejnosc=poparcie", "/sitemap.xml"];
  for (const path of [...paths, ...others]) {
    const answer = await house.get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    const body = await answer.text();
    for (const secret of [...secrets, pageKey, idea.id, "ławki", "alert(1)"])
      expect([path, secret, body.includes(secret)]).toEqual([path, secret, false]);
  }
  expect(await text("/mapa/")).toContain(id);
  const page = textOf(await text(`/mapa/${id}`));
  expect(page).toContain("Dziura jest naprawiona.");
  expect(page).toContain("ul. Długa 12");
  // An idea nobody has read yet, and a photo nobody released.
  for (const path of [`/pomysly/${idea.id}`, `/mapa/${idea.id}`, `/mapa/${id}/zdjecia/${fileId}`])
    expect([path, (await house.get(path)).status]).toEqual([path, 404]);
});

test("a text and a photo are there once a person released them, under a name of ours", async () => {
  const { id, fileId } = await withSecrets();
  await house.requests.set(id, { publicText: "Dziura na <pasie> rowerowym.", publicPhotos: [fileId] });
  const page = await text(`/mapa/${id}`);
  expect(page).toContain("Dziura na &lt;pasie&gt; rowerowym.");
  expect(page).toContain(`/mapa/${id}/zdjecia/${fileId}`);
  const photo = await house.get(`/mapa/${id}/zdjecia/${fileId}`);
  expect([photo.status, photo.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  expect(photo.headers.get("content-disposition")).not.toContain("Nowakowska");
});

test("the widget, wherever it is embedded, learns where its map comes from", async () => {
  const settings = await house.get("/place.json", { origin: "https://miasto.example.org" });
  expect(settings.headers.get("access-control-allow-origin")).toBe("*");
  expect(await settings.json()).toEqual({
    tiles: "https://{s}.tiles.example.org/{z}/{x}/{y}.png",
    attribution: "© Mapa",
  });
});

test("private kinds of reports are nowhere, also when asked for by name, number or district", async () => {
  const { id } = await house.file({ service: "formal-complaint", district: "IX" });
  const hidden = await house.file({ district: "IX" });
  await house.requests.set(hidden.id, { public: false });
  for (const path of [
    "/mapa/?dzielnica=IX",
    "/mapa/atom.xml?dzielnica=IX",
    "/mapa/?rodzaj=formal-complaint",
    "/sitemap.xml",
  ]) {
    const body = await text(path);
    expect([path, body.includes(id), body.includes(hidden.id)]).toEqual([path, false, false]);
  }
  for (const one of [id, hidden.id]) expect((await house.get(`/mapa/${one}`)).status).toBe(404);
  const { marks } = Marks.parse(JSON.parse(await text(`/mapa/znaczniki.json?${all}&zoom=10&dzielnica=IX`)));
  expect(marks).toEqual([]);
  expect(await text("/mapa/")).not.toContain('value="formal-complaint"');
});

const Marks = z.object({ marks: z.array(z.object({ count: z.number(), title: z.string(), url: z.string() })) });

test("the list is narrowed by kind, district, state and days, and goes on page by page", async () => {
  const early = new Date("2026-01-02T10:00:00Z");
  const today = house.now;
  house.now = early;
  const old = await house.file({ service: "litter", district: "XVIII", address: "os. Stalowe 1" });
  house.now = today;
  const made = [];
  for (let n = 0; n < 26; n += 1)
    made.push(await house.file({ service: "litter", district: "XVIII", address: `os. Stalowe ${n + 2}` }));
  await house.does(made[0]?.id ?? "", { kind: "refuse", words: "Teren prywatny." }, staff);
  const found = async (query: string) => /Znaleziono: (\d+)/.exec(await text(`/mapa/?${query}`))?.[1];
  expect(await found("dzielnica=XVIII")).toBe("27");
  expect(await found("dzielnica=xviii&stan=otwarte")).toBe("26");
  expect(await found("dzielnica=XVIII&stan=zakonczone")).toBe("1");
  expect(await found("dzielnica=XVIII&dni=30")).toBe("26");
  expect(await found("dzielnica=XVIII&rodzaj=pothole")).toBe("0");
  const first = await text("/mapa/?dzielnica=XVIII");
  expect(first).not.toContain(old.id);
  const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const second = await text(next);
  expect(second).toContain(old.id);
  expect(textOf(second)).toMatch(/zgłoszone 1\d\d dni temu/);
  expect(second).not.toContain('rel="next"');
});

test("lists are kept for half a minute and not sent again while nothing changed", async () => {
  const first = await house.get("/mapa/?dzielnica=V");
  expect(first.headers.get("cache-control")).toBe("public, max-age=30");
  const etag = first.headers.get("etag") ?? "";
  const again = await house.get("/mapa/?dzielnica=V", { "If-None-Match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const { id } = await house.file({ district: "V" });
  expect(await text("/mapa/?dzielnica=V")).not.toContain(id);
  house.now = new Date(house.now.getTime() + 31_000);
  const later = await house.get("/mapa/?dzielnica=V", { "If-None-Match": etag });
  expect([later.status, (await later.text()).includes(id)]).toEqual([200, true]);
  expect(first.headers.get("content-security-policy")).toContain("img-src 'self' data: https://*.tiles.example.org;");
  expect(first.headers.get("x-robots-tag")).toBeNull();
});

test("marks come together when one zooms out, and each leads somewhere", async () => {
  const point = { lat: 50.0123, long: 20.1001 };
  const one = await house.file({ service: "street-lamp", point });
  const [mark] = await marksOf("zoom=18");
  expect(mark).toMatchObject({ count: 1, url: `/mapa/${one.id}?lang=pl`, title: expect.stringContaining("Przyjęte") });
  await house.file({ service: "street-lamp", point });
  house.now = new Date(house.now.getTime() + 31_000);
  const [both] = await marksOf("zoom=19");
  expect(both).toMatchObject({ count: 2, title: "2 zgłoszenia w tym miejscu" });
  expect(await text(both?.url ?? "")).toContain("Znaleziono: 2");
  for (const bad of ["zoom=99", "zoom=12&south=x", "zoom=12&south=91"])
    expect((await house.get(`/mapa/znaczniki.json?${bad}&west=19&north=51&east=20`)).status).toBe(400);

  async function marksOf(query: string) {
    const path = `/mapa/znaczniki.json?rodzaj=street-lamp&south=50&west=20&north=50.05&east=20.2&${query}`;
    return Marks.parse(JSON.parse(await text(path))).marks;
  }
});

const Feed = z.object({
  feed: z.object({
    id: z.string().startsWith("tag:zgloszenia.example.org,2026:"),
    title: z.string(),
    updated: z.iso.datetime(),
    author: z.object({ name: z.string() }),
    link: z.array(z.object({ rel: z.string(), href: z.url() })),
    entry: z.array(
      z.object({
        id: z.string().regex(/^tag:zgloszenia\.example\.org,2026:KR-/),
        title: z.string().min(1),
        updated: z.iso.datetime(),
        published: z.iso.datetime(),
        link: z.object({ href: z.url() }),
        summary: z.string(),
      }),
    ),
  }),
});

test("the feed of a district is well formed Atom, also with letters XML has no place for", async () => {
  const { id } = await house.file({ district: "XII", address: "ul. Ćwiklińska & 3" });
  await house.file({ district: "XII" });
  await house.requests.set(id, { publicText: "Dzwonek\u0007 i \u001b[31m <znak> ]]> 🚲" });
  const answer = await house.get("/mapa/atom.xml?dzielnica=XII&rodzaj=pothole");
  expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const body = await answer.text();
  expect(XMLValidator.validate(body)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" });
  const { feed } = Feed.parse(parser.parse(body));
  expect(feed.entry.map((entry) => entry.id)).toContain(`tag:zgloszenia.example.org,2026:${id}`);
  const entry = feed.entry.find((one) => one.id.endsWith(id));
  expect(entry?.summary).toContain("Dzwonek i [31m <znak> ]]> 🚲");
  expect(entry?.title).toContain("ul. Ćwiklińska & 3");
  expect(feed.title).toContain("Dzielnica XII");
  const again = await house.get("/mapa/atom.xml?dzielnica=XII&rodzaj=pothole", {
    "If-None-Match": answer.headers.get("etag") ?? "",
  });
  expect(again.status).toBe(304);
  expect(await text("/mapa/?dzielnica=XII")).toContain('href="/mapa/atom.xml?dzielnica=XII&amp;lang=pl"');
});

test("whoever follows by e-mail confirms it first, and no answer tells which addresses are known", async () => {
  const { id } = await house.file({ contact: { email: "anna@example.org" } });
  const ask = async (email: string) => {
    const { status, headers } = await house.post(`/mapa/${id}/obserwuj`, { email });
    return [status, headers.get("location")];
  };
  const sent = [303, `/mapa/${id}?co=wyslane&lang=pl#zrobione`];
  expect(await ask("Nowy@Example.org")).toEqual(sent);
  expect(await ask("anna@example.org")).toEqual(sent);
  expect(house.mails.map(({ to }) => to)).toEqual(["nowy@example.org", "anna@example.org"]);
  expect(await followers(id)).toBe(1);

  const link = /https:\/\/zgloszenia\.example\.org(\/mapa\/obserwuj\/\S+)/.exec(house.mails[0]?.text ?? "")?.[1] ?? "";
  expect(Buffer.from(link.split("/").at(-1) ?? "", "base64url").toString()).not.toContain("nowy");
  // A mail scanner opens the link; that alone means nothing.
  const looked = await house.get(link);
  expect([looked.status, looked.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await followers(id)).toBe(1);
  const confirmed = await house.post(link, {});
  expect([confirmed.status, confirmed.headers.get("location")]).toEqual([
    303,
    expect.stringContaining("/sprawa/obserwuje/"),
  ]);
  expect(await followers(id)).toBe(2);
  const follower = await text(confirmed.headers.get("location") ?? "");
  expect(follower).toContain("Obserwujesz tę sprawę");
  expect((await house.post(link.slice(0, -3), {})).status).toBe(404);

  const wrong = await house.post(`/mapa/${id}/obserwuj`, { email: 'x"><b>@' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("To nie wygląda na adres e-mail.");
  const foreign = await house.post(
    `/mapa/${id}/obserwuj`,
    { email: "a@example.org" },
    { Origin: "https://evil.example" },
  );
  expect(foreign.status).toBe(403);

  // One mailbox gets no more than five a day, and its owner's neighbour cannot see that it is over.
  for (let n = 0; n < 5; n += 1) expect(await ask("nowy@example.org")).toEqual(sent);
  expect(house.mails.filter(({ to }) => to === "nowy@example.org")).toHaveLength(5);
  for (let n = 0; n < 5; n += 1) await ask("nowy@example.org");
  expect((await ask("nowy@example.org"))[0]).toBe(429);
  house.now = new Date(house.now.getTime() + 49 * 3600_000);
  expect((await house.get(link)).status).toBe(404);
});

const followers = async (id: string) => (await house.requests.find(id))?.followers;

test("an idea is there once it was read, is supported once per person, and shows the city's answer", async () => {
  const [idea, other] = [await house.file({ service: "idea" }), await house.file({ service: "idea" })];
  await house.requests.set(idea.id, { publicText: "Ławki przy Wiśle.\nCo sto metrów." });
  await house.requests.set(other.id, { publicText: "Poidełka w parkach" });
  expect((await house.get(`/mapa/${idea.id}`)).headers.get("location")).toBe(`/pomysly/${idea.id}`);

  const support = (id: string, cookie = "") => house.post(`/pomysly/${id}/popieram`, {}, { Cookie: cookie });
  const first = await support(idea.id);
  const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect(first.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
  const said = async (answer: Response) => textOf(await text(answer.headers.get("location") ?? ""));
  expect(await said(first)).toContain("Dziękujemy za poparcie! 1 osoba popiera ten pomysł.");
  expect(await said(await support(idea.id, cookie))).toContain("Już popierasz ten pomysł. Razem 1 osoba.");
  const somebodyElse = await support(idea.id, `${cookie}x`);
  expect(await said(somebodyElse)).toContain("2 osoby popierają ten pomysł.");
  await support(other.id, cookie);

  const order = async (query: string) =>
    [...(await text(`/pomysly/${query}`)).matchAll(/<h2><a[^>]*>([^<]*)/g)].map(([, title]) => title);
  expect(await order("?kolejnosc=poparcie")).toEqual(["Ławki przy Wiśle.", "Poidełka w parkach"]);
  expect(await order("")).toEqual(["Poidełka w parkach", "Ławki przy Wiśle."]);

  await house.does(idea.id, { kind: "add", words: "Jestem Barbara" }, { kind: "resident" });
  expect(await text(`/pomysly/${idea.id}`)).toContain("Miasto jeszcze nie odpowiedziało.");
  await house.does(idea.id, { kind: "refuse", words: "Bulwary są objęte ochroną konserwatora." }, staff);
  const page = textOf(await text(`/pomysly/${idea.id}`));
  expect(page).toContain("Bulwary są objęte ochroną konserwatora.");
  expect(page).not.toContain("Barbara");
  expect(page).not.toContain("kowalska");
  // What was decided is not voted on any more.
  expect((await support(idea.id)).headers.get("location")).toBe(`/pomysly/${idea.id}?lang=pl`);
  expect((await house.requests.find(idea.id))?.supporters).toBe(2);
  // Somebody who empties their browser after every vote is stopped.
  const votes = [];
  for (let n = 0; n < 11; n += 1) votes.push((await support(other.id)).status);
  expect([votes.slice(0, 9), votes.at(-1)]).toEqual([Array(9).fill(303), 429]);
});

test("search engines find what is public and are told of nothing else", async () => {
  const { id } = await house.file();
  house.now = new Date(house.now.getTime() + 31_000);
  const sitemap = await text("/sitemap.xml");
  expect(XMLValidator.validate(sitemap)).toBe(true);
  expect(sitemap).toContain(`<loc>https://zgloszenia.example.org/mapa/${id}</loc>`);
  expect(sitemap).not.toContain("sprawa");
  expect(await text("/robots.txt")).toContain("Sitemap: https://zgloszenia.example.org/sitemap.xml");
  expect((await house.get(`/mapa/${id}/obserwuj`)).headers.get("location")).toBe(`/mapa/${id}`);
  expect((await house.get("/mapa")).headers.get("location")).toBe("/mapa/");
  expect((await house.get(`/mapa/${id.toLowerCase()}?lang=en`)).headers.get("location")).toBe(`/mapa/${id}?lang=en`);
});
