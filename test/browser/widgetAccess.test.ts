import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import {
  bubbles,
  echoBot,
  focused,
  input,
  inWidget,
  launcher,
  openStage,
  panel,
  type Stage,
  visit,
  write,
} from "./stage";

jest.setTimeout(90_000);

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const photo = { name: "dziura.png", mimeType: "image/png", buffer: Buffer.from([1, 2, 3]) };
const umbrella = { ...photo, name: "umowa.docx", mimeType: "application/msword" };
const anna = { from: { id: "consultant", name: "Anna", role: "bot" }, channelData: { agent: "Anna" } } as const;

/** Rules broken on the page, all of WCAG 2.0–2.2 A and AA and axe's best practices. */
async function violations(page: Page): Promise<unknown> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  return page.evaluate(`axe.run(document, { resultTypes: ["violations"], preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | ")))`);
}

describeIfChromium("everybody can use the widget", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());
  beforeEach(() => echoBot(stage.server));
  afterEach(async () => {
    await Promise.all(stage.browser.contexts().map((context) => context.close()));
    stage.server.comeBack();
    stage.server.faults.refuse.times = 0;
  });

  async function opened(options: BrowserContextOptions = {}): Promise<Page> {
    // axe is put into the page from outside; the page's policy itself is tested in widgetPage.test.ts.
    const { page } = await visit(stage, { bypassCSP: true, ...options });
    await launcher(page).click();
    await bubbles(page).first().waitFor();
    return page;
  }

  /** Every state a resident can meet, one after another on one page. */
  const states: [string, (page: Page) => Promise<unknown>][] = [
    ["buttons", async () => {}],
    [
      "typing",
      async (page) => {
        stage.server.types();
        await page.locator("#hejnal-chat .typing").waitFor();
      },
    ],
    [
      "answer with lists and links",
      async (page) => {
        stage.server.says({ text: "Tak:\n\n- jeden\n- [dwa](https://example.org)\n\n1. raz" });
        await page.getByText("jeden").waitFor();
      },
    ],
    [
      "file chosen, file refused",
      async (page) => {
        await page.locator("#hejnal-chat input[type=file]").first().setInputFiles([photo, umbrella]);
        await page.locator("#hejnal-chat .mistake").getByText("umowa").waitFor();
      },
    ],
    [
      "file sent",
      async (page) => {
        await write(page, "ze zdjęciem");
        await page.getByText("Rozumiem: ze zdjęciem").waitFor();
      },
    ],
    [
      "too long",
      async (page) => {
        await input(page).fill("a".repeat(4100));
      },
    ],
    [
      "a person answers",
      async (page) => {
        await input(page).fill("");
        stage.server.says({
          type: "event",
          name: "handoff.status",
          value: { state: "accepted" },
          channelData: { occasion: "consultant_joined", agent: "Anna" },
        });
        stage.server.says({ text: "Tu Anna.", ...anna });
        await page.getByRole("article", { name: "Anna – konsultant" }).waitFor();
      },
    ],
    [
      "not sent",
      async (page) => {
        stage.server.faults.refuse = { times: 2, status: 500, storedAnyway: false };
        await write(page, "halo");
        await page.locator("#hejnal-chat .failed").waitFor();
      },
    ],
    [
      "connection lost",
      async (page) => {
        stage.server.goDown();
        await page.locator("#hejnal-chat .connection.lost").waitFor();
      },
    ],
    [
      "connection back",
      async (page) => {
        stage.server.comeBack();
        await page.locator("#hejnal-chat .connection.back").waitFor();
      },
    ],
    [
      "ending asked",
      async (page) => {
        await inWidget(page, ".scroller", "{ node.scrollTop = 0; }");
        await panel(page).getByRole("button", { name: "Zakończ rozmowę" }).click();
      },
    ],
    [
      "ended",
      async (page) => {
        await page.getByRole("alertdialog").getByRole("button", { name: "Zakończ", exact: true }).click();
      },
    ],
    [
      "closed again",
      async (page) => {
        await page.keyboard.press("Escape");
      },
    ],
  ];

  test.each<[string, BrowserContextOptions]>([
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["forced colours", { forcedColors: "active" }],
    ["a phone", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
    ["400 % zoom", { viewport: { width: 320, height: 256 } }],
  ])("axe finds nothing in any state: %s", async (_, look) => {
    // Colours half-way through a fade are nobody's colours.
    const options = { reducedMotion: "reduce" as const, ...look };
    const { page: closed } = await visit(stage, { bypassCSP: true, ...options });
    const found: Record<string, unknown> = { closed: await violations(closed) };
    const page = await opened(options);
    for (const [name, reach] of states) {
      await reach(page);
      // What depends on the size of something else is drawn a frame later.
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      found[name] = await violations(page);
    }
    expect(found).toEqual(Object.fromEntries(["closed", ...states.map(([name]) => name)].map((name) => [name, []])));
  });

  test("the whole way by keyboard alone", async () => {
    const { page } = await visit(stage);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toContain("Zapytaj asystenta");
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("Twoja wiadomość");
    await bubbles(page).first().waitFor();
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("Dodaj zdjęcie lub plik");
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("Porozmawiaj z człowiekiem");
    await page.keyboard.press("Enter");
    await page.getByText("Rozumiem: Porozmawiaj z człowiekiem").waitFor();
    expect(await focused(page)).toBe("Twoja wiadomość");
    await page.keyboard.type("dziękuję");
    await page.keyboard.press("Enter");
    await page.getByText("Rozumiem: dziękuję").waitFor();
    await page.keyboard.press("Escape");
    expect(await focused(page)).toContain("Wróć do rozmowy");
    expect(await panel(page).isVisible()).toBe(false);
  });

  test("one step back from the input lies the newest answer, to be read alone", async () => {
    const page = await opened();
    await write(page, "pytanie");
    await page.getByText("Rozumiem: pytanie").waitFor();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toContain("Rozumiem: pytanie");
  });

  test("the greeting is read aloud, however soon it comes", async () => {
    const { page } = await visit(stage);
    await page.evaluate(`
      window.loud = [];
      new MutationObserver(() => {
        const log = document.querySelector("#hejnal-chat").shadowRoot.querySelector("[role=log]");
        if (log?.firstChild) window.loud.push(log.getAttribute("aria-live"));
      }).observe(document.querySelector("#hejnal-chat").shadowRoot, { subtree: true, childList: true });`);
    await launcher(page).click();
    await bubbles(page).first().waitFor();
    expect(await page.evaluate("window.loud[0]")).toBe("polite");
  });

  test("news does not take the focus away", async () => {
    const page = await opened();
    await panel(page).getByRole("button", { name: "Zwiń okno rozmowy" }).focus();
    stage.server.says({ text: "Nowina.", choices: ["Tak"] });
    await page.getByText("Nowina.").waitFor();
    expect(await focused(page)).toBe("Zwiń okno rozmowy");
  });

  test("the panel is a named dialog with a polite log and a status of its own", async () => {
    const page = await opened();
    expect(await page.getByRole("dialog", { name: "Hejnał – asystent KCK" }).count()).toBe(1);
    expect(await page.getByRole("log", { name: "Rozmowa" }).getAttribute("aria-live")).toBe("polite");
    expect(await panel(page).getByRole("status").count()).toBe(1);
  });

  test("on a small screen the page behind waits, also after the window was made smaller", async () => {
    const page = await opened();
    expect(await inWidget(page, "dialog", "node.matches(':modal')")).toBe(false);
    await page.setViewportSize({ width: 400, height: 700 });
    await page.waitForTimeout(100);
    expect(await inWidget(page, "dialog", "node.matches(':modal')")).toBe(true);
    expect(await focused(page)).toBe("Twoja wiadomość");
    for (let n = 0; n < 15; n++) await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.localName")).not.toBe("a");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toContain("Wróć do rozmowy");
  });

  test.each([
    ["320 px", { width: 320, height: 640 }],
    ["400 % zoom of 1280 × 1024", { width: 320, height: 256 }],
  ])("nothing scrolls sideways and there is room to write: %s", async (_, viewport) => {
    const page = await opened({ viewport });
    stage.server.says({
      text: `Nierozdzielnyciągliterktórysięniemieściwwierszunawetjeżelibardzochce [adres](https://example.org/${"x".repeat(90)})`,
      choices: ["Bardzo długi tytuł przycisku, którego nie da się zmieścić w jednym wierszu", "Nie"],
    });
    await page.getByText("Nierozdzielny").waitFor();
    // Wherever the line ends, the number of a case stays in one piece, and is copied as it is.
    const numbers = Array.from({ length: 16 }, (_, n) => `${"ab ".repeat(n)}KR-2026-000123-7`);
    stage.server.says({
      text: numbers.join("\n\n"),
      choices: ["Nie, otwórz to zgłoszenie ponownie (KR-2026-000123-7)"],
    });
    await panel(page).getByRole("button", { name: "(KR-2026-000123-7)" }).waitFor();
    expect(
      await page.evaluate(`[...document.querySelector("#hejnal-chat").shadowRoot.querySelectorAll(".number")]
        .map((node) => node.textContent + " " + node.getClientRects().length)`),
    ).toEqual(Array.from({ length: 17 }, () => "KR-2026-000123-7 1"));
    await input(page).fill("piszę ".repeat(30));
    const overflow = "node.scrollWidth - node.clientWidth";
    expect(await inWidget(page, ".scroller", overflow)).toBe(0);
    expect(await inWidget(page, "dialog", overflow)).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    const box = await input(page).boundingBox();
    expect(box?.width).toBeGreaterThan(120);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
    const send = await panel(page).getByRole("button", { name: "Wyślij" }).boundingBox();
    expect((send?.x ?? 0) + (send?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
    await input(page).press("Enter");
    await page.getByText("Rozumiem: piszę").waitFor();
  });

  test("everything to press is at least 44 pixels wide and high", async () => {
    const page = await opened({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    stage.server.faults.refuse = { times: 2, status: 500, storedAnyway: false };
    await page.locator("#hejnal-chat input[type=file]").first().setInputFiles([photo]);
    await write(page, "halo");
    await page.locator("#hejnal-chat .failed").waitFor();
    await page.locator("#hejnal-chat input[type=file]").first().setInputFiles([photo]);
    stage.server.says({ text: "Wybierz.", choices: ["Tak"] });
    await page.getByText("Wybierz.").waitFor();
    const small: unknown = await page.evaluate(`
      [...document.querySelector("#hejnal-chat").shadowRoot.querySelectorAll("button, select, textarea")]
        .filter((node) => node.checkVisibility() && !node.classList.contains("launcher"))
        .map((node) => ({ name: node.textContent, ...node.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width < 44 || height < 44)`);
    expect(small).toEqual([]);
  });

  test("the page's own style, however rude, does not reach in", async () => {
    const page = await opened();
    const size = async () =>
      Number.parseFloat(String(await inWidget(page, ".body", "getComputedStyle(node).fontSize")));
    expect(await size()).toBe(17);
    await page.addStyleTag({
      content:
        "html { font-size: 62.5% } * { color: red; font: 9px serif; text-align: right } button { display: none }",
    });
    expect(await size()).toBe(17);
    expect(await inWidget(page, ".body", "getComputedStyle(node).color")).not.toBe("rgb(255, 0, 0)");
    expect(await inWidget(page, ".body", "getComputedStyle(node).textAlign")).toBe("start");
    expect(await panel(page).getByRole("button", { name: "Wyślij" }).isVisible()).toBe(true);
  });

  test("who wants less motion gets none", async () => {
    const page = await opened({ reducedMotion: "reduce" });
    stage.server.types();
    await page.locator("#hejnal-chat .typing").waitFor();
    expect(await page.evaluate("document.getAnimations().length")).toBe(0);
    expect(await inWidget(page, "dialog", "getComputedStyle(node).animationName")).toBe("none");
    expect(await inWidget(page, ".typing i", "getComputedStyle(node).animationName")).toBe("none");
  });
});
