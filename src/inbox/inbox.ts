import type { Desk, Facts, FoundPlace } from "../conversation/facts";
import type { Log } from "../conversation/log";
import type { Arrival } from "../conversation/message";
import type { Outcome } from "../conversation/outcome";
import type { Point } from "../conversation/place";
import { codeIn } from "../turn/codeWords";
import type { Turn } from "../turn/handleTurn";
import { newsWanted } from "../turn/newsWords";
import { type Accepted, type Claimed, OutcomeRefused, type TurnStore } from "./doors";
import { askedOf, factsOfPlaces } from "./places";

export type InboxParts = {
  turns: TurnStore;
  /** The turn itself: pure, see `turn/handleTurn.ts`. */
  handleTurn(turn: Turn): Outcome;
  /** What is said and done when a message could not be answered `FAILURES_UNTIL_PEOPLE` times. */
  giveUp(turn: Turn): Outcome;
  /** The numbers of service requests a message mentions. */
  mentioned(text: string): string[];
  desk(): Desk;
  /** The places a message names or its photo shows; has a short time limit of its own and never rejects. */
  locate?(asked: { text: string; photo?: Point }): Promise<Pick<Facts, "photoPlace"> & { places: FoundPlace[] }>;
  log: Log;
  now(): Date;
  /** How many conversations this process works on at once. */
  atOnce: number;
  /** Called with the milliseconds from acceptance to committed answer. */
  onTurn?(milliseconds: number, outcome: "answered" | "failed"): void;
  onDecision?(kind: string): void;
  /** Called when the conversation entered or left the consultants' queue. */
  onQueue?(conversationId: string): void;
  /** Called when something was filed, or done to a service request. */
  onRequest?(): void;
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
      // Looked up before the turn begins, so that it need not wait for others while it holds the conversation.
      const looked = accepted.duplicate ? undefined : parts.locate?.(askedOf(arrival));
      if (looked) void looked.finally(() => wake(arrival.conversationId));
      else if (!accepted.duplicate) wake(arrival.conversationId);
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
    const taken: Taken = {};
    try {
      const result = await parts.turns.runNext(conversationId, (claimed) => take(claimed, taken, parts), parts.now);
      if (result === "nothing" || result === "busy") return;
      if (taken.turn && taken.outcome) report(taken.turn, taken.outcome, parts);
      if (result === "ran_last") return;
    } catch (error) {
      const blamed = taken.failed || error instanceof OutcomeRefused;
      if (!blamed) return void parts.log.error("store_failed", { conversationId, error: String(error) });
      if (!(await noteFailure(conversationId, error, parts))) return;
    }
  }
}

/** What is known of a turn when it ended well, or did not: `failed` says that it was the turn's own doing. */
type Taken = { turn?: Turn; outcome?: Outcome; failed?: boolean };

async function take(claimed: Claimed, taken: Taken, parts: InboxParts): Promise<Outcome> {
  const turn = await prepare(claimed, parts);
  const answer = claimed.failures >= FAILURES_UNTIL_PEOPLE ? parts.giveUp : parts.handleTurn;
  taken.turn = turn;
  taken.failed = true;
  taken.outcome = answer(turn);
  taken.failed = false;
  return taken.outcome;
}

async function prepare(claimed: Claimed, parts: InboxParts): Promise<Turn> {
  const { conversation, message, serviceRequests, blockedUntil } = claimed;
  const now = parts.now();
  const facts: Facts = {
    now,
    desk: parts.desk(),
    serviceRequests: await serviceRequests(parts.mentioned(message.text)),
    mine: await claimed.mine(),
    ...(await askedFor(claimed)),
    ...(await factsOfPlaces(claimed, parts)),
    ...(blockedUntil && blockedUntil > now && { blockedUntil }),
  };
  return { conversation, message, facts };
}

/** What only some messages need to know. */
async function askedFor({ message, ...claimed }: Claimed): Promise<Partial<Facts>> {
  const code = codeIn(message.text);
  const before = message.form === "edit" ? await claimed.before() : undefined;
  return {
    ...(newsWanted(message.text) && { following: await claimed.following() }),
    ...(before !== undefined && { before }),
    ...(code !== undefined && { continuing: await claimed.continuing(code) }),
  };
}

/** Tells, after the commit, what the turn came to. */
function report({ conversation, message }: Turn, { speaker, record, effects }: Outcome, parts: InboxParts): void {
  const { decision } = record.decided;
  const failed = decision.kind === "hand_off" && decision.reason === "bot_failed";
  parts.onTurn?.(parts.now().getTime() - message.at.getTime(), failed ? "failed" : "answered");
  parts.onDecision?.(decision.kind);
  if (effects.some(({ kind }) => kind.endsWith("_service_request"))) parts.onRequest?.();
  if ((conversation.speaker === "waiting") !== (speaker === "waiting")) parts.onQueue?.(conversation.id);
}

/** Answers whether the turn may be tried again at once; if not, the next sweep does. */
async function noteFailure(conversationId: string, error: unknown, parts: InboxParts): Promise<boolean> {
  const stack = error instanceof Error ? error.stack : String(error);
  try {
    const failures = await parts.turns.noteFailure(conversationId);
    parts.log.error("turn_failed", { conversationId, failures, error: stack });
    return failures <= FAILURES_UNTIL_PEOPLE;
  } catch (storeError) {
    parts.log.error("store_failed", { conversationId, error: String(storeError) });
    return false;
  }
}
