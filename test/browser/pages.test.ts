import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import { openPagesHouse, type PagesHouse } from "../rooms/pages/pagesHouse";
import { picture } from "../rooms/photos/pictures";
import { launchBrowser } from "./stage";

jest.setTimeout(90_000);

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const unit = { kind: "unit", unit: "zdmk" } as const;

describeIfChromium("pages without scripts", () => {
  let house: PagesHouse;
  let browser: Browser;

  beforeAll(async () => {
    [house, browser] = await Promise.all([openPagesHouse(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
    expect(house?.errors).toEqual([]);
  });

  async function opened(
    path: string,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; troubles: string[] }> {
    const context = await browser.newContext({ locale: "pl-PL", ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const troubles: string[] = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && troubles.push(message.text()));
    await page.goto(house.origin + path);
    return { page, troubles };
  }

  const look = (page: Page, name: string) =>
    process.env.LOOK && page.screenshot({ path: `${process.env.LOOK}/${name}.png`, fullPage: true });

  test("a resident answers with a photo, is told what is missing, opens it again and withdraws", async () => {
    const { id, page: address } = await house.file();
    await house.does(id, { kind: "ask", words: "Na którym pasie jest ta dziura?" }, unit);
    const { page, troubles } = await opened(address, { javaScriptEnabled: false });
    await look(page, "asked");
    const send = page.getByRole("button", { name: "Wyślij odpowiedź" });
    await send.click();
    const alert = page.getByRole("alert");
    await alert.getByRole("link", { name: "Napisz kilka słów albo dodaj zdjęcie." }).click();
    await look(page, "missing");
    await page.getByLabel("Twoja odpowiedź").fill("Na prawym, zaraz za przejściem.");
    const buffer = await picture(900, 600).jpeg().toBuffer();
    await page
      .getByLabel("Zdjęcia")
      .first()
      .setInputFiles([{ name: "dziura.jpg", mimeType: "image/jpeg", buffer }]);
    await send.click();
    await page.getByRole("status").getByText("Dziękujemy za odpowiedź.").waitFor();
    await page.getByRole("link", { name: "Zdjęcie 1: otwiera pełny rozmiar" }).waitFor();
    expect(await page.locator("img").first().getAttribute("src")).toContain("/zdjecia/");

    await house.does(id, { kind: "finish", words: "Załatane." }, unit);
    await page.goto(house.origin + address);
    await look(page, "done");
    await page.getByText("Nie, dalej jest źle").click();
    await page.getByLabel("Co jest nie tak?").fill("Łata wypadła po jednym dniu.");
    await page.getByRole("button", { name: "Otwórz sprawę ponownie" }).click();
    await page.getByRole("status").getByText("Sprawa jest znowu otwarta.").waitFor();

    await page.getByRole("link", { name: "Wycofaj zgłoszenie" }).click();
    await look(page, "withdraw");
    await page.getByRole("heading", { name: "Wycofać to zgłoszenie?" }).waitFor();
    await page.getByRole("button", { name: "Tak, wycofaj" }).click();
    await page.getByRole("status").getByText("Zgłoszenie jest wycofane.").waitFor();
    await look(page, "history");
    const events = await house.requests.events(id);
    expect(events.map(({ kind }) => kind)).toEqual(["filed", "ask", "answer", "finish", "reopen", "withdraw"]);
    // What an error page is answered with is told by browsers, and is the only thing they complain of.
    expect(troubles.filter((trouble) => !trouble.includes("422"))).toEqual([]);
    await page.context().close();
  });

  test("a unit reads the matter by its link, sees what is missing and says it is done", async () => {
    const { id } = await house.file();
    const { page, troubles } = await opened(await house.unitPage(id), { javaScriptEnabled: false });
    await look(page, "unit");
    await page.getByText("Zrobione", { exact: true }).click();
    await page.getByLabel("Co zostało zrobione").fill("Załatane masą na gorąco.");
    await page.getByRole("button", { name: "Zgłoś jako zrobione" }).click();
    await page.getByRole("status").getByText("mieszkaniec dostanie wiadomość").waitFor();
    expect((await house.requests.find(id))?.state).toBe("done");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  /** Every kind of page, each in a state that shows most of it. */
  async function everyPage(): Promise<[string, (page: Page) => Promise<unknown>][]> {
    const asked = await house.file();
    const unitPage = await house.unitPage(asked.id);
    await house.does(asked.id, { kind: "ask", words: "Na którym pasie?" }, unit);
    const done = await house.file({ language: "en" });
    await house.does(done.id, { kind: "finish", words: "Załatane." }, unit);
    const by = { email: "sasiad@example.org" };
    const { key } = await house.requests.follow(done.id, { by, language: "uk" }, house.now);
    const goTo = (path: string) => (page: Page) => page.goto(house.origin + path);
    const refused = async (page: Page) => {
      await page.goto(house.origin + asked.page);
      await page.getByRole("button", { name: "Wyślij odpowiedź" }).click();
      await page.getByRole("alert").waitFor();
    };
    return [
      ["refused", refused],
      ["done", goTo(done.page)],
      ["withdraw", goTo(`${asked.page}/wycofaj`)],
      ["follower", goTo(`/sprawa/obserwuje/${key}`)],
      ["unit", goTo(unitPage)],
      ["unknown", goTo("/sprawa/nie-ma")],
    ];
  }

  test("axe finds nothing on any page, in light and dark, and all of it fits 320 pixels", async () => {
    const { page } = await opened("/sprawa/nie-ma", { bypassCSP: true, viewport: { width: 320, height: 640 } });
    for (const [name, open] of await everyPage()) {
      await open(page);
      await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
      expect([name, await page.evaluate("document.documentElement.scrollWidth - innerWidth")]).toEqual([name, 0]);
      await page.evaluate(axe);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const found: unknown = await page.evaluate(
          `axe.run(document, { resultTypes: ["violations"], preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
            .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`,
        );
        expect([name, colorScheme, found]).toEqual([name, colorScheme, []]);
        await look(page, `${name}-${colorScheme}`);
      }
    }
    await page.context().close();
  });
});
