import { setImmediate as otherWorkFirst } from "node:timers/promises";
import type { Unseen } from "./doors";
import type { StaffParts } from "./parts";
import { indexWords, requestNumbers } from "./stems";

/** New words are gathered for so long and then written together. */
const GATHER_MS = 400;
/** What a lost wake-up or a dead process left is found this often. */
const SWEEP_EVERY_MS = 60_000;
const AT_ONCE = 50;
const BEHIND_AT_ONCE = 5_000;

/**
 * Keeps the full-text index up to date behind the turns. Several processes may do so at once; what one leaves undone
 * is found again at the next start or sweep.
 */
export function openSearchIndex({ store, bus, log }: Pick<StaffParts, "store" | "bus" | "log">) {
  const waiting = new Set<string>();
  let closing = false;
  let running: Promise<void> | undefined;
  let gathering: NodeJS.Timeout | undefined;

  const run = (work: () => Promise<void>): void => {
    if (closing || running) return;
    running = work()
      .catch((error: unknown) => log.warn("search_index_failed", { error: String(error) }))
      .finally(() => {
        running = undefined;
        if (waiting.size > 0) gather();
      });
  };
  const indexAll = async (ids: string[]): Promise<void> => {
    for (let from = 0; from < ids.length && !closing; from += AT_ONCE)
      await indexNew(store, ids.slice(from, from + AT_ONCE));
  };
  const writeGathered = async (): Promise<void> => {
    const ids = [...waiting];
    waiting.clear();
    await indexAll(ids);
  };
  const gather = (): void => {
    if (closing) return;
    gathering ??= setTimeout(() => {
      gathering = undefined;
      run(writeGathered);
    }, GATHER_MS);
  };
  const hear = (conversationId: string): void => {
    waiting.add(conversationId);
    gather();
  };
  const catchUp = async (): Promise<void> => {
    for (let ids = [""]; ids.length > 0 && !closing; ) {
      ids = await store.search.behind(BEHIND_AT_ONCE);
      await indexAll(ids);
    }
  };

  const unsubscribe = [
    bus.subscribe("news", (note) => hear(note.slice(0, note.lastIndexOf(":")))),
    bus.subscribe("changed", hear),
  ];
  const sweep = setInterval(() => run(catchUp), SWEEP_EVERY_MS);
  run(catchUp);
  return {
    async close(): Promise<void> {
      closing = true;
      clearInterval(sweep);
      clearTimeout(gathering);
      for (const stop of unsubscribe) stop();
      await running;
    },
  };
}

/** Adds to the index what it has not seen of these conversations. */
async function indexNew({ search }: StaffParts["store"], ids: string[]): Promise<void> {
  const added = [];
  for (const unseen of await search.unseen(ids)) {
    const { conversationId, seq, at, notes } = unseen;
    added.push({ conversationId, seq, at, notes, words: wordsIn(unseen) });
    await otherWorkFirst();
  }
  await search.index(added);
}

/** All words of people; of the bot's and the house's lines only the numbers of service requests. */
function wordsIn({ said, told }: Unseen): string[] {
  return [...new Set([...said.flatMap(indexWords), ...told.flatMap(requestNumbers)])];
}
