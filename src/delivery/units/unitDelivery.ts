import { transportTo } from "../smtp";
import { openWorker } from "../worker";
import { bring } from "./bring";
import { byEmail } from "./byEmail";
import { byOpen311 } from "./byOpen311";
import { byWebhook } from "./byWebhook";
import type { Recipient, UnitDeliveryParts } from "./parts";
import { listStuck } from "./tellStaff";

const EVERY_MS = 5_000;
const PATIENCE_MS = 15_000;
const AT_ONCE = 5;
/** Longer than any bringing can take: every step of every answer has its own time limit. */
const LEASE_SECONDS = 600;

/** Brings service requests to the units they lie with, by every way the office set for them; several processes at once bring each once. */
export function openUnitDelivery(parts: UnitDeliveryParts): { wake(): void; close(): Promise<void> } {
  const { round, close } = unitRounds(parts);
  const worker = openWorker({ round, everyMs: parts.everyMs ?? EVERY_MS, log: parts.log, failed: "unit_round_failed" });
  return {
    wake: worker.wake,
    async close() {
      await worker.close();
      close();
    },
  };
}

/** The rounds by themselves: each takes what is due and answers whether there was anything. */
export function unitRounds(parts: UnitDeliveryParts): { round(): Promise<boolean>; close(): void } {
  const { smtp, patienceMs = PATIENCE_MS } = parts;
  // Without permission not even a connection is made.
  const transport = parts.real && smtp.url && smtp.from ? transportTo(smtp.url, smtp.from, patienceMs) : undefined;
  const recipients = (unit: string): Recipient[] =>
    (parts.names().office.ways.units[unit] ?? []).flatMap((way) => {
      if (way.kind === "email") return way.to.map((to) => byEmail(to, { ...parts, transport }));
      return [
        way.kind === "webhook" ? byWebhook(way, { ...parts, patienceMs }) : byOpen311(way, { ...parts, patienceMs }),
      ];
    });
  const bringing = { ...parts, recipients, resting: new Map<string, number>() };
  let listed = "";
  let released = "";
  return {
    async round() {
      if (parts.real) listed = await listStuck(parts, listed);
      if (parts.real) released = await release(parts, released);
      const due = await parts.deliveries.take(parts.now(), AT_ONCE, LEASE_SECONDS);
      await Promise.all(due.map((delivery) => bring(delivery, bringing)));
      return due.length > 0;
    },
    close: () => transport?.close(),
  };
}

/**
 * What waited for a way leaves once its unit has one: looked for at the first round, and whenever other units have ways
 * than before, since only then this process can have kept something back that another one would have brought.
 * `known`: those that had one before.
 */
async function release({ deliveries, names, now, log }: UnitDeliveryParts, known: string): Promise<string> {
  const { units } = names().office.ways;
  const reachable = Object.keys(units).filter((unit) => units[unit]?.length);
  const all = reachable.sort().join(" ");
  if (all === known) return known;
  const count = await deliveries.release(reachable, now());
  if (count > 0) log.info("unit_deliveries_released", { count });
  return all;
}
