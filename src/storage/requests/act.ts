import { type Kysely, type Selectable, sql } from "kysely";
import {
  type Change,
  type Current,
  type Refusal,
  type ServiceRequestStore,
  statusOf,
} from "../../serviceRequests/doors";
import { hasCode } from "../hasCode";
import type { Tables } from "../tables";
import { writeChange } from "./writeChange";

type Acted = Awaited<ReturnType<ServiceRequestStore["act"]>>;
type Decide = (current: Current) => Change | Refusal;

const DEADLOCK = "40P01";
const MOST_TRIES = 3;

/** Locks the service request, asks what becomes of it and writes that, in one transaction. */
export function act(db: Kysely<Tables>, id: string, decide: Decide, at: Date): Promise<Acted> {
  return unlessDeadlocked(() => db.transaction().execute((trx) => actIn(trx, id, decide, at)));
}

/** Runs a transaction, and again where two waited for each other: the database lets one of them finish. */
export async function unlessDeadlocked<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction();
    } catch (error) {
      if (!hasCode(error, DEADLOCK) || tries === MOST_TRIES) throw error;
    }
  }
}

/** The same in the caller's transaction, which must not be gone on with after an error. */
export async function actIn(trx: Kysely<Tables>, id: string, decide: Decide, at: Date): Promise<Acted> {
  const row = await lock(trx, id);
  if (!row) return { refused: "unknown" };
  const change = decide(currentOf(row));
  if ("refused" in change) return change;
  if (change.into !== undefined) {
    const target = await lock(trx, change.into);
    if (!target) return { refused: "unknown" };
    // One that is a duplicate itself has nobody to look after it.
    if (target.duplicate_of !== null) return { refused: "not_now" };
    // Nobody works on it any more, so whoever follows would wait for nothing.
    if (statusOf(target.state) === "closed") return { refused: "into_closed" };
  }
  return writeChange(trx, { row, change, at });
}

const locked = [
  "id",
  "service",
  "kind",
  "state",
  "state_since",
  "version",
  "agency_responsible",
  "forwarded",
  "asked_in",
  "duplicate_of",
] as const;

export type LockedRow = Pick<Selectable<Tables["service_requests"]>, (typeof locked)[number]>;

/** Its row, which nobody else changes until this transaction ends. */
export function lock(trx: Kysely<Tables>, id: string): Promise<LockedRow | undefined> {
  return trx
    .selectFrom("service_requests")
    .select(locked)
    .where("id", "=", id)
    .modifyEnd(sql`for no key update`)
    .executeTakeFirst();
}

export function currentOf({ id, service, kind, state, version, forwarded, ...row }: LockedRow): Current {
  return {
    ...{ id, service, kind, state, version, forwarded },
    stateSince: row.state_since,
    unit: row.agency_responsible,
    ...(row.asked_in !== null && { askedIn: row.asked_in }),
  };
}
