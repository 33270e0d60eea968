import type { Page } from "playwright-core";
import { describeIfChromium } from "../reachable";
import { faults } from "./staffFaults";
import { beginShift, box, line, logIn, PASSWORD, staffAt, waiting, waitingItem } from "./staffHands";
import { openStaffShift, type StaffShift, type StaffTab } from "./staffShift";

jest.setTimeout(120_000);

describeIfChromium("the staff page", () => {
  let shift: StaffShift;
  let admin: StaffTab;
  let anna: StaffTab;
  beforeAll(async () => {
    shift = await openStaffShift();
    ({ admin, anna } = await staffAt(shift));
  });
  afterAll(() => shift.close());

  test("everything goes by keyboard alone", async () => {
    await beginShift(anna.page);
    const { page } = await shift.page();
    await page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
    await page.keyboard.type("anna");
    await page.keyboard.press("Tab");
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("navigation").waitFor();
    await waiting(shift, "tylko klawiatura");
    await waitingItem(page, "tylko klawiatura").waitFor();
    const focusOn = async (wanted: string) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(`document.activeElement.textContent.includes("${wanted}")`)) return;
      }
      throw new Error(`the Tab key never reaches ${wanted}`);
    };
    await focusOn("tylko klawiatura");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Przejmij rozmowę" }).waitFor();
    await focusOn("Przejmij rozmowę");
    await page.keyboard.press("Enter");
    await box(page).waitFor();
    await page.keyboard.type("Piszę bez myszy.");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("Druga linia.");
    await page.keyboard.press("Enter");
    await line(page, "Druga linia.").waitFor();
    await page.context().close();
  });

  test("the page warns before the session ends, and leaves when it has ended", async () => {
    const { page } = await shift.page();
    await page.clock.install();
    await page.reload();
    await logIn(page, "piotr", PASSWORD);
    await page.getByRole("navigation").waitFor();
    await page.clock.fastForward("28:30");
    await page.getByRole("dialog", { name: "Czy wciąż tu jesteś?" }).waitFor();
    await page.getByRole("button", { name: "Tak, zostaję" }).click();
    await page.context().clearCookies();
    await page.clock.fastForward("00:20");
    await page.getByText("Sesja wygasła.").waitFor();
    await page.context().close();
  });

  test("looks right and accuses nothing: axe in every state, light, dark and narrow", async () => {
    const found: Record<string, string[]> = {};
    const look = async (name: string, page: Page) => {
      found[name] = await faults(page);
    };
    const stranger = await shift.page();
    await stranger.page.getByRole("heading", { name: "Zaloguj się" }).waitFor();
    await look("login", stranger.page);
    await logIn(stranger.page, "admin", "złe hasło");
    await stranger.page.getByText("Login lub hasło jest nieprawidłowe.").waitFor();
    await look("login refused", stranger.page);

    const { page } = anna;
    await beginShift(page);
    await page.goto(`${shift.address}/console`);
    await page.getByText("Wybierz rozmowę z listy.").waitFor();
    await waiting(shift, "dziura na Długiej 12");
    await waitingItem(page, "dziura na Długiej 12").click();
    await page.getByRole("button", { name: "Przejmij rozmowę" }).waitFor();
    await look("waiting", page);
    await page.getByRole("button", { name: "Przejmij rozmowę" }).click();
    await box(page).waitFor();
    await page.getByText("Jak rozumiał bot").click();
    await page.getByText("Wszystkie otwarte").click();
    await look("conversation", page);
    await page.emulateMedia({ colorScheme: "dark" });
    await look("dark", page);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    await look("forced colours", page);
    await page.emulateMedia({ forcedColors: "none" });
    for (const width of [1280, 800, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await look(`${width} px`, page);
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect([width, overflow]).toEqual([width, 0]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole("button", { name: "Zakończ…" }).click();
    await look("closing", page);
    await page.keyboard.press("Escape");
    await page.getByLabel("Konto: Anna").click();
    await look("menu", page);
    await page.getByRole("button", { name: "Zmień hasło" }).click();
    await look("password", page);
    await page.keyboard.press("Escape");
    for (const name of ["Oddzwonienia", "Zgłoszenia"]) {
      await page.getByRole("link", { name }).click();
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      await look(name, page);
    }
    await admin.page.getByRole("link", { name: "Konta" }).click();
    await admin.page.getByText("Dodaj konto").first().waitFor();
    await look("accounts", admin.page);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });
});
