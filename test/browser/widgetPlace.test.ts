import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import { bubbles, focused, inWidget, launcher, openStage, type Stage, visit, write } from "./stage";

jest.setTimeout(60_000);

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const ASK = "Wskaż na mapie";
/** A picture the strictest page lets in; every tile is the same. */
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#dfe7d6"/><path d="M0 90 256 150M120 0 90 256" stroke="#fff" stroke-width="14"/></svg>')}`;
const MAP = { tiles: picture, attribution: "© OpenStreetMap" };
const here: BrowserContextOptions = {
  geolocation: { latitude: 50.06143, longitude: 19.93658, accuracy: 24.6 },
  permissions: ["geolocation"],
};

const place = (page: Page) => page.getByRole("dialog", { name: "Wskaż miejsce" });
const map = (page: Page) => place(page).getByRole("application", { name: "Mapa" });
const told = (page: Page) => place(page).getByRole("status");
const press = (page: Page, name: string) => place(page).getByRole("button", { name, exact: true }).click();

describeIfChromium("the resident shows a place in the widget", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
    stage.server.onMessage((text) => {
      if (!text) stage.server.says({ text: "Gdzie to jest?", choices: [ASK, "Pomiń"], placeChoice: ASK });
      else if (text === "na Długiej")
        stage.server.says({ text: "Gdzie dokładnie?", choices: [ASK, "Nie wiem"], placeChoice: ASK });
      else stage.server.says({ text: `Rozumiem: ${text}` });
    });
  });
  afterAll(() => stage?.close());
  afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())));

  /** The panel is open, on a page with the strictest policy unless the options say otherwise. */
  async function opened(settings: object, options: BrowserContextOptions = {}) {
    const visited = await visit(stage, { reducedMotion: "reduce", ...options });
    const { page } = visited;
    await page.route("**/place.json", (route) =>
      route.fulfill({ json: settings, headers: { "access-control-allow-origin": "*" } }),
    );
    await launcher(page).click();
    expect(visited.requests.filter((url) => url.includes("/place."))).toEqual([]);
    await page.getByRole("button", { name: ASK }).click();
    await place(page).waitFor();
    return visited;
  }

  const sent = () => stage.server.stored().at(-1);
  /** The page shows a message before the server has it. */
  const isSent = async (words: string): Promise<void> => {
    for (let tries = 0; tries < 200 && sent() !== words; tries++) await new Promise((later) => setTimeout(later, 25));
    expect(sent()).toBe(words);
  };

  test("by keyboard alone: the device's position, read back, sent, and still in words after a reload", async () => {
    const { page, troubles } = await opened({}, here);
    expect(await map(page).isVisible()).toBe(false);
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("Wróć do rozmowy");
    for (let stops = 0; stops < 2; stops++) await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Użyj mojego położenia");
    await page.keyboard.press("Enter");
    await told(page).getByText("50.061430, 19.936580, dokładność ok. 25 m").waitFor();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Wyślij to miejsce");
    await page.keyboard.press("Enter");
    await page.getByText("Rozumiem: geo:").waitFor();
    await isSent("geo:50.061430,19.936580;u=25");
    expect(await bubbles(page).nth(1).textContent()).toBe("📍 Moje miejsce (±25 m)");
    expect(await focused(page)).toBe("Twoja wiadomość");
    expect(troubles).toEqual([]);
    await page.reload();
    await launcher(page).click();
    await page.getByText("📍 Moje miejsce (±25 m)").waitFor();
    await page.getByRole("combobox", { name: "Język" }).selectOption("uk");
    await page.getByText("📍 Моє місце (±25 m)").waitFor();
  });

  test("on the map, under Trusted Types: clicked, dragged, moved by keys, as exact as the map is near", async () => {
    const { page, troubles } = await opened(MAP);
    await map(page).waitFor();
    await map(page).click({ position: { x: 100, y: 80 } });
    const chosen = () => told(page).textContent();
    const clicked = await chosen();
    expect(clicked).toMatch(/^Wybrane miejsce: 50\.\d{6}, 19\.\d{6}, dokładność ok\. 1\d\d m\.$/);
    const pin = await page.locator("#hejnal-chat .placePin").boundingBox();
    const at = { x: (pin?.x ?? 0) + 22, y: (pin?.y ?? 0) + 20 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 60, at.y + 30, { steps: 4 });
    await page.mouse.up();
    const dragged = await chosen();
    expect(dragged).not.toBe(clicked);
    await map(page).focus();
    const [lat = 0, long = 0] = numbersIn(dragged);
    for (const key of ["+", "+", "+", "+", "ArrowUp", "ArrowRight", "Shift+ArrowRight"]) await page.keyboard.press(key);
    const [north = 0, east = 0] = numbersIn(await chosen());
    expect([north > lat, east > long, await chosen()]).toEqual([true, true, expect.stringMatching(/ok\. \d m\./)]);
    await press(page, "Wyślij to miejsce");
    await page.getByText("Rozumiem: geo:").waitFor();
    expect(sent()).toMatch(new RegExp(`^geo:${north.toFixed(6)},${east.toFixed(6)};u=\\d$`));
    expect(troubles).toEqual([]);
  });

  test("a refusal is told kindly, 0,0 is no place, Escape goes back to the button; far away is said and may be sent", async () => {
    const { page } = await opened({});
    await press(page, "Użyj mojego położenia");
    await told(page).getByText("nie ma zgody").waitFor();
    await told(page).getByText("napisać ulicę z numerem").waitFor();
    const send = place(page).getByRole("button", { name: "Wyślij to miejsce" });
    await page.context().grantPermissions(["geolocation"]);
    await page.context().setGeolocation({ latitude: 0, longitude: 0 });
    await press(page, "Użyj mojego położenia");
    await told(page).getByText("Nie udało się ustalić położenia").waitFor();
    expect(await send.isVisible()).toBe(false);
    await page.keyboard.press("Escape");
    expect([await place(page).count(), await focused(page), sent()]).toEqual([0, ASK, undefined]);
    await page.keyboard.press("Enter");
    await page.context().setGeolocation({ latitude: 52.2297, longitude: 21.0122, accuracy: 1500 });
    await press(page, "Użyj mojego położenia");
    await told(page).getByText("daleko od Krakowa").waitFor();
    expect(await told(page).textContent()).toContain("1,5 km");
    await send.click();
    await page.getByText("📍 Moje miejsce (±1500 m)").waitFor();
    await isSent("geo:52.229700,21.012200;u=1500");
    // A street alone is followed by the question where on it, with the same button.
    await write(page, "na Długiej");
    await page.getByRole("button", { name: ASK }).click();
    await place(page).waitFor();
  });

  test("a page that lets no pictures in gets no map; a script that does not come leaves the words", async () => {
    const { page } = await opened({ ...MAP, tiles: "https://kafelki.example.org/{z}/{x}/{y}.png" });
    await told(page).getByText("Mapy nie udało się wczytać").waitFor();
    expect(await map(page).isVisible()).toBe(false);
    await page.route("**/place.js", (route) => route.abort());
    await page.reload();
    await launcher(page).click();
    await page.getByRole("button", { name: ASK }).click();
    await page.getByText(`Rozumiem: ${ASK}`).waitFor();
  });

  const looks: [string, (page: Page) => Promise<void>][] = [
    ["light", async () => {}],
    ["dark", (page) => page.emulateMedia({ colorScheme: "dark" })],
    ["forced colours", (page) => page.emulateMedia({ colorScheme: "light", forcedColors: "active" })],
    ["a small phone", (page) => page.emulateMedia({ forcedColors: "none" }).then(() => resize(page, 320, 640))],
    ["400 % zoom", (page) => resize(page, 320, 256)],
  ];
  const resize = (page: Page, width: number, height: number) => page.setViewportSize({ width, height });

  test("axe finds nothing and nothing is cut off: light, dark, forced colours, a small phone, 400 % zoom", async () => {
    // axe is put into the page from outside; the page's policy itself is kept in the tests above.
    const { page } = await opened(MAP, { ...here, bypassCSP: true });
    await map(page).waitFor();
    await press(page, "Użyj mojego położenia");
    await told(page).getByText("dokładność ok. 25 m").waitFor();
    await page.evaluate(axe);
    const found: Record<string, unknown> = {};
    for (const [name, reach] of looks) {
      await reach(page);
      found[name] =
        await page.evaluate(`axe.run("#hejnal-chat", { resultTypes: ["violations"], preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
        .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`);
      expect([name, await inWidget(page, ".place", TOO_WIDE)]).toEqual([name, 0]);
      await inWidget(page, ".place", SHOW_ALL);
      await photograph(page, name);
    }
    expect(found).toEqual(Object.fromEntries(looks.map(([name]) => [name, []])));
    await press(page, "Wyślij to miejsce");
    await page.getByText("📍 Moje miejsce (±25 m)").waitFor();
  });

  test("the map comes only when wanted, and within its budget", () => {
    expect(statSync(join(stage.folder, "place.js.br")).size).toBeLessThanOrEqual(60 * 1024);
  });
});

/** How far anything in the panel reaches beyond it. */
const TOO_WIDE =
  "[node, ...node.children].reduce((most, { scrollWidth, clientWidth }) => Math.max(most, scrollWidth - clientWidth), 0)";

/** As after an answer of the device. */
const SHOW_ALL =
  '[".placeMap", "[role=status]"].forEach((part) => node.querySelector(part).scrollIntoView({ block: "nearest" }))';

/** `PLACE_PICTURES=<folder>` keeps what it looks like. */
async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.PLACE_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name.replace(/\W+/g, "-")}.png`) });
}

const numbersIn = (text: string | null): number[] => (text?.match(/\d+\.\d{6}/g) ?? []).map(Number);
