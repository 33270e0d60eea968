import type { Language } from "../../conversation/language";
import type { Choice } from "../../conversation/reply";

/** One thing to bring to a unit. `sentTo`: recipients that have it already and are not sent it again. */
export type UnitDelivery = {
  id: string;
  serviceRequestId: string;
  event: number;
  unit: string;
  attempt: number;
  sentTo: string[];
  firstFailedAt?: Date;
  /** Its number in the unit's own system, where an earlier delivery of the same matter got one from the same unit. */
  externalId?: string;
};

export type DeliveryState = {
  event: number;
  unit: string;
  state: "due" | "done" | "withheld" | "given_up";
  attempts: number;
  at: Date;
  reason?: string;
};

export type UnitDeliveries = {
  take(now: Date, most: number, leaseSeconds: number): Promise<UnitDelivery[]>;
  /** Brought to everybody; the first one makes "received" "forwarded", by the event given. */
  done(id: string, at: Date, result: { sentTo: string[] }): Promise<void>;
  failed(id: string, at: Date, result: { reason: string; sentTo: string[]; retryAt?: Date }): Promise<void>;
  /**
   * Kept back: nothing leaves a set-up that is not the real one, the unit has no way, or the matter went elsewhere
   * or ended before it was brought.
   */
  withheld(id: string, why: "not_real" | "no_way" | "not_needed", at: Date): Promise<void>;
  /** A brought one came back after all (its state may be anything): given up with the reason, among what is stuck. */
  bounced(id: string, reason: string, at: Date): Promise<void>;
  /** Open matters that lie with the unit and in its own system, by the newest number there; ordered by delivery id. */
  abroad(
    unit: string,
    page: { most: number; after?: string },
  ): Promise<{ id: string; serviceRequestId: string; externalId: string }[]>;
  /** Its number there, as soon as it is known: by the answer to the delivery, or later by a token. */
  named(id: string, externalId: string): Promise<void>;
  /** `sent_back` as the reason: the unit said "not ours", and nobody has said whose it is. */
  stuck(
    now: Date,
  ): Promise<{ serviceRequestId: string; unit: string; since: Date; attempts: number; reason: string }[]>;
  /** What became of all that was to be brought to units about it, oldest first. `at`: when, or when it is tried next. */
  ofRequest(id: string): Promise<DeliveryState[]>;
  /**
   * Makes due what was kept back for want of a way to one of these units, while its matter lies with that unit and
   * the unit has not said anything since; answers how many.
   */
  release(units: string[], at: Date): Promise<number>;
  /** Whose matter that delivery was, for answers that come back. */
  find(id: string): Promise<{ serviceRequestId: string; unit: string } | undefined>;
  /** Incoming letters and partner's updates are acted on once. True when it was not seen before. */
  seen(source: string, externalId: string, at: Date): Promise<boolean>;
};

/** News for one follower, as it was at that event. */
export type Notice = {
  id: string;
  serviceRequestId: string;
  event: number;
  /** `fixed`: asks whether it is really fixed. */
  kind: "event" | "fixed";
  attempt: number;
  follower: { key: string; kind: "reporter" | "follower"; conversationId?: string; email?: string; language: Language };
};

export type Notices = {
  take(now: Date, most: number, leaseSeconds: number): Promise<Notice[]>;
  /** Writes the words into the conversation and the notice off, in one transaction. */
  say(id: string, words: { conversationId: string; text: string; choices?: Choice[] }, at: Date): Promise<void>;
  /** Puts the mail into the mailer's queue and the notice off, in one transaction. */
  mail(id: string, mail: { to: string; subject: string; text: string; replyTo?: string }, at: Date): Promise<void>;
  failed(id: string, reason: string, retryAt?: Date): Promise<void>;
  /** Makes "is it really fixed?" due for what was done long enough ago, once each; answers how many. */
  askFixed(now: Date): Promise<number>;
};
