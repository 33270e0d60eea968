import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { UnitDeliveries, UnitDelivery } from "../../serviceRequests/doors";
import { json, storable } from "../json";
import type { Tables } from "../tables";
import { abroad, ofRequest, stuck } from "./deliveryLists";
import { tellLate } from "./tellOldUnit";
import { releaseWaiting } from "./waiting";

const LONGEST_REASON = 500;
const SentTo = z.array(z.string());

/** What is to be brought to units; rows are made where service requests are filed and acted on. */
export function unitDeliveries(db: Kysely<Tables>): UnitDeliveries {
  const one = (id: string) => db.updateTable("unit_deliveries").where("id", "=", id);
  return {
    take: (now, most, leaseSeconds) => take(db, now, { most, leaseSeconds }),

    async done(id, at, { sentTo }) {
      const brought = { state: "done" as const, done_at: at, reason: null, sent_to: json(sentTo) };
      const { numUpdatedRows } = await one(id).where("state", "=", "due").set(brought).executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) return;
      // What was held back while it was on its way arrived after all.
      await db.transaction().execute(async (trx) => {
        const held = trx.updateTable("unit_deliveries").where("id", "=", id).where("state", "=", "withheld");
        await held.set(brought).execute();
        await tellLate(trx, id, at);
      });
    },

    async failed(id, at, { reason, sentTo, retryAt }) {
      const next = retryAt ? { due_at: retryAt } : { state: "given_up" as const };
      await one(id)
        .where("state", "=", "due")
        .set({ ...next, ...failure(reason), sent_to: json(sentTo), first_failed_at: firstOf(at) })
        .execute();
    },

    async withheld(id, why, at) {
      const kept = { state: "withheld" as const, reason: why, done_at: at };
      await one(id).where("state", "=", "due").set(kept).execute();
    },

    async bounced(id, reason, at) {
      await one(id)
        .set({ state: "given_up", ...failure(reason), first_failed_at: firstOf(at) })
        .execute();
    },

    async named(id, externalId) {
      await one(id)
        .set({ external_id: storable(externalId) })
        .execute();
    },

    abroad: (unit, page) => abroad(db, unit, page),
    stuck: (now) => stuck(db, now),
    ofRequest: (id) => ofRequest(db, id),
    release: (units, at) => releaseWaiting(db, units, at),

    async find(id) {
      const found = db.selectFrom("unit_deliveries").select(["service_request_id as serviceRequestId", "unit"]);
      return found.where("id", "=", id).executeTakeFirst();
    },

    async seen(source, externalId, at) {
      const added = await db
        .insertInto("seen_answers")
        .values({ source, external_id: storable(externalId), at })
        .onConflict((conflict) => conflict.doNothing())
        .returning("at")
        .executeTakeFirst();
      return added !== undefined;
    },
  };
}

const failure = (reason: string) => ({ reason: storable(reason).slice(0, LONGEST_REASON) });
const firstOf = (at: Date) => sql<Date>`coalesce(first_failed_at, ${at}::timestamptz)`;

/** The number the matter got in the unit's own system by an earlier delivery. */
const numberThere = sql<string | null>`(select known.external_id from unit_deliveries known
  where known.service_request_id = unit_deliveries.service_request_id and known.unit = unit_deliveries.unit
    and known.external_id is not null and known.event < unit_deliveries.event
  order by known.event desc limit 1)`;

type Wish = { most: number; leaseSeconds: number };

/** One recipient that has it is enough for what follows: a dead mailbox beside it must not hold back an answer. */
const nobodyHasIt = sql<boolean>`not exists (
  select from jsonb_array_elements_text(earlier.sent_to) as recipient where recipient not like 'refused %')`;

/** What one process has locked another skips; what was brought up earlier for the same unit and matter goes first. */
async function take(db: Kysely<Tables>, now: Date, { most, leaseSeconds }: Wish): Promise<UnitDelivery[]> {
  const leasedUntil = new Date(now.getTime() + leaseSeconds * 1000);
  const rows = await db
    .with("first", (query) =>
      query
        .selectFrom("unit_deliveries as delivery")
        .select("delivery.id")
        .where("delivery.state", "=", "due")
        .where("delivery.due_at", "<=", now)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("unit_deliveries as earlier")
                .select("earlier.id")
                .whereRef("earlier.service_request_id", "=", "delivery.service_request_id")
                .whereRef("earlier.unit", "=", "delivery.unit")
                .whereRef("earlier.event", "<", "delivery.event")
                .where("earlier.state", "=", "due")
                .where(nobodyHasIt),
            ),
          ),
        )
        .orderBy("delivery.due_at")
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable("unit_deliveries")
    .from("first")
    .set({ due_at: leasedUntil, attempts: sql`unit_deliveries.attempts + 1` })
    .whereRef("unit_deliveries.id", "=", "first.id")
    .returning([
      ...(["unit_deliveries.id", "service_request_id", "event", "unit", "attempts", "sent_to"] as const),
      ...(["first_failed_at", "created_at"] as const),
      numberThere.as("external_id"),
    ])
    .execute();
  return rows
    .sort((a, b) => a.created_at.getTime() - b.created_at.getTime())
    .map(({ id, service_request_id, event, unit, attempts, sent_to, first_failed_at, external_id }) => ({
      ...{ id, serviceRequestId: service_request_id, event, unit, attempt: attempts },
      sentTo: SentTo.parse(sent_to),
      ...(first_failed_at && { firstFailedAt: first_failed_at }),
      ...(external_id !== null && { externalId: external_id }),
    }));
}
