import { resolve } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startApp } from "../../../src/app";
import { type Config, readConfig } from "../../../src/config";
import { createLog } from "../../../src/server/log";
import type { Role } from "../../../src/staff/account";
import { resident } from "../../app/resident";
import { builtProgram, builtWeb } from "../../builtOnce";
import { freshEmbedded } from "../../databases";
import { realModelFile, realParts } from "../../learnt";
import { type Person, visitor } from "../../rooms/staff/person";
import { launchBrowser } from "../stage";

const root = resolve(__dirname, "../../..");

/** Spoken aloud by nobody, long enough for everybody. */
export const PASSWORD = "spokojne poranki nad Wisłą";

/** A person at the console: the page, what the browser complained of, and the same person over HTTP. */
export type Tab = { page: Page; troubles: string[]; person: Person };
export type Shift = Awaited<ReturnType<typeof openShift>>;

/** The whole program with its console freshly built, a browser, people with accounts, and residents over Direct Line. */
export async function openShift(change: Partial<Config> = {}, parts = realParts()) {
  const [webFolder, thread, database, browser] = await Promise.all([
    builtWeb(),
    builtProgram("src/learnThread.ts"),
    freshEmbedded(),
    launchBrowser(),
  ]);
  const settings = { HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "silent", DATA_FOLDER: database.options.dataFolder };
  const config = { ...readConfig(settings), ...change };
  let shift = 0;
  const start = (port: number) =>
    startApp({
      config: { ...config, PORT: port },
      contentFolder: root,
      webFolder,
      parts,
      learning: { modelFile: realModelFile(), thread },
      log: createLog("error"),
      now: () => new Date(Date.now() + shift),
    });
  let app = await start(0);
  const { port, administrator } = app;
  const address = `http://127.0.0.1:${port}`;
  const admin = visitor(address);
  await settles(admin, "admin", administrator?.oneTimePassword ?? "");

  return {
    address,
    browser,
    admin,
    resident: (locale?: string) => resident(address, locale),
    /** An account with a settled password; not logged in anywhere. */
    async account(login: string, role: Role, more: object = {}): Promise<{ id: string; login: string }> {
      const name = login.replace(/^./, (letter) => letter.toUpperCase());
      const { body } = await admin.posts("accounts", { login, name, role, ...more });
      await settles(visitor(address), login, body.oneTimePassword);
      return { id: body.account.id, login };
    },
    /** Somebody who has just opened the console, logged in. */
    async comes(login: string, options?: BrowserContextOptions): Promise<Tab> {
      const person = visitor(address, { id: "", login });
      await person.logsIn(login, PASSWORD);
      const [name = "", value = ""] = person.cookie.split("=");
      return { ...(await openTab(browser, `${address}/console`, options, { name, value, url: address })), person };
    },
    /** A stranger's tab. */
    tab: (options?: BrowserContextOptions) => openTab(browser, `${address}/console`, options),
    /** The clock of the server goes on by this much. */
    passes(milliseconds: number) {
      shift += milliseconds;
    },
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
    },
  };
}

/** The first login with a one-time password, and an own one. */
async function settles(person: Person, login: string, oneTime: string): Promise<void> {
  await person.logsIn(login, oneTime);
  await person.posts("password", { old: oneTime, new: PASSWORD });
}

/** A tab at the console; `troubles` gathers every complaint of the browser. */
export async function openTab(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  cookie?: { name: string; value: string; url: string },
): Promise<Omit<Tab, "person">> {
  const viewport = { width: 1440, height: 900 };
  // Colours that are still changing would be judged as they are half-way.
  const context = await browser.newContext({ locale: "pl-PL", viewport, reducedMotion: "reduce", ...options });
  if (cookie) await context.addCookies([cookie]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.goto(address);
  return { page, troubles };
}
