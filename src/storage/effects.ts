import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Effect, NewContactTask, NewServiceRequest } from "../conversation/outcome";
import { raiseAlert } from "./alerts";
import { json } from "./json";
import { proposeLabel } from "./proposedLabels";
import type { Tables } from "./tables";
import type { Transaction } from "./transact";

/** Makes the number residents get out of the year and the running number within it. */
export type FormatNumber = (year: number, n: number) => string;

type Doing = { transaction: Pick<Transaction, "db">; conversationId: string; at: Date; formatNumber: FormatNumber };

/** The numbers of the service requests filed, and whether staff has something new to look at at once. */
type Done = { filed: string[]; alerted: boolean };

/** Carries out what a turn decided, each effect once however often the turn is repeated. */
export async function carryOut(effects: Effect[], doing: Doing): Promise<Done> {
  const done: Done = { filed: [], alerted: false };
  for (const effect of effects) await carryOutOne(effect, doing, done);
  return done;
}

async function carryOutOne(effect: Effect, doing: Doing, done: Done): Promise<void> {
  switch (effect.kind) {
    case "file_service_request":
      done.filed.push(await fileServiceRequest(effect.request, doing));
      return;
    case "leave_contact":
      return leaveContact(effect.task, doing);
    case "alert":
      if (await raiseAlert(doing.transaction.db(), effect.alert, doing)) done.alerted = true;
      return;
    case "propose_label":
      return proposeLabel(doing.transaction.db(), effect.label, doing);
  }
}

async function fileServiceRequest(request: NewServiceRequest, doing: Doing): Promise<string> {
  const { conversationId, at, formatNumber } = doing;
  const trx = doing.transaction.db();
  const first = await trx
    .selectFrom("service_requests")
    .select("id")
    .where("same_as", "=", request.sameAs)
    .executeTakeFirst();
  if (first) return first.id;
  const year = yearInPoland(at);
  const id = formatNumber(year, await nextNumber(trx, year));
  const now = { status: "open", status_notes: "", agency_responsible: request.unit } as const;
  await trx
    .insertInto("service_requests")
    .values({
      id,
      same_as: request.sameAs,
      conversation_id: conversationId,
      service: request.service,
      kind: request.kind,
      service_version: request.serviceVersion,
      routed_because: request.routedBecause,
      description: request.description,
      place: request.place,
      answers: json(request.answers),
      contact: json(request.contact),
      attachments: json(request.attachments),
      language: request.language,
      requested_at: at,
      updated_at: at,
      ...now,
    })
    .execute();
  await trx
    .insertInto("service_request_events")
    .values({ service_request_id: id, number: 1, at, actor: "resident", kind: "filed", ...now })
    .execute();
  return id;
}

/** The next number of the year, from 1. Its row stays locked until the commit, so numbers have neither doubles nor gaps. */
async function nextNumber(trx: Kysely<Tables>, year: number): Promise<number> {
  const { last } = await trx
    .insertInto("service_request_counters")
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column("year").doUpdateSet({ last: sql`service_request_counters.last + 1` }))
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

const polishYear = new Intl.DateTimeFormat("en", { timeZone: "Europe/Warsaw", year: "numeric" });

function yearInPoland(at: Date): number {
  return Number(polishYear.format(at));
}

async function leaveContact(task: NewContactTask, { transaction, conversationId, at }: Doing): Promise<void> {
  await transaction
    .db()
    .insertInto("contact_tasks")
    .values({
      id: randomUUID(),
      same_as: task.sameAs,
      conversation_id: conversationId,
      contact: task.contact,
      matter: task.matter,
      language: task.language,
      created_at: at,
    })
    .onConflict((conflict) => conflict.column("same_as").doNothing())
    .execute();
}
