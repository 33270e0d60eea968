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
