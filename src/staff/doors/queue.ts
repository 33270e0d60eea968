import type { Language } from "../../conversation/language";
import type { Role } from "../account";

/**
 * What is to happen later, as rows: a restart forgets none.
 * `offer_ends`: an offer was not accepted; `consultant_silent`: the holder owes an answer; `snooze_ends`;
 * `waits_too_long`: somebody on duty is written to.
 */
export type TimerKind = "offer_ends" | "consultant_silent" | "snooze_ends" | "waits_too_long";
export type NewTimer = { kind: TimerKind; dueAt: Date };
export type Timer = { id: string; kind: TimerKind; conversationId: string; dueAt: Date };

/** One timer of a kind per conversation; setting it again moves it. */
export type StaffTimers = {
  /** Due ones, oldest first. A timer stays until it is cleared or moved, so what a dead process left is found again. */
  due(at: Date, most: number): Promise<Timer[]>;
  /** Removes the timer if it is still due at the same time. */
  clear(timer: Timer): Promise<void>;
  /** Moves the timer, if it is still due at the same time. */
  postpone(timer: Timer, dueAt: Date): Promise<void>;
};

/** A conversation that waits and is offered to nobody. */
export type Unoffered = {
  conversationId: string;
  waitingSince: Date;
  language: Language;
  area?: string;
  teamId?: string;
  declined: string[];
  /** Set when all have declined it: until then it is offered to none of them. */
  pausedUntil?: Date;
};

/** A consultant at the desk, with room or without. */
export type AtDesk = {
  accountId: string;
  languages: Language[];
  areas: string[];
  teams: string[];
  /** Conversations held and offered; snoozed ones do not count. */
  load: number;
  capacity: number;
  /** When the last conversation was taken. */
  lastTakenAt?: Date;
};

/** Somebody to whom a conversation can be passed; `available` means at the desk now. */
export type Colleague = Omit<AtDesk, "lastTakenAt" | "load"> & {
  name: string;
  role: Role;
  present: boolean;
  available: boolean;
  holds: number;
};

export type StaffQueue = {
  /** Longest waiting first. */
  unoffered(most: number): Promise<Unoffered[]>;
  /** The conversations that are offered to this account. */
  offeredTo(accountId: string): Promise<string[]>;
  /** Those who are available now. */
  atDesk(presentSince: Date): Promise<AtDesk[]>;
  /** All accounts that are not disabled, by name. */
  colleagues(presentSince: Date): Promise<Colleague[]>;
  /** How long people waited before somebody took them: seconds, newest first. */
  waits(since: Date, most: number): Promise<number[]>;
};
