import type { Browser, Page } from "playwright-core";
import { runningApp } from "../app/runningApp";
import { builtWeb } from "../builtOnce";
import { type FreshDatabase, freshEmbedded } from "../databases";
import { describeIfChromium } from "../reachable";
import { bubbles, launchBrowser, launcher, openCity, panel, visit, visitIn, write } from "./stage";

jest.setTimeout(120_000);

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const lost = (page: Page) => panel(page).locator(".connection.lost");
const back = (page: Page) => panel(page).locator(".connection.back");
const own = (page: Page) => page.locator("#hejnal-chat .bubble.resident");

/** The same widget as in the other tests, on another website, against the whole program. */
describeIfChromium("the widget on a city's website, with the whole program behind it", () => {
  let browser: Browser;
  let webFolder: string;
  let database: FreshDatabase;
  let city: Awaited<ReturnType<typeof openCity>>;
  let app: Awaited<ReturnType<typeof runningApp>>;

  const start = (PORT: number) =>
    runningApp(database, { webFolder, PORT, ALLOWED_ORIGINS: [city.origin], UPLOAD_MEGABYTES: 10 });

  beforeAll(async () => {
    [browser, webFolder, database, city] = await Promise.all([
      launchBrowser(),
      builtWeb(),
      freshEmbedded(),
      openCity(() => app.address),
    ]);
    app = await start(0);
  });
  afterAll(async () => {
    await browser.close();
    await city.close();
    await app.close();
    await database.drop();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  async function opened(query = "") {
    const visited = await visit({ browser, cityOrigin: city.origin }, {}, query);
    await launcher(visited.page).click();
    await bubbles(visited.page).first().waitFor();
    return visited;
  }

  /** Waits for the answer to what was just said: one bubble or more after it. */
  async function answered(page: Page, text: string): Promise<void> {
    const before = await bubbles(page).count();
    await write(page, text);
    await bubbles(page)
      .nth(before + 1)
      .waitFor();
    await own(page).last().getByText("Wysłano").waitFor();
  }

  test("it is greeted, asks, is answered, and the browser has nothing to complain about", async () => {
    const { page, troubles } = await opened();
    expect(await bubbles(page).first().textContent()).toContain("automatycznym asystentem");
    await answered(page, "ile kosztuje dowód osobisty?");
    expect(await bubbles(page).nth(2).textContent()).toMatch(/dow(ód|odu)/i);
    expect(await page.getByRole("link", { name: "otwiera się w nowej karcie" }).count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
  });

  test("the greeting is in the page's language", async () => {
    const { page } = await opened("?language=uk");
    expect(await bubbles(page).first().textContent()).toMatch(/[іїєґ]/);
  });

  test("a photo goes up and comes down again after a reload, as a JPEG", async () => {
    const { page } = await opened();
    const file = page.locator("#hejnal-chat input[type=file]").first();
    await file.setInputFiles([{ name: "dziura na Długiej.png", mimeType: "image/png", buffer: PNG }]);
    await answered(page, "dziura w jezdni");
    await page.reload();
    await launcher(page).click();
    const download = page.waitForEvent("download");
    await panel(page).getByRole("button", { name: "dziura na Długiej.jpg" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).subarray(0, 3).toString("hex")).toBe("ffd8ff");
  });

  test("a file that only pretends to be a photo is refused by the server, and the resident reads so", async () => {
    const { page } = await opened();
    const file = page.locator("#hejnal-chat input[type=file]").first();
    await file.setInputFiles([{ name: "foto.png", mimeType: "image/png", buffer: Buffer.alloc(100, "MZ") }]);
    await write(page, "zobaczcie");
    await page.locator("#hejnal-chat .failed").getByText("nie udało się otworzyć pliku").waitFor();
  });

  test("the server restarts: the loss is shown, nothing is lost, nothing comes twice", async () => {
    const { page } = await opened();
    await answered(page, "dzień dobry");
    const port = app.port;
    await app.close();
    await lost(page).waitFor();
    await write(page, "gdzie oddać starą kanapę");
    app = await start(port);
    await back(page).waitFor();
    await own(page).nth(1).getByText("Wysłano").waitFor();
    await bubbles(page).nth(4).waitFor();
    const seen = await bubbles(page).allInnerTexts();
    expect(seen.filter((text) => text === "gdzie oddać starą kanapę")).toHaveLength(1);
    const { page: second } = await visitIn(page.context(), city.origin);
    await launcher(second).click();
    await bubbles(second)
      .nth(seen.length - 1)
      .waitFor();
    expect([...(await bubbles(second).allInnerTexts())].sort()).toEqual([...seen].sort());
  });

  test("where WebSockets are forbidden it goes on by asking", async () => {
    const { page } = await opened("?noSockets");
    await answered(page, "kiedy wywożą śmieci");
  });

  test("the conversation is there after a reload, and in a second tab, live", async () => {
    const { page } = await opened();
    await answered(page, "jak wyrobić paszport");
    const count = await bubbles(page).count();
    await page.reload();
    await launcher(page).click();
    await bubbles(page)
      .nth(count - 1)
      .waitFor();
    const { page: second } = await visitIn(page.context(), city.origin);
    await launcher(second).click();
    await bubbles(second)
      .nth(count - 1)
      .waitFor();
    await answered(second, "a ile to trwa?");
    await page.getByText("a ile to trwa?").waitFor();
  });

  test("a website that was not let in gets no conversation, and the page goes on", async () => {
    const stranger = await openCity(() => app.address);
    const { page } = await visit({ browser, cityOrigin: stranger.origin });
    await launcher(page).click();
    await lost(page).waitFor();
    expect(await bubbles(page).count()).toBe(0);
    await stranger.close();
  });
});
