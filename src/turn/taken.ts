import type { Memory } from "../conversation/conversation";
import type { Wish } from "../conversation/reply";
import type { Intent } from "../conversation/understanding";

/**
 * The words a pressed button stands for: of the matter that waited for it, or of the unclear message it was offered
 * for; whoever wrote them need not write them again.
 */
export function takenWords(wish: Wish | undefined, { waiting = [], unclear }: Memory): string | undefined {
  const waited = waiting.find(({ intent }) => wishes(wish, intent))?.text;
  return waited ?? (wish?.kind === "start" ? unclear : undefined);
}

/** Whether the button stands for that meaning. */
export function wishes(wish: Wish | undefined, { kind, id }: Intent): boolean {
  if (wish?.kind === "read") return kind === "article" && wish.article === id;
  return wish?.kind === "start" && (kind === "service" ? wish.service === id : kind === "dialog" && wish.dialog === id);
}
