import { createHash } from "node:crypto";
import type { ServiceRequestStore, UnitDeliveries } from "../../serviceRequests/doors";
import { openWorker } from "../worker";
import { TOKEN } from "./byOpen311";
import { type Open311Client, type Open311Way, open311Client } from "./open311Client";
import type { UnitDeliveryParts } from "./parts";
import type { PartnerRequest } from "./readXml";

type Abroad = Awaited<ReturnType<UnitDeliveries["abroad"]>>[number];

export type PartnerUpdatesParts = Pick<
  UnitDeliveryParts,
  "acting" | "names" | "real" | "log" | "now" | "patienceMs"
> & {
  deliveries: Pick<UnitDeliveries, "abroad" | "named" | "seen">;
  requests: Pick<ServiceRequestStore, "find">;
  everyMs?: number;
};

const EVERY_MS = 5 * 60_000;
const PATIENCE_MS = 15_000;
/** So many numbers fit into one address. */
const AT_ONCE = 50;

/** Asks the units' own systems now and then what became of what lies there, and does it here as the unit. */
export function openPartnerUpdates(parts: PartnerUpdatesParts): { close(): Promise<void> } {
  const round = async () => {
    await askPartners(parts);
    return false;
  };
  return openWorker({ round, everyMs: parts.everyMs ?? EVERY_MS, log: parts.log, failed: "partner_round_failed" });
}

/** One look at every partner; one that does not answer does not keep the others. */
export async function askPartners(parts: PartnerUpdatesParts): Promise<void> {
  if (!parts.real) return;
  const { units } = parts.names().office.ways;
  for (const [unit, ways] of Object.entries(units))
    for (const way of ways) if (way.kind === "open311") await askPartner(unit, way, parts);
}

async function askPartner(unit: string, way: Open311Way, parts: PartnerUpdatesParts): Promise<void> {
  const client = open311Client(way, parts.patienceMs ?? PATIENCE_MS);
  try {
    let after: string | undefined;
    do {
      const some = await parts.deliveries.abroad(unit, { most: AT_ONCE, ...(after !== undefined && { after }) });
      await askFor(some, unit, { client, parts });
      after = some.length === AT_ONCE ? some.at(-1)?.id : undefined;
    } while (after !== undefined);
  } catch (error) {
    parts.log.warn("partner_not_read", { unit, reason: String(error) });
  }
}

type Asking = { client: Open311Client; parts: PartnerUpdatesParts };

async function askFor(some: Abroad[], unit: string, { client, parts }: Asking): Promise<void> {
  for (const { id, externalId } of some.filter((one) => one.externalId.startsWith(TOKEN))) {
    const said = await client.get(`tokens/${encodeURIComponent(externalId.slice(TOKEN.length))}.xml`);
    if ("reason" in said && said.isDown) throw new Error(said.reason);
    const number = "requests" in said ? said.requests[0]?.service_request_id : undefined;
    if (number) await parts.deliveries.named(id, number);
  }
  const numbered = some.filter((one) => !one.externalId.startsWith(TOKEN));
  if (numbered.length === 0) return;
  const ids = [...new Set(numbered.map(({ externalId }) => externalId))].join(",");
  const said = await client.get("requests.xml", { service_request_id: ids });
  if ("reason" in said) throw new Error(said.reason);
  for (const one of numbered) {
    const there = said.requests.find(({ service_request_id: number }) => number === one.externalId);
    if (there) await take(there, one, { unit, parts });
  }
}

/** "Closed" there is done here; what they note meanwhile is kept as the unit's words. */
async function take(there: PartnerRequest, one: Abroad, { unit, parts }: { unit: string; parts: PartnerUpdatesParts }) {
  const { acting, deliveries, now } = parts;
  const words = there.status_notes ?? "";
  const said = createHash("sha256").update(words).digest("hex").slice(0, 16);
  const isFirst = () => deliveries.seen(`open311:${unit}`, `${one.externalId}:${there.status}:${said}`, now());
  const actor = { kind: "unit", unit } as const;
  if (there.status === "closed") {
    if (await isNews(there, one, { parts, isFirst }))
      await acting(one.serviceRequestId, { kind: "finish", words }, actor);
    return;
  }
  if (words.trim() !== "" && (await isFirst())) await acting(one.serviceRequestId, { kind: "add", words }, actor);
}

/** A matter that was reopened here stays open until they close it once more: closed before that counts no longer. */
async function isNews(
  there: PartnerRequest,
  { serviceRequestId }: Abroad,
  { parts, isFirst }: { parts: PartnerUpdatesParts; isFirst(): Promise<boolean> },
): Promise<boolean> {
  const closedAt = partnerTime(there.updated_datetime ?? "");
  if (!closedAt) return isFirst();
  const request = await parts.requests.find(serviceRequestId);
  return request !== undefined && closedAt > request.stateSince;
}

const hourInKrakow = new Intl.DateTimeFormat("en", { timeZone: "Europe/Warsaw", hour: "numeric", hourCycle: "h23" });

/** Some servers leave the zone out; then the clock on Kraków's wall is meant. */
function partnerTime(text: string): Date | undefined {
  if (Number.isNaN(Date.parse(text))) return undefined;
  if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return new Date(text);
  const summer = new Date(`${text}+02:00`);
  const hour = Number(/[T ](\d\d)/.exec(text)?.[1] ?? "0");
  return Number(hourInKrakow.format(summer)) === hour ? summer : new Date(`${text}+01:00`);
}
