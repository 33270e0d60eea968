import type { LiveEvents } from "../../staff/wire";
import { apiAddress } from "./api";

type Handlers = {
  [Name in keyof LiveEvents]: (data: LiveEvents[Name]) => void;
} & {
  /** Connected, for the first time or again: whatever was missed meanwhile is to be fetched. */
  open(): void;
  lost(): void;
};

const AGAIN_MS = 2_000;

/** Listens for what changed; comes back by itself. `watch` names the conversations whose news are wanted. */
export function openLive(handlers: Handlers): { watch(ids: string[]): void; close(): void } {
  let watched = "";
  let source: EventSource | undefined;
  let timer: number | undefined;

  const connect = (): void => {
    source?.close();
    const opened = new EventSource(apiAddress(`live?watch=${encodeURIComponent(watched)}`));
    source = opened;
    opened.onopen = () => handlers.open();
    opened.onerror = () => {
      handlers.lost();
      // A refusal ends the stream for good; only what broke off is tried again by the browser.
      if (opened.readyState === EventSource.CLOSED) timer = window.setTimeout(connect, AGAIN_MS);
    };
    const on = <T>(name: keyof LiveEvents, handle: (data: T) => void) =>
      opened.addEventListener(name, ({ data }) => handle(JSON.parse(data)));
    on("news", handlers.news);
    on("typing", handlers.typing);
    on("queue", handlers.queue);
    on("over", handlers.over);
  };
  connect();
  return {
    watch(ids) {
      const wanted = [...ids].sort().join(",");
      if (wanted === watched) return;
      watched = wanted;
      connect();
    },
    close() {
      clearTimeout(timer);
      source?.close();
    },
  };
}
