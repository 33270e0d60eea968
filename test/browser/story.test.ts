import type { Page } from "playwright-core";
import { runningApp } from "../app/runningApp";
import { builtWeb } from "../builtOnce";
import { describeOn } from "../databases";
import { describeIfChromium } from "../reachable";
import { beginShift, box, takeOver } from "./console/hands";
import { openTab } from "./console/shift";
import { bubbles, launchBrowser, launcher, panel, visitIn, write } from "./stage";

jest.setTimeout(120_000);

const PASSWORD = "hejnał z wieży o dwunastej";

describeIfChromium("the whole story, from the demo page to the console", () => {
  describeOn("in real browsers", (fresh) => {
    test("a resident asks, reports, changes the street, gets a number, asks for it, and is answered by a person", async () => {
      const database = await fresh();
      const app = await runningApp(database, { webFolder: await builtWeb() });
      const browser = await launchBrowser();
      try {
        const { page: staff } = await openTab(browser, `${app.address}/console`);
        await settle(staff, app.administrator?.oneTimePassword ?? "");

        const context = await browser.newContext({ locale: "pl-PL", viewport: { width: 1280, height: 800 } });
        const { page, troubles } = await visitIn(context, app.address);
        await launcher(page).click();
        await said(page, /automatycznym asystentem/);

        await write(page, "jak wyrobic dowod");
        await said(
          page,
          /dowód osobisty[\s\S]*bezpłatny[\s\S]*Źródło: bip\.krakow\.pl[\s\S]*sprawdzone \d\d\.\d\d\.\d{4}/i,
        );
        await press(page, "Ile kosztuje");
        await said(page, /ile kosztuje:[\s\S]*Dowód jest bezpłatny/);

        await write(page, "dziura na Długiej 12");
        await said(page, /dziura w jezdni, ul. Długa 12/);
        await press(page, "Jak koło samochodu");
        for (let asked = 0; asked < 5 && !(await heard(page)).includes("Wysłać?"); asked++) await skip(page);
        await said(page, /Miejsce: ul. Długa 12[\s\S]*Wysłać\?/);
        await write(page, "zmień ulicę na Krótką 5");
        await said(page, /Krótka 5[\s\S]*Wysłać\?/);
        await press(page, "Wyślij");
        const number = /KR-\d{4}-\d{6}-\d/.exec(await said(page, /KR-\d{4}-\d{6}-\d/))?.[0] ?? "";

        await write(page, `co ze zgłoszeniem ${number}?`);
        const status = await said(page, new RegExp(`Zgłoszenie ${number}: Dziura w jezdni`));
        expect(status).toContain("Zarząd Dróg Miasta Krakowa");
        expect(status).not.toContain("Krótk");

        await write(page, "chcę z człowiekiem");
        await said(page, /Jesteś 1\. w kolejce/);
        await takeOver(staff, "chcę z człowiekiem");
        await box(staff).fill("Dzień dobry, w czym pomóc?");
        await box(staff).press("Control+Enter");
        await said(page, /Dzień dobry, w czym pomóc\?/);
        await panel(page).getByText("Administrator").first().waitFor();
        expect(troubles).toEqual([]);
      } finally {
        await browser.close();
        await app.close();
        await database.drop();
      }
    });
  });
});

/** The first administrator logs in with the one-time password, chooses another one and takes conversations. */
async function settle(page: Page, oneTime: string): Promise<void> {
  await page.getByLabel("Login", { exact: true }).fill("admin");
  await page.getByLabel("Hasło", { exact: true }).fill(oneTime);
  await page.getByRole("button", { name: "Zaloguj" }).click();
  await page.getByLabel("Hasło jednorazowe").fill(oneTime);
  await page.getByLabel("Nowe hasło", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Nowe hasło jeszcze raz").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation").waitFor();
  await beginShift(page);
  await page.getByText("Na dyżurze: 1").waitFor();
}

const heard = async (page: Page) => (await bubbles(page).last().textContent()) ?? "";

/** Waits until the newest line fits; answers it. */
async function said(page: Page, words: RegExp): Promise<string> {
  for (let tries = 0; tries < 160; tries++) {
    const newest = await heard(page);
    if (words.test(newest)) return newest;
    await page.waitForTimeout(50);
  }
  throw new Error(`not said: ${words}; the newest line is: ${await heard(page)}`);
}

const press = (page: Page, title: string) =>
  panel(page).getByRole("group").getByRole("button", { name: title, exact: true }).click();

/** Leaves the question that is asked now unanswered, by its button. */
async function skip(page: Page): Promise<void> {
  const before = await bubbles(page).count();
  await panel(page)
    .getByRole("group")
    .getByRole("button", { name: /Pomiń|Nie wiem/ })
    .last()
    .click();
  while ((await bubbles(page).count()) < before + 2) await page.waitForTimeout(50);
}
