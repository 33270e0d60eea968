/** A service request as anyone who knows its number may see it: nothing personal. */
export type PublicServiceRequest = {
  service_request_id: string;
  service: string;
  status: "open" | "closed";
  status_notes: string;
  agency_responsible: string;
  requestedAt: Date;
  updatedAt: Date;
};

/** The consultants' desk at this moment. `opensAt` is the next opening when closed. */
export type Desk = { open: boolean; present: number; opensAt?: Date };

/** All a turn may know of the world outside the conversation; read by the inbox before the turn. */
export type Facts = { now: Date; desk: Desk; serviceRequests: PublicServiceRequest[] };
