import type { IncomingMessage } from "node:http";
import type { Limiter } from "../conversation/bus";
import type { Log } from "../conversation/log";
import type { CleanPhoto, RefusedPhoto } from "../photos/photo";
import type { Places } from "../places/whereIs";
import type { Acting } from "../serviceRequests/acting";
import type { ApiKeys, PublicEvents, ServiceRequestStore, UnitDeliveries } from "../serviceRequests/doors";
import type { Office } from "../serviceRequests/office";
import type { Service } from "../serviceRequests/service";
import type { Unit } from "../serviceRequests/units";

/** What editors and the office say now. */
export type Catalogue = {
  services: ReadonlyMap<string, Service>;
  units: ReadonlyMap<string, Unit>;
  office: Office;
};

/** What partners' calls need of the house. */
export type Open311Parts = {
  requests: Pick<ServiceRequestStore, "file" | "find" | "findByToken" | "events" | "list" | "saveFile" | "loadFile">;
  publicEvents: PublicEvents;
  apiKeys: Pick<ApiKeys, "findByHash">;
  /** Whether a partner's update comes for the first time. */
  seen: UnitDeliveries["seen"];
  acting: Acting;
  catalogue(): Catalogue;
  places: Places;
  cleanPhoto(bytes: Buffer): Promise<CleanPhoto | RefusedPhoto>;
  limiter: Limiter;
  /** Scheme, host and port under which the caller sees us. */
  ownOrigin(request: IncomingMessage): string;
  clientAddress(request: IncomingMessage): string;
  /** When what editors wrote changed last, as text that sorts by time. */
  changeset(): string;
  /** `test` where reports reach nobody. */
  type: "production" | "test";
  updates: boolean;
  paging: boolean;
  log: Log;
  now(): Date;
};
