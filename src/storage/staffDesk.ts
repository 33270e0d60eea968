import { sql, type Transaction } from "kysely";
import type { Act, Locked, StaffDesk } from "../staff/doors";
import { deliveriesOf, reachOf } from "./deskDelivery";
import { earlierOf } from "./deskEarlier";
import { closingOf, listed, listOf } from "./deskLists";
import { deskFilters, deskPage } from "./deskPages";
import { contactTasks, filedRequests, turnRecords } from "./deskRecords";
import { tag } from "./deskTags";
import { writeAct } from "./deskWrite";
import { entriesAfter } from "./entryOf";
import type { Patience } from "./patience";
import { type FormatNumber, fileRequest } from "./requests/file";
import { addBlock } from "./staffBlocks";
import { hasRoom } from "./staffQueue";
import { hasTimer } from "./staffTimers";
import type { Store } from "./store";
import type { Tables } from "./tables";

type DeskStore = Pick<Store, "db" | "onNews"> & { formatNumber: FormatNumber; patience: Patience };

/** Conversations as consultants see and change them. */
export function staffDesk(store: DeskStore): StaffDesk {
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
          .orderBy(sql`desk.snoozed_until is not null`)
          .orderBy("conversation.created_at")
          .limit(most)
          .execute()
      ).map(listed),

    page: (presentSince, wanted) => deskPage(db, presentSince, wanted),
    filters: () => deskFilters(db),

    async find(id, presentSince) {
      const row = await listOf(db, presentSince).where("conversation.id", "=", id).executeTakeFirst();
      if (!row) return undefined;
      const closing = row.speaker === "closed" ? await closingOf(db, id) : undefined;
      return { ...listed(row), ...(closing && { closing }) };
    },

    earlier: (id, most) => earlierOf(db, id, most),
    tag: (id, change) => tag(db, id, change),
    entriesAfter: (id, seq, most) => entriesAfter(db, id, seq, most),
    act: (id, presentSince, decide, at) => act(store, { id, presentSince, at }, decide),
    deliveries: (id, most) => deliveriesOf(db, id, most),
    reach: (id) => reachOf(db, id),
    turnRecords: (id, most) => turnRecords(db, id, most),
    serviceRequests: (wanted) => filedRequests(db, wanted),
    ...contactTasks(db),
  };
}

type Where = { id: string; presentSince: Date; at: Date };

async function act<Result>(
  { db, onNews, formatNumber, patience }: DeskStore,
  { id, presentSince, at }: Where,
  decide: (locked: Locked) => Promise<Act<Result>>,
): Promise<Result | undefined> {
  const done = await db.transaction().execute(async (trx) => {
    const locked = await lock(trx, { id, presentSince, at }, { formatNumber, patience });
    if (!locked) return undefined;
    const { result, change } = await decide(locked);
    return { result, seq: change && (await writeAct(trx, { locked, change, at, patience })) };
  });
  if (done?.seq !== undefined) onNews(id, done.seq);
  return done?.result;
}

async function lock(
  trx: Transaction<Tables>,
  { id, presentSince, at }: Where,
  settings: Pick<DeskStore, "formatNumber" | "patience">,
): Promise<Locked | undefined> {
  await trx.selectFrom("conversations").select("id").where("id", "=", id).forUpdate().execute();
  const row = await listOf(trx, presentSince).where("conversation.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const known = listed(row);
  return {
    ...known,
    block: (block) => addBlock(trx, known.conversation, { ...block, at }),
    entriesAfter: (seq, most) => entriesAfter(trx, id, seq, most),
    async file(request, accountId) {
      const { formatNumber } = settings;
      const filing = { conversationId: id, at, accountId, formatNumber, source: "console" };
      return (await fileRequest(trx, request, filing)).id;
    },
    hasRoom: (accountId) => hasRoom(trx, accountId, presentSince),
    hasTimer: (timer) => hasTimer(trx, timer),
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
