import { DistrictNumeral } from "../../conversation/place";
import type { Bounds, Filter } from "../../serviceRequests/doors";
import type { PageNames } from "../parts";

/** What the reader of a list or map wants to see. */
export type Narrowed = {
  service?: string;
  district?: DistrictNumeral;
  status?: "open" | "closed";
  days?: number;
  bounds?: Bounds;
};

/** How long ago, for a list to choose from. */
export const dayChoices = [7, 30, 90, 365];
/** How states are called in addresses. */
export const statusNames = { open: "otwarte", closed: "zakonczone" } as const;

const DAY_MS = 24 * 3600_000;

/** What everybody may see of reports; ideas have pages of their own. */
export const publicReports: Filter = { public: true, kind: "report" };

/** Reads an address; what it does not know does not narrow. */
export function readNarrowed(query: URLSearchParams, { services }: Pick<PageNames, "services">): Narrowed {
  const service = query.get("rodzaj") ?? "";
  const district = DistrictNumeral.safeParse(query.get("dzielnica")?.toUpperCase()).data;
  const stan = query.get("stan");
  const status = (["open", "closed"] as const).find((one) => statusNames[one] === stan);
  const days = dayChoices.find((one) => String(one) === query.get("dni"));
  const bounds = readBounds(...(query.get("obszar")?.split(",") ?? []));
  return {
    ...(services.get(service)?.public && { service }),
    ...(district && { district }),
    ...(status && { status }),
    ...(days && { days }),
    ...(bounds && { bounds }),
  };
}

/** South, west, north and east in degrees; undefined when that is no place on the map. */
export function readBounds(...texts: (string | null)[]): Bounds | undefined {
  const numbers = texts.map((text) => (text && /^-?\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN));
  const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN] = numbers;
  const isPlace = numbers.length === 4 && south >= -90 && north <= 90 && west >= -540 && east <= 540;
  return isPlace && south < north && west < east ? { south, west, north, east } : undefined;
}

/** The same as parameters of an address, always in the same order. */
export function parametersOf({ service, district, status, days, bounds }: Narrowed): Record<string, string> {
  return {
    ...(service && { rodzaj: service }),
    ...(district && { dzielnica: district }),
    ...(status && { stan: statusNames[status] }),
    ...(days && { dni: String(days) }),
    ...(bounds && { obszar: [bounds.south, bounds.west, bounds.north, bounds.east].join(",") }),
  };
}

export function filterOf({ service, district, status, days, bounds }: Narrowed, now: Date): Filter {
  return {
    ...publicReports,
    ...(service && { services: [service] }),
    ...(district && { districts: [district] }),
    ...(status && { status: [status] }),
    ...(days && { requestedFrom: new Date(now.getTime() - days * DAY_MS) }),
    ...(bounds && { bounds }),
  };
}

/** `?a=b&c=d`, or nothing. */
export function queryOf(parameters: Record<string, string>): string {
  const text = new URLSearchParams(parameters).toString();
  return text && `?${text}`;
}
