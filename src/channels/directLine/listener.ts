import type { WebSocket } from "ws";
import type { House } from "../channel";
import { activityOf, type Viewer } from "./activityOf";
import type { WireActivities } from "./wire";

/** One live connection; `seq` is the last entry it was sent. */
export type Listener = {
  socket: WebSocket;
  viewer: Viewer;
  seq: number;
  reading: boolean;
  again: boolean;
  /** Whether it has answered the last ping. */
  alive: boolean;
};

const PAGE = 500;
const TRY_AGAIN_MS = 1_000;
/** A client that reads slower than this is cut off; it comes back with its watermark. */
const MOST_UNSENT_BYTES = 1024 * 1024;

/** Sends what the listener has not seen. A wake-up that comes meanwhile is one more look, so none is missed. */
export function bring(listener: Listener, house: House): void {
  listener.again = true;
  if (listener.reading) return;
  listener.reading = true;
  readOn(listener, house).catch((error) => {
    house.log.warn("stream_read_failed", { error });
    setTimeout(() => bring(listener, house), TRY_AGAIN_MS).unref();
  });
}

async function readOn(listener: Listener, house: House): Promise<void> {
  const { viewer, socket } = listener;
  try {
    while (listener.again && socket.readyState === socket.OPEN) {
      listener.again = false;
      const entries = await house.conversations.entriesAfter(viewer.conversation.id, listener.seq, PAGE);
      const last = entries.at(-1);
      if (!last) continue;
      listener.seq = last.seq;
      listener.again ||= entries.length === PAGE;
      send(listener, { activities: entries.map((entry) => activityOf(entry, viewer)), watermark: String(last.seq) });
    }
  } finally {
    listener.reading = false;
  }
}

/** Sends a frame; what cannot be sent is read again by the client after it has reconnected. */
export function send({ socket }: Listener, frame: WireActivities): void {
  if (socket.bufferedAmount > MOST_UNSENT_BYTES) socket.terminate();
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}
