import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { ServiceRequestStore } from "../../serviceRequests/doors";
import { json, storable } from "../json";
import type { Tables } from "../tables";

type Beside = Pick<ServiceRequestStore, "set" | "notes" | "addNote" | "support">;

/** What stands beside the life cycle: what staff set and noted, and who supports an idea. */
export const besideLifeCycle = (db: Kysely<Tables>): Beside => ({
  async set(id, values) {
    const { assignedTo, dueAt, publicText, publicPhotos, public: isPublic } = values;
    const set = {
      ...(assignedTo !== undefined && { assigned_to: assignedTo }),
      ...(dueAt !== undefined && { due_at: dueAt }),
      ...(publicText !== undefined && { public_text: publicText === null ? null : storable(publicText) }),
      ...(publicPhotos !== undefined && { public_photos: json(publicPhotos) }),
      ...(isPublic !== undefined && { public: isPublic }),
      // Whoever asks what changed since then finds what was released, too.
      ...((publicText ?? publicPhotos ?? isPublic) !== undefined && {
        updated_at: sql<Date>`greatest(updated_at, now())`,
      }),
    };
    if (Object.keys(set).length === 0) return (await requestCalled(db, id)) !== undefined;
    const { numUpdatedRows } = await db
      .updateTable("service_requests")
      .set(set)
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  },

  async notes(id) {
    const rows = await db
      .selectFrom("service_request_notes as note")
      .innerJoin("staff_accounts as account", "account.id", "note.account_id")
      .select(["note.id", "note.account_id as accountId", "account.display_name as author", "note.text", "note.at"])
      .where("note.service_request_id", "=", id)
      .orderBy("note.at")
      .orderBy("note.id")
      .execute();
    return rows;
  },

  async addNote(id, { accountId, text }, at) {
    const note = { id: randomUUID(), service_request_id: id, account_id: accountId, text: storable(text), at };
    await db.insertInto("service_request_notes").values(note).execute();
  },

  async support(id, supporter, at) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("idea_supports")
      .values({ service_request_id: id, supporter, at })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    const { supporters } = await db
      .selectFrom("idea_supports")
      .select(({ fn }) => fn.countAll<number>().as("supporters"))
      .where("service_request_id", "=", id)
      .executeTakeFirstOrThrow();
    return { supporters, already: numInsertedOrUpdatedRows === 0n };
  },
});

const requestCalled = (db: Kysely<Tables>, id: string) =>
  db.selectFrom("service_requests").select("id").where("id", "=", id).executeTakeFirst();
