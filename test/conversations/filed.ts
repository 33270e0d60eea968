import type { MyServiceRequest } from "../../src/conversation/facts";
import { formatNumber } from "../../src/serviceRequests/number";
import { type Resident, resident } from "./chat";

/** Filed in the conversation. */
export const ID = formatNumber(2026, 5);
export const OTHER = formatNumber(2026, 6);
/** After the resident's first turn, so that the bot told it since. */
export const since = new Date("2026-11-23T10:20:00Z");

export function mineIs(state: string, stateSince = since, id = ID): MyServiceRequest {
  return {
    service_request_id: id,
    service: "pothole",
    state,
    status: state === "done" ? "closed" : "open",
    status_notes: "Zdanie o stanie.",
    agency_responsible: "zdmk",
    requestedAt: new Date("2026-11-20T10:00:00Z"),
    updatedAt: stateSince,
    stateSince,
    toldAt: stateSince,
    confirmed: false,
    page: "https://kontakt.example/sprawa/klucz",
  };
}

/** Somebody who has talked before and comes back after the state changed. */
export function reporter(state: string): Resident {
  const anna = resident();
  anna.says("dzień dobry");
  anna.hasFiled([mineIs(state)]);
  anna.passes(30);
  return anna;
}
