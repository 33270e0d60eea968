import { existsSync, readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { builtWeb } from "../builtOnce";
import { chromiumPath } from "../reachable";
import { type DirectLineServer, startDirectLine } from "./directLineServer";
import { portOf, send } from "./http";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const launchBrowser = () => chromium.launch({ executablePath: chromiumPath, headless: true, args: flags });

const types: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".html": "text/html",
  ".svg": "image/svg+xml",
};

const serveFolder = (folder: string) => (path: string, response: ServerResponse) => {
  const file = join(folder, path === "/" ? "index.html" : path);
  if (existsSync(file)) send(response, 200, types[extname(file)] ?? "text/plain", readFileSync(file));
  else send(response, 404, "text/plain", "");
};

export type Stage = Awaited<ReturnType<typeof openStage>>;

/**
 * A city's own website with the strictest policy that can carry the widget, our server at another address, and a
 * browser in front of both.
 */
export async function openStage() {
  const [folder, browser] = await Promise.all([builtWeb(), launchBrowser()]);
  const server = await startDirectLine(serveFolder(folder));
  const city = await openCity(() => server.origin);
  return {
    folder,
    browser,
    server,
    cityOrigin: city.origin,
    async close(): Promise<void> {
      await browser.close();
      await server.close();
      await city.close();
    },
  };
}

/** The website of a city that embeds the widget from our server. */
export async function openCity(ourOrigin: () => string) {
  const city = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://city");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", policyFor(ourOrigin(), url.searchParams.has("noSockets")));
    response.end(cityPage(ourOrigin(), url.searchParams.get("language"), url.searchParams.get("html") ?? "pl"));
  });
  return {
    origin: `http://127.0.0.1:${await portOf(city)}`,
    async close(): Promise<void> {
      city.closeAllConnections();
      await new Promise((done) => city.close(done));
    },
  };
}

function policyFor(origin: string, noSockets: boolean): string {
  const sockets = noSockets ? "" : origin.replace("http", "ws");
  return [
    "default-src 'none'",
    `script-src 'self' ${origin}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src ${origin} ${sockets}`,
    "require-trusted-types-for 'script'",
  ].join("; ");
}

function cityPage(origin: string, language: string | null, html: string): string {
  const attribute = language ? ` data-language="${language}"` : "";
  return `<!doctype html><html lang="${html}"><head><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Urząd</title><script src="${origin}/widget.js"${attribute} async></script></head>
    <body><main><h1>Urząd miasta</h1><p>Treść strony. <a href="#dalej">Dalej</a></p></main></body></html>`;
}

export type Visit = { page: Page; troubles: string[]; requests: string[] };

/** A resident opens the city's page. `troubles` gathers every complaint of the browser. */
export async function visit(
  stage: Pick<Stage, "browser" | "cityOrigin">,
  options: BrowserContextOptions = {},
  query = "",
): Promise<Visit> {
  const context = await stage.browser.newContext({
    locale: "pl-PL",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  return visitIn(context, `${stage.cityOrigin}/${query}`);
}

export async function visitIn(context: Awaited<ReturnType<Browser["newContext"]>>, address: string): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("request", (request) => requests.push(request.url()));
  page.on("websocket", (socket) => requests.push(socket.url()));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (e) => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI));",
  );
  await page.goto(address);
  await launcher(page).waitFor();
  return { page, troubles, requests };
}

export const launcher = (page: Page) => page.locator("#hejnal-chat button.launcher");
export const panel = (page: Page) => page.getByRole("dialog", { name: /KCK/ });
export const input = (page: Page) => page.locator("#hejnal-chat textarea");
export const bubbles = (page: Page) => page.locator("#hejnal-chat .bubble .body");

export async function write(page: Page, text: string): Promise<void> {
  await input(page).fill(text);
  await input(page).press("Enter");
}

/** Evaluates an expression on the widget's first `node` that fits the selector. */
export const inWidget = (page: Page, selector: string, expression: string): Promise<unknown> =>
  page.evaluate(
    `((node) => ${expression})(document.querySelector("#hejnal-chat").shadowRoot.querySelector(${JSON.stringify(selector)}))`,
  );

export const focused = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    const { activeElement } = document.querySelector("#hejnal-chat").shadowRoot;
    return activeElement && (activeElement.getAttribute("aria-label") || activeElement.textContent.trim());
  })()`);

/** A server that greets and answers every message with its echo. */
export function echoBot(server: DirectLineServer): void {
  server.onMessage((text) => {
    if (text) server.says({ text: `Rozumiem: ${text}` });
    else server.says({ text: GREETING, choices: ["Zgłoś problem", "Sprawdź zgłoszenie", "Porozmawiaj z człowiekiem"] });
  });
}

export const GREETING =
  "Dzień dobry! Jestem automatycznym asystentem Krakowskiego Centrum Kontaktu.\n\nRozmowa jest zapisywana, żeby załatwić Twoją sprawę.";
