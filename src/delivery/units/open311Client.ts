import type { UnitWay } from "../../serviceRequests/office";
import { call, isOk } from "./http";
import { type PartnerRequest, readRequests } from "./readXml";

export type Open311Way = Extract<UnitWay, { kind: "open311" }>;

/** What a partner's server said: its service requests, or why there are none. `status` is 0 when nobody answered. */
export type Said = { requests: PartnerRequest[] } | { reason: string; status: number; isDown: boolean };

export type Open311Client = {
  get(path: string, query?: Record<string, string>): Promise<Said>;
  /** Form-encoded, with the key in the body, as every known server takes it. */
  post(path: string, fields: [name: string, value: string][]): Promise<Said>;
};

/** Speaks GeoReport v2 with a unit's own system; XML, which every server must have. */
export function open311Client(way: Open311Way, patienceMs: number): Open311Client {
  const base = way.endpoint.endsWith("/") ? way.endpoint : `${way.endpoint}/`;
  const place: [string, string][] = way.jurisdiction ? [["jurisdiction_id", way.jurisdiction]] : [];
  return {
    async get(path, query = {}) {
      const search = new URLSearchParams([...place, ...Object.entries(query)]).toString();
      return read(await call(`${base}${path}${search ? `?${search}` : ""}`, { method: "GET" }, patienceMs));
    },
    async post(path, fields) {
      const body = new URLSearchParams([["api_key", way.apiKey], ...place, ...fields]).toString();
      const headers = { "Content-Type": "application/x-www-form-urlencoded; charset=utf-8" };
      return read(await call(`${base}${path}`, { method: "POST", headers, body }, patienceMs));
    },
  };
}

function read(answered: Awaited<ReturnType<typeof call>>): Said {
  if ("reason" in answered) return { ...answered, status: 0 };
  const { status, body } = answered;
  if (!isOk(answered)) return { reason: `HTTP ${status}`, status, isDown: false };
  const requests = readRequests(body);
  return requests ? { requests } : { reason: "not an Open311 answer", status, isDown: false };
}
