import type { Log } from "../../conversation/log";
import type { Acting } from "../../serviceRequests/acting";
import type {
  RequestEvent,
  ServiceRequest,
  ServiceRequestStore,
  UnitDeliveries,
  UnitDelivery,
} from "../../serviceRequests/doors";
import type { RequestLinks } from "../../serviceRequests/links";
import type { Names } from "../../serviceRequests/sentences";
import type { Service } from "../../serviceRequests/service";
import type { NewMails } from "../doors";

/** What editors call things, with the questions of each kind of report, and what the office set. */
export type DeliveryNames = Omit<Names, "services"> & {
  services: ReadonlyMap<string, Pick<Service, "label" | "questions">>;
};

/** Whom staff is written to, and how. Without an address nobody is. */
export type StaffMail = { mails: NewMails; onDuty?: string | undefined };

export type UnitDeliveryParts = {
  deliveries: Pick<UnitDeliveries, "take" | "done" | "failed" | "withheld" | "stuck" | "named" | "release">;
  requests: Pick<ServiceRequestStore, "find" | "events" | "loadFile">;
  acting: Acting;
  names(): DeliveryNames;
  links: RequestLinks;
  /** Signs the links and addresses units answer by. */
  secret: string;
  /** Without a server units that get mails wait. `replyAddress`: where their answers are read. */
  smtp: { url?: string | undefined; from?: string | undefined; replyAddress?: string | undefined };
  staff: StaffMail;
  /** False in a set-up that is not the real one: nothing leaves. */
  real: boolean;
  log: Log;
  now(): Date;
  /** How often to look for what is due, and how long one answer of another system may take. */
  everyMs?: number;
  patienceMs?: number;
};

/** One delivery with everything the unit is to read. */
export type Matter = {
  delivery: UnitDelivery;
  request: ServiceRequest;
  event: RequestEvent;
  events: RequestEvent[];
  /** Sent as a whole; otherwise it is news of one the unit has. */
  isNew: boolean;
  /** Where it lies now, when this tells the unit that had it. Then nothing else of it goes there any more. */
  movedTo?: string;
  service: string;
  unit: string;
  /** "Dziura w jezdni, ul. Długa 12". */
  title: string;
  answers: { code: string; label: string; value: string; title: string }[];
  photos: { id: string; name: string; contentType: string; bytes: Buffer }[];
  /** The unit's token and the page it opens. */
  token: string;
  link: string;
};

/** What became of bringing it to one recipient. `isDown`: nobody answered, so others need not be tried at once. */
export type Outcome =
  | { kind: "brought"; externalId?: string }
  | { kind: "failed"; reason: string; isFinal?: boolean; isDown?: boolean };

/** One way to one recipient. `server`: what is down when it is down. */
export type Recipient = { key: string; server: string; bring(matter: Matter): Promise<Outcome> };
