import type { Entry } from "../../conversation/transcript";

const HOUR_MS = 3_600_000;
/** Later than that it is news about a report, not an answer to the letter before it. */
const ANSWERED_WITHIN_MS = 15 * 60_000;

/**
 * Whether an entry of the bot would be a second automatic answer within the hour. Told from the conversation alone, so
 * that every process and every try comes to the same. `entries`: those up to it, oldest first.
 */
export function isOneTooMany(entries: Entry[], { seq }: Pick<Entry, "seq">): boolean {
  let lastSent: Date | undefined;
  for (const [at, entry] of entries.entries()) {
    if (!isAnswer(entry, entries.slice(0, at))) continue;
    // What was said in the same turn is one answer.
    const mayGo = !lastSent || entry.at.getTime() === lastSent.getTime() || isAnHourAfter(entry.at, lastSent);
    if (entry.seq === seq) return !mayGo;
    if (mayGo) lastSent = entry.at;
  }
  return false;
}

const isAnHourAfter = (later: Date, earlier: Date) => later.getTime() - earlier.getTime() >= HOUR_MS;

/** Said by the bot to what the resident had just written. */
function isAnswer({ author, at }: Entry, before: Entry[]): boolean {
  const last = author === "bot" ? before.findLast((entry) => entry.author !== "bot") : undefined;
  return last?.author === "resident" && at.getTime() - last.at.getTime() < ANSWERED_WITHIN_MS;
}
