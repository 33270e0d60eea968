import { type Kysely, sql, type Transaction } from "kysely";
import { Memory } from "../conversation/conversation";
import type { Act, DeskChange, Locked, StaffDesk } from "../staff/doors";
import { appendEntries } from "./appendEntries";
import { closingOf, listed, listOf } from "./deskLists";
import { contactTasks, filedRequests, turnRecords } from "./deskRecords";
import { entriesAfter } from "./entryOf";
import { json } from "./json";
import type { Store } from "./store";
import type { Tables } from "./tables";

/** Conversations as consultants see and change them. */
export function staffDesk(store: Pick<Store, "db" | "onNews">): StaffDesk {
  const { db } = store;
  return {
    waiting: async (presentSince, most) =>
      (
        await listOf(db, presentSince)
          .where("conversation.waiting_since", "is not", null)
          .orderBy("conversation.waiting_since")
          .orderBy("conversation.id")
          .limit(most)
          .execute()
      ).map(listed),

    held: async (presentSince, most) =>
      (
        await listOf(db, presentSince)
          .where("conversation.consultant_id", "is not", null)
          .orderBy("conversation.created_at")
          .limit(most)
          .execute()
      ).map(listed),

    async open(presentSince, { before, most }) {
      const rows = await listOf(db, presentSince)
        .where("conversation.speaker", "<>", "closed")
        .$if(before !== undefined, (query) =>
          query.where(sql<boolean>`(conversation.created_at, conversation.id) < (${before?.at}, ${before?.id})`),
        )
        .orderBy("conversation.created_at", "desc")
        .orderBy("conversation.id", "desc")
        .limit(most)
        .execute();
      return rows.map(listed);
    },

    async find(id, presentSince) {
      const row = await listOf(db, presentSince).where("conversation.id", "=", id).executeTakeFirst();
      if (!row) return undefined;
      const closed = row.speaker === "closed" ? await closingOf(db, id) : undefined;
      return { ...listed(row), ...(closed && { closed }) };
    },

    entriesAfter: (id, seq, most) => entriesAfter(db, id, seq, most),
    act: (id, presentSince, decide, at) => act(store, { id, presentSince, at }, decide),
    turnRecords: (id, most) => turnRecords(db, id, most),
    serviceRequests: (wanted) => filedRequests(db, wanted),
    ...contactTasks(db),
  };
}

type Where = { id: string; presentSince: Date; at: Date };

async function act<Result>(
  { db, onNews }: Pick<Store, "db" | "onNews">,
  { id, presentSince, at }: Where,
  decide: (locked: Locked) => Promise<Act<Result>>,
): Promise<Result | undefined> {
  const done = await db.transaction().execute(async (trx) => {
    const locked = await lock(trx, id, presentSince);
    if (!locked) return undefined;
    const { result, change } = await decide(locked);
    return { result, seq: change && (await write(trx, id, change, at)) };
  });
  if (done?.seq !== undefined) onNews(id, done.seq);
  return done?.result;
}

async function lock(trx: Transaction<Tables>, id: string, presentSince: Date): Promise<Locked | undefined> {
  await trx.selectFrom("conversations").select("id").where("id", "=", id).forUpdate().execute();
  const row = await listOf(trx, presentSince).where("conversation.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  return {
    ...listed(row),
    entriesAfter: (seq, most) => entriesAfter(trx, id, seq, most),
    async entry(entryId) {
      const line = await trx
        .selectFrom("entries")
        .select("seq")
        .where("conversation_id", "=", id)
        .where("id", "=", entryId)
        .executeTakeFirst();
      return line && (await entriesAfter(trx, id, line.seq - 1, 1))[0];
    },
  };
}

async function write(trx: Kysely<Tables>, id: string, change: DeskChange, at: Date): Promise<number> {
  const { speaker, consultantId, memory, entry, closing } = change;
  const set = sql`, speaker = ${speaker}, consultant_id = ${consultantId ?? null}, waiting_since = null,
    memory = ${json(Memory.parse(memory))}::jsonb, version = version + 1`;
  const seq = await appendEntries(trx, { conversationId: id, entries: [entry], at, set });
  if (seq === undefined) throw new Error(`conversation ${id} vanished while it was locked`);
  if (closing) {
    const { accountId, ...said } = closing;
    const row = { ...said, conversation_id: id, seq, account_id: accountId, at };
    await trx.insertInto("conversation_closings").values(row).execute();
  }
  return seq;
}
