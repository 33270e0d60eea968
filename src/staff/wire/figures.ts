import type { Language } from "../../conversation/language";
import type { CloseReason } from "./conversation";
import type { CallOutcome } from "./phone";
import type { Person } from "./text";

/** Seconds: the middle one, nine of ten, and of how many. */
export type SpreadView = { median?: number; p90?: number; samples: number };

/** One day in Kraków, chats and calls together. */
export type DayView = {
  day: string;
  /** Chats in which something was said, and calls. */
  conversations: number;
  /** Of them, calls. */
  calls: number;
  /** Conversations that came to the queue, and those that a person took. */
  queued: number;
  taken: number;
  /** Left the queue before anybody took them. */
  leftWaiting: number;
  /** Handed back to the bot. */
  returned: number;
  byHour: { hour: number; conversations: number; queued: number; calls: number }[];
  byChannel: { channel: string; count: number }[];
  byArea: { area: string; name: string; count: number }[];
  wait: SpreadView;
  firstReply: SpreadView;
  closed: { reason: CloseReason; count: number }[];
  callOutcomes: { outcome: CallOutcome; count: number }[];
  satisfaction: { average?: number; answers: number; asked: number; scores: [number, number, number, number, number] };
  words: { score: number; word: string; conversationId: string; at: string }[];
  serviceRequests: { reports: number; ideas: number };
  contactTasks: { left: number; reached: number; notReached: number; open: number };
};

/** The desk at this moment, for supervisors. */
export type PeopleView = {
  people: (Person & {
    available: boolean;
    role: string;
    capacity: number;
    languages: Language[];
    /** Names. */
    areas: string[];
    teams: string[];
    conversations: { id: string; topic?: string; since: string; awaitsReply: boolean }[];
    offered: number;
    closedToday: number;
  })[];
  waiting: number;
  longestWaitSince?: string;
  snoozed: number;
  /** Of today. */
  wait: SpreadView;
};
