import type { Desk, Facts } from "../conversation/facts";
import type { Log } from "../conversation/log";
import type { Arrival } from "../conversation/message";
import type { Outcome } from "../conversation/outcome";
import type { Turn } from "../turn/handleTurn";
import type { Accepted, Claimed, TurnStore } from "./doors";

export type InboxParts = {
  turns: TurnStore;
  /** The turn itself: pure, see `turn/handleTurn.ts`. */
  handleTurn(turn: Turn): Outcome;
  /** What is said and done when a message could not be answered `FAILURES_UNTIL_PEOPLE` times. */
  giveUp(turn: Turn): Outcome;
  /** The numbers of service requests a message mentions. */
  mentioned(text: string): string[];
  desk(): Desk;
  log: Log;
  now(): Date;
  /** How many conversations this process works on at once. */
  atOnce: number;
  /** Called with the milliseconds from acceptance to committed answer. */
  onTurn?(milliseconds: number, outcome: "answered" | "failed"): void;
};

export type Inbox = {
  accept(arrival: Arrival): Promise<Accepted>;
  /** Stops taking turns and waits for those that run. */
  close(): Promise<void>;
};

const FAILURES_UNTIL_PEOPLE = 3;
/** A dead process's messages are found after this long; a living one answers well within it. */
const SWEEP_EVERY_MS = 2_000;
const SWEEP_AT_MOST = 500;

/** Accepts messages once and sees to it that each is answered, in order, one turn at a time per conversation. */
export function openInbox(parts: InboxParts): Inbox {
  const awake = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let closing = false;

  const wake = (conversationId: string): void => {
    if (closing) return;
    awake.add(conversationId);
    startTurns();
  };

  const startTurns = (): void => {
    for (const conversationId of awake) {
      if (running.size >= parts.atOnce) return;
      if (running.has(conversationId)) continue;
      awake.delete(conversationId);
      const work = answerAll(conversationId, parts, () => closing).finally(() => {
        running.delete(conversationId);
        startTurns();
      });
      running.set(conversationId, work);
    }
  };

  const sweep = async (): Promise<void> => {
    const acceptedBefore = new Date(parts.now().getTime() - SWEEP_EVERY_MS);
    const left = await parts.turns.withPending(acceptedBefore, SWEEP_AT_MOST);
    for (const conversationId of left) wake(conversationId);
  };
  const sweepSafely = () => void sweep().catch((error) => parts.log.error("sweep_failed", { error: String(error) }));
  sweepSafely();
  const timer = setInterval(sweepSafely, SWEEP_EVERY_MS);

  return {
    async accept(arrival) {
      const accepted = await parts.turns.accept(arrival, parts.now());
      if (!accepted.duplicate) wake(arrival.conversationId);
      return accepted;
    },
    async close() {
      closing = true;
      clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}

/** Runs turns until nothing is pending. What fails for the store's sake is left to the next sweep. */
async function answerAll(conversationId: string, parts: InboxParts, closing: () => boolean): Promise<void> {
  while (!closing()) {
    let turnError: unknown;
    try {
      const result = await parts.turns.runNext(
        conversationId,
        async (claimed) => {
          try {
            return await takeTurn(claimed, parts);
          } catch (error) {
            turnError = error;
            throw error;
          }
        },
        parts.now,
      );
      if (result !== "ran") return;
    } catch (error) {
      if (turnError === undefined) {
        parts.log.error("store_failed", { conversationId, error: String(error) });
        return;
      }
      if (!(await noteFailure(conversationId, turnError, parts))) return;
    }
  }
}

async function takeTurn(claimed: Claimed, parts: InboxParts): Promise<Outcome> {
  const { conversation, message } = claimed;
  const facts: Facts = {
    now: parts.now(),
    desk: parts.desk(),
    serviceRequests: await claimed.serviceRequests(parts.mentioned(message.text)),
  };
  const failed = claimed.failures >= FAILURES_UNTIL_PEOPLE;
  const outcome = (failed ? parts.giveUp : parts.handleTurn)({ conversation, message, facts });
  parts.onTurn?.(parts.now().getTime() - message.at.getTime(), failed ? "failed" : "answered");
  return outcome;
}

/** Answers whether the failure could be noted, so that the turn may be tried again. */
async function noteFailure(conversationId: string, error: unknown, parts: InboxParts): Promise<boolean> {
  const stack = error instanceof Error ? error.stack : String(error);
  try {
    const failures = await parts.turns.noteFailure(conversationId);
    parts.log.error("turn_failed", { conversationId, failures, error: stack });
    return true;
  } catch (storeError) {
    parts.log.error("store_failed", { conversationId, error: String(storeError) });
    return false;
  }
}
