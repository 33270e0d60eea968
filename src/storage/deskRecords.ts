import { type Kysely, type Selectable, sql } from "kysely";
import { z } from "zod";
import { Attachment } from "../conversation/message";
import type { ContactTask, Filed, StaffDesk, Thought } from "../staff/doors";
import { KeptIntent } from "./recordedDecision";
import type { Tables } from "./tables";

/** The part of a turn record that staff is shown. */
const Record = z.object({
  understanding: z.object({
    maskedText: z.string(),
    candidates: z.array(
      z.object({
        intent: KeptIntent,
        confidence: z.number(),
      }),
    ),
  }),
  decided: z.object({
    decision: z.object({ kind: z.string() }),
    because: z.string(),
    rejected: z.array(z.object({ intent: KeptIntent, confidence: z.number(), why: z.string() })),
  }),
});

/** What the bot made of the messages of a conversation, newest first. */
export async function turnRecords(db: Kysely<Tables>, id: string, most: number): Promise<Thought[]> {
  const rows = await db
    .selectFrom("turn_records")
    .select(["seq", "at", "record"])
    .where("conversation_id", "=", id)
    .orderBy("seq", "desc")
    .limit(most)
    .execute();
  return rows.map(({ seq, at, record }) => {
    const { understanding, decided } = Record.parse(record);
    const { decision, because, rejected } = decided;
    return { seq, at, ...understanding, decision: decision.kind, because, rejected };
  });
}

const Contact = z.object({ phone: z.string().optional(), email: z.string().optional() });

/** Service requests, newest first. */
export async function filedRequests(
  db: Kysely<Tables>,
  { conversationId, before, most }: Parameters<StaffDesk["serviceRequests"]>[0],
): Promise<Filed[]> {
  const rows = await db
    .selectFrom("service_requests")
    .selectAll()
    .$if(conversationId !== undefined, (query) => query.where("conversation_id", "=", conversationId ?? ""))
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(requested_at, id) < (select requested_at, id from service_requests where id = ${before})`,
      ),
    )
    .orderBy("requested_at", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  return rows.map(filedOf);
}

function filedOf(row: Selectable<Tables["service_requests"]>): Filed {
  const { phone, email } = Contact.parse(row.contact);
  return {
    service_request_id: row.id,
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    service: row.service,
    kind: row.kind,
    status: row.status,
    status_notes: row.status_notes,
    agency_responsible: row.agency_responsible,
    description: row.description,
    place: row.place,
    contact: { ...(phone && { phone }), ...(email && { email }) },
    attachments: Attachment.array().parse(row.attachments),
    requestedAt: row.requested_at,
  };
}

/** Residents who wait to be called back. */
export function contactTasks(
  db: Kysely<Tables>,
): Pick<StaffDesk, "contactTasks" | "openContactTasks" | "finishContactTask"> {
  const tasks = db
    .selectFrom("contact_tasks as task")
    .leftJoin("contact_task_results as result", "result.task_id", "task.id")
    .leftJoin("staff_accounts as account", "account.id", "result.account_id")
    .selectAll("task")
    .select(["result.result", "account.display_name"]);
  return {
    async contactTasks({ done, most }) {
      const rows = done
        ? tasks.where("task.done_at", "is not", null).orderBy("task.done_at", "desc")
        : tasks.where("task.done_at", "is", null).orderBy("task.created_at");
      return (await rows.limit(most).execute()).map(taskOf);
    },

    async openContactTasks() {
      const { open } = await db
        .selectFrom("contact_tasks")
        .select(({ fn }) => fn.countAll<number>().as("open"))
        .where("done_at", "is", null)
        .executeTakeFirstOrThrow();
      return open;
    },

    finishContactTask: (id, { accountId, result }, at) =>
      db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("contact_tasks")
          .set({ done_at: at, done_by: accountId })
          .where("id", "=", id)
          .where("done_at", "is", null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return "not_found";
        await trx
          .insertInto("contact_task_results")
          .values({ task_id: id, account_id: accountId, result, at })
          .execute();
        return "done";
      }),
  };
}

type TaskRow = Selectable<Tables["contact_tasks"]> & {
  result: Tables["contact_task_results"]["result"] | null;
  display_name: string | null;
};

function taskOf(row: TaskRow): ContactTask {
  const { result, display_name: by, done_at: at } = row;
  return {
    id: row.id,
    ...(row.conversation_id !== null && { conversationId: row.conversation_id }),
    contact: row.contact,
    matter: row.matter,
    language: row.language,
    createdAt: row.created_at,
    ...(result !== null && at !== null && { done: { result, by: by ?? "", at } }),
  };
}
