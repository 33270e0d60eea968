import type { Page } from "playwright-core";
import type { Shift } from "./shift";

/** What a consultant's hands do at the console, and where their eyes look. */
export const available = (page: Page) => page.getByRole("switch", { name: "Przyjmuję rozmowy" });
export const box = (page: Page) => page.getByRole("textbox", { name: "Odpowiedź dla mieszkańca" });
export const item = (page: Page, text: string) => page.locator("a[data-id]", { hasText: text });
export const line = (page: Page, text: string) =>
  page.getByRole("region", { name: "Przebieg rozmowy" }).getByText(text);
export const list = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });
export const offer = (page: Page) => page.getByRole("region", { name: "Rozmowy proponowane Tobie" });

export async function beginShift(page: Page): Promise<void> {
  if (!(await available(page).isChecked())) await available(page).click();
  await until(() => available(page).isChecked());
}

/** A resident who waits for a person, with these last words. */
export async function waiting(shift: Shift, words: string, locale?: string) {
  const resident = await shift.resident(locale);
  await resident.says(locale?.startsWith("en") ? "I want to talk to a person" : "chcę rozmawiać z człowiekiem");
  await resident.says(words);
  return resident;
}

export async function takeOver(page: Page, words: string): Promise<void> {
  await list(page, "Czekają").click();
  await item(page, words).click();
  await page.getByRole("button", { name: /^Przejmij rozmowę/ }).click();
  await box(page).waitFor();
}

export async function says(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press("Control+Enter");
  await line(page, text).waitFor();
}

/** Presses an item of the menu with rarer actions. */
export async function chooses(page: Page, action: string): Promise<void> {
  await page.getByRole("button", { name: "Więcej działań" }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

export async function until(holds: () => Promise<boolean>, tries = 400): Promise<void> {
  for (let tried = 0; tried < tries; tried++) {
    if (await holds()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`it never came to ${holds}`);
}
