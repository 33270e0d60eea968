import { type Letter, readLetter } from "./letter";
import type { LetterParts } from "./parts";
import { openConversationLetters } from "./takeConversation";
import { type Taken, takeLetter } from "./takeLetter";
import { tellOfInterrupted } from "./tellStaff";

/** Another process may be at work on it; after so long it is not. */
const AT_WORK_MS = 10 * 60_000;

/** Takes each letter once, however many processes read the mailbox and however often it lies there. `later`: look again. */
export function openOnce(parts: LetterParts): (source: Buffer) => Promise<Taken | "later"> {
  const { deliveries, now, log } = parts;
  const met = new Map<string, number>();
  const inConversation = openConversationLetters(parts);
  return async (source) => {
    const letter = await readLetter(source).catch((error: unknown) => {
      log.error("letter_unreadable", { error: String(error) });
    });
    if (!letter) return "left";
    const taken = await inConversation(letter);
    if (taken) return taken;
    if (!(await deliveries.seen("letter", letter.id, now()))) return metAgain(letter, met, parts);
    try {
      const taken = await takeLetter(letter, parts);
      await deliveries.seen("letter_done", letter.id, now());
      return taken;
    } catch (error) {
      log.error("letter_failed", { error: String(error) });
      await tellOfInterrupted(letter.id, parts);
      return "left";
    }
  };
}

async function metAgain({ id }: Letter, met: Map<string, number>, parts: LetterParts): Promise<Taken | "later"> {
  const now = parts.now();
  const first = met.get(id) ?? now.getTime();
  met.set(id, first);
  if (now.getTime() - first < AT_WORK_MS) return "later";
  met.delete(id);
  // Never finished by whoever began it: the program was stopped in the middle.
  if (!(await parts.deliveries.seen("letter_done", id, now))) return "done";
  await tellOfInterrupted(id, parts);
  return "left";
}
