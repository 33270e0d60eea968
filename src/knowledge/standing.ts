import type { Article } from "./article";

/** `overdue`: nobody looked at it when it was due; `expired` and `not_yet`: what it says no longer holds, or not yet. */
export type Standing = "good" | "overdue" | "expired" | "not_yet";

/** Whether an article may be relied on today (YYYY-MM-DD, in Kraków). */
export function standingOf(
  { checkAgain, validFrom, validUntil }: Pick<Article, "checkAgain" | "validFrom" | "validUntil">,
  today: string,
): Standing {
  if (validFrom !== undefined && today < validFrom) return "not_yet";
  if (validUntil !== undefined && today > validUntil) return "expired";
  return today > checkAgain ? "overdue" : "good";
}

/** Whether residents are told it today, with a caution where it is not good; a person is brought instead of the rest. */
export function isTold(article: Article, today: string): boolean {
  const standing = standingOf(article, today);
  return standing === "good" || (standing !== "not_yet" && article.whenOverdue === "caution");
}

/** The articles that residents are not told today. */
export function notTold(articles: ReadonlyMap<string, Article>, today: string): Set<string> {
  const held = [...articles.values()].filter((article) => !isTold(article, today));
  return new Set(held.map(({ id }) => id));
}
