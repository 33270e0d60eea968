import type { NewServiceRequest } from "../../../src/conversation/outcome";
import type { PagesParts } from "../../../src/pages/parts";
import { registerPages } from "../../../src/pages/registerPages";
import { createAddresses } from "../../../src/server/addresses";
import { createMetrics } from "../../../src/server/metrics";
import { createServer } from "../../../src/server/server";
import { openActing, openSplitting } from "../../../src/serviceRequests/acting";
import type { Act, Actor } from "../../../src/serviceRequests/doors";
import { unitLinkToken } from "../../../src/serviceRequests/links";
import { fixedOffice, loadOffice } from "../../../src/serviceRequests/loadOffice";
import { loadServices } from "../../../src/serviceRequests/loadServices";
import { newServiceRequest } from "../../../src/serviceRequests/newServiceRequest";
import { formatNumber } from "../../../src/serviceRequests/number";
import { loadUnits } from "../../../src/serviceRequests/units";
import { memoryLimiter } from "../../../src/storage/memoryLimiter";
import { openStorage } from "../../../src/storage/storage";
import { freshEmbedded } from "../../databases";

const DIALOGS = "dialogs";
const SECRET = "a secret of tests only";

/** What a resident tells; left out is what every pothole has. */
export type Told = Partial<
  Pick<
    NewServiceRequest,
    "description" | "place" | "address" | "district" | "point" | "answers" | "contact" | "language" | "attachments"
  >
> & { service?: string };

export type PagesHouse = Awaited<ReturnType<typeof openPagesHouse>>;

/** The pages over real HTTP on the embedded storage, with the editors' real words and a clock that is set by hand. */
export async function openPagesHouse(options: { map?: PagesParts["map"]; staticFolder?: string } = {}) {
  const errors: unknown[] = [];
  const log = {
    info() {},
    warn() {},
    error: (event: string, fields?: object) => void errors.push({ event, ...fields }),
  };
  const database = await freshEmbedded();
  const storage = await openStorage({ ...database.options, log, formatNumber, onNews() {}, onAlert() {} });
  const services = new Map(loadServices(DIALOGS).map((service) => [service.code, service]));
  const units = loadUnits(DIALOGS);
  const office = { ...fixedOffice(loadOffice(DIALOGS, { services, units })), expected: (): Expected => house.expected };
  const names = { services, units, office };
  const now = () => house.now;
  const { requests, deliveries } = storage;
  const acting = openActing({ store: requests, names: () => names, now });
  const addresses = createAddresses({ trustedProxies: 0 });
  const limiter = memoryLimiter(() => house.now.getTime());
  const mails: { to: string; subject: string; text: string }[] = [];
  const parts = {
    ...{ requests, deliveries, acting, names: () => names, secret: SECRET, limiter, addresses, log, now },
    mails: { add: async (mail: (typeof mails)[number]) => void mails.push(mail) },
    publicUrl: () => "https://zgloszenia.example.org",
    map: options.map,
  };
  const server = createServer({
    ...{ host: "127.0.0.1", port: 0, addresses, metrics: createMetrics(), readiness: [], log },
    routes: [(http) => registerPages(http, parts)],
    ...(options.staticFolder !== undefined && { staticFolder: options.staticFolder }),
  });
  const origin = `http://127.0.0.1:${(await server.listen()).port}`;
  let filed = 0;

  function told({ service: code = "pothole", language = "pl", ...more }: Told = {}): NewServiceRequest {
    const service = services.get(code);
    if (!service) throw new Error(`no service ${code}`);
    filed += 1;
    return newServiceRequest(
      service,
      {
        description: "Wielka dziura, rower mi się <b>prawie</b> złamał.",
        place: "na Długiej przy kiosku",
        ...{ address: "ul. Długa 12", point: { lat: 50.0664, long: 19.938 }, district: "I" },
        answers: { size: "big" },
        contact: { phone: "+48 600 700 800", email: "anna@example.org" },
        attachments: [],
        ...more,
      },
      { sameAs: `test-${filed}`, language, names },
    );
  }

  async function file(more: Told = {}) {
    const request = told(more);
    const { id, pageKey } = await requests.file({ ...request, source: "chat" }, house.now);
    return { id, pageKey, unit: request.unit, page: `/sprawa/${pageKey}` };
  }

  const house = {
    now: new Date("2026-05-04T10:00:00Z"),
    expected: undefined as Expected,
    origin,
    /** What went to the log as a failure. */
    errors,
    /** What was to be mailed. */
    mails,
    requests,
    file,
    /** The unit's page by the link of the newest delivery. */
    async unitPage(id: string): Promise<string> {
      const due = await deliveries.take(house.now, 100, 0);
      const delivery = due.filter(({ serviceRequestId }) => serviceRequestId === id).at(-1);
      if (!delivery) throw new Error(`nothing to bring of ${id}`);
      return `/jednostka/${unitLinkToken({ delivery: delivery.id, unit: delivery.unit }, SECRET, house.now)}`;
    },
    /** Staff splits a second matter off; its number. */
    async splits(id: string, service: string): Promise<string> {
      const splitting = openSplitting({ store: requests, names: () => names, now });
      const second = { request: told({ service, answers: {} }), photos: [] };
      const { version = 0 } = (await requests.find(id)) ?? {};
      const done = await splitting(id, second, { kind: "staff", accountId: "anna" }, version);
      if ("refused" in done) throw new Error(`split refused: ${done.refused}`);
      return done.id;
    },
    async does(id: string, act: Act, actor: Actor): Promise<void> {
      const result = await acting(id, act, actor);
      if ("refused" in result) throw new Error(`${act.kind} refused: ${result.refused}`);
    },
    get: (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers, redirect: "manual" }),
    /** Sends a form as a browser does, with what the page held when it was opened. */
    async post(path: string, values: Record<string, string | File[]>, headers: Record<string, string> = {}) {
      const form = new FormData();
      for (const [name, value] of Object.entries(values))
        if (typeof value === "string") form.append(name, value);
        else for (const one of value) form.append(name, one);
      return fetch(origin + path, { method: "POST", body: form, headers, redirect: "manual" });
    },
    async seen(id: string): Promise<string> {
      return String((await requests.find(id))?.version);
    },
    async close(): Promise<void> {
      await server.close();
      await storage.close();
      await database.drop();
    },
  };
  return house;
}

type Expected = { fromDays: number; toDays: number } | undefined;

/** What a page says, without its markup. */
export function textOf(markup: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(markup)?.[1] ?? markup;
  const plain = main.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  const names: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
  return plain.replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => names[name] ?? name).trim();
}
