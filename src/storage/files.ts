import { randomUUID } from "node:crypto";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Files } from "../conversation/files";
import type { Log } from "../conversation/log";
import type { Attachment } from "../conversation/message";
import { Refusal } from "../conversation/refusal";
import { UnknownConversation } from "../inbox/doors";
import type { Bytes, KeptIn } from "./bytes/openBytes";
import { hasCode } from "./hasCode";
import { storable } from "./json";
import type { Tables } from "./tables";

const FOREIGN_KEY_VIOLATION = "23503";

type NewFile = { name: string; contentType: string; bytes: Buffer };
type Owner = { conversation_id: string } | { service_request_id: string };

/** Files of conversations and of service requests. */
export type KeptFiles = {
  save(owner: Owner, file: NewFile): Promise<Attachment>;
  /** Takes away one that was saved a moment ago and that nobody was told of. */
  discard(id: string): Promise<void>;
  /** `mayBeSeen`: what must hold for its row in `files`. */
  load(id: string, mayBeSeen: RawBuilder<boolean>): Promise<{ attachment: Attachment; bytes: Buffer } | undefined>;
};

/** Residents' files, by the conversation they were sent in. */
export const openFiles = (files: KeptFiles): Files => ({
  save: (conversationId, file) =>
    files.save({ conversation_id: conversationId }, file).catch((error: unknown) => {
      throw hasCode(error, FOREIGN_KEY_VIOLATION) ? new UnknownConversation(conversationId) : error;
    }),
  load: (conversationId, id) => files.load(id, sql`conversation_id = ${conversationId}`),
});

/** Who may see files is a row in the database, their bytes lie where the row says. */
export function keepFiles(db: Kysely<Tables>, bytes: Bytes, log: Log): KeptFiles {
  const tried = <T>(what: "save" | "load", keptIn: KeptIn, task: () => Promise<T>): Promise<T> =>
    task().catch((error: unknown) => {
      log.error("file_store_failed", { what, keptIn, error: String(error) });
      throw storeDown();
    });
  const storeOf = (keptIn: KeptIn) => {
    const store = bytes.stores[keptIn];
    if (store) return store;
    log.error("file_store_not_set", { keptIn });
    throw storeDown();
  };

  const discard = async (id: string) => {
    // As far as that goes; what stays has an id nobody was told.
    await storeOf(bytes.newOnes)
      .delete(id)
      .catch(() => undefined);
    await db
      .deleteFrom("files")
      .where("id", "=", id)
      .execute()
      .catch(() => undefined);
  };

  return {
    discard,
    async save(owner, { name, contentType, bytes: content }) {
      const attachment = { id: randomUUID(), name: storable(name), contentType, sizeBytes: content.length };
      const { id } = attachment;
      const keptIn = bytes.newOnes;
      const store = storeOf(keptIn);
      await addRow(db, owner, { ...attachment, keptIn });
      try {
        await tried("save", keptIn, () => store.put(id, content, contentType));
      } catch (error) {
        await discard(id);
        throw error;
      }
      return attachment;
    },
    async load(id, mayBeSeen) {
      const row = await db
        .selectFrom("files")
        .select(["name", "content_type", "size_bytes", "kept_in"])
        .where("id", "=", id)
        .where(mayBeSeen)
        .executeTakeFirst();
      if (!row) return undefined;
      const { name, content_type: contentType, size_bytes: sizeBytes, kept_in: keptIn } = row;
      const content = await tried("load", keptIn, () => storeOf(keptIn).get(id));
      if (!content) {
        log.error("file_lost", { file: id, keptIn });
        throw new Refusal(410, "FileLost", "The content of this file is not there any more. Please send it again.");
      }
      return { attachment: { id, name, contentType, sizeBytes }, bytes: content };
    },
  };
}

type NewRow = { id: string; name: string; contentType: string; sizeBytes: number; keptIn: KeptIn };

async function addRow(db: Kysely<Tables>, owner: Owner, row: NewRow): Promise<void> {
  const { id, name, contentType: content_type, sizeBytes: size_bytes, keptIn: kept_in } = row;
  await db
    .insertInto("files")
    .values({ id, ...owner, name, content_type, size_bytes, kept_in })
    .execute();
}

const storeDown = () =>
  new Refusal(503, "FilesUnavailable", "Files cannot be reached just now. Try again in a few minutes.", {
    "Retry-After": "60",
  });
