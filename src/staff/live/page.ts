import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type { LiveEvent, LiveFrame } from "../wire";

/** Frames a page may still ask for after its line broke. */
const KEPT_FRAMES = 500;
/** A page that does not read for this long is cut off; it comes back and asks for what it missed. */
const CLOGGED_BYTES = 256 * 1024;

/** One open console page and the numbered frames it was sent; it outlives its connection for a while. */
export type Page = {
  /** Names this run of numbers (`epoch` on the wire). */
  id: string;
  account: { id: string; name: string };
  /** The conversations whose news it wants; of hundreds a second it would need few. */
  watched: ReadonlySet<string>;
  viewing: { conversationId: string; typing: boolean } | undefined;
  /** When the line broke; undefined while it is connected. */
  goneAt: number | undefined;
  /** Numbers the event, keeps it, and sends it if there is a line. */
  tell(event: LiveEvent): void;
  /** Connects the page; answers false when the frames after `seen` are not kept any more. */
  connect(socket: WebSocket, seen: number): boolean;
  disconnect(socket: WebSocket, at: number): void;
  /** Closes the line, if there is one. */
  close(code?: number): void;
};

/** A page that was sent nothing yet. */
export function newPage(account: Page["account"]): Page {
  const kept: LiveFrame[] = [];
  let line: WebSocket | undefined;
  let n = 0;
  const send = (frame: LiveFrame): void => {
    if (line?.readyState !== 1) return;
    if (line.bufferedAmount > CLOGGED_BYTES) line.terminate();
    else line.send(JSON.stringify(frame));
  };
  const page: Page = {
    id: randomUUID(),
    account,
    watched: new Set(),
    viewing: undefined,
    goneAt: undefined,
    tell(event) {
      n += 1;
      const frame = { ...event, n };
      kept.push(frame);
      if (kept.length > KEPT_FRAMES) kept.shift();
      send(frame);
    },
    connect(socket, seen) {
      if (seen > n || seen < n - kept.length) return false;
      line?.terminate();
      line = socket;
      page.goneAt = undefined;
      send({ kind: "hello", epoch: page.id, n: seen });
      for (const frame of kept) if (frame.n > seen) send(frame);
      return true;
    },
    disconnect(socket, at) {
      if (line !== socket) return;
      line = undefined;
      page.goneAt = at;
    },
    close: (code = 1000) => line?.close(code),
  };
  return page;
}
