import type { Continuing } from "../conversation/continuation";
import type { Conversation } from "../conversation/conversation";
import type { Following, MyServiceRequest, NearbyRequest, PublicServiceRequest } from "../conversation/facts";
import type { Arrival, Message } from "../conversation/message";
import type { Outcome } from "../conversation/outcome";
import type { Point } from "../conversation/place";

/** What became of an arrival. `seq` is the message's place in the conversation, also for a duplicate. */
export type Accepted = { messageId: string; seq: number; duplicate: boolean };

export type Claimed = {
  conversation: Conversation;
  message: Message;
  /** How often a turn on this message has failed already. */
  failures: number;
  /** Until when the resident is blocked, perhaps in the past. */
  blockedUntil?: Date;
  /** Service requests by number, in the same transaction; unknown numbers are left out. */
  serviceRequests(ids: string[]): Promise<PublicServiceRequest[]>;
  /** What was filed in this conversation, the newest first, a few. */
  mine(): Promise<MyServiceRequest[]>;
  /** What this conversation follows or followed. */
  following(): Promise<Following[]>;
  /** The text of the resident's message before this one. */
  before(): Promise<string | undefined>;
  /** What is known of a code for going on elsewhere; the conversation it is of stays locked until the commit. */
  continuing(code: string): Promise<Continuing>;
  /** Open, public ones of that kind near the point, or at the address where there is none; a few, nearest first. */
  nearby(search: NearbySearch): Promise<NearbyRequest[]>;
};

export type NearbySearch = { service: string; point?: Point | undefined; address?: string | undefined };

/** The store as the inbox sees it. */
export type TurnStore = {
  /** Stores the message once per (channel, externalId); throws `UnknownConversation`. */
  accept(arrival: Arrival, at: Date): Promise<Accepted>;
  /**
   * Locks the conversation, hands its oldest pending message to `run` and commits the outcome, all in one transaction:
   * replies become entries, effects are carried out, `{service_request_id}`, `{queue_position}` and `{continuation_code}` are filled,
   * the version grows by one. `ran_last`: nothing else was pending at the commit. `busy`: another process holds it.
   * If `run` throws nothing is saved and the error passes; `OutcomeRefused` when the store can never keep the outcome.
   */
  runNext(
    conversationId: string,
    run: (claimed: Claimed) => Promise<Outcome>,
    now: () => Date,
  ): Promise<"ran" | "ran_last" | "nothing" | "busy">;
  /** Notes that a turn on the conversation's oldest pending message failed; answers how often it has by now. */
  noteFailure(conversationId: string): Promise<number>;
  /** Conversations that have a message pending since before `acceptedBefore`, oldest first. */
  withPending(acceptedBefore: Date, most: number): Promise<string[]>;
};

export class UnknownConversation extends Error {
  constructor(readonly conversationId: string) {
    super(`no conversation ${conversationId}`);
  }
}

/** The turn came to something that cannot be stored, however often it is tried: the turn's fault, not the store's. */
export class OutcomeRefused extends Error {}
