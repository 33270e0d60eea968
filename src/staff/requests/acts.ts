import type { z } from "zod";
import type { Act, Actor, Refusal, ServiceRequest } from "../../serviceRequests/doors";
import { findServiceRequestIds } from "../../understanding/findContacts";
import type { StaffParts } from "../parts";
import type { ActBody, Refused } from "../wire";

type Asked = Omit<z.infer<typeof ActBody>, "seen">;

/** What is to be done, or the field that is missing or names nothing we know. */
export function actOf(asked: Asked, { units }: { units: ReadonlyMap<string, unknown> }): Act | { wrong: string } {
  const { kind, unit, because, into, outside, words } = asked;
  const said = words === undefined ? {} : { words };
  switch (kind) {
    case "forward":
      if (unit === undefined || !units.has(unit)) return { wrong: "unit" };
      return { kind, unit, because: because?.trim() || "tak zdecydował konsultant", ...said };
    case "forward_outside":
      return outside ? { kind, outside, ...said } : { wrong: "outside" };
    case "merge":
      // People type numbers in many ways.
      return into ? { kind, into: findServiceRequestIds(into)[0] ?? into, ...said } : { wrong: "into" };
    default:
      return { kind, ...said };
  }
}

type Doing = { id: string; act: Act; seen: number; forUnit: boolean; accountId: string };

/** Does it as staff, or as the unit that told this person by phone. Undefined: there is no such service request. */
export async function doAct(
  doing: Doing,
  { requests, acting, log }: StaffParts,
): Promise<Refused | "done" | undefined> {
  const { id, act, seen, forUnit, accountId } = doing;
  const request = await requests.find(id);
  if (!request) return undefined;
  const done = await acting(id, act, actorOf(request, { forUnit, accountId }), seen);
  if ("refused" in done) return refusedAct(request, done, requests);
  log.info("staff_acted", { request: id, act: act.kind, forUnit, by: accountId });
  return "done";
}

/** The refusal as the console reads it: what was not the newest, with the version that is. */
export async function refusedAct(
  { id, version: seen }: ServiceRequest,
  { refused: because }: Refusal,
  requests: StaffParts["requests"],
): Promise<Refused> {
  const version = because === "stale" ? ((await requests.find(id))?.version ?? seen) : undefined;
  return { code: "act_refused", because, ...(version !== undefined && { version }) };
}

/** Who has seen the newest version has seen in it which unit it lies with. */
function actorOf({ unit }: ServiceRequest, { forUnit, accountId }: Pick<Doing, "forUnit" | "accountId">): Actor {
  return forUnit ? { kind: "unit", unit, via: accountId } : { kind: "staff", accountId };
}
