import { launchBrowser } from "../../test/browser/stage";
import { visitor } from "../../test/rooms/staff/person";
import { spreadOf } from "../spread";
import { addConsultants, freePort, PASSWORD, start } from "./program";

const LOADS = 15;
const SEARCHES = 200;
const TYPED = ["w", "wy", "wym", "wymi", "wymia", "wymian", "wymiana d", "wymiana dow", "smieci", "parking pod blo"];

/**
 * The console's first load with nothing in the cache, from the navigation until the inbox can be used, in Chromium on
 * this machine; and the phone desk's search as it is typed, from the call to the answer. Needs `npm run build`.
 */
export async function measureLoad(databaseUrl: string): Promise<void> {
  const [login = ""] = await addConsultants(databaseUrl, 1);
  const port = await freePort();
  const program = await start(databaseUrl, port);
  const address = `http://127.0.0.1:${port}`;
  const browser = await launchBrowser();
  try {
    const person = visitor(address, { id: login, login });
    await person.logsIn(login, PASSWORD);
    const [name = "", value = ""] = person.cookie.split("=");
    const times: number[] = [];
    for (let n = 0; n < LOADS; n++) {
      const context = await browser.newContext();
      await context.addCookies([{ name, value, url: address }]);
      const page = await context.newPage();
      const begun = performance.now();
      await page.goto(`${address}/console`, { waitUntil: "commit" });
      await page.getByRole("searchbox").or(page.getByPlaceholder("Szukaj w rozmowach")).first().waitFor();
      await page.getByText("Nikt nie czeka.").waitFor();
      times.push(performance.now() - begun);
      await context.close();
    }
    tell("console, empty cache, until the inbox can be used", times);
    const searches: number[] = [];
    for (let n = 0; n < SEARCHES; n++) {
      const asked = performance.now();
      await person.gets(`knowledge?q=${encodeURIComponent(TYPED[n % TYPED.length] ?? "")}&language=pl`);
      searches.push(performance.now() - asked);
    }
    console.log(`first search of the process ${searches[0]?.toFixed(0)} ms`);
    tell("search in the knowledge base as it is typed", searches);
  } finally {
    await browser.close();
    program.kill("SIGTERM");
    await new Promise((done) => program.once("close", done));
  }
}

function tell(what: string, times: number[]): void {
  const { p50, p95, p99 } = spreadOf(times);
  console.log(
    `${what}: p50 ${p50.toFixed(0)}  p95 ${p95.toFixed(0)}  p99 ${p99.toFixed(0)} ms (${times.length} times)\n`,
  );
}
