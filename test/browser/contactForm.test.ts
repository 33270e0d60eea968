import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import { type ContactSite, openContactSite } from "../rooms/pages/contactHouse";
import { launchBrowser } from "./stage";

jest.setTimeout(90_000);

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

describeIfChromium("the contact form without scripts", () => {
  let site: ContactSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openContactSite(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    expect(site?.errors).toEqual([]);
  });

  async function expectClean(page: Page, name: string, but: string[] = []) {
    expect([name, await page.evaluate("document.documentElement.scrollWidth - innerWidth")]).toEqual([name, 0]);
    await page.evaluate(axe);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const rules = Object.fromEntries(but.map((rule) => [rule, { enabled: false }]));
      const found: unknown = await page.evaluate(
        `axe.run(document, { resultTypes: ["violations"], preload: false, rules: ${JSON.stringify(rules)}, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
          .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`,
      );
      expect([name, colorScheme, found]).toEqual([name, colorScheme, []]);
      if (process.env.LOOK)
        await page.screenshot({ path: `${process.env.LOOK}/${name}-${colorScheme}.png`, fullPage: true });
    }
  }

  /** Tab by tab, as somebody without a mouse, until a field or button with that name has the focus. */
  async function tabTo(page: Page, name: string) {
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press("Tab");
      const focused: unknown = await page.evaluate(
        "document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent",
      );
      if (focused === name) return;
    }
    throw new Error(`the keyboard does not reach "${name}"`);
  }

  test("a resident writes, chooses an answer and writes on with nothing but the keyboard, at 320 pixels", async () => {
    const options = { locale: "pl-PL", bypassCSP: true, viewport: { width: 320, height: 640 } };
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(15_000);
    const scripts: string[] = [];
    page.on("request", (request) => void (request.resourceType() === "script" && scripts.push(request.url())));

    await page.goto(`${site.origin}/kontakt/`);
    await tabTo(page, "Adres e-mail (nieobowiązkowo)");
    await page.keyboard.type("anna@");
    await tabTo(page, "Wyślij");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByRole("link", { name: "Napisz wiadomość albo dodaj plik." }).waitFor();
    await expectClean(page, "form");
    await tabTo(page, "Napisz wiadomość albo dodaj plik.");
    await page.keyboard.press("Enter");
    // The link leads into the field.
    await page.keyboard.type("jest dziura");
    await page.getByLabel("Adres e-mail").fill("anna@example.org");
    site.clock.forward(5);
    await tabTo(page, "Wyślij");
    await page.keyboard.press("Enter");

    await page.getByText("Słyszę: jest dziura").waitFor();
    await expectClean(page, "thread");
    await tabTo(page, "Człowiek");
    await page.keyboard.press("Enter");
    await page.getByText("Słyszę: Człowiek").waitFor();
    await tabTo(page, "Twoja wiadomość");
    await page.keyboard.type("cisza");
    await tabTo(page, "Wyślij");
    await page.keyboard.press("Enter");
    await page.getByText("Ta strona odświeża się sama co 15 sekund.").waitFor();
    // Who needs the time stops it with the link that the page begins its last part with.
    await expectClean(page, "thread-waits", ["meta-refresh"]);
    await tabTo(page, "Napisz coś jeszcze (strona przestanie się odświeżać)");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Napisz dalej" }).waitFor();
    expect(await page.locator("meta[http-equiv]").count()).toBe(0);
    expect(scripts).toEqual([]);
  });
});
