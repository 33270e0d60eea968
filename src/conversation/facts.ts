import type { Continuing } from "./continuation";
import type { Localized } from "./language";
import type { Place } from "./place";

/** A service request as anyone who knows its number may see it: nothing personal. */
export type PublicServiceRequest = {
  service_request_id: string;
  service: string;
  status: "open" | "closed";
  /** Where it stands more exactly, as `serviceRequests/lifeCycle.ts` calls it. */
  state: string;
  status_notes: string;
  agency_responsible: string;
  requestedAt: Date;
  updatedAt: Date;
};

/** A service request filed in this conversation, as its reporter may see it. */
export type MyServiceRequest = PublicServiceRequest & {
  stateSince: Date;
  /** When the bot last told of it here, or its state changed. */
  toldAt: Date;
  /** Whether its reporter has said that it is fixed since it was done. */
  confirmed: boolean;
  /** The address of the reporter's page. */
  page: string;
};

/** A place as the city's list or the address register knows it, by its official name in `text`. */
export type FoundPlace = Place & {
  /** 0–1: how surely the words mean this place. */
  score: number;
  /** Whether it is on the list; false: only as the resident called it. */
  known: boolean;
  /** How it lies to something else: "naprzeciwko Biedronki". */
  detail?: string;
  districtName?: string;
  /** Not in the city. */
  outside?: { municipality?: string; whose: Localized };
};

/** An open, public service request close to a place, or at the same address (then without `metres`). */
export type NearbyRequest = {
  service_request_id: string;
  state: string;
  agency_responsible: string;
  address?: string;
  metres?: number;
  /** The reporter and everybody who follows. */
  people: number;
};

/** A service request followed in this conversation. `own`: by its reporter; `on`: news still comes. */
export type Following = { id: string; own: boolean; on: boolean };

/**
 * The consultants' desk at this moment. `free`: how many more conversations those present could hold; `wait`: how many
 * minutes people waited lately, from real samples, missing when there are too few; `opensAt`: the next opening when closed.
 */
export type Desk = {
  open: boolean;
  present: number;
  free: number;
  wait?: { fromMinutes: number; toMinutes: number };
  opensAt?: Date;
};

/** All a turn may know of the world outside the conversation; read by the inbox before the turn. */
export type Facts = {
  now: Date;
  desk: Desk;
  serviceRequests: PublicServiceRequest[];
  /** Filed in this conversation, the newest first. */
  mine?: MyServiceRequest[];
  /** What the place named in the message may be, best first; of a shared position the address it belongs to. */
  places?: FoundPlace[];
  /** Where the photo of the message was taken. */
  photoPlace?: FoundPlace;
  /** What is reported already near the place of the running dialog: `said` is that place in the resident's words. */
  nearby?: { service: string; said: string; requests: NearbyRequest[] };
  /** Until when a consultant has blocked this resident for abuse. */
  blockedUntil?: Date;
  /** What this conversation gets news of, or got; where the message may be about that. */
  following?: Following[];
  /** What the resident wrote before this message; of a message that was written anew only. */
  before?: string;
  /** Of the code written in the message. */
  continuing?: Continuing;
};
