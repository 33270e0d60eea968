import type { Delivery } from "../channels/channel";

/**
 * The outbox as the worker sees it. A row is made in the same transaction as the entry it brings,
 * for every conversation that has an address.
 */
export type Outbox = {
  /** Takes due deliveries, oldest first, one per conversation so that order is kept; a taken one is due again after `leaseSeconds`. */
  take(now: Date, most: number, leaseSeconds: number): Promise<(Delivery & { channel: string })[]>;
  done(id: string, at: Date): Promise<void>;
  /** Tries again at `retryAt`; without it the delivery is given up and kept with its reason. */
  failed(id: string, reason: string, retryAt?: Date): Promise<void>;
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
