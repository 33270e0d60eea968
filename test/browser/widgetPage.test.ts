import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describeIfChromium } from "../reachable";
import { bubbles, echoBot, launcher, openStage, type Stage, visit, visitIn, write } from "./stage";

jest.setTimeout(60_000);

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const photo = { name: "dziura.png", mimeType: "image/png", buffer: Buffer.from([1, 2, 3]) };

describeIfChromium("the widget on pages", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  beforeEach(() => echoBot(stage.server));
  afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())));

  test("under the strictest policy, with Trusted Types, the browser has nothing to complain about", async () => {
    const { page, troubles } = await visit(stage);
    await launcher(page).click();
    await bubbles(page).first().waitFor();
    await page.locator("#hejnal-chat input[type=file]").first().setInputFiles([photo]);
    await write(page, "wiele\n\nwierszy\n\ntekstu");
    await bubbles(page).nth(2).waitFor();
    stage.server.types();
    stage.server.says({ text: "- [adres](https://example.org)", choices: ["Tak"] });
    await page.getByText("adres").waitFor();
    await page.getByRole("button", { name: "Zakończ rozmowę" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Zakończ", exact: true }).click();
    expect(troubles).toEqual([]);
  });

  test("only our own server is ever asked for anything", async () => {
    const { page, requests } = await visit(stage);
    await launcher(page).click();
    await write(page, "cześć");
    await page.getByText("Rozumiem: cześć").waitFor();
    const hosts = new Set(requests.filter((url) => !url.startsWith("blob:")).map((url) => new URL(url).host));
    expect(hosts).toEqual(new Set([new URL(stage.cityOrigin).host, new URL(stage.server.origin).host]));
  });

  test("two script tags make one widget", async () => {
    const { page } = await visit(stage);
    await page.evaluate(`new Promise((done) => {
      const policy = trustedTypes.createPolicy("test", { createScriptURL: (url) => url });
      const script = document.createElement("script");
      script.src = policy.createScriptURL("${stage.server.origin}/widget.js?again");
      script.onload = done;
      document.head.append(script);
    })`);
    expect(await page.locator("#hejnal-chat").count()).toBe(1);
  });

  test("a city page loads at most 15 KB for all of it", () => {
    const compressed = readFileSync(join(stage.folder, "widget.js.br"));
    expect(compressed.length).toBeLessThanOrEqual(15 * 1024);
    const script = readFileSync(join(stage.folder, "widget.js"));
    expect(brotliDecompressSync(compressed).equals(script)).toBe(true);
    expect(gunzipSync(readFileSync(join(stage.folder, "widget.js.gz"))).equals(script)).toBe(true);
  });

  test.each([
    ["a desktop", { width: 1280, height: 800 }],
    ["a phone", { width: 320, height: 640 }],
  ])("the demo page carries the widget, passes axe and fits %s", async (_, viewport) => {
    const context = await stage.browser.newContext({ viewport });
    const { page, troubles } = await visitIn(context, stage.server.origin);
    expect(await page.getByText("To nie jest oficjalna strona miasta").isVisible()).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await launcher(page).click();
    await write(page, "dziura na Długiej 12");
    await page.getByText("Rozumiem: dziura na Długiej 12").waitFor();
    expect(troubles).toEqual([]);
    const plain = await stage.browser.newContext({ viewport, bypassCSP: true });
    const { page: examined } = await visitIn(plain, stage.server.origin);
    await examined.evaluate(axe);
    const found: unknown = await examined.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
    );
    expect(found).toEqual([]);
  });

  test("the demo page has its files beside it, and the widget under a name that never changes", () => {
    const page = readFileSync(join(stage.folder, "index.html"), "utf8");
    expect(page).toMatch(/<script\s+src="\/widget\.js" data-language="pl" async><\/script>/);
    expect(page).not.toMatch(/style=|<style|onclick|<script(?![^>]*src=)/);
    for (const [, file = ""] of page.matchAll(/(?:href|src)="(\/[^"]+)"/g))
      expect(statSync(join(stage.folder, file)).size).toBeGreaterThan(0);
  });
});
