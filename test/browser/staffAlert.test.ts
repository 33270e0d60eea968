import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import type { NewAlert } from "../../src/conversation/outcome";
import { describeIfChromium } from "../reachable";
import { openStaffHouse, PASSWORD, type StaffHouse } from "../rooms/staff/staffHouse";
import { faults } from "./staffFaults";
import { box, logIn, until } from "./staffHands";
import { buildStaffWeb, type StaffTab, staffPage } from "./staffShift";
import { launchBrowser } from "./stage";

jest.setTimeout(120_000);

/** Sooner than the page would ask by itself. */
const AT_ONCE = { timeout: 5_000 };
const open = (page: Page) => page.getByRole("button", { name: "Otwórz rozmowę" });
const seen = (page: Page) => page.getByRole("button", { name: "Widziałem/am" });
const alarm = (page: Page, text: string) => page.getByRole("alert", { name: "Pilne" }).getByText(text);

describeIfChromium("an alert on the staff page", () => {
  let house: StaffHouse;
  let folder: string;
  let browser: Browser;
  let anna: StaffTab;
  let manager: StaffTab;
  beforeAll(async () => {
    folder = await buildStaffWeb();
    house = await openStaffHouse("embedded", { staticFolder: folder });
    browser = await launchBrowser();
    anna = await comes("consultant");
    manager = await comes("manager");
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
    await rm(folder, { recursive: true });
  });

  const comes = async (role: "consultant" | "manager") => {
    const { login } = await house.hires(role, "Anna");
    const tab = await staffPage(browser, `${house.url}/console`);
    await logIn(tab.page, login, PASSWORD);
    await tab.page.getByText("Wybierz rozmowę z listy.").waitFor();
    return tab;
  };
  const alarmed = async (text: string, more: Partial<NewAlert> = {}) => {
    const alert = { sameAs: randomUUID(), reason: "danger" as const, text, language: "pl" as const, ...more };
    await house.says(await house.conversation(), text, { effects: [{ kind: "alert", alert }] });
  };

  test("appears at once above the queue, in words, on the page of everybody who may read", async () => {
    const { page } = anna;
    expect(await page.getByRole("alert", { name: "Pilne" }).count()).toBe(0);
    await alarmed("czuję gaz, tel. [telefon]");
    for (const one of [page, manager.page]) await alarm(one, "czuję gaz, tel. [telefon]").waitFor(AT_ONCE);
    await alarm(page, "Ktoś może być w niebezpieczeństwie").waitFor();
    await alarm(page, "chwilę temu").waitFor();
    const [above, queue] = [alarm(page, "czuję gaz"), page.getByRole("heading", { name: "Czekają" })];
    expect((await above.boundingBox())?.y).toBeLessThan((await queue.boundingBox())?.y ?? 0);
    await until(async () => (await page.title()).startsWith("(1) "));
    expect(await page.getByRole("status").allTextContents()).toContain("Pilne: spójrz na listę rozmów");
    expect([await seen(page).count(), await seen(manager.page).count()]).toEqual([1, 0]);
  });

  test("leads to the conversation, which can be taken over from the bot", async () => {
    const { page } = anna;
    await open(page).click();
    await page.getByRole("log").getByText("czuję gaz").first().waitFor();
    await page.getByRole("button", { name: "Przejmij od asystenta" }).click();
    await box(page).waitFor();
  });

  test("accuses nothing and fits: axe in light, dark, forced colours and narrow", async () => {
    const { page } = manager;
    await alarmed("не хочу більше жити", { reason: "crisis", language: "uk" });
    await alarm(page, "Kryzys – ktoś mówi o śmierci").waitFor(AT_ONCE);
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: "none" });
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("goes from every page once somebody has seen it, and the keyboard's place is not lost with it", async () => {
    const { page } = anna;
    const focus = () => page.evaluate("document.activeElement.textContent");
    await alarm(page, "не хочу більше жити").waitFor();
    await seen(page).first().focus();
    await page.keyboard.press("Enter");
    for (const one of [page, manager.page]) await alarm(one, "не хочу більше жити").waitFor({ state: "detached" });
    expect(await alarm(page, "czuję gaz").count()).toBe(1);
    expect(await focus()).toBe("Otwórz rozmowę");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    for (const one of [page, manager.page])
      await one.getByRole("alert", { name: "Pilne" }).waitFor({ state: "hidden", ...AT_ONCE });
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    expect([...anna.troubles, ...manager.troubles].filter((trouble) => !/401/.test(trouble))).toEqual([]);
  });
});
