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
  return {
    async round() {
      if (parts.real) listed = await listStuck(parts, listed);
      const due = await parts.deliveries.take(parts.now(), AT_ONCE, LEASE_SECONDS);
      await Promise.all(due.map((delivery) => bring(delivery, bringing)));
      return due.length > 0;
    },
    close: () => transport?.close(),
  };
}
