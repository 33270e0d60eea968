import type { Article } from "../article";

/** From how many days before on an article is said to be due. */
export const SOON_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days are left until it has to be looked at again; below zero they have passed. */
export function daysLeft({ checkAgain }: Pick<Article, "checkAgain">, today: string): number {
  return Math.round((Date.parse(checkAgain) - Date.parse(today)) / DAY_MS);
}
