import type { Bus } from "../conversation/bus";
import type { LiveEvents } from "./wire";

/** One open page. `alive` tells whether its person may still listen. */
export type Listener = {
  accountId: string;
  /** The conversations whose news it wants; of hundreds a second it would need few. */
  watched: ReadonlySet<string>;
  alive(): Promise<boolean>;
  /** Answers false when the line is clogged. */
  write(text: string): boolean;
  end(): void;
};

export type Live = {
  /** Answers how to take the listener off. */
  add(listener: Listener): () => void;
  close(): void;
};

const CHECK_EVERY_MS = 15_000;
/** A burst of changes at the desk is told once. */
const GATHER_QUEUE_MS = 250;
const PAGES_PER_ACCOUNT = 6;

export type LiveParts = {
  bus: Bus;
  /** The conversations in the queue: a new line in one of them changes what every page shows. */
  waitingIds(): Promise<string[]>;
};

/** Tells open staff pages what changed, from the wake-ups of the bus. */
export function openLive({ bus, waitingIds }: LiveParts): Live {
  const listeners = new Set<Listener>();
  let waiting: ReadonlySet<string> = new Set();
  let queueTimer: NodeJS.Timeout | undefined;

  const drop = (listener: Listener): void => {
    if (listeners.delete(listener)) listener.end();
  };
  const tell = (listener: Listener, text: string): void => {
    if (!listener.write(text)) drop(listener);
  };
  const tellWatchers = (conversationId: string, text: string): void => {
    for (const listener of listeners) if (listener.watched.has(conversationId)) tell(listener, text);
  };
  const tellQueue = (): void => {
    if (listeners.size === 0) return;
    queueTimer ??= setTimeout(() => {
      queueTimer = undefined;
      for (const listener of listeners) tell(listener, event("queue", {}));
      void lookAtQueue();
    }, GATHER_QUEUE_MS);
  };
  const lookAtQueue = async (): Promise<void> => {
    // Pages ask by themselves every now and then; what is missed here only comes later.
    waiting = new Set(await waitingIds().catch(() => waiting));
  };
  const check = async (listener: Listener): Promise<void> => {
    if (await listener.alive().catch(() => true)) return tell(listener, ": here\n\n");
    tell(listener, event("over", {}));
    drop(listener);
  };

  const unsubscribe = [
    bus.subscribe("news", (note) => {
      const { conversationId, rest } = splitNote(note);
      tellWatchers(conversationId, event("news", { conversationId, seq: Number(rest) }));
      if (waiting.has(conversationId)) tellQueue();
    }),
    bus.subscribe("typing", (note) => {
      const { conversationId, rest } = splitNote(note);
      if (rest === "resident") tellWatchers(conversationId, event("typing", { conversationId }));
    }),
    bus.subscribe("queue", tellQueue),
  ];
  const timer = setInterval(() => listeners.forEach((listener) => void check(listener)), CHECK_EVERY_MS);

  return {
    add(listener) {
      listeners.add(listener);
      if (listeners.size === 1) void lookAtQueue();
      const [oldest, ...others] = [...listeners].filter(({ accountId }) => accountId === listener.accountId);
      if (oldest && others.length >= PAGES_PER_ACCOUNT) drop(oldest);
      return () => drop(listener);
    },
    close() {
      clearInterval(timer);
      clearTimeout(queueTimer);
      for (const stop of unsubscribe) stop();
      listeners.forEach(drop);
    },
  };
}

function event<Name extends keyof LiveEvents>(name: Name, data: LiveEvents[Name]): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Notes are `conversationId:seq` and `conversationId:author`; the id itself may hold colons. */
function splitNote(note: string): { conversationId: string; rest: string } {
  const at = note.lastIndexOf(":");
  return { conversationId: note.slice(0, at), rest: note.slice(at + 1) };
}
