import type { LiveEvent, LiveFrame, LiveSaid } from "../../../staff/wire";

export type LiveState = { kind: "connecting" } | { kind: "connected" } | { kind: "lost"; since: number };

const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 10_000;
/** The server says "here" every 15 s. */
const DEAF_MS = 40_000;
const VIEW_EVERY_MS = 10_000;

/**
 * The live connection: comes back by itself, asks for the frames it missed, and tells of a hole in their numbers as a
 * reset, after which everything is fetched anew.
 */
export function openLive(address = liveAddress()) {
  const hearers = new Set<(event: LiveEvent) => void>();
  const stateHearers = new Set<() => void>();
  let state: LiveState = { kind: "connecting" };
  let socket: WebSocket | undefined;
  let seen: { epoch: string; n: number } | undefined;
  let retryMs = FIRST_RETRY_MS;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let deaf: ReturnType<typeof setTimeout> | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;
  let stopped = true;
  let watched: string[] = [];
  let view: Extract<LiveSaid, { kind: "view" }> = { kind: "view", conversationId: null, typing: false };

  const become = (next: LiveState) => {
    state = next;
    for (const hear of stateHearers) hear();
  };
  const tell = (event: LiveEvent) => {
    for (const hear of [...hearers]) hear(event);
  };
  const say = (said: LiveSaid) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(said));
  };
  const listenOn = () => {
    clearTimeout(deaf);
    deaf = setTimeout(() => socket?.close(), DEAF_MS);
  };

  const receive = (frame: LiveFrame) => {
    listenOn();
    if (frame.kind === "hello") {
      const fresh = seen !== undefined && seen.epoch !== frame.epoch;
      seen = { epoch: frame.epoch, n: frame.n };
      retryMs = FIRST_RETRY_MS;
      become({ kind: "connected" });
      say({ kind: "watch", conversationIds: watched });
      say(view);
      if (fresh) tell({ kind: "reset" });
      return;
    }
    if (seen && frame.n !== seen.n + 1) tell({ kind: "reset" });
    if (seen) seen = { ...seen, n: frame.n };
    if (frame.kind === "here") say({ kind: "here" });
    tell(frame);
  };

  const connect = () => {
    const since = seen ? `?epoch=${encodeURIComponent(seen.epoch)}&n=${seen.n}` : "";
    const opened = new WebSocket(address + since);
    socket = opened;
    listenOn();
    opened.onmessage = ({ data }) => receive(JSON.parse(String(data)) as LiveFrame);
    opened.onclose = () => {
      clearTimeout(deaf);
      if (stopped || socket !== opened) return;
      if (state.kind !== "lost") become({ kind: "lost", since: Date.now() });
      retry = setTimeout(connect, retryMs);
      retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
    };
  };
  const again = () => {
    if (stopped || socket?.readyState === WebSocket.OPEN || socket?.readyState === WebSocket.CONNECTING) return;
    clearTimeout(retry);
    connect();
  };

  return {
    start() {
      stopped = false;
      connect();
      beat = setInterval(() => view.conversationId && say(view), VIEW_EVERY_MS);
      window.addEventListener("online", again);
    },
    stop() {
      stopped = true;
      clearTimeout(retry);
      clearTimeout(deaf);
      clearInterval(beat);
      window.removeEventListener("online", again);
      socket?.close();
    },
    hear(hearer: (event: LiveEvent) => void) {
      hearers.add(hearer);
      return () => void hearers.delete(hearer);
    },
    watch(conversationIds: string[]) {
      watched = conversationIds;
      say({ kind: "watch", conversationIds });
    },
    view(conversationId: string | null, typing: boolean) {
      view = { kind: "view", conversationId, typing };
      say(view);
    },
    state: () => state,
    onState(hear: () => void) {
      stateHearers.add(hear);
      return () => void stateHearers.delete(hear);
    },
  };
}

const liveAddress = () => `${location.origin.replace(/^http/, "ws")}/console/api/live`;
