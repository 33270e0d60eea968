import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { dayOf } from "../../../src/staff/figures";
import { xlsxOf } from "../../../src/staff/requests/xlsx";
import { fetchPage, isPrivate } from "../../../src/staff/studio/imports/fetchPage";
import { articleOfPage } from "../../../src/staff/studio/imports/readPage";
import { readXlsx } from "../../../src/staff/studio/imports/readXlsx";
import type { DraftView, FaqView } from "../../../src/staff/wire";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let ewa: Person;
const hosts: string[] = [];
beforeAll(async () => {
  house = await openStaffHouse("embedded", { settings: { importHosts: hosts } });
  ewa = await house.hires("editor", "Ewa");
});
afterAll(() => house.close());

const faq = (content: string, more: object = {}) => ewa.posts("imports/faq", { format: "csv", content, ...more });
const draftOf = async (id = ""): Promise<DraftView> => (await ewa.gets(`drafts/${id}`)).body;

/** A site of the city's, served from here. */
async function serving(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address: string | AddressInfo | null = server.address();
  const host = `localhost:${typeof address === "object" ? address?.port : ""}`;
  return { host, close: () => void server.close() };
}

describe("a table of questions and answers", () => {
  const table = [
    "Pytanie;Odpowiedź;Słowa kluczowe;Wydział;Źródło",
    '"Jak wynająć halę targową?";"Złóż wniosek.',
    "",
    'Potem podpisz umowę.";hala, targi;Wydział Spraw Społecznych;https://www.bip.krakow.pl/hala',
    ";bez pytania;;;",
    "Bez odpowiedzi;;;;",
    "jak wynająć halę targową?;to samo;;;",
  ].join("\n");

  test("becomes drafts, a row each, none of them published; rows that cannot are named by line", async () => {
    const articles = house.parts.content().articles.size;
    const view: FaqView = (await faq(table)).body;
    expect(view.columns).toEqual({ question: 0, answer: 1, keywords: 2, unit: 3, source: 4 });
    expect(view.skipped).toEqual([
      { line: 5, because: "no_question" },
      { line: 6, because: "no_answer" },
      { line: 7, because: "there" },
    ]);
    expect(view.drafts).toMatchObject([{ line: 2, title: "Jak wynająć halę targową?" }]);
    const draft = await draftOf(view.drafts[0]?.draft);
    expect(draft).toMatchObject({ origin: "import", state: "writing" });
    expect(draft.article).toMatchObject({
      title: "Jak wynająć halę targową?",
      answer: "Złóż wniosek.",
      sections: { steps: "Potem podpisz umowę." },
      keywords: ["hala", "targi"],
      unit: "Wydział Spraw Społecznych",
      sources: ["https://www.bip.krakow.pl/hala"],
    });
    expect(draft.mistakes.length).toBeGreaterThan(0);
    expect(house.parts.content().articles.size).toBe(articles);
  });

  test("given again makes nothing twice", async () => {
    expect((await faq(table)).body).toMatchObject({ drafts: [], skipped: { length: 4 } });
  });

  test("with other headings is looked at first, and then told which column is what", async () => {
    const content = "Q,A\nCzy jest parking dla autokarów?,Jest.";
    const looked = {
      headings: ["Q", "A"],
      sample: [["Czy jest parking dla autokarów?", "Jest."]],
      columns: {},
      rows: 1,
    };
    expect((await faq(content, { look: true })).body).toMatchObject(looked);
    const refused = { status: 400, body: { error: { fields: ["columns.question", "columns.answer"] } } };
    expect(await faq(content)).toMatchObject(refused);
    const { body } = await faq(content, { columns: { question: 0, answer: 1 } });
    expect(body.drafts).toMatchObject([{ title: "Czy jest parking dla autokarów?" }]);
  });

  test("looked at tells what is wrong with which row, begins nothing and is not noted as an import", async () => {
    const audit = house.storage.staff.audit;
    const begun = async () => [
      (await ewa.gets("drafts")).body.items.length,
      (await audit.lines({ act: "articles_imported", most: 100 })).length,
    ];
    const before = await begun();
    const content = `Pytanie;Odpowiedź;Jednostka\n;bez pytania;\nGdzie oddać elektrośmieci?;${"x".repeat(300)};\n`;
    const { body } = await faq(content, { look: true });
    expect(body).toMatchObject({ rows: 2, drafts: [], skipped: [{ line: 2, because: "no_question" }] });
    expect(body.sample[1][1]).toBe(`${"x".repeat(200)}…`);
    expect(await begun()).toEqual(before);
  });

  test("is taken as told, whatever its headings say", async () => {
    const content = "Pytanie;Odpowiedź;Jednostka\nGdzie zgłosić koncert?;W wydziale.;nie jednostka\n";
    const columns = { question: 0, answer: 1 };
    const { body } = await faq(content, { columns });
    expect(body.columns).toEqual(columns);
    expect((await draftOf(body.drafts[0].draft)).article?.unit).toBe("");
  });

  test("may be a workbook", async () => {
    async function* rows() {
      yield ["Kiedy sprzątane są ulice?", "Od marca do listopada & w grudniu <czasem>."];
      yield [undefined, "sama odpowiedź"];
    }
    const pieces: Buffer[] = [];
    for await (const piece of xlsxOf({ titles: ["question", "answer"], rows: rows() })) pieces.push(piece);
    const content = Buffer.concat(pieces).toString("base64");
    const { body } = await faq(content, { format: "xlsx" });
    expect(body.skipped).toEqual([{ line: 3, because: "no_question" }]);
    const draft = await draftOf(body.drafts[0].draft);
    expect(draft.article?.answer).toBe("Od marca do listopada & w grudniu <czasem>.");
  });

  test.each([
    ["nothing", "csv", " "],
    ["no workbook", "xlsx", "bm90IGEgd29ya2Jvb2s="],
    ["an archive cut short", "xlsx", Buffer.from("PK\u0005\u0006").toString("base64")],
  ])("of %s is refused", async (_, format, content) => {
    const refused = { status: 400, body: { error: { code: "wrong_body", fields: ["content"] } } };
    expect(await faq(content, { format })).toMatchObject(refused);
  });

  test("holds two hundred rows", async () => {
    const rows = Array.from({ length: 201 }, (_, i) => `pytanie ${i};odpowiedź`);
    expect(await faq(["pytanie;odpowiedź", ...rows].join("\n"))).toMatchObject({ status: 400, error: "too_many" });
  });
});

test("what is no archive is no workbook, however it is broken", () => {
  for (const text of ["", "PK", "PK\u0005\u0006".padEnd(40, "\u0000"), "PK\u0005\u0006".padEnd(40, "\u00ff")])
    expect(readXlsx(Buffer.from(text, "latin1"))).toBeUndefined();
});

const PAGE = `<!doctype html><html><head><title>Hala | Kraków</title><style>p{}</style></head><body>
<nav><p>Menu</p></nav><main><h1>Hala &amp; targi</h1><p>Halę wynajmuje miasto.</p>
<h2>Wymagane dokumenty</h2><ul><li>wniosek</li><li>dowód</li></ul><h2>Opłaty</h2><p>Bez opłat.</p>
<h2>Historia</h2><p>Zbudowano ją <b>dawno</b>.</p><script>alert(1)</script></main><footer>stopka</footer></body></html>`;

test("whose pages may be fetched is told to whoever may import", async () => {
  hosts.splice(0, hosts.length, "www.krakow.pl");
  expect((await ewa.gets("imports")).body).toEqual({ hosts: ["www.krakow.pl"] });
});

describe("a page", () => {
  test("becomes an article with its parts where articles have them, and its address as the source", () => {
    expect(articleOfPage(PAGE, "https://www.krakow.pl/hala")).toEqual({
      title: "Hala & targi",
      phrasings: ["Hala & targi"],
      answer: "Halę wynajmuje miasto.",
      sections: { need: "- wniosek\n- dowód", fee: "Bez opłat.", steps: "Historia\n\nZbudowano ją dawno." },
      sources: ["https://www.krakow.pl/hala"],
    });
    expect(articleOfPage("<p>bez tytułu</p>", "https://a.pl")).toBeUndefined();
    expect(articleOfPage("<title>Tytuł</title><nav>tylko menu</nav>", "https://a.pl")).toBeUndefined();
  });

  test("of an allowed host is fetched, and becomes a draft checked today", async () => {
    const site = await serving((_, response) => {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(PAGE);
    });
    hosts.push(site.host);
    const { body } = await ewa.posts("imports/page", { url: `http://${site.host}/hala` });
    site.close();
    const draft = await draftOf(body.draft);
    expect(draft).toMatchObject({ origin: "import", title: "Hala & targi" });
    expect(draft.article?.sources).toEqual([`http://${site.host}/hala`]);
    expect(draft.article?.checkedOn).toBe(dayOf(house.now()));
  });

  test.each([
    ["of another host", "https://www.example.org/"],
    ["without TLS", "http://www.krakow.pl/"],
    ["on another port", "https://www.krakow.pl:8443/"],
    ["with a password in it", "https://ktos:haslo@www.krakow.pl/"],
    ["of a file", "file:///etc/passwd"],
    ["that is none", "krakow"],
    ["of this machine", "https://127.0.0.1/"],
  ])("%s is not fetched", async (_, url) => {
    hosts.splice(0, hosts.length, "www.krakow.pl");
    const refused = { status: 400, body: { error: { code: "page_refused", because: "not_allowed" } } };
    expect(await ewa.posts("imports/page", { url })).toMatchObject(refused);
  });

  test("whose host leads into our own network is not asked, however it is written", async () => {
    for (const host of ["localhost", "127.0.0.1", "[::1]", "169.254.169.254", "[::ffff:10.0.0.1]"]) {
      const allowed = new URL(`https://${host}/`).host;
      expect(await fetchPage(`https://${host}/`, [allowed])).toEqual({ because: "private_address" });
    }
    for (const address of [
      "10.1.2.3",
      "172.31.0.1",
      "192.168.0.1",
      "100.64.0.1",
      "0.0.0.0",
      "::",
      "fe80::1",
      "fd00::1",
    ])
      expect(isPrivate(address)).toBe(true);
    for (const address of ["8.8.8.8", "172.32.0.1", "2a00:1450::1"]) expect(isPrivate(address)).toBe(false);
  });

  const answering =
    (status: number, headers: Record<string, string>, body = ""): RequestListener =>
    (_, response) => {
      response.writeHead(status, headers);
      response.end(body);
    };

  test.each<[string, string, RequestListener]>([
    ["that sends elsewhere", "not_allowed", answering(302, { Location: "https://zly.example/" })],
    ["that sends in circles", "not_allowed", answering(302, { Location: "/" })],
    ["that is missing", "not_found", answering(404, {})],
    ["that is a picture", "not_html", answering(200, { "Content-Type": "image/png" }, "x")],
    ["without end", "too_large", answering(200, { "Content-Type": "text/html" }, "x".repeat(3_000_000))],
    ["that breaks off", "unreachable", (request) => void request.socket.destroy()],
  ])("%s is refused: %s", async (_, because, listener) => {
    const site = await serving(listener);
    expect(await fetchPage(`http://${site.host}/`, [site.host])).toEqual({ because });
    site.close();
  });

  test("in an older encoding is read as it is meant", async () => {
    const site = await serving((_, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end(Buffer.from('<meta charset="iso-8859-2"><h1>\xb1\xea\xb6</h1><p>tekst</p>', "latin1"));
    });
    expect(await fetchPage(`http://${site.host}/`, [site.host])).toMatchObject({
      html: expect.stringContaining("ąęś"),
    });
    site.close();
  });
});
