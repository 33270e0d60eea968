import type { Page } from "playwright-core";
import { describeIfChromium } from "../../reachable";
import { faults } from "./faults";
import { beginShift, box, line, until } from "./hands";
import { openShift, type Shift, type Tab } from "./shift";

jest.setTimeout(120_000);

/** Sooner than the page would ask by itself. */
const AT_ONCE = { timeout: 5_000 };
const urgent = (page: Page) => page.getByRole("region", { name: "Pilne" });
const alarm = (page: Page, text: string) => urgent(page).getByText(text);
const open = (page: Page) => urgent(page).getByRole("link", { name: "Otwórz" });
const seen = (page: Page) => urgent(page).getByRole("button", { name: "Zobaczone" });

describeIfChromium("an alert at the console", () => {
  let shift: Shift;
  let anna: Tab;
  let maria: Tab;
  let ewa: Tab;
  beforeAll(async () => {
    shift = await openShift();
    await shift.account("anna", "consultant", { capacity: 0 });
    await shift.account("maria", "supervisor", { capacity: 0 });
    await shift.account("ewa", "editor");
    [anna, maria, ewa] = [await shift.comes("anna"), await shift.comes("maria"), await shift.comes("ewa")];
    await beginShift(anna.page);
  });
  afterAll(() => shift.close());

  const cries = async (text: string, locale?: string) => (await shift.resident(locale)).says(text);

  test("appears at once above everything, in words, to everybody who may read, and to nobody else", async () => {
    const { page } = anna;
    expect(await urgent(page).count()).toBe(0);
    expect(await cries("czuję gaz w całym mieszkaniu, mój numer 600 700 800")).toContain("992");
    for (const one of [anna, maria]) await alarm(one.page, "czuję gaz w całym mieszkaniu").waitFor(AT_ONCE);
    await alarm(page, "Ktoś może być w niebezpieczeństwie").waitFor();
    expect(await urgent(page).textContent()).not.toContain("600 700 800");
    const [above, heading] = [urgent(page), page.locator("[data-page-title]").first()];
    expect((await above.boundingBox())?.y).toBeLessThan((await heading.boundingBox())?.y ?? 0);
    await until(async () => (await page.title()).startsWith("(1) "));
    expect(await page.getByRole("status").allTextContents()).toContain("Pilne: ktoś może potrzebować pomocy");
    expect(await urgent(ewa.page).count()).toBe(0);
  });

  test("leads to the conversation; whoever takes it over from the bot has seen to it", async () => {
    const { page } = anna;
    await open(page).click();
    await line(page, "czuję gaz").first().waitFor();
    await page.getByRole("button", { name: "Przejmij od asystenta" }).click();
    await box(page).waitFor();
    for (const one of [anna, maria]) await urgent(one.page).waitFor({ state: "detached", ...AT_ONCE });
  });

  test("accuses nothing and fits: axe in light, dark, forced colours and narrow", async () => {
    const { page } = maria;
    await cries("не хочу більше жити", "uk-UA");
    await alarm(page, "Kryzys: ktoś mówi o śmierci").waitFor(AT_ONCE);
    expect(await alarm(page, "не хочу більше жити").getAttribute("lang")).toBe("uk");
    expect(await faults(page)).toEqual([]);
    const looks = [
      { colorScheme: "dark" },
      { colorScheme: "light", forcedColors: "active" },
      { forcedColors: "none" },
    ] as const;
    for (const look of looks) {
      // Set before the page is opened: the browser repaints an open one little by little.
      await page.emulateMedia(look);
      await page.reload();
      await page.locator("[data-page-title]").waitFor({ state: "attached" });
      await alarm(page, "не хочу більше жити").waitFor();
      expect({ look, faults: await faults(page) }).toEqual({ look, faults: [] });
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test("goes from every page once somebody has seen it, by keyboard, too", async () => {
    const { page } = anna;
    await cries("pali się w bloku, ludzie na balkonach");
    for (const one of [anna, maria]) await alarm(one.page, "pali się w bloku").waitFor(AT_ONCE);
    const crisis = urgent(page).locator("> div", { hasText: "не хочу більше жити" });
    await crisis.getByRole("button", { name: "Zobaczone" }).focus();
    await page.keyboard.press("Enter");
    for (const one of [anna, maria])
      await alarm(one.page, "не хочу більше жити").waitFor({ state: "detached", ...AT_ONCE });
    expect(await alarm(page, "pali się w bloku").count()).toBe(1);
    await seen(maria.page).click();
    for (const one of [anna, maria]) await urgent(one.page).waitFor({ state: "detached", ...AT_ONCE });
    await until(async () => !(await maria.page.title()).startsWith("("));
    const troubles = [anna, maria, ewa].flatMap((tab) => tab.troubles);
    expect(troubles.filter((trouble) => !/401/.test(trouble))).toEqual([]);
  });
});
