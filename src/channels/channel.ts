import type { Server } from "restify";
import type { Bus, Limiter } from "../conversation/bus";
import type { Files } from "../conversation/files";
import type { Language } from "../conversation/language";
import type { Log } from "../conversation/log";
import type { Arrival } from "../conversation/message";
import type { Reply } from "../conversation/reply";
import type { ConversationHead, Entry } from "../conversation/transcript";
import type { Capabilities } from "./capabilities";

/** A conversation to begin. `address` says where to deliver for channels that push; it is the channel's own JSON. */
export type NewConversation = {
  id: string;
  channel: string;
  residentId: string;
  language: Language;
  address?: unknown;
  /** What the bot says first; without it the conversation begins empty. */
  greeting?: Reply;
};

/**
 * Something a platform told us, checked and not yet looked into. The same `externalId` twice on a channel is one event.
 * Events of one `person` are handled one after the other, by `rank`, which grows in the order in which they happened
 * there (milliseconds, or the platform's own counter); of equal ones the first to come goes first.
 */
export type NewEvent = { externalId: string; person: string; rank: number; kind: string; payload: unknown };

/** A stored event in the hands of its channel. `isLast`: if it fails now it is given up. */
export type ChannelEvent = NewEvent & { attempt: number; isLast: boolean };

/** What became of a message that was sent; a later state is never followed by an earlier one. */
export type ReceiptState = "sent" | "delivered" | "read" | "failed";

/** What a platform tells of what we sent: of some messages by its own ids, or of all of a conversation until then. */
export type Receipt = {
  channel: string;
  of: { platformIds: string[] } | { conversationId: string; until: Date };
  state: ReceiptState;
  reason?: string;
};

/** What a channel may ask of the house. */
export type House = {
  conversations: {
    /** Begins the conversation, or answers the one that is there; `created` tells which. */
    open(conversation: NewConversation, at: Date): Promise<ConversationHead & { created: boolean }>;
    find(id: string): Promise<ConversationHead | undefined>;
    /** The conversation in which a message with that id of the channel's own came. */
    findByMessage(channel: string, externalId: string): Promise<ConversationHead | undefined>;
    /** Entries with a seq above `seq`, oldest first, at most `most`. */
    entriesAfter(id: string, seq: number, most: number): Promise<Entry[]>;
  };
  /**
   * Stores each event once, in one transaction, and sees to it that the channel's `handle` gets it. What a platform
   * told is safe as soon as this resolves, and only then may it be told so.
   */
  receive(channel: string, events: NewEvent[]): Promise<void>;
  /** Stores the message once and sees to it that it is answered; throws `UnknownConversation`. */
  accept(arrival: Arrival): Promise<{ messageId: string; seq: number; duplicate: boolean }>;
  /** The resident ended the chat: nobody is kept waiting in the queue, and a consultant sees it. */
  leave(conversationId: string): Promise<void>;
  /**
   * Somebody of the city wrote to the resident past us, in the platform's own inbox: it becomes a line of the
   * conversation once per `externalId`, is not sent again, and the bot keeps silent for a while. Without a text they
   * only have the conversation in hand there, and nothing is added.
   */
  answeredElsewhere(conversationId: string, said: { channel: string; externalId: string; text: string }): Promise<void>;
  receipts: {
    /** States never move back; what was not sent by us is passed over. */
    record(receipt: Receipt): Promise<void>;
    /** The platform shows us a part that we sent: what died before writing it down does not send it again. */
    partSent(deliveryId: string, part: number, platformId: string): Promise<void>;
  };
  files: Files;
  bus: Bus;
  limiter: Limiter;
  log: Log;
  now(): Date;
  /** The first words of a conversation, in the resident's language. */
  greeting(language: Language): Reply;
};

/**
 * What is to be brought to a channel that pushes. The same `id` may come again after a failure; the first `sentParts`
 * of its parts are there already. `heardAt`: when the resident wrote last.
 */
export type Delivery = {
  id: string;
  address: unknown;
  entry: Entry;
  attempt: number;
  language: Language;
  sentParts: number;
  heardAt?: Date;
};

/** One message as the platform gets it: what its interface takes, as JSON. */
export type Part = Readonly<Record<string, unknown>>;

/** Which part of which delivery is sent, from 0; an invitation is -1. `key` is the same at every try. */
export type Sending = { delivery: Delivery; index: number; key: string };

/**
 * Why something could not be sent. `retry`: later, perhaps in so many seconds; `slow_down`: the same, and nothing else
 * on this channel before; `window_closed`: it waits until the resident writes; `blocked`: they do not want to hear of
 * us; `give_up`: never.
 */
export type FailureKind = "retry" | "slow_down" | "window_closed" | "blocked" | "give_up";

export class DeliveryFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** For consultants and operators; without personal data. */
    reason: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(reason);
  }
}

/** An event that cannot be handled now; tried again in so many seconds. Any other error is tried again with growing pauses. */
export class NotNow extends Error {
  constructor(
    readonly retryAfterSeconds: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** What an operator reads of a channel: `wrong` keeps it from working, `warning` may. */
export type Finding = { level: "ok" | "warning" | "wrong"; text: string };

/** A way in and out. Adapters translate, they decide nothing. */
export type Channel = {
  name: string;
  /** What it can show and take; `address` tells platforms behind one channel apart. */
  capabilities(address?: unknown): Capabilities;
  /** Adds the channel's routes to the server; answers how to close what it holds open. */
  register(server: Server, house: House): () => Promise<void>;
  /** Looks into a stored event. It may get the same one again after a failure. */
  handle?(event: ChannelEvent, house: House): Promise<void>;
  /** An entry as the platform's messages, in order; the same entry always gives the same ones. None: nothing to send. */
  render?(delivery: Delivery): Part[];
  /** A text approved beforehand that asks the resident to write, where only that may be sent now. */
  invite?(delivery: Delivery): Part | undefined;
  /** Sends one; answers the platform's id where it has one. Throws `DeliveryFailure`; any other error is tried again. */
  send?(part: Part, sending: Sending, house: Pick<House, "files">): Promise<string | undefined>;
  /** Shows that somebody writes. May fail, nobody minds. */
  showTyping?(address: unknown): Promise<void>;
  /** What is missing or wrong in its configuration, asked of the platform itself. */
  check?(): Promise<Finding[]>;
  /** Sets what residents find on the platform before they write: menu, first questions, commands, and our webhook. */
  setUp?(publicUrl: string): Promise<Finding[]>;
};
