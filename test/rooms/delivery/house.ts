import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { NewServiceRequest } from "../../../src/conversation/outcome";
import { openActing, openSplitting } from "../../../src/serviceRequests/acting";
import { requestLinks } from "../../../src/serviceRequests/links";
import { loadOffice } from "../../../src/serviceRequests/loadOffice";
import { loadServices } from "../../../src/serviceRequests/loadServices";
import { formatNumber } from "../../../src/serviceRequests/number";
import type { UnitWay } from "../../../src/serviceRequests/office";
import { loadUnits } from "../../../src/serviceRequests/units";
import { openStorage } from "../../../src/storage/storage";
import { freshEmbedded } from "../../databases";

const dialogs = resolve(__dirname, "../../../dialogs");

const began = new Date("2026-11-20T10:00:00.000Z");
export const ON_DUTY = "dyzur@krakow.example";
export const REPLY_ADDRESS = "zgloszenia@krakow.example";

export type House = Awaited<ReturnType<typeof openHouse>>;

/** A store with the real kinds of report and sentences, a clock that is moved by hand, and units with the ways a test gives them. */
export async function openHouse() {
  const database = await freshEmbedded();
  const quiet = { info() {}, warn() {}, error() {} };
  const storage = await openStorage({ ...database.options, log: quiet, formatNumber, onNews() {} });
  const services = new Map(loadServices(dialogs).map((service) => [service.code, service]));
  const units = loadUnits(dialogs);
  const settings = loadOffice(dialogs, { services, units });
  const ways: Record<string, UnitWay[]> = {};
  const names = () => ({ services, units, office: { ...settings, ways: { units: ways }, expected: () => undefined } });
  const logged: { event: string; fields: object }[] = [];
  const note = (event: string, fields: object = {}) => void logged.push({ event, fields });
  const clock = { now: began };
  const now = () => clock.now;
  const acting = openActing({ store: storage.requests, names, now });
  const secret = "0123456789abcdef0123456789abcdef";
  const shared = { acting, names, now, secret, links: requestLinks("https://hejnal.example"), real: true };
  return {
    storage,
    ways,
    clock,
    logged,
    acting,
    secret,
    /** What every worker of the room is given. */
    parts: {
      ...shared,
      requests: storage.requests,
      log: { info: note, warn: note, error: note },
      staff: { mails: storage.staff.mails, onDuty: ON_DUTY },
    },
    later: (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    },
    file: (more: Partial<NewServiceRequest> & { conversationId?: string } = {}) =>
      storage.requests.file({ ...pothole(), ...more, source: "chat" }, now()),
    /** Staff splits a broken lamp off, which is Tauron's; its number. */
    async splits(id: string, more: Partial<NewServiceRequest> = {}): Promise<string> {
      const request = { ...pothole(), service: "street-lamp", unit: "tauron", ...more };
      const { version = 0 } = (await storage.requests.find(id)) ?? {};
      const splitting = openSplitting({ store: storage.requests, names, now });
      const done = await splitting(id, { request, photos: [] }, { kind: "staff", accountId: "anna" }, version);
      if ("refused" in done) throw new Error(`split refused: ${done.refused}`);
      return done.id;
    },
    state: async (id: string) => (await storage.requests.find(id))?.state,
    deliveries: () => storage.db.selectFrom("unit_deliveries").selectAll().orderBy("created_at").execute(),
    mails: () => storage.db.selectFrom("mails").selectAll().orderBy("created_at").execute(),
    conversation: async () => {
      const id = randomUUID();
      const begun = { id, channel: "web", residentId: id, language: "pl" as const, greeting: { text: "Dzień dobry" } };
      await storage.conversations.open(begun, now());
      return id;
    },
    /** Forgets what tests before left behind. */
    async clear() {
      clock.now = began;
      logged.length = 0;
      for (const unit of Object.keys(ways)) delete ways[unit];
      for (const table of ["mails", "seen_answers", "service_request_notices", "unit_deliveries"] as const)
        await storage.db.deleteFrom(table).execute();
    },
    async close() {
      await storage.close();
      await database.drop();
    },
  };
}

function pothole(): NewServiceRequest {
  return {
    sameAs: randomUUID(),
    service: "pothole",
    kind: "report",
    serviceVersion: "1",
    unit: "zdmk",
    routedBecause: "zwykła jednostka dla dziur w jezdni",
    description: "Wielka dziura, rower mi się prawie złamał <b>!",
    place: "na Długiej przy aptece",
    address: "ul. Długa 12",
    point: { lat: 50.0677, long: 19.9371 },
    district: "I",
    public: true,
    answers: { size: "medium" },
    contact: {},
    attachments: [],
    language: "pl",
    sentence: "Zgłoszenie jest przyjęte.",
  };
}
