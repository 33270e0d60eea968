import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { xlsxOf } from "../../../src/staff/requests/xlsx";
import { describeIfChromium } from "../../reachable";
import { looks } from "./looks";
import { openShift, type Shift } from "./shift";

jest.setTimeout(240_000);

const REFUSED = "Failed to load resource: the server responded with a status of 400 (Bad Request)";
const FAQ = `Pytanie;Odpowiedź;Słowa kluczowe;Jednostka;Źródło
Jak zgłosić zlot balonów?;Napisz do nas.;balony, zlot;Wydział Spraw Społecznych;https://www.krakow.pl/balony
;bez pytania;;;
Gdzie suszyć chmiel?;;;;
Czy wolno śpiewać pod wieżą?;Wolno.;;;
`;
const PAGE = `<!doctype html><title>Hejnał | Kraków</title><main><h1>Zwiedzanie wieży hejnalicy</h1>
<p>Na wieżę wchodzi się po schodach.</p><h2>Opłaty</h2><p>Bilet kosztuje 20 zł.</p></main>`;

/** The site of a city, with a page, a picture and nothing else. */
const site: RequestListener = ({ url }, response) => {
  const [status, type, body] =
    url === "/wieza"
      ? [200, "text/html; charset=utf-8", PAGE]
      : url === "/herb"
        ? [200, "image/png", "x"]
        : [404, "text/plain", ""];
  response.writeHead(status, { "Content-Type": type });
  response.end(body);
};

describeIfChromium("articles that come from elsewhere", () => {
  let shift: Shift;
  let server: Server;
  let host = "";
  beforeAll(async () => {
    server = createServer(site);
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address: string | AddressInfo | null = server.address();
    host = `localhost:${typeof address === "object" ? address?.port : ""}`;
    shift = await openShift({ IMPORT_HOSTS: ["www.krakow.pl", host] });
    await shift.account("zofia", "editor");
    await shift.account("ewa", "supervisor");
  });
  afterAll(async () => {
    await shift.close();
    server.close();
  });

  const opens = async (page: Page) => {
    await page.goto(`${shift.address}/console/knowledge/_import`);
    await page.getByRole("heading", { name: "Import artykułów" }).waitFor();
  };
  const gives = (page: Page, name: string, buffer: Buffer) =>
    page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  const column = (page: Page, name: string) => page.getByRole("combobox", { name });
  const choosesIn = async (page: Page, name: string, heading: string) => {
    await column(page, name).click();
    await page.getByRole("option", { name: heading, exact: true }).click();
  };

  test("a table an older spreadsheet saved is looked at, then made into drafts", async () => {
    const book = looks("imports");
    const { page, troubles, person } = await shift.comes("zofia");
    await page.goto(`${shift.address}/console/knowledge`);
    await page.getByRole("link", { name: "Importuj" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Import artykułów" }).and(page.locator(":focus")).waitFor();
    await book.lookInBoth("empty", page);

    await gives(page, "pytania.csv", windows1250(FAQ));
    await page.getByText("Wiersze z pytaniami: 4").waitFor();
    for (const [field, heading] of [
      ["Pytanie (tytuł artykułu)", "Pytanie"],
      ["Odpowiedź", "Odpowiedź"],
      ["Słowa kluczowe", "Słowa kluczowe"],
      ["Jednostka", "Jednostka"],
      ["Źródło (adres)", "Źródło"],
    ] as const)
      expect(await column(page, field).inputValue()).toBe(heading);
    await page.getByRole("cell", { name: "Czy wolno śpiewać pod wieżą?" }).waitFor();
    await page.getByText("Wiersz 3: brakuje pytania albo jest za krótkie.").waitFor();
    await page.getByText("Wiersz 4: brakuje odpowiedzi.").waitFor();
    await book.lookInBoth("looked at", page);
    await page.setViewportSize({ width: 320, height: 700 });
    await book.look("narrow", page, "all but colours");

    await page.getByRole("button", { name: "Utwórz szkice (2)" }).click();
    await page.getByText("Utworzone szkice: 2.").waitFor();
    await page.getByRole("heading", { name: "Plik „pytania.csv”" }).and(page.locator(":focus")).waitFor();
    await book.lookInBoth("made", page);
    await page.getByRole("link", { name: "Przejdź do szkiców" }).click();
    const draft = page.getByRole("link", { name: "Jak zgłosić zlot balonów?" });
    const { body } = await person.gets(`drafts/${await draft.getAttribute("data-id")}`);
    expect(body.article).toMatchObject({
      answer: "Napisz do nas.",
      keywords: ["balony", "zlot"],
      unit: "Wydział Spraw Społecznych",
      sources: ["https://www.krakow.pl/balony"],
    });
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  test("a workbook that was dropped, with headings nobody knows, is told which column is what", async () => {
    const book = looks("imports");
    const { page, troubles, person } = await shift.comes("zofia");
    await opens(page);
    await drops(page, "Wykaz.xlsx", await workbook());
    await page.getByText("Wskaż kolumnę.").first().waitFor();
    expect(await page.getByRole("button", { name: /^Utwórz szkice/ }).count()).toBe(0);
    await book.lookInBoth("columns unknown", page);
    await choosesIn(page, "Pytanie (tytuł artykułu)", "O co");
    await choosesIn(page, "Odpowiedź", "Co mówimy");
    await page.getByText("Wiersz 3: brakuje pytania albo jest za krótkie.").waitFor();
    await page.getByRole("button", { name: "Utwórz szkice (1)" }).press("Enter");
    await page.getByText("Utworzone szkice: 1.").waitFor();
    const { items } = (await person.gets("drafts")).body;
    expect(items).toContainEqual(expect.objectContaining({ title: "Kiedy karmić łabędzie?", origin: "import" }));
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
    await page.context().close();
  });

  test("a file that is no table, or too much of one, is refused in plain words", async () => {
    const book = looks("imports");
    const { page, troubles } = await shift.comes("zofia");
    await opens(page);
    await gives(page, "herb.png", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"));
    await page.getByText("Nie da się odczytać tej tabeli.").waitFor();
    const rows = Array.from({ length: 201 }, (_, n) => `pytanie ${n};odpowiedź`);
    await gives(page, "dużo.csv", Buffer.from(["pytanie;odpowiedź", ...rows].join("\n")));
    await page.getByText("W tym pliku jest więcej niż 200 wierszy.").waitFor();
    await book.lookInBoth("refused", page);
    await gives(page, "wielki.csv", Buffer.alloc(3_000_001, "a"));
    await page.getByText("Ten plik jest za duży: najwyżej 3 MB.").waitFor();
    await gives(page, "bez-odpowiedzi.csv", Buffer.from("pytanie;odpowiedź\nGdzie jest smok?;\n"));
    await page.getByText("W tym pliku nie ma wiersza, z którego mógłby powstać szkic.").waitFor();
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [REFUSED, REFUSED] });
    await page.context().close();
  });

  test("a page that is refused says why at its address, which stays; one that is taken opens as a draft", async () => {
    const book = looks("imports");
    const { page, troubles } = await shift.comes("zofia");
    await opens(page);
    await page.getByText(`Dozwolone serwisy: www.krakow.pl, ${host}`).waitFor();
    const address = page.getByRole("textbox", { name: "Adres strony" });
    const tries = async (typed: string, told: string) => {
      await address.fill(typed);
      await address.press("Enter");
      await page.getByRole("alert").filter({ hasText: told }).waitFor();
      expect(await address.inputValue()).toBe(typed);
      expect(await address.getAttribute("aria-invalid")).toBe("true");
    };
    await tries("www.example.org", "Tej strony nie wolno pobrać");
    await tries(`http://${host}/herb`, "To nie jest strona HTML.");
    await tries(`http://${host}/nic`, "Pod tym adresem nie ma strony.");
    await book.lookInBoth("page refused", page);
    await page.setViewportSize({ width: 320, height: 700 });
    await book.look("narrow page refused", page, "all but colours");
    await address.fill(`http://${host}/wieza`);
    await page.getByRole("button", { name: "Pobierz i utwórz szkic" }).click();
    await page.waitForURL(/\/knowledge\/_draft\/[\w-]+$/);
    await page.getByRole("heading", { name: "Zwiedzanie wieży hejnalicy" }).waitFor();
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [REFUSED, REFUSED, REFUSED] });
    await page.context().close();
  });

  test("who may not write articles is not led there", async () => {
    const { page } = await shift.comes("ewa");
    await page.goto(`${shift.address}/console/knowledge`);
    await page.getByRole("heading", { name: "Wiedza" }).waitFor();
    expect(await page.getByRole("link", { name: "Importuj" }).count()).toBe(0);
    await page.context().close();
  });
});

async function workbook(): Promise<Buffer> {
  async function* rows() {
    yield ["Kiedy karmić łabędzie?", "Lepiej wcale.", "nic"];
    yield [undefined, "sama odpowiedź", "nic"];
  }
  const pieces: Buffer[] = [];
  for await (const piece of xlsxOf({ titles: ["O co", "Co mówimy", "Uwagi"], rows: rows() })) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Every letter as the one byte it is there. */
function windows1250(text: string): Buffer {
  const letters = new TextDecoder("windows-1250").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Buffer.from([...text].map((letter) => letters.indexOf(letter)));
}

const drops = (page: Page, name: string, bytes: Buffer) =>
  page.evaluate(`(() => {
    const bytes = Uint8Array.from(atob("${bytes.toString("base64")}"), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], ${JSON.stringify(name)}));
    const place = [...document.querySelectorAll("button")].find((one) => one.textContent === "Wybierz plik").parentElement;
    for (const kind of ["dragover", "drop"])
      place.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
  })()`);
