import type { ChannelEvent, Delivery, NewEvent } from "../channels/channel";

/** What platforms told us, until it is looked into. Ids are kept for weeks, so that what comes again is known. */
export type Events = {
  /** Stores each event once; those that are new are due at `dueAt`. Answers how many were. */
  add(channel: string, events: NewEvent[], at: Date, dueAt: Date): Promise<number>;
  /**
   * Takes due events of these channels, of each person only the first by rank, so that order is kept; a taken one is
   * due again after `leaseSeconds`.
   */
  take(channels: string[], now: Date, most: number, leaseSeconds: number): Promise<TakenEvent[]>;
  /** It stays in these hands until then. */
  keep(event: EventKey, until: Date): Promise<void>;
  /** Its payload is not kept any longer. */
  done(event: EventKey, at: Date): Promise<void>;
  /** Tries again at `retryAt`; without it the event is given up and its reason kept. */
  failed(event: EventKey, reason: string, retryAt?: Date): Promise<void>;
  /** Puts it off without counting that as a try. */
  putOff(event: EventKey, until: Date): Promise<void>;
  /** Forgets what was done with before. */
  forget(before: Date): Promise<void>;
};
export type EventKey = { channel: string; externalId: string };
export type TakenEvent = Omit<ChannelEvent, "isLast"> & { channel: string };

/**
 * The outbox as the worker sees it. A row is made in the same transaction as the entry it brings,
 * for every conversation that has an address.
 */
export type Outbox = {
  /** Takes a channel's due deliveries, oldest first, one per conversation so that order is kept; a taken one is due again after `leaseSeconds`. */
  take(channel: string, now: Date, most: number, leaseSeconds: number): Promise<Delivery[]>;
  /**
   * Asks, before something is sent, whether the delivery is still in the hands that took it (`attempt`), and keeps it
   * there until then. Answers how many of its parts are there by now; undefined when somebody else has it.
   */
  keep(id: string, attempt: number, until: Date): Promise<number | undefined>;
  /** Part number `part`, from 0, was sent at `at`; `platformId` is what the platform calls it. */
  partSent(id: string, part: number, platformId: string | undefined, at: Date): Promise<void>;
  done(id: string, at: Date): Promise<void>;
  /** Tries again at `retryAt`; without it the delivery is given up and kept with its reason. */
  failed(id: string, reason: string, retryAt?: Date): Promise<void>;
  /** Tries again at `until` without counting that as a try. */
  putOff(id: string, reason: string, until: Date): Promise<void>;
  /** It waits until the resident writes; where they have since `heardAt` it is due again at once. */
  hold(id: string, reason: string, since: { heardAt: Date | undefined; at: Date }): Promise<void>;
  /** Whether something of the conversation waits like that. */
  holds(conversationId: string): Promise<boolean>;
  /** Where a conversation's messages go; undefined where nothing is brought. */
  addressOf(conversationId: string): Promise<{ channel: string; address: unknown } | undefined>;
};

/** A mail on its way; `attempt` counts from 1. */
export type Mail = { id: string; to: string; subject: string; text: string; replyTo?: string; attempt: number };

/** Mails as the mailer sees them. */
export type Mails = {
  /** Takes due mails, oldest first; a taken one is due again after `leaseSeconds`, so no other process sends it meanwhile. */
  take(now: Date, most: number, leaseSeconds: number): Promise<Mail[]>;
  /** Its words are not kept any longer. */
  done(id: string, at: Date): Promise<void>;
  /** Tries again at `retryAt`; without it the mail is given up and kept with its reason. */
  failed(id: string, reason: string, retryAt?: Date): Promise<void>;
};

/** Mails of ours to staff and residents: queued once per `sameAs`, brought out by the mailer. */
export type NewMails = {
  add(mail: { sameAs: string; to: string; subject: string; text: string; replyTo?: string }, at: Date): Promise<void>;
};
