import type { WebSocket } from "ws";
import type { Bus } from "../../conversation/bus";
import type { LiveEvent, LiveSaid } from "../wire";
import { gatherQueue } from "./gatherQueue";
import { newPage, type Page } from "./page";
import { watchViewers } from "./viewers";

const CHECK_EVERY_MS = 15_000;
/** How long a page may be away and still be told what it missed. */
const KEEP_GONE_MS = 60_000;
const PAGES_PER_ACCOUNT = 6;
/** While wake-ups of other processes do not arrive, pages look for themselves this often. */
const BLIND_MS = 5_000;

/** Who connects, and with which frames of an earlier connection. `alive` tells whether the person may still listen. */
export type Caller = {
  account: { id: string; name: string };
  /** Whether the person may read conversations; others only learn that their session is over. */
  reads: boolean;
  seen?: { epoch: string; n: number };
  alive(): Promise<boolean>;
};

export type Live = {
  /** Connects a page; answers what to do with what it says, and how to take it off. */
  join(socket: WebSocket, caller: Caller): { said(said: LiveSaid): void; gone(): void };
  close(): void;
};

export type LiveParts = {
  bus: Bus;
  now(): Date;
  /** The conversations in the queue: a new line in one of them changes what every page shows. */
  waitingIds(): Promise<string[]>;
  nameOf(accountId: string): Promise<string>;
};

type Guest = { page: Page; caller: Caller };

/** Tells open consoles what changed, from the wake-ups of the bus. */
export function openLive({ bus, now, waitingIds, nameOf }: LiveParts): Live {
  const guests = new Map<string, Guest>();
  const ms = () => now().getTime();
  const readers = () => [...guests.values()].filter(({ caller }) => caller.reads).map(({ page }) => page);
  const tellWatchers = (conversationId: string, event: LiveEvent): Page[] => {
    const watching = readers().filter(({ watched }) => watched.has(conversationId));
    for (const page of watching) page.tell(event);
    return watching;
  };
  const queue = gatherQueue(waitingIds, readers);
  const viewers = watchViewers(bus, {
    now: ms,
    names: nameOf,
    changed(conversationId) {
      for (const page of readers())
        if (page.viewing?.conversationId === conversationId)
          void viewers
            .of(conversationId, page.account.id)
            .then((all) => page.tell({ kind: "viewers", conversationId, viewers: all }));
    },
  });

  const unsubscribe = [
    bus.subscribe("news", (note) => {
      const { conversationId, rest } = splitNote(note);
      const watching = tellWatchers(conversationId, { kind: "news", conversationId, seq: Number(rest) });
      queue.changed(queue.isWaiting(conversationId) ? readers() : watching);
    }),
    bus.subscribe(
      "changed",
      (conversationId) => void tellWatchers(conversationId, { kind: "changed", conversationId }),
    ),
    bus.subscribe("typing", (note) => {
      const { conversationId, rest } = splitNote(note);
      if (rest === "resident") tellWatchers(conversationId, { kind: "typing", conversationId });
    }),
    bus.subscribe("queue", () => queue.changed(readers())),
    bus.subscribe("requests", () => {
      for (const page of readers()) page.tell({ kind: "requests" });
    }),
  ];
  const sweep = setInterval(() => {
    for (const guest of guests.values()) void check(guest, guests, ms());
  }, CHECK_EVERY_MS);
  const blind = watchBlindness(bus, readers);

  return {
    join(socket, caller) {
      const page = resume(socket, caller, guests) ?? welcome(socket, caller, guests);
      guests.set(page.id, { page, caller });
      if (guests.size === 1) queue.look();
      return {
        said: (said) => hearPage(said, page, caller.reads, viewers),
        gone() {
          page.disconnect(socket, ms());
          if (page.goneAt !== undefined) leaveView(page, viewers);
        },
      };
    },
    close() {
      clearInterval(sweep);
      clearInterval(blind);
      queue.close();
      viewers.close();
      for (const stop of unsubscribe) stop();
      for (const { page } of guests.values()) page.close(1012);
      guests.clear();
    },
  };
}

/** The page as it was, when its missing frames are kept. */
function resume(socket: WebSocket, { account, seen }: Caller, guests: Map<string, Guest>): Page | undefined {
  const page = seen && guests.get(seen.epoch)?.page;
  return page && page.account.id === account.id && page.connect(socket, seen.n) ? page : undefined;
}

function welcome(socket: WebSocket, { account }: Caller, guests: Map<string, Guest>): Page {
  const own = [...guests.values()].filter(({ page }) => page.account.id === account.id);
  const [oldest] = own;
  if (oldest && own.length >= PAGES_PER_ACCOUNT) {
    oldest.page.close(1008);
    guests.delete(oldest.page.id);
  }
  const page = newPage(account);
  page.connect(socket, 0);
  return page;
}

function hearPage(said: LiveSaid, page: Page, reads: boolean, viewers: ReturnType<typeof watchViewers>): void {
  if (said.kind === "here" || !reads) return;
  if (said.kind === "watch") {
    page.watched = new Set(said.conversationIds);
    return;
  }
  const { conversationId, typing } = said;
  if (page.viewing?.conversationId !== conversationId) leaveView(page, viewers);
  if (conversationId === null) return;
  const isNew = page.viewing?.conversationId !== conversationId;
  page.viewing = { conversationId, typing };
  viewers.say({ conversationId, pageId: page.id, accountId: page.account.id, state: typing ? "types" : "looks" });
  if (isNew)
    void viewers
      .of(conversationId, page.account.id)
      .then((all) => page.tell({ kind: "viewers", conversationId, viewers: all }));
}

function leaveView(page: Page, viewers: ReturnType<typeof watchViewers>): void {
  if (!page.viewing) return;
  viewers.say({
    conversationId: page.viewing.conversationId,
    pageId: page.id,
    accountId: page.account.id,
    state: "gone",
  });
  page.viewing = undefined;
}

/** Keeps the line warm, forgets pages that stay away, and ends those whose session is over. */
async function check({ page, caller }: Guest, guests: Map<string, Guest>, at: number): Promise<void> {
  if (page.goneAt !== undefined) {
    if (at - page.goneAt > KEEP_GONE_MS) guests.delete(page.id);
    return;
  }
  if (await caller.alive().catch(() => true)) return page.tell({ kind: "here" });
  page.tell({ kind: "over" });
  page.close();
  guests.delete(page.id);
}

/** Pages fetch everything anew while, and once more after, wake-ups could be lost. */
function watchBlindness(bus: Bus, readers: () => Page[]): NodeJS.Timeout {
  let healthy = true;
  return setInterval(() => {
    const before = healthy;
    healthy = bus.healthy();
    if (healthy && before) return;
    for (const page of readers()) page.tell({ kind: "reset" });
  }, BLIND_MS);
}

/** Notes are `conversationId:seq` and `conversationId:author`; the id itself may hold colons. */
function splitNote(note: string): { conversationId: string; rest: string } {
  const at = note.lastIndexOf(":");
  return { conversationId: note.slice(0, at), rest: note.slice(at + 1) };
}
