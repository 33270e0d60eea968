import type { IncomingMessage } from "node:http";
import type { Bus, Limiter } from "../../conversation/bus";
import type { Files } from "../../conversation/files";
import type { Language } from "../../conversation/language";
import type { Log } from "../../conversation/log";
import type { Arrival } from "../../conversation/message";
import type { Reply } from "../../conversation/reply";
import type { ConversationHead, Entry } from "../../conversation/transcript";

/** A conversation begun on the form; `address` only where the resident left one to be told at. */
type Begun = {
  id: string;
  channel: string;
  residentId: string;
  language: Language;
  address?: { email: string; path: string };
  greeting: Reply;
};

/** What the contact form asks of the house. */
export type ContactHouse = {
  conversations: {
    open(conversation: Begun, at: Date): Promise<ConversationHead & { created: boolean }>;
    find(id: string): Promise<ConversationHead | undefined>;
    findByMessage(channel: string, externalId: string): Promise<ConversationHead | undefined>;
    entriesAfter(id: string, seq: number, most: number): Promise<Entry[]>;
  };
  accept(arrival: Arrival): Promise<{ seq: number }>;
  files: Files;
  bus: Pick<Bus, "subscribe">;
  greeting(language: Language): Reply;
};

/** What its pages need of the world. */
export type ContactParts = {
  house: ContactHouse;
  /** Signs the addresses of conversations. */
  secret: string;
  limiter: Limiter;
  addresses: { clientAddress(request: IncomingMessage): string; ownOrigin(request: IncomingMessage): string };
  log: Log;
  now(): Date;
};

/** The channel's name, which the one that tells by mail has, too. */
export const FORM_CHANNEL = "form";
