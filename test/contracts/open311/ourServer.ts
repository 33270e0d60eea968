import { createHash, randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { registerOpen311 } from "../../../src/open311/registerOpen311";
import { cleanPhoto } from "../../../src/photos/cleanPhoto";
import { gazetteerOf } from "../../../src/places/gazetteer";
import { embedded } from "../../../src/places/geocoder";
import { createAddresses } from "../../../src/server/addresses";
import { createMetrics } from "../../../src/server/metrics";
import { createServer } from "../../../src/server/server";
import { openActing } from "../../../src/serviceRequests/acting";
import { fixedOffice, loadOffice } from "../../../src/serviceRequests/loadOffice";
import { loadServices } from "../../../src/serviceRequests/loadServices";
import { formatNumber } from "../../../src/serviceRequests/number";
import type { Service } from "../../../src/serviceRequests/service";
import { loadUnits } from "../../../src/serviceRequests/units";
import { openMemoryBus } from "../../../src/storage/memoryBus";
import { openStorage } from "../../../src/storage/storage";
import type { FreshDatabase } from "../../databases";

const dialogs = resolve(__dirname, "../../../dialogs");
const quiet = { info() {}, warn() {}, error() {} };

export type OurServer = Awaited<ReturnType<typeof ourServer>>;

/** Our real server with a real store, and what a test may look into. */
export async function ourServer(fresh: () => Promise<FreshDatabase>) {
  const database = await fresh();
  const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
  const storage = await openStorage({ ...database.options, log: quiet, formatNumber, onNews() {}, onAlert() {} });
  const catalogue = { services: servicesWithTrials(), units: loadUnits(dialogs), office: officeOf() };
  const changeset = { is: "2026-11-21T12:00:00+01:00" };
  const acting = openActing({ store: storage.requests, names: () => catalogue, now: clock.now });
  const addresses = createAddresses({ trustedProxies: 0 });
  const gazetteer = gazetteerOf();
  const limiter = openMemoryBus();
  const errors: unknown[] = [];
  const log = { ...quiet, error: (...what: unknown[]) => void errors.push(what) };
  const parts = {
    requests: storage.requests,
    publicEvents: storage.publicEvents,
    apiKeys: storage.apiKeys,
    seen: storage.deliveries.seen,
    acting,
    catalogue: () => catalogue,
    places: { ...embedded(gazetteer), insideCity: gazetteer.insideCity },
    cleanPhoto,
    limiter,
    ...addresses,
    changeset: () => changeset.is,
    type: "test" as const,
    updates: true,
    paging: true,
    log,
    now: clock.now,
  };
  const server = createServer({
    host: "127.0.0.1",
    port: 0,
    addresses,
    metrics: createMetrics({ pending: async () => 0 }),
    readiness: [],
    routes: [(http) => registerOpen311(http, parts)],
    log,
  });
  const { port } = await server.listen();
  const keyOf = async (perMinute = 100_000, unit?: string) => {
    const key = randomUUID();
    const hash = createHash("sha256").update(key).digest("hex");
    const made = { name: "próba", perMinute, hash, createdBy: "test", ...(unit !== undefined && { unit }) };
    const { id } = await storage.apiKeys.add(made, clock.now());
    return { key, id };
  };
  return {
    ...{ url: `http://127.0.0.1:${port}/open311/v2/`, storage, acting, clock, changeset, errors, limiter, keyOf },
    async close() {
      await server.close();
      await limiter.close();
      await storage.close();
      await database.drop();
    },
  };
}

function officeOf() {
  const services = new Map(loadServices(dialogs).map((service) => [service.code, service]));
  const settings = loadOffice(dialogs, { services, units: loadUnits(dialogs) });
  return { ...fixedOffice(settings), expected: () => ({ fromDays: 3, toDays: 10 }) };
}

const lengthAsked = {
  slot: "length",
  expects: "number" as const,
  label: { pl: "Długość", en: "Length", uk: "Довжина" },
  ask: { pl: "Ile metrów?", en: "How many metres?", uk: "Скільки метрів?" },
  why: { pl: "Do przygotowania naprawy.", en: "To prepare the repair.", uk: "Щоб підготувати ремонт." },
  choices: [],
  optional: false,
  aliases: [],
};

/** The city's own kinds of report, and one of every sort that it has none of. */
function servicesWithTrials(): Map<string, Service> {
  const services = new Map(loadServices(dialogs).map((service) => [service.code, service]));
  const pothole = services.get("pothole");
  if (!pothole) throw new Error("the tests need the service pothole");
  const { urgent: _, ...plain } = { ...pothole, questions: [] };
  const trials: Service[] = [
    { ...plain, code: "trial-batch", open311_type: "batch" },
    { ...plain, code: "trial-blackbox", open311_type: "blackbox" },
    { ...plain, code: "trial-number", questions: [lengthAsked] },
  ];
  for (const trial of trials) services.set(trial.code, trial);
  return services;
}
