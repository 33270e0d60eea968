import type { Filter, ServiceRequestStore } from "../../src/serviceRequests/doors";
import { spreadOf } from "../spread";

const TIMES = 60;
const DAY_MS = 24 * 60 * 60_000;
const CITY = { south: 49.96, west: 19.79, north: 50.13, east: 20.22 };

/** How long each kind of look takes: the console's lists, the map at several zooms, what is near, Open311's queries. */
export async function measureLists(requests: ServiceRequestStore, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const page = { most: 50 };
  const listed = (filter: Filter) => () => requests.list(filter, page);
  const deep = (await requests.list({}, { most: 1000 })).at(-1)?.id ?? "";
  const kinds: [string, () => Promise<unknown>][] = [
    ["list, newest", listed({})],
    ["list, 1,000 further", () => requests.list({}, { ...page, after: deep })],
    ["list, open of one unit", listed({ units: ["zdmk"], status: ["open"] })],
    ["list, one kind and district", listed({ services: ["pothole"], districts: ["I"] })],
    ["list, overdue", listed({ overdueAt: now })],
    ["list, waiting for the resident (none)", listed({ states: ["waiting_for_resident"] })],
    ["list, words", listed({ text: "lampa karmelicka" })],
    ["list, words of two letters", listed({ text: "wo" })],
    ["list, number", listed({ text: "KR-2026-500123" })],
    ["count, open", () => requests.count({ status: ["open"] })],
    ["count, overdue", () => requests.count({ overdueAt: now })],
    ["map, whole city", () => requests.marks({ bounds: CITY }, 0.02, 500)],
    ["map, whole city, open", () => requests.marks({ bounds: CITY, status: ["open"] }, 0.02, 500)],
    ["map, a quarter", () => requests.marks({ bounds: around(0.01) }, 0.001, 500)],
    ["map, some streets", () => requests.marks({ bounds: around(0.003) }, 0.0001, 500)],
    ["near, same kind, 250 m", () => near(requests, 250, "pothole")],
    ["near, any kind, 1,000 m", () => near(requests, 1000)],
    ["Open311, 90 days, 1,000", () => requests.list({ public: true, requestedFrom: ago(90) }, { most: 1000 })],
    ["Open311, a kind, closed", () => requests.list({ public: true, services: ["litter"], status: ["closed"] }, page)],
    ["Open311, updated in 2 hours", () => requests.list({ public: true, updatedFrom: ago(1 / 12) }, page)],
  ];
  for (const [name, look] of kinds) await measure(name, look);
}

const around = (degrees: number) => ({
  south: 50.06 - degrees,
  west: 19.94 - degrees,
  north: 50.06 + degrees,
  east: 19.94 + degrees,
});

const near = (requests: ServiceRequestStore, metres: number, service?: string) =>
  requests.nearby({ point: { lat: 50.06, long: 19.94 }, metres, most: 20, ...(service && { service }) });

async function measure(name: string, look: () => Promise<unknown>): Promise<void> {
  const sample: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const begun = performance.now();
    await look();
    sample.push(performance.now() - begun);
  }
  const { p50, p95, p99 } = spreadOf(sample);
  console.log(`  ${name.padEnd(38)} p50 ${p50.toFixed(1)}  p95 ${p95.toFixed(1)}  p99 ${p99.toFixed(1)} ms`);
}
