import type { DirectLine } from "./directLine";
import { createOutbox } from "./outbox";
import type { Choice, FileOnWire, Heard, HeardMessage, HeardOccasion } from "./readFrame";
import { type Connection, createStream } from "./stream";
import type { Texts } from "./texts/pl";

export type Delivery = "sending" | "sent" | "notSent" | "tooFast" | "badFile" | "bigFile" | "refused";

export type BubbleFile = FileOnWire & { local?: File };

/** One message as shown. `delivery` is there for those written on this page. */
export type Bubble = {
  key: string;
  author: "resident" | "bot" | "consultant";
  name: string | undefined;
  text: string;
  at: Date;
  files: BubbleFile[];
  delivery?: Delivery;
};

/** A line between the bubbles. A `text` from the server goes before our own words. */
export type Note = { says: keyof Texts; at?: Date; name?: string | undefined; text?: string | undefined };

/** What the chat needs drawn. `old` is history: not news, not read aloud. */
export type View = {
  show(bubble: Bubble, old: boolean): void;
  note(note: Note, old: boolean): void;
  choices(choices: Choice[]): void;
  typing(isTyping: boolean): void;
  /** A person's name, empty if not known; undefined: the bot. */
  answeredBy(person: string | undefined): void;
  connection(connection: Connection): void;
  /** The conversation was ended on this device; everything drawn is to go. */
  ended(): void;
};

const TYPING_SHOWN_MS = 8_000;

/** The conversation as this page knows it: what was heard, what is on its way. */
export function createChat(line: DirectLine, view: View) {
  const seen = new Set<string>();
  let open = false;
  let returning = false;
  let typingEnds: ReturnType<typeof setTimeout> | undefined;

  const stream = createStream({ line, hear, tell, gone });
  const outbox = createOutbox(line, stream, (bubble) => view.show(bubble, false));

  function tell(connection: Connection): void {
    view.connection(connection);
    if (connection === "online") outbox.connected();
  }

  function gone(): void {
    line.drop();
    returning = false;
    view.note({ says: "tooOld" }, false);
    stopTyping();
    view.answeredBy(undefined);
  }

  function hear(heard: Heard[]): void {
    const old = returning && heard.length > 0;
    if (old) returning = false;
    for (const one of heard) hearOne(one, old);
    if (old) view.note({ says: "resumed" }, true);
  }

  function hearOne(heard: Heard, old: boolean): void {
    if (heard.kind === "typing") return void showTyping();
    if (seen.has(heard.id)) return;
    seen.add(heard.id);
    if (heard.kind === "message") hearMessage(heard, old);
    else hearOccasion(heard, old);
  }

  function hearOccasion({ occasion, ...rest }: HeardOccasion, old: boolean): void {
    view.answeredBy(occasion === "consultant_joined" ? (rest.name ?? "") : undefined);
    view.note({ says: occasion, ...rest }, old);
  }

  function hearMessage(message: HeardMessage, old: boolean): void {
    if (message.author === "resident") {
      view.choices([]);
      if (message.clientId && outbox.echoed(message.clientId)) return;
    } else {
      stopTyping();
      view.answeredBy(message.author === "consultant" ? (message.name ?? "") : undefined);
    }
    view.show({ ...message, key: message.id }, old);
    if (message.author !== "resident") view.choices(message.choices);
  }

  function showTyping(): void {
    clearTimeout(typingEnds);
    typingEnds = setTimeout(stopTyping, TYPING_SHOWN_MS);
    view.typing(true);
  }

  function stopTyping(): void {
    clearTimeout(typingEnds);
    view.typing(false);
  }

  function close(): void {
    open = false;
    line.forget();
    stream.stop();
    outbox.forget();
    seen.clear();
    stopTyping();
    view.answeredBy(undefined);
    view.choices([]);
    view.ended();
  }

  return {
    /** Connects, the first time it is called; `known` when this device has a conversation to come back to. */
    open(known: boolean): void {
      if (open) return;
      open = true;
      returning = known;
      view.connection("connecting");
      stream.start();
    },
    send(text: string, files: File[]): void {
      view.choices([]);
      outbox.send(text, files);
    },
    retry: outbox.retry,
    end(): void {
      line.sayGoodbye();
      close();
    },
    /** Another tab has ended the conversation. */
    endedElsewhere(): void {
      if (open) close();
    },
    /** The network is back or gone: no need to wait until the connection notices. */
    networkChanged: stream.renew,
  };
}
