import type { Page } from "playwright-core";
import { limitsOf } from "../../../src/limitsOf";
import { builtWeb } from "../../builtOnce";
import { describeIfChromium } from "../../reachable";
import { here } from "../../rooms/staff/deskWork";
import type { Person } from "../../rooms/staff/person";
import { channelsThatPush, residentOn } from "../../rooms/staff/pushing";
import { openStaffHouse, type StaffHouse } from "../../rooms/staff/staffHouse";
import { launchBrowser } from "../stage";
import { box, line } from "./hands";
import { looks } from "./looks";
import { openTab } from "./shift";

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const EURO = "€".repeat(50);

describeIfChromium("a consultant on every channel", () => {
  let house: StaffHouse;
  let anna: Person;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let page: Page;
  let troubles: string[];
  /** Only for the windows of channels. */
  let passed = 0;
  beforeAll(async () => {
    const [staticFolder, started] = await Promise.all([builtWeb(), launchBrowser()]);
    browser = started;
    const limits = limitsOf(channelsThatPush, () => new Date(house.now().getTime() + passed));
    house = await openStaffHouse("embedded", { staticFolder, limitsOf: limits });
    anna = await house.hires("consultant", "Anna");
    await here(anna);
    const [name = "", value = ""] = anna.cookie.split("=");
    ({ page, troubles } = await openTab(browser, `${house.url}/console`, {}, { name, value, url: house.url }));
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  /** Somebody there who said something, in Anna's hands and before her eyes. */
  const opened = async (channel: string) => {
    const resident = await residentOn(channel, [{ text: "halo" }], house);
    await anna.posts(`conversations/${resident.id}/take`);
    await page.goto(`${house.url}/console/inbox/${resident.id}`);
    await box(page).waitFor();
    return resident;
  };
  const limits = (name: string) => page.getByRole("list", { name: `Ograniczenia kanału: ${name}` });
  const thread = () => page.getByRole("region", { name: "Przebieg rozmowy" });

  test("reads what became of each line as it happens, and what came that was no plain message", async () => {
    const resident = await opened("messenger");
    const seqs: number[] = [];
    for (const text of ["raz", "dwa", "trzy", "cztery", "pięć"]) seqs.push(await resident.hears(text, anna));
    const [first = 0, second = 0, third = 0, fourth = 0] = seqs;
    await thread().getByText("czeka na wysłanie").nth(4).waitFor();
    await resident.became(first, { state: "done", receipt: "delivered" });
    await thread().getByText("dostarczono").waitFor();
    await resident.became(first, { state: "done", receipt: "read" });
    await resident.became(second, { state: "due", reason: "Graph 500, code 2" });
    await resident.became(third, { state: "held", reason: "window_closed" });
    await resident.became(fourth, { state: "given_up", reason: "something quite new" });
    await thread().getByText("przeczytano").waitFor();
    await thread().getByText("czeka na wysłanie, próbujemy ponownie: kanał teraz nie odpowiada").waitFor();
    await thread().getByText("czeka, aż mieszkaniec napisze").waitFor();
    await thread().getByText("nie dotarło (something quite new)").waitFor();
    await resident.says({ text: "😀", form: "sticker" });
    await resident.says({ text: "👍", form: "reaction" });
    await resident.says({ text: "", form: "reaction" });
    await resident.says({ text: "Jednak na Długiej 14", form: "edit" });
    await resident.says({ text: "ankieta", form: "unreadable" });
    for (const said of [
      "Naklejka: 😀",
      "Reakcja: 👍",
      "Reakcja cofnięta",
      "poprawiona wiadomość",
      /pokazać .*: ankieta/,
    ])
      await thread().getByText(said).waitFor();
    await line(page, "Jednak na Długiej 14").waitFor();
    const said = { channel: "messenger", externalId: "m-1", text: "Już załatwiamy." };
    await house.storage.answeredElsewhere(resident.id, said);
    await thread().getByText("Konsultant (ze skrzynki strony)").waitFor();
    await look("states");
  });

  test("hears a voice in place", async () => {
    const resident = await opened("telegram");
    const voice = await house.storage.files.save(resident.id, {
      ...{ name: "nagranie.wav", contentType: "audio/wav", bytes: silence() },
    });
    await resident.says({ text: "", attachments: [voice] });
    const player = thread().getByLabel("Nagranie głosowe nagranie.wav");
    await player.waitFor();
    const seconds = await page.evaluate(SECONDS_OF_VOICE);
    expect(seconds).toBeCloseTo(1, 1);
    await look("voice");
  });

  test("knows before writing how long, how much and until when", async () => {
    await opened("messenger");
    await limits("Messenger")
      .getByText(/^Messenger: możesz pisać do jutra, \d\d:\d\d\.$/)
      .waitFor();
    await box(page).fill(`${EURO} ${EURO} ${EURO} ${EURO} ${EURO}`);
    await page.getByText("dłuższe niż 200 zn.: dotrze w częściach (około 2)").waitFor();
    await look("window open, long text");
    await box(page).fill("");
    passed = 25 * HOUR;
    await page.reload();
    await limits("Messenger")
      .getByText(/piszesz jako konsultant \(do \d+ \S+, \d\d:\d\d\)/)
      .waitFor();
    await look("only as a person");
    const resident = await opened("whatsapp");
    await limits("WhatsApp")
      .getByText(/Wyślemy zaproszenie \(szablon\)/)
      .waitFor();
    await resident.became(await resident.hears("Jest odpowiedź.", anna), { state: "held", reason: "window_closed" });
    await limits("WhatsApp")
      .getByText(/Poprzednia wiadomość już czeka/)
      .waitFor();
    await look("invited");
    await opened("viber");
    await limits("viber").getByText("viber: okno zamknięte. Wiadomość dotrze, gdy mieszkaniec napisze.").waitFor();
    await limits("viber").getByText("Na tym kanale plik nie dotrze.").waitFor();
    expect(await page.getByRole("button", { name: "Dodaj plik" }).isDisabled()).toBe(true);
    await look("closed, no files");
    passed = 0;
    await opened("email");
    await limits("e-mail").getByText("To e-mail: odpowiedź wyjdzie jako list w tym samym wątku.").waitFor();
    await look("mail");
    await opened("form");
    await limits("formularz na stronie")
      .getByText(/ten kanał jest teraz wyłączony/)
      .waitFor();
  });

  test("is told of a file the channel does not bring, and of a resident who does not want to hear of us", async () => {
    const resident = await opened("telegram");
    const bytes = Buffer.concat([Buffer.from("%PDF-1.7 "), Buffer.alloc(4_000, "x")]);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer: bytes });
    await page.getByText(/za duże \(najwyżej 0,001 MB\): plan\.pdf/).waitFor();
    await resident.became(await resident.hears("Halo?", anna), { state: "given_up", reason: "blocked" });
    const told = page.getByRole("alert").filter({ hasText: "Mieszkaniec zablokował nas na tym kanale." });
    await told.getByText("Nie ma innego kontaktu w tej rozmowie.").waitFor();
    await look("blocked");
    await page.setViewportSize({ width: 320, height: 640 });
    await book.look("blocked, 320 px", page, "all but colours");
    await page.setViewportSize({ width: 1440, height: 900 });
    await resident.says({ text: "jednak piszę" });
    await told.waitFor({ state: "detached" });
  });

  const book = looks("channels");
  const look = async (name: string) => book.lookInBoth(name, page);

  test("and nothing of it is hard to see, to read or to reach, nor anything the browser complains of", () => {
    expect({ accused: book.accused, troubles }).toEqual({ accused: {}, troubles: [] });
  });
});

/** How long the voice is that the page plays, once the browser has read that off it. */
const SECONDS_OF_VOICE = `new Promise((heard, failed) => {
  const audio = document.querySelector("audio");
  audio.onloadedmetadata = () => heard(audio.duration);
  audio.onerror = () => failed(new Error(audio.error.message));
  audio.preload = "metadata";
  audio.load();
})`;

/** A second of it, as WAV. */
function silence(): Buffer {
  const rate = 8_000;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + rate, 4);
  head.write("WAVEfmt ", 8);
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, rate],
  ] as const)
    head.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at);
  head.write("data", 36);
  return Buffer.concat([head, Buffer.alloc(rate, 128)]);
}
