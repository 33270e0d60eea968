import type { Bubble, Delivery } from "./chat";
import type { DirectLine } from "./directLine";
import type { Stream } from "./stream";

const AGAIN_AFTER_MS = 1_000;
const BEGINS_WITHIN_MS = 8_000;
const ECHO_WITHIN_MS = 4_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Sends the resident's messages one after another, so that two quick ones never change places. */
export function createOutbox(line: DirectLine, stream: Stream, show: (bubble: Bubble) => void) {
  const mine = new Map<string, Bubble>();
  let queue = Promise.resolve();
  let begun = () => {};
  let beginning = newBeginning();

  function newBeginning(): Promise<void> {
    return new Promise((resolve) => {
      begun = resolve;
    });
  }

  function mark(bubble: Bubble, delivery: Delivery): void {
    if (mine.get(bubble.key) !== bubble || bubble.delivery === "sent") return;
    bubble.delivery = delivery;
    show(bubble);
  }

  function post(bubble: Bubble): void {
    mark(bubble, "sending");
    queue = queue.then(() => deliver(bubble));
  }

  async function deliver(bubble: Bubble): Promise<void> {
    if (!line.began()) await Promise.race([beginning, pause(BEGINS_WITHIN_MS)]);
    let delivery = await attempt(bubble);
    if (delivery === "notSent") {
      await pause(AGAIN_AFTER_MS);
      delivery = await attempt(bubble);
    }
    mark(bubble, delivery);
    stream.look();
    if (delivery === "sent") setTimeout(() => missEcho(bubble), ECHO_WITHIN_MS);
  }

  async function attempt(bubble: Bubble): Promise<Delivery> {
    if (bubble.delivery === "sent" || mine.get(bubble.key) !== bubble) return "sent";
    if (!line.began()) return "notSent";
    const files = bubble.files.flatMap((file) => file.local ?? []);
    const { status } = await line.send({ clientId: bubble.key, text: bubble.text, files });
    if (status >= 200 && status < 300) return "sent";
    if (status === 429) return "tooFast";
    if (files.length && status === 415) return "badFile";
    if (files.length && status === 413) return "bigFile";
    // 404: the conversation is gone; the stream begins a new one, and the message can go there.
    return status >= 400 && status < 500 && status !== 404 && status !== 403 ? "refused" : "notSent";
  }

  /** The server has it but the socket did not bring it back: the socket is dead and does not know. */
  function missEcho(bubble: Bubble): void {
    if (mine.get(bubble.key) === bubble) stream.renew();
  }

  return {
    send(text: string, files: File[]): void {
      const key = newId();
      const named = files.map((local) => ({ name: local.name, contentType: local.type, url: undefined, local }));
      const bubble: Bubble = { key, author: "resident", name: undefined, text, at: new Date(), files: named };
      mine.set(key, bubble);
      post(bubble);
    },
    retry(key: string): void {
      const bubble = mine.get(key);
      if (bubble && bubble.delivery !== "sending") post(bubble);
    },
    /** The stream has brought our own message back; answers whether it was written on this page. */
    echoed(key: string): boolean {
      const bubble = mine.get(key);
      if (!bubble) return false;
      mark(bubble, "sent");
      mine.delete(key);
      return true;
    },
    /** What failed for want of a network goes out by itself. */
    connected(): void {
      begun();
      for (const bubble of mine.values()) if (bubble.delivery === "notSent") post(bubble);
    },
    forget(): void {
      mine.clear();
      beginning = newBeginning();
    },
  };
}

function newId(): string {
  // randomUUID exists only on https pages and localhost; some intranet page of a city may be neither.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
