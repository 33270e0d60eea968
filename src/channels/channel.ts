import type { Server } from "restify";
import type { Bus, Limiter } from "../conversation/bus";
import type { Files } from "../conversation/files";
import type { Language } from "../conversation/language";
import type { Log } from "../conversation/log";
import type { Arrival } from "../conversation/message";
import type { Reply } from "../conversation/reply";
import type { ConversationHead, Entry } from "../conversation/transcript";

/** A conversation to begin. `address` says where to deliver for channels that push; it is the channel's own JSON. */
export type NewConversation = {
  id: string;
  channel: string;
  residentId: string;
  language: Language;
  address?: unknown;
  /** What the bot says first. */
  greeting: Reply;
};

/** What a channel may ask of the house. */
export type House = {
  conversations: {
    /** Begins the conversation, or answers the one that is there; `created` tells which. */
    open(conversation: NewConversation, at: Date): Promise<ConversationHead & { created: boolean }>;
    find(id: string): Promise<ConversationHead | undefined>;
    /** Entries with a seq above `seq`, oldest first, at most `most`. */
    entriesAfter(id: string, seq: number, most: number): Promise<Entry[]>;
  };
  /** Stores the message once and sees to it that it is answered; throws `UnknownConversation`. */
  accept(arrival: Arrival): Promise<{ messageId: string; seq: number; duplicate: boolean }>;
  /** The resident ended the chat: nobody is kept waiting in the queue, and a consultant sees it. */
  leave(conversationId: string): Promise<void>;
  files: Files;
  bus: Bus;
  limiter: Limiter;
  log: Log;
  now(): Date;
  /** The first words of a conversation, in the resident's language. */
  greeting(language: Language): Reply;
};

/** What is to be brought to a channel that pushes. The same `id` may come again after a failure. */
export type Delivery = { id: string; address: unknown; entry: Entry; attempt: number };

/** A way in and out. Adapters translate, they decide nothing. */
export type Channel = {
  name: string;
  /** Adds the channel's routes to the server; answers how to close what it holds open. */
  register(server: Server, house: House): () => Promise<void>;
  /** Brings an entry to the platform; for channels that push. Throws when it may be tried again. */
  deliver?(delivery: Delivery): Promise<void>;
};
