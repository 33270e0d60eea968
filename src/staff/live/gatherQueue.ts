import type { Page } from "./page";

/** A burst of changes at the desk is told once. */
const GATHER_QUEUE_MS = 250;

/** Tells pages that the lists of the inbox changed, a burst at once; knows who waits. */
export function gatherQueue(waitingIds: () => Promise<string[]>, readers: () => Page[]) {
  const dirty = new Set<Page>();
  let waiting: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    // Pages ask by themselves every now and then; what is missed here only comes later.
    waiting = new Set(await waitingIds().catch(() => waiting));
  };
  return {
    changed(pages: Page[]): void {
      if (pages.length === 0) return;
      for (const page of pages) dirty.add(page);
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const page of readers()) if (dirty.has(page)) page.tell({ kind: "queue" });
        dirty.clear();
        void look();
      }, GATHER_QUEUE_MS);
    },
    look: () => void look(),
    isWaiting: (conversationId: string) => waiting.has(conversationId),
    close: () => clearTimeout(timer),
  };
}
