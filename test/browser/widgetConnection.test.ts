import type { Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import { bubbles, echoBot, input, inWidget, launcher, openStage, panel, type Stage, visit, write } from "./stage";

jest.setTimeout(60_000);

const LOST = "Brak połączenia. Próbuję połączyć ponownie…";
const BACK = "Połączenie wróciło.";
const failed = (page: Page) => page.locator("#hejnal-chat .bubble.failed");
const own = (page: Page) => page.locator("#hejnal-chat .bubble.resident");

describeIfChromium("the widget and a network that fails", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  beforeEach(() => echoBot(stage.server));
  afterEach(async () => {
    await Promise.all(stage.browser.contexts().map((context) => context.close()));
    stage.server.comeBack();
    Object.assign(stage.server.faults, { socketsBlocked: false, socketsMute: false, slowMs: 0 });
    stage.server.faults.refuse.times = 0;
  });

  async function opened(query = ""): Promise<Page> {
    const { page } = await visit(stage, {}, query);
    await launcher(page).click();
    await bubbles(page).first().waitFor();
    return page;
  }

  const sign = (page: Page, text: string) => panel(page).locator(".connection").getByText(text);

  test("a message that was refused twice says so, and Ponów sends it", async () => {
    const page = await opened();
    stage.server.faults.refuse = { times: 2, status: 500, storedAnyway: false };
    await write(page, "dziura");
    await failed(page).getByText("Nie wysłano.").waitFor();
    await failed(page).getByRole("button", { name: "Ponów" }).click();
    await bubbles(page).nth(2).waitFor();
    expect(await failed(page).count()).toBe(0);
    expect(await own(page).textContent()).toContain("Wysłano");
    expect(stage.server.stored()).toEqual(["dziura"]);
  });

  test("a message whose answer was lost is one message, however often it is sent again", async () => {
    const page = await opened();
    stage.server.faults.socketsBlocked = true;
    stage.server.dropSockets();
    stage.server.faults.refuse = { times: 2, status: 502, storedAnyway: true };
    await write(page, "dziura");
    await bubbles(page).nth(2).waitFor();
    await own(page).getByText("Wysłano").waitFor();
    expect(stage.server.stored()).toEqual(["dziura"]);
    expect(await own(page).count()).toBe(1);
    expect(await failed(page).count()).toBe(0);
  });

  test("too many messages at once and refused ones say what is the matter", async () => {
    const page = await opened();
    stage.server.faults.refuse = { times: 1, status: 429, storedAnyway: false };
    await write(page, "raz");
    await failed(page).getByText("za dużo wiadomości naraz").waitFor();
    stage.server.faults.refuse = { times: 1, status: 400, storedAnyway: false };
    await write(page, "dwa");
    await failed(page).getByText("serwer nie przyjął").waitFor();
  });

  test("messages written quickly on a slow network keep their order", async () => {
    const page = await opened();
    stage.server.faults.slowMs = 150;
    for (const text of ["jeden", "dwa", "trzy"]) await write(page, text);
    await page.getByText("Rozumiem: trzy").waitFor();
    expect(stage.server.stored()).toEqual(["jeden", "dwa", "trzy"]);
  });

  test("a dropped socket is back at once, with what was said meanwhile, nothing twice and nothing lost", async () => {
    const page = await opened();
    await write(page, "przed");
    await bubbles(page).nth(2).waitFor();
    stage.server.dropSockets();
    stage.server.says({ text: "W przerwie." });
    await sign(page, LOST).waitFor();
    await sign(page, BACK).waitFor();
    await page.getByText("W przerwie.").waitFor();
    await write(page, "po");
    await page.getByText("Rozumiem: po").waitFor();
    const texts = await bubbles(page).allInnerTexts();
    expect(texts.slice(1)).toEqual(["przed", "Rozumiem: przed", "W przerwie.", "po", "Rozumiem: po"]);
    expect(
      stage.server.requests.filter((request) => request === `GET /conversations/${stage.server.conversation()}`),
    ).toHaveLength(1);
  });

  test("a socket that died without a word is noticed when it does not bring back what was sent", async () => {
    const page = await opened();
    stage.server.faults.socketsMute = true;
    await write(page, "słychać mnie?");
    await page.getByText("Rozumiem: słychać mnie?").waitFor();
    expect(await own(page).count()).toBe(1);
  });

  test("while the server is away the widget says so; what was written then goes out by itself", async () => {
    const page = await opened();
    stage.server.goDown();
    await sign(page, LOST).waitFor();
    await write(page, "na dworcu");
    await failed(page).getByText("Nie wysłano.").waitFor();
    stage.server.comeBack();
    await sign(page, BACK).waitFor();
    await page.getByText("Rozumiem: na dworcu").waitFor();
    expect(stage.server.stored()).toEqual(["na dworcu"]);
    expect(await failed(page).count()).toBe(0);
    await sign(page, BACK).waitFor({ state: "hidden" });
  });

  test("a server that is away at the first click is found later", async () => {
    const { page } = await visit(stage);
    stage.server.goDown();
    await launcher(page).click();
    await sign(page, LOST).waitFor();
    await write(page, "halo");
    stage.server.comeBack();
    await page.getByText("Rozumiem: halo").waitFor();
    expect(stage.server.stored()).toEqual(["halo"]);
  });

  test("the browser's word that the network is gone or back is enough", async () => {
    const page = await opened();
    await page.context().setOffline(true);
    await sign(page, LOST).waitFor();
    await page.context().setOffline(false);
    await sign(page, BACK).waitFor();
    stage.server.says({ text: "Znów słychać." });
    await page.getByText("Znów słychać.").waitFor();
  });

  test.each([
    ["by the network", ""],
    ["by the page's policy", "?noSockets"],
  ])("where WebSockets are blocked %s, polling carries the conversation", async (_, query) => {
    stage.server.faults.socketsBlocked = query === "";
    const page = await opened(query);
    await write(page, "przez urzędowe proxy");
    await page.getByText("Rozumiem: przez urzędowe proxy").waitFor();
    stage.server.says({ text: "Sam z siebie." });
    await page.getByText("Sam z siebie.").waitFor();
    expect(await bubbles(page).count()).toBe(4);
    expect(await panel(page).locator(".connection").isVisible()).toBe(false);
  });

  test("after a while of polling the socket is tried again, and nobody is told of a loss", async () => {
    stage.server.faults.socketsBlocked = true;
    const { page } = await visit(stage);
    await page.clock.install();
    await launcher(page).click();
    await bubbles(page).first().waitFor();
    stage.server.faults.socketsBlocked = false;
    await inWidget(
      page,
      ".connection",
      "{ window.signs = []; new MutationObserver(() => node.hidden || window.signs.push(node.textContent)).observe(node, { attributes: true, childList: true }); }",
    );
    const socket = page.waitForEvent("websocket");
    for (let n = 0; n < 25; n++) {
      await page.clock.fastForward(15_000);
      // The answers come in real time.
      await page.waitForTimeout(100);
    }
    await socket;
    stage.server.says({ text: "Teraz na żywo." });
    await page.getByText("Teraz na żywo.").waitFor();
    expect(await page.evaluate("window.signs")).toEqual([]);
  });

  test("a token that runs out is renewed without the resident noticing", async () => {
    const page = await opened();
    stage.server.expireTokens();
    await write(page, "po godzinie");
    await page.getByText("Rozumiem: po godzinie").waitFor();
    expect(stage.server.requests.filter((request) => request.endsWith("/tokens/refresh"))).toHaveLength(1);
    expect(await failed(page).count()).toBe(0);
  });

  test("a conversation the server no longer knows is begun anew, and the resident is told", async () => {
    const page = await opened();
    stage.server.forgetEverything();
    await page.getByText("Poprzednia rozmowa wygasła. Zaczynamy nową.").waitFor();
    await bubbles(page).nth(1).waitFor();
    await write(page, "jeszcze raz");
    await page.getByText("Rozumiem: jeszcze raz").waitFor();
    expect(await input(page).inputValue()).toBe("");
  });
});
