import type { Page } from "playwright-core";
import type { StaffShift } from "./staffShift";

/** What a consultant's hands do on the page. */
export const PASSWORD = "spokojne poranki nad Wisłą";

export async function logIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel("Login").fill(login);
  await page.getByLabel("Hasło").fill(password);
  await page.getByRole("button", { name: "Zaloguj" }).click();
}

/** Logs in with a one-time password and sets an own one. */
async function settle(page: Page, login: string, oneTime: string): Promise<void> {
  await logIn(page, login, oneTime);
  await page.getByLabel("Hasło jednorazowe").fill(oneTime);
  await page.getByLabel("Nowe hasło", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Nowe hasło jeszcze raz").fill(PASSWORD);
  await page.getByRole("button", { name: "Zapisz hasło" }).click();
  await page.getByRole("navigation").waitFor();
}

/** Adds a consultant from the administrator's page; answers the one-time password. */
async function hire(admin: Page, login: string, name: string): Promise<string> {
  await admin.getByRole("link", { name: "Konta" }).click();
  await admin.getByLabel("Login").fill(login);
  await admin.getByLabel("Imię dla mieszkańców").fill(name);
  await admin.getByRole("button", { name: "Dodaj konto" }).click();
  const oneTime = (await admin.getByRole("dialog").locator("output").textContent()) ?? "";
  await admin.getByRole("button", { name: "Gotowe" }).click();
  return oneTime;
}

/** The administrator and two consultants, each in a browser of their own. */
export async function staffAt(shift: StaffShift) {
  const admin = await shift.page();
  await settle(admin.page, "admin", shift.oneTimePassword);
  const anna = await shift.page();
  await settle(anna.page, "anna", await hire(admin.page, "anna", "Anna"));
  const piotr = await shift.page();
  await settle(piotr.page, "piotr", await hire(admin.page, "piotr", "Piotr"));
  return { admin, anna, piotr };
}

export const available = (page: Page) => page.getByRole("switch", { name: "Przyjmuję rozmowy" });
export const box = (page: Page) => page.getByRole("textbox", { name: "Odpowiedź dla mieszkańca" });
export const waitingItem = (page: Page, text: string) => page.locator(".item.waiting a", { hasText: text });
export const line = (page: Page, text: string) => page.getByRole("log").getByText(text);

export async function beginShift(page: Page): Promise<void> {
  if ((await available(page).getAttribute("aria-checked")) !== "true") await available(page).click();
  await page.getByText(/Na dyżurze: [1-9]/).waitFor();
}

/** A resident who waits for a person, with these last words. */
export async function waiting(shift: StaffShift, words: string) {
  const resident = await shift.resident();
  await resident.says("chcę rozmawiać z człowiekiem");
  await resident.says(words);
  return resident;
}

export async function takeOver(page: Page, words: string): Promise<void> {
  await waitingItem(page, words).click();
  await page.getByRole("button", { name: "Przejmij rozmowę" }).click();
  await box(page).waitFor();
}

export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`it never came to ${holds}`);
}
