import type { Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import {
  bubbles,
  echoBot,
  focused,
  GREETING,
  input,
  inWidget,
  launcher,
  openStage,
  panel,
  type Stage,
  visit,
  write,
} from "./stage";

jest.setTimeout(60_000);

const choices = (page: Page) => page.getByRole("group").getByRole("button");
const status = (page: Page) => panel(page).getByRole("status");

describeIfChromium("a resident talks in the widget", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  beforeEach(() => echoBot(stage.server));
  afterEach(() => Promise.all(stage.browser.contexts().map((context) => context.close())));

  async function opened(query = ""): Promise<Page> {
    const { page } = await visit(stage, {}, query);
    await launcher(page).click();
    await bubbles(page).first().waitFor();
    return page;
  }

  test("before the first click there is a launcher and nothing else: no panel, no call, nothing kept", async () => {
    const { page, requests } = await visit(stage);
    await page.waitForTimeout(300);
    expect(requests).toEqual([`${stage.cityOrigin}/`, `${stage.server.origin}/widget.js`]);
    expect(await page.locator("#hejnal-chat dialog").count()).toBe(0);
    expect(await page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length")).toBe(0);
  });

  test("the opening words come from the server, then question and answer follow", async () => {
    const page = await opened();
    expect(await bubbles(page).first().locator("p").allInnerTexts()).toEqual(GREETING.split("\n\n"));
    await write(page, "Jak wyrobić dowód? Żółć, gęś 😀");
    await bubbles(page).nth(2).waitFor();
    expect(await bubbles(page).nth(1).textContent()).toBe("Jak wyrobić dowód? Żółć, gęś 😀");
    expect(await bubbles(page).nth(2).textContent()).toBe("Rozumiem: Jak wyrobić dowód? Żółć, gęś 😀");
    await page.getByText("Wysłano").waitFor();
    expect(await input(page).inputValue()).toBe("");
  });

  test("buttons are those of the newest answer, and pressing one says it", async () => {
    const page = await opened();
    expect(await choices(page).allInnerTexts()).toEqual([
      "Zgłoś problem",
      "Sprawdź zgłoszenie",
      "Porozmawiaj z człowiekiem",
    ]);
    await choices(page).nth(1).click();
    await bubbles(page).nth(2).waitFor();
    expect(stage.server.stored()).toEqual(["Sprawdź zgłoszenie"]);
    expect(await choices(page).count()).toBe(0);
    expect(await focused(page)).toBe("Twoja wiadomość");
    stage.server.says({ text: "Czy to pilne?", choices: ["Tak", "Nie"] });
    await choices(page).nth(1).waitFor();
    expect(await choices(page).allInnerTexts()).toEqual(["Tak", "Nie"]);
    stage.server.says({ text: "Już wiem." });
    await page.getByText("Już wiem.").waitFor();
    expect(await choices(page).count()).toBe(0);
  });

  test("light Markdown becomes paragraphs, lists and links; everything else stays text", async () => {
    const page = await opened();
    stage.server.says({
      text: [
        "Pierwszy wiersz\ndrugi wiersz",
        "- jeden\n- [dwa](https://example.org/a_(b)?c=d)",
        "1. raz\n2. dwa",
        "[zły](javascript:alert(1)) [obcy](ftp://example.org) <img src=x onerror=alert(1)> **nie**",
      ].join("\n\n"),
    });
    const answer = bubbles(page).nth(1);
    await answer.waitFor();
    expect((await answer.locator("p").allInnerTexts())[0]).toBe("Pierwszy wiersz\ndrugi wiersz");
    expect(await answer.locator("ul > li").count()).toBe(2);
    expect(await answer.locator("ol > li").allInnerTexts()).toEqual(["raz", "dwa"]);
    expect(await answer.locator("a").count()).toBe(1);
    const link = answer.getByRole("link", { name: "dwa (otwiera się w nowej karcie)" });
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    expect(await answer.locator("img").count()).toBe(0);
    expect(await answer.locator("p").last().textContent()).toBe(
      "[zły](javascript:alert(1)) [obcy](ftp://example.org) <img src=x onerror=alert(1)> **nie**",
    );
  });

  test("what the resident writes is shown as written", async () => {
    const page = await opened();
    await write(page, "<b>x</b> [a](https://example.org)");
    await bubbles(page).nth(1).waitFor();
    expect(await bubbles(page).nth(1).textContent()).toBe("<b>x</b> [a](https://example.org)");
    expect(await bubbles(page).nth(1).locator("a, b").count()).toBe(0);
  });

  test("Enter sends, Shift+Enter makes a line, Enter that confirms a composed letter does not send", async () => {
    const page = await opened();
    await input(page).pressSequentially("jeden");
    await input(page).press("Shift+Enter");
    await input(page).pressSequentially("dwa");
    await input(page).dispatchEvent("keydown", { key: "Enter", isComposing: true });
    expect(await input(page).inputValue()).toBe("jeden\ndwa");
    await input(page).press("Enter");
    await bubbles(page).nth(2).waitFor();
    expect(stage.server.stored()).toEqual(["jeden\ndwa"]);
    await input(page).press("Enter");
    await write(page, "   ");
    expect(stage.server.stored()).toHaveLength(1);
  });

  test("that somebody writes is shown, and said once", async () => {
    const page = await opened();
    await page.evaluate(`
      window.said = [];
      new MutationObserver(() => {
        const text = document.querySelector("#hejnal-chat").shadowRoot.querySelector("dialog [role=status]").textContent;
        if (text) window.said.push(text);
      }).observe(document.querySelector("#hejnal-chat").shadowRoot, { subtree: true, childList: true, characterData: true });`);
    stage.server.types();
    await page.locator("#hejnal-chat .typing").waitFor();
    stage.server.types();
    await page.waitForTimeout(200);
    stage.server.says({ text: "Jestem." });
    await page.locator("#hejnal-chat .typing").waitFor({ state: "hidden" });
    const said: unknown = await page.evaluate("window.said");
    expect(new Set([said].flat())).toEqual(new Set(["Hejnał pisze…"]));
  });

  test("a person who answers is named, in the head and at every message, until the bot is back", async () => {
    const page = await opened();
    const anna = { id: "consultant", name: "Anna", role: "bot" } as const;
    const agent = { agent: "Anna" };
    expect(await panel(page).locator(".bar").textContent()).toContain("Automatyczny asystent");
    stage.server.says({
      type: "event",
      name: "handoff.status",
      value: { state: "accepted" },
      channelData: { ...agent, occasion: "consultant_joined" },
    });
    await page.getByText("Rozmawiasz teraz z człowiekiem: Anna.").waitFor();
    expect(await panel(page).locator(".bar").textContent()).toContain("Odpowiada człowiek: Anna");
    stage.server.says({ text: "Tu Anna.", from: anna, channelData: agent });
    await page.getByRole("article", { name: "Anna – konsultant" }).waitFor();
    stage.server.says({
      type: "event",
      name: "handoff.status",
      value: { state: "completed" },
      channelData: { occasion: "returned_to_bot" },
    });
    await page.getByText("Znów odpowiada automatyczny asystent.").waitFor();
    expect(await panel(page).locator(".bar").textContent()).toContain("Automatyczny asystent");
  });

  test("the limit of 4,000 characters is told before it is reached, and nothing is cut", async () => {
    const page = await opened();
    await input(page).fill("a".repeat(3499));
    expect(await panel(page).locator(".counter").textContent()).toBe("");
    await input(page).fill("a".repeat(3600));
    expect(await panel(page).locator(".counter").textContent()).toBe("Zostało znaków: 400");
    await input(page).fill("a".repeat(4003));
    await input(page).press("Enter");
    expect(await panel(page).locator(".counter").textContent()).toContain("za długa o 3 zn.");
    expect(await input(page).getAttribute("aria-invalid")).toBe("true");
    await page.waitForTimeout(100);
    expect(await status(page).textContent()).toContain("za długa o 3 zn.");
    expect((await input(page).inputValue()).length).toBe(4003);
    expect(stage.server.stored()).toEqual([]);
    await write(page, "a".repeat(4000));
    await bubbles(page).nth(2).waitFor();
    expect(stage.server.stored()[0]).toHaveLength(4000);
  });

  test.each([
    ["?language=uk", "Запитати асистента", "uk"],
    ["?language=en-GB", "Ask the assistant", "en"],
    ["?html=uk", "Запитати асистента", "uk"],
    ["?html=de", "Zapytaj asystenta", "pl"],
    ["?language=en&html=uk", "Ask the assistant", "en"],
  ])("speaks the page's language: %s", async (query, label, locale) => {
    const { page } = await visit(stage, {}, query);
    expect(await launcher(page).textContent()).toContain(label);
    expect(await page.locator("#hejnal-chat").getAttribute("lang")).toBe(locale);
  });

  test("switching the language keeps the conversation and tells the server with the next message", async () => {
    const page = await opened();
    await write(page, "po polsku");
    await bubbles(page).nth(2).waitFor();
    await panel(page).getByLabel("Język").selectOption("uk");
    await panel(page).getByRole("button", { name: "Завершити розмову" }).waitFor();
    expect(await bubbles(page).count()).toBe(3);
    expect(await page.locator("#hejnal-chat").getAttribute("lang")).toBe("uk");
    expect(await page.getByRole("article", { name: "Ви" }).count()).toBe(1);
    await write(page, "українською");
    await bubbles(page).nth(4).waitFor();
    expect(stage.server.received().map(({ locale }) => locale)).toEqual(["pl", "uk"]);
    await page.reload();
    expect(await launcher(page).textContent()).toContain("Повернутися до розмови");
  });

  test("a message for the closed panel leaves a quiet mark on the launcher", async () => {
    const page = await opened();
    await input(page).press("Escape");
    stage.server.says({ text: "Jest Pan jeszcze?" });
    await launcher(page).getByText("Nowa wiadomość").waitFor();
    await launcher(page).click();
    expect(await bubbles(page).nth(1).textContent()).toBe("Jest Pan jeszcze?");
    await input(page).press("Escape");
    expect(await launcher(page).textContent()).toContain("Wróć do rozmowy");
  });

  test("whoever reads further up stays there, and is told of news by a button", async () => {
    const page = await opened();
    for (let n = 0; n < 12; n++) stage.server.says({ text: `Wiersz ${n}.\n\nDalszy ciąg.` });
    await page.getByText("Wiersz 11.").waitFor();
    await inWidget(page, ".scroller", "{ node.scrollTop = 30; }");
    await page.waitForTimeout(1_600);
    stage.server.says({ text: "Nowina." });
    const jump = panel(page).getByRole("button", { name: "Nowa wiadomość" });
    await jump.waitFor();
    expect(await inWidget(page, ".scroller", "node.scrollTop")).toBe(30);
    await jump.click();
    await jump.waitFor({ state: "hidden" });
    expect(await page.getByText("Nowina.").isVisible()).toBe(true);
    const below = await inWidget(page, ".scroller", "node.scrollHeight - node.clientHeight - node.scrollTop");
    expect(below).toBeLessThan(5);
  });

  test("a long answer is shown from its first line", async () => {
    const page = await opened();
    await write(page, "opowiedz");
    await bubbles(page).nth(2).waitFor();
    await page.waitForTimeout(1_600);
    stage.server.says({ text: `Początek.\n\n${"Akapit odpowiedzi.\n\n".repeat(40)}` });
    await page.getByText("Początek.").waitFor();
    const box = await page.getByText("Początek.").boundingBox();
    expect(box?.y).toBeGreaterThan(80);
    expect(box?.y).toBeLessThan(300);
  });
});
