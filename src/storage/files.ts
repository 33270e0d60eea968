import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Files } from "../conversation/files";
import { UnknownConversation } from "../inbox/doors";
import { hasCode } from "./hasCode";
import { storable } from "./json";
import type { Tables } from "./tables";

const FOREIGN_KEY_VIOLATION = "23503";

/** Residents' files, kept in the database so that every process sees them. */
export function openFiles(db: Kysely<Tables>): Files {
  return {
    async save(conversationId, { name, contentType, bytes }) {
      const attachment = { id: randomUUID(), name: storable(name), contentType, sizeBytes: bytes.length };
      const row = {
        id: attachment.id,
        conversation_id: conversationId,
        name: attachment.name,
        content_type: contentType,
        size_bytes: bytes.length,
        bytes,
      };
      try {
        await db.insertInto("files").values(row).execute();
      } catch (error) {
        throw hasCode(error, FOREIGN_KEY_VIOLATION) ? new UnknownConversation(conversationId) : error;
      }
      return attachment;
    },
    async load(conversationId, id) {
      const row = await db
        .selectFrom("files")
        .select(["name", "content_type", "size_bytes", "bytes"])
        .where("id", "=", id)
        .where("conversation_id", "=", conversationId)
        .executeTakeFirst();
      if (!row) return undefined;
      const { name, content_type: contentType, size_bytes: sizeBytes, bytes } = row;
      return { attachment: { id, name, contentType, sizeBytes }, bytes };
    },
  };
}
