import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Block, NewBlock, StaffBlocks } from "../staff/doors";
import { storable } from "./json";
import type { Tables } from "./tables";

/** Residents whose messages are not answered for a while. */
export function staffBlocks(db: Kysely<Tables>): StaffBlocks {
  const blocks = allBlocks(db);
  return {
    async lift(id, accountId, at) {
      const { numUpdatedRows } = await db
        .updateTable("blocks")
        .set({ lifted_by: accountId, lifted_at: at })
        .where("id", "=", id)
        .where("lifted_at", "is", null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },

    async of(conversationId, at) {
      const row = await blocks
        .innerJoin("conversations as conversation", (join) =>
          join
            .onRef("conversation.channel", "=", "block.channel")
            .onRef("conversation.resident_id", "=", "block.resident_id"),
        )
        .where("conversation.id", "=", conversationId)
        .where("block.lifted_at", "is", null)
        .where("block.until", ">", at)
        .orderBy("block.until", "desc")
        .limit(1)
        .executeTakeFirst();
      return row && blockOf(row);
    },

    async all(at, most) {
      const rows = await blocks
        .orderBy(({ eb, and }) => and([eb("block.lifted_at", "is", null), eb("block.until", ">", at)]), "desc")
        .orderBy("block.at", "desc")
        .orderBy("block.id")
        .limit(most)
        .execute();
      return rows.map(blockOf);
    },
  };
}

function allBlocks(db: Kysely<Tables>) {
  return db
    .selectFrom("blocks as block")
    .innerJoin("staff_accounts as account", "account.id", "block.account_id")
    .leftJoin("staff_accounts as lifter", "lifter.id", "block.lifted_by")
    .selectAll("block")
    .select(["account.display_name", "lifter.display_name as lifter"]);
}

type Blocked = { id: string; channel: string; residentId: string };

/** Blocks the resident of a conversation. */
export async function addBlock(
  trx: Kysely<Tables>,
  { id: conversationId, channel, residentId }: Blocked,
  { until, reason, accountId, at }: NewBlock & { at: Date },
): Promise<Block> {
  const id = randomUUID();
  const who = { channel, resident_id: residentId, conversation_id: conversationId, account_id: accountId };
  await trx
    .insertInto("blocks")
    .values({ id, ...who, until, reason: storable(reason), at })
    .execute();
  return blockOf(await allBlocks(trx).where("block.id", "=", id).executeTakeFirstOrThrow());
}

type Row = {
  id: string;
  channel: string;
  conversation_id: string | null;
  until: Date;
  reason: string;
  at: Date;
  lifted_at: Date | null;
  display_name: string;
  lifter: string | null;
};

function blockOf(row: Row): Block {
  const { id, channel, conversation_id, until, reason, at, lifted_at, display_name, lifter } = row;
  return {
    id,
    channel,
    until,
    reason,
    by: display_name,
    at,
    ...(conversation_id !== null && { conversationId: conversation_id }),
    ...(lifted_at && { lifted: { by: lifter ?? "", at: lifted_at } }),
  };
}
