import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startApp } from "../../src/app";
import { readConfig } from "../../src/config";
import { createLog } from "../../src/server/log";
import { resident } from "../app/resident";
import { freshEmbedded } from "../databases";
import { realParts } from "../learnt";
import { launchBrowser } from "./stage";

const root = resolve(__dirname, "../..");

/** Builds the staff page into a folder of this test's own. */
export async function buildStaffWeb(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hejnal-staff-web-"));
  const env = { ...process.env, WEB_PAGES: "staff" };
  await promisify(execFile)(join(root, "node_modules/.bin/vite"), ["build", "--outDir", folder], { cwd: root, env });
  return folder;
}

export type StaffShift = Awaited<ReturnType<typeof openStaffShift>>;

/** The whole program with its staff page freshly built, a browser, and residents who write over Direct Line. */
export async function openStaffShift() {
  const webFolder = await buildStaffWeb();
  const database = await freshEmbedded();
  const settings = { HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "silent", DATA_FOLDER: database.options.dataFolder };
  const config = readConfig(settings);
  const start = (port: number) =>
    startApp({
      config: { ...config, PORT: port },
      contentFolder: root,
      webFolder,
      parts: realParts(),
      log: createLog("error"),
      now: () => new Date(),
    });
  let app = await start(0);
  const { port, administrator } = app;
  const browser = await launchBrowser();
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    oneTimePassword: administrator?.oneTimePassword ?? "",
    browser,
    resident: () => resident(address),
    page: (options?: BrowserContextOptions) => staffPage(browser, `${address}/console`, options),
    async serverGoes() {
      await app.close();
    },
    async serverComesBack() {
      app = await start(port);
    },
    async close() {
      await browser.close();
      await app.close();
      await database.drop();
      await rm(webFolder, { recursive: true, force: true });
    },
  };
}

export type StaffTab = { page: Page; troubles: string[] };

/** A tab at the console; `troubles` gathers every complaint of the browser. */
export async function staffPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<StaffTab> {
  const viewport = { width: 1280, height: 800 };
  // Colours that are still changing would be judged as they are half-way.
  const context = await browser.newContext({ locale: "pl-PL", viewport, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.goto(address);
  return { page, troubles };
}
