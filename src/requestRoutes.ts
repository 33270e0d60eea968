import type { IncomingMessage } from "node:http";
import type { Server } from "restify";
import type { Config } from "./config";
import { newestChange } from "./content/newestChange";
import type { Limiter } from "./conversation/bus";
import type { Log } from "./conversation/log";
import { residentMails } from "./delivery/residentMails";
import { mapOf } from "./mapOf";
import type { Catalogue } from "./open311/parts";
import { registerOpen311 } from "./open311/registerOpen311";
import type { ContactHouse } from "./pages/contact/parts";
import { registerContact } from "./pages/contact/registerContact";
import { registerPages } from "./pages/registerPages";
import { cleanPhoto } from "./photos/cleanPhoto";
import type { Places } from "./places/whereIs";
import type { Acting } from "./serviceRequests/acting";
import type { Storage } from "./storage/storage";

type RouteParts = {
  storage: Storage;
  config: Config;
  acting: Acting;
  /** Where the contact form's conversations are held. */
  house: ContactHouse;
  names(): Catalogue;
  secret: string;
  publicUrl(): string;
  places: Places;
  /** Where the kinds of report are kept; their newest change names the state of the catalogue. */
  servicesFolder: string;
  limiter: Limiter;
  addresses: { clientAddress(request: IncomingMessage): string; ownOrigin(request: IncomingMessage): string };
  log: Log;
  now(): Date;
};

/** What is served about service requests beside the console: to partners, and to everybody on pages without scripts. */
export function requestRoutes(parts: RouteParts): ((http: Server) => () => Promise<void>)[] {
  const { storage, config, names, addresses, servicesFolder, log } = parts;
  const { requests, deliveries, apiKeys, publicEvents } = storage;
  const real = config.REAL_DELIVERY === "on";
  return [
    (http) =>
      registerOpen311(http, {
        ...parts,
        ...addresses,
        requests,
        publicEvents,
        apiKeys,
        seen: deliveries.seen,
        catalogue: names,
        cleanPhoto,
        changeset: () => newestChange(servicesFolder).toISOString(),
        type: real ? "production" : "test",
        updates: config.OPEN311_EXTENSIONS.includes("updates"),
        paging: config.OPEN311_EXTENSIONS.includes("paging"),
      }),
    (http) =>
      registerPages(http, {
        ...parts,
        requests,
        deliveries,
        mails: residentMails({ mails: storage.staff.mails, real, log }),
        map: mapOf(config),
      }),
    (http) => (config.CONTACT_FORM === "on" ? registerContact(http, parts) : async () => {}),
  ];
}
