import type { Log } from "../../../src/conversation/log";
import { unitRounds } from "../../../src/delivery/units/unitDelivery";
import { openActing } from "../../../src/serviceRequests/acting";
import { requestLinks } from "../../../src/serviceRequests/links";
import { loadOffice } from "../../../src/serviceRequests/loadOffice";
import { loadServices } from "../../../src/serviceRequests/loadServices";
import { loadUnits } from "../../../src/serviceRequests/units";
import type { Storage } from "../../../src/storage/storage";

/** Editors' files of the project, whose folder every test and bench is run from. */
const dialogs = "dialogs";

type Bringing = { storage: Storage; receiver: string; log: Log; now(): Date };

/** The rounds that bring everything to the road administration by webhook, and to nobody else. */
export function roundsByWebhook({ storage, receiver, log, now }: Bringing) {
  const services = new Map(loadServices(dialogs).map((service) => [service.code, service]));
  const units = loadUnits(dialogs);
  const ways = { units: { zdmk: [{ kind: "webhook" as const, url: receiver, secret: "0123456789abcdef" }] } };
  const office = { ...loadOffice(dialogs, { services, units }), ways, expected: () => undefined };
  const names = () => ({ services, units, office });
  return unitRounds({
    deliveries: storage.deliveries,
    requests: storage.requests,
    acting: openActing({ store: storage.requests, names, now }),
    names,
    links: requestLinks("https://hejnal.example"),
    secret: "0123456789abcdef0123456789abcdef",
    smtp: {},
    staff: { mails: storage.staff.mails },
    real: true,
    log,
    now,
  });
}

/** A hole in the road, for that unit. */
export const hole = (sameAs: string) => ({
  sameAs,
  service: "pothole",
  kind: "report" as const,
  serviceVersion: "1",
  unit: "zdmk",
  routedBecause: "",
  sentence: "Zgłoszenie jest przyjęte.",
  description: "Dziura",
  place: "ul. Długa 12",
  public: true,
  answers: {},
  contact: {},
  attachments: [],
  language: "pl" as const,
  source: "chat",
});
