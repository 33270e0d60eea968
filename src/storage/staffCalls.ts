import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { emptyMemory } from "../conversation/conversation";
import type { Effect } from "../conversation/outcome";
import type { NewCall, StaffCalls } from "../staff/doors";
import { appendEntries } from "./appendEntries";
import { carryOut, type Doing } from "./effects";
import { json } from "./json";
import type { Patience } from "./patience";
import type { FormatNumber } from "./requests/file";
import type { Store } from "./store";
import type { Tables } from "./tables";

type CallStore = Pick<Store, "db" | "onNews"> & { formatNumber: FormatNumber; patience: Patience };

/** Calls as consultants register them: conversations that are over when they are written. */
export function staffCalls({ db, onNews, formatNumber, patience }: CallStore): StaffCalls {
  return {
    async add(call, at) {
      const added = await db.transaction().execute(async (trx) => {
        if (!(await begin(trx, call, at))) return false;
        const transaction = { db: () => trx };
        await register(trx, call, { transaction, conversationId: call.id, at, formatNumber, patience });
        return true;
      });
      if (added) onNews(call.id, 1);
      return { added, ...(await numberOf(db, call.id)) };
    },
  };
}

/** Answers false when the call is there already. A second try waits here until the first is committed. */
async function begin(trx: Kysely<Tables>, { id, startedAt, language }: NewCall, at: Date): Promise<boolean> {
  const begun = await trx
    .insertInto("conversations")
    .values({
      id,
      channel: "phone",
      resident_id: `caller-${id}`,
      speaker: "closed",
      memory: json(emptyMemory(language)),
      created_at: startedAt,
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  return begun.numInsertedOrUpdatedRows === 1n;
}

async function register(trx: Kysely<Tables>, call: NewCall, doing: Doing): Promise<void> {
  const { id, accountId, by, request, task, note, closedAs } = call;
  const { at } = doing;
  const effects: Effect[] = [
    ...(request ? [{ kind: "file_service_request" as const, request }] : []),
    ...(task ? [{ kind: "leave_contact" as const, task }] : []),
  ];
  const { filed } = await carryOut(effects, { ...doing, accountId, source: "phone" });
  const line = { id: randomUUID(), author: "consultant" as const, authorName: by, text: call.summary(filed[0]?.id) };
  await appendEntries(trx, { conversationId: id, entries: [line], at });
  await trx
    .insertInto("conversation_closings")
    .values({ conversation_id: id, seq: 1, reason: closedAs, note, account_id: accountId, at })
    .execute();
  await trx.insertInto("calls").values(callOf(call, at)).execute();
  const [topic] = call.topics;
  await trx
    .insertInto("desk_conversations")
    .values({
      conversation_id: id,
      topic_kind: topic?.kind ?? null,
      topic_id: topic?.id ?? null,
      area: call.area ?? null,
      closed_at: at,
      closed_reason: closedAs,
    })
    .execute();
}

function callOf({ id, accountId, startedAt, topics, told, note, outcome }: NewCall, at: Date) {
  return {
    conversation_id: id,
    account_id: accountId,
    started_at: startedAt,
    ended_at: at,
    topics: json(topics),
    told: json(told),
    note,
    outcome,
  };
}

async function numberOf(db: Kysely<Tables>, conversationId: string): Promise<{ service_request_id?: string }> {
  const filed = await db
    .selectFrom("service_requests")
    .select("id as service_request_id")
    .where("conversation_id", "=", conversationId)
    .executeTakeFirst();
  return filed ?? {};
}
