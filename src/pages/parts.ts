import type { IncomingMessage } from "node:http";
import type { Limiter } from "../conversation/bus";
import type { Log } from "../conversation/log";
import type { Acting } from "../serviceRequests/acting";
import type { ServiceRequestStore, UnitDeliveries } from "../serviceRequests/doors";
import type { Names } from "../serviceRequests/sentences";
import type { Service } from "../serviceRequests/service";

/** What editors call things, with the questions of each kind of report, and what the office set. */
export type PageNames = Omit<Names, "services"> & {
  services: ReadonlyMap<string, Pick<Service, "label" | "questions" | "public" | "kind">>;
};

/** What the pages of residents and units need of the world. */
export type PagesParts = {
  requests: Pick<
    ServiceRequestStore,
    | "find"
    | "findByPageKey"
    | "events"
    | "findFollower"
    | "unfollow"
    | "saveFile"
    | "loadFile"
    | "list"
    | "count"
    | "marks"
    | "follow"
    | "support"
  >;
  deliveries: Pick<UnitDeliveries, "find">;
  acting: Acting;
  /** Takes mails to send, once per `sameAs`. */
  mails: { add(mail: { sameAs: string; to: string; subject: string; text: string }, at: Date): Promise<void> };
  names(): PageNames;
  /** Signed the links units were given. */
  secret: string;
  /** The address residents see, for mails and feeds. */
  publicUrl(): string;
  /** The background of maps, and the host it comes from; none without it. */
  map?: { tiles: string; attribution: string; origin: string } | undefined;
  limiter: Limiter;
  addresses: { clientAddress(request: IncomingMessage): string; ownOrigin(request: IncomingMessage): string };
  log: Log;
  now(): Date;
};
