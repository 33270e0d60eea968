import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { mapOf } from "../../src/mapOf";
import { builtWeb } from "../builtOnce";
import { describeIfChromium } from "../reachable";
import { openPagesHouse, type PagesHouse } from "../rooms/pages/pagesHouse";
import { picture } from "../rooms/photos/pictures";
import { launchBrowser } from "./stage";

jest.setTimeout(90_000);

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const unit = { kind: "unit", unit: "zdmk" } as const;
const tiles = "https://{s}.tiles.example.org/{z}/{x}/{y}.png";

describeIfChromium("what everybody may see", () => {
  let house: PagesHouse;
  let browser: Browser;
  let tile: Buffer;
  let done: string;
  let idea: string;

  beforeAll(async () => {
    const staticFolder = await builtWeb();
    const map = mapOf({ MAP_TILES: tiles, MAP_ATTRIBUTION: "© Mapa <miasta>" });
    [house, browser, tile] = await Promise.all([
      openPagesHouse({ staticFolder, map }),
      launchBrowser(),
      picture(256, 256).png().toBuffer(),
    ]);
    const near = { lat: 50.0664, long: 19.938 };
    await house.file();
    ({ id: done } = await house.file({ service: "street-lamp", address: "ul. Długa 14", point: near }));
    await house.requests.set(done, { publicText: "Latarnia gaśnie co kilka minut." });
    await house.does(done, { kind: "start" }, { kind: "unit", unit: (await house.requests.find(done))?.unit ?? "" });
    const far = { address: "os. Stalowe 1", district: "XVIII", point: { lat: 50.081, long: 20.03 } };
    await house.does((await house.file(far)).id, { kind: "finish" }, unit);
    ({ id: idea } = await house.file({ service: "idea", address: "bulwary wiślane" }));
    await house.requests.set(idea, { publicText: "Ławki przy Wiśle co sto metrów, w cieniu drzew." });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
    expect(house?.errors).toEqual([]);
  });

  async function opened(path: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ locale: "pl-PL", ...options });
    const asked: string[] = [];
    await context.route(/tiles\.example\.org/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: "image/png", body: tile });
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const troubles: string[] = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(String(error)));
    await page.goto(house.origin + path);
    return { page, troubles, asked };
  }

  const look = (page: Page, name: string) =>
    process.env.LOOK && page.screenshot({ path: `${process.env.LOOK}/${name}.png`, fullPage: true });
  const drawn = (page: Page) => page.locator("#map [data-drawn]").waitFor();

  test("without JavaScript the list is narrowed, followed to a report, and an idea is supported", async () => {
    const { page, troubles } = await opened("/mapa/", { javaScriptEnabled: false });
    expect(await page.locator("#map").isVisible()).toBe(false);
    await page.getByLabel("Dzielnica").selectOption("XVIII");
    await page.getByRole("button", { name: "Pokaż" }).click();
    await page.getByText("Znaleziono: 1").waitFor();
    await page.getByLabel("Dzielnica").selectOption("");
    await page.getByLabel("Czego dotyczy").selectOption("street-lamp");
    await page.getByRole("button", { name: "Pokaż" }).click();
    await page.getByRole("link", { name: /ul\. Długa 14/ }).click();
    await page.getByText("Latarnia gaśnie co kilka minut.").waitFor();
    await page.getByLabel("Twój adres e-mail").fill("sasiad@example.org");
    await page.getByRole("button", { name: "Wyślij link do potwierdzenia" }).click();
    await page.getByRole("status").getByText("Sprawdź skrzynkę.").waitFor();
    const [, link = ""] = /example\.org(\/mapa\/obserwuj\/\S+)/.exec(house.mails.at(-1)?.text ?? "") ?? [];
    await page.goto(house.origin + link);
    await look(page, "public-confirm");
    await page.getByRole("button", { name: "Tak, chcę wiadomości" }).click();
    await page.getByText("Obserwujesz tę sprawę.").waitFor();

    await page.goto(`${house.origin}/pomysly/`);
    await page.getByRole("link", { name: /Ławki przy Wiśle/ }).click();
    await page.getByRole("button", { name: "Popieram ten pomysł" }).click();
    await page.getByText("Dziękujemy za poparcie! 1 osoba popiera").waitFor();
    await page.getByRole("button", { name: "Popieram ten pomysł" }).click();
    await page.getByText("Już popierasz ten pomysł.").waitFor();
    await look(page, "public-idea");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("the map shows what the list shows, comes apart by zooming, and leads to a report, by keyboard too", async () => {
    const { page, troubles, asked } = await opened("/mapa/", { viewport: { width: 1000, height: 900 } });
    await drawn(page);
    const cluster = page.getByRole("button", { name: "2 zgłoszenia w tym miejscu" });
    await cluster.waitFor();
    const closed = page.getByRole("button", { name: "Dziura w jezdni: Wykonane" });
    await look(page, "public-map");
    await closed.focus();
    await page.keyboard.press("Enter");
    const more = page.getByRole("link", { name: "Pokaż stronę zgłoszenia" });
    await more.waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Pokaż stronę zgłoszenia");
    await look(page, "public-popup");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Dziura w jezdni, os. Stalowe 1" }).waitFor();
    // Both lie at the same point: no zoom takes them apart, so the list does.
    const { lat, long } = { lat: 50.0664, long: 19.938 };
    const area = [lat - 0.0002, long - 0.0002, lat + 0.0002, long + 0.0002].join(",");
    await page.goto(`${house.origin}/mapa/?obszar=${area}`);
    await drawn(page);
    await cluster.click();
    await page.locator("#map .leaflet-popup a, #map .mark").first().waitFor();
    if (!(await page.getByRole("link", { name: "Pokaż je na liście" }).isVisible())) await cluster.click();
    await page.getByRole("link", { name: "Pokaż je na liście" }).click();
    await page.getByText("Znaleziono: 2").waitFor();
    expect(asked.some((url) => /^https:\/\/[abc]\.tiles\.example\.org\/11\/\d+\/\d+\.png$/.test(url))).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("axe finds nothing on any public page, in light and dark, and all of it fits 320 pixels", async () => {
    const { page } = await opened("/mapa/", { bypassCSP: true, viewport: { width: 320, height: 640 } });
    const pages: [string, string][] = [
      ["list", "/mapa/"],
      ["none", "/mapa/?rodzaj=litter&lang=uk"],
      ["one", `/mapa/${done}?lang=en`],
      ["ideas", "/pomysly/"],
      ["idea", `/pomysly/${idea}?lang=uk`],
    ];
    for (const [name, path] of pages) {
      await page.goto(house.origin + path);
      if (path.startsWith("/mapa/?") || path === "/mapa/") await drawn(page);
      expect([name, await page.evaluate("document.documentElement.scrollWidth - innerWidth")]).toEqual([name, 0]);
      await page.evaluate(axe);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const found: unknown = await page.evaluate(
          `axe.run(document, { resultTypes: ["violations"], preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
            .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`,
        );
        expect([name, colorScheme, found]).toEqual([name, colorScheme, []]);
        await look(page, `public-${name}-${colorScheme}`);
      }
    }
    await page.context().close();
  });
});
