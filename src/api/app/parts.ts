import type { IncomingMessage } from "node:http";
import type { House } from "../../channels/channel";
import type { Language } from "../../conversation/language";
import type { Places } from "../../places/whereIs";
import type { Acting } from "../../serviceRequests/acting";
import type { ApiKeys, ServiceRequestStore } from "../../serviceRequests/doors";
import type { Office } from "../../serviceRequests/office";
import type { Service } from "../../serviceRequests/service";
import type { Unit } from "../../serviceRequests/units";
import type { AppDevices } from "./doors";

/** A program on somebody's telephone that may talk to us: the one who called. */
export type Device = { id: string; language: Language };

/** What the calls of a mobile app need of the house. */
export type AppParts = {
  house: House;
  devices: AppDevices;
  apiKeys: Pick<ApiKeys, "findByHash">;
  requests: Pick<ServiceRequestStore, "file" | "find" | "events" | "list" | "follow" | "unfollow">;
  acting: Acting;
  names(): { services: ReadonlyMap<string, Service>; units: ReadonlyMap<string, Unit>; office: Office };
  places: Places;
  /** The address of a reporter's page by its key. */
  pageUrl(pageKey: string): string;
  clientAddress(request: IncomingMessage): string;
};
