import type { BrowserContext, Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import { bubbles, echoBot, focused, launcher, openStage, panel, type Stage, visit, visitIn, write } from "./stage";

jest.setTimeout(60_000);

const kept = (page: Page) => page.evaluate("Object.values(localStorage).join()");

describeIfChromium("a resident comes back, or leaves for good", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  beforeEach(() => echoBot(stage.server));
  afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())));

  async function open(page: Page): Promise<void> {
    await launcher(page).click();
    await bubbles(page).first().waitFor();
  }

  async function talked(): Promise<Page> {
    const { page } = await visit(stage);
    await open(page);
    await write(page, "wrócę jutro");
    await bubbles(page).nth(2).waitFor();
    return page;
  }

  const generated = () => stage.server.requests.filter((request) => request.endsWith("/tokens/generate")).length;

  test("after a reload the conversation is there again, and goes on", async () => {
    const page = await talked();
    const before = generated();
    await page.reload();
    expect(await launcher(page).textContent()).toContain("Wróć do rozmowy");
    await open(page);
    await bubbles(page).nth(2).waitFor();
    expect((await bubbles(page).allInnerTexts()).slice(1)).toEqual(["wrócę jutro", "Rozumiem: wrócę jutro"]);
    await page.getByText("To Twoja wcześniejsza rozmowa.").waitFor();
    await write(page, "jestem");
    await page.getByText("Rozumiem: jestem").waitFor();
    expect(stage.server.stored()).toEqual(["wrócę jutro", "jestem"]);
    expect(generated()).toBe(before);
  });

  test("after a day, when the token has run out, the resume token brings it back", async () => {
    const page = await talked();
    stage.server.expireTokens();
    await page.reload();
    await open(page);
    await page.getByText("Rozumiem: wrócę jutro").waitFor();
    await write(page, "dzień dobry znowu");
    await page.getByText("Rozumiem: dzień dobry znowu").waitFor();
  });

  test("history is not read aloud again", async () => {
    const page = await talked();
    await page.reload();
    await launcher(page).click();
    await page.locator("#hejnal-chat [role=log][aria-live=off] .bubble").first().waitFor();
    await page.locator("#hejnal-chat [role=log][aria-live=polite] .bubble").first().waitFor();
  });

  test("a conversation that expired on the server gives way to a new one, and the resident is told", async () => {
    const page = await talked();
    await page.goto("about:blank");
    stage.server.forgetEverything();
    await page.goto(stage.cityOrigin);
    await open(page);
    await page.getByText("Poprzednia rozmowa wygasła. Zaczynamy nową.").waitFor();
    expect(await page.getByText("wrócę jutro").count()).toBe(0);
  });

  test("a second tab shows the same conversation, live", async () => {
    const page = await talked();
    const { page: second } = await visitIn(page.context(), stage.cityOrigin);
    await open(second);
    await second.getByText("Rozumiem: wrócę jutro").waitFor();
    await write(second, "z drugiej karty");
    await page.getByText("Rozumiem: z drugiej karty").waitFor();
    const texts = await bubbles(page).allInnerTexts();
    expect(texts).toEqual(await bubbles(second).allInnerTexts());
    expect(texts.filter((text) => text === "z drugiej karty")).toHaveLength(1);
  });

  async function end(page: Page): Promise<void> {
    await panel(page).getByRole("button", { name: "Zakończ rozmowę" }).click();
    const question = page.getByRole("alertdialog", { name: "Zakończyć rozmowę?" });
    await question.getByRole("button", { name: "Zakończ", exact: true }).click();
    await page.getByText("Na tym urządzeniu nic po niej nie zostało.").waitFor();
  }

  test("ending asks first, then forgets everything on this device and tells the server", async () => {
    const page = await talked();
    expect(await kept(page)).toContain(stage.server.conversation());
    await end(page);
    expect(await kept(page)).toBe("");
    expect(await bubbles(page).count()).toBe(0);
    expect(stage.server.received().at(-1)?.type).toBe("endOfConversation");
    await page.reload();
    expect(await launcher(page).textContent()).toContain("Zapytaj asystenta");
    await open(page);
    expect(await bubbles(page).count()).toBe(1);
  });

  test("whoever did not mean to end goes on", async () => {
    const page = await talked();
    await panel(page).getByRole("button", { name: "Zakończ rozmowę" }).click();
    expect(await focused(page)).toBe("Wróć do rozmowy");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Zakończ rozmowę");
    expect(await page.getByRole("alertdialog").isVisible()).toBe(false);
    await write(page, "jednak nie");
    await page.getByText("Rozumiem: jednak nie").waitFor();
  });

  test("after the end a new conversation begins on demand, with nothing of the old one", async () => {
    const page = await talked();
    const old = stage.server.conversation();
    await end(page);
    await page.getByRole("button", { name: "Zacznij nową rozmowę" }).click();
    await bubbles(page).first().waitFor();
    expect(await bubbles(page).count()).toBe(1);
    expect(stage.server.conversation()).not.toBe(old);
    await write(page, "nowa sprawa");
    await page.getByText("Rozumiem: nowa sprawa").waitFor();
  });

  test("ending in one tab ends it in the others", async () => {
    const page = await talked();
    const { page: second } = await visitIn(page.context(), stage.cityOrigin);
    await open(second);
    await end(second);
    await page.getByText("Na tym urządzeniu nic po niej nie zostało.").waitFor();
    expect(await bubbles(page).count()).toBe(0);
  });

  test("the launcher begins anew after the end, also when another tab ended it", async () => {
    const page = await talked();
    const { page: second } = await visitIn(page.context(), stage.cityOrigin);
    const { page: third } = await visitIn(page.context(), stage.cityOrigin);
    await open(second);
    await second.keyboard.press("Escape");
    await end(page);
    await third.getByRole("button", { name: "Zapytaj asystenta" }).waitFor();
    await second.getByRole("button", { name: "Zapytaj asystenta" }).waitFor();
    await open(second);
    expect(await bubbles(second).count()).toBe(1);
    await write(second, "od nowa");
    await second.getByText("Rozumiem: od nowa").waitFor();
  });

  test("two tabs that slept through the night wake up with their conversation", async () => {
    const page = await talked();
    const { page: second } = await visitIn(page.context(), stage.cityOrigin);
    await open(second);
    stage.server.expireTokens();
    await write(page, "dzień dobry");
    await page.getByText("Rozumiem: dzień dobry").waitFor();
    stage.server.expireTokens();
    await write(second, "to ja");
    await second.getByText("Rozumiem: to ja").waitFor();
    await page.getByText("Rozumiem: to ja").waitFor();
    expect(await second.getByText("wygasła").count()).toBe(0);
  });

  test("two tabs whose conversation expired share the new one", async () => {
    const page = await talked();
    const { page: second } = await visitIn(page.context(), stage.cityOrigin);
    await open(second);
    await second.route("**/v3/**", (route) => route.abort());
    stage.server.forgetEverything();
    await page.getByText("Poprzednia rozmowa wygasła.").waitFor();
    await second.unroute("**/v3/**");
    await second.getByText("Poprzednia rozmowa wygasła.").waitFor();
    await write(second, "i znowu");
    await second.getByText("Rozumiem: i znowu").waitFor();
    await page.getByText("Rozumiem: i znowu").waitFor();
    expect(await second.getByText("Na tym urządzeniu nic po niej nie zostało.").isVisible()).toBe(false);
  });

  test("ending while the network is away still forgets", async () => {
    const page = await talked();
    await page.context().setOffline(true);
    await end(page);
    expect(await kept(page)).toBe("");
  });

  test("an answer that comes after the end does not bring the conversation back", async () => {
    const { page } = await visit(stage);
    stage.server.faults.slowMs = 400;
    await launcher(page).click();
    await end(page);
    await page.waitForTimeout(1_200);
    stage.server.faults.slowMs = 0;
    expect(await kept(page)).toBe("");
  });

  test("where the browser forbids storage the widget works for this page view", async () => {
    const context: BrowserContext = await stage.browser.newContext();
    await context.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    );
    const { page, troubles } = await visitIn(context, stage.cityOrigin);
    await open(page);
    await write(page, "bez pamięci");
    await page.getByText("Rozumiem: bez pamięci").waitFor();
    stage.server.expireTokens();
    await write(page, "dalej");
    await page.getByText("Rozumiem: dalej").waitFor();
    expect(troubles.filter((trouble) => !trouble.includes("403"))).toEqual([]);
  });
});
