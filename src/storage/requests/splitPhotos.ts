import { type Kysely, sql } from "kysely";
import type { Attachment } from "../../conversation/message";
import type { KeptFiles } from "../files";
import type { Tables } from "../tables";
import { eventsOf, requestOf, wholeRows } from "./rowOf";

/** Files as the second matter has them. `copies`: those of them that are to become its own. */
export type Along = { attachments: Attachment[]; copies: string[] };

type Chosen = { id: string; photos: string[] };

/**
 * Gets the chosen files ready to go along. Those of a chat belong to its conversation, which goes along itself; of the
 * first matter's own ones copies are made, outside any transaction because bytes take their time. Until they are given
 * away they lie with the first matter, under ids nobody was told.
 */
export async function takeAlong(db: Kysely<Tables>, files: KeptFiles, { id, photos }: Chosen): Promise<Along> {
  const row = photos.length > 0 && (await wholeRows(db).where("request.id", "=", id).executeTakeFirst());
  const along: Along = { attachments: [], copies: [] };
  if (!row) return along;
  const { attachments, conversationId } = requestOf(row);
  const said = (await eventsOf(db, id)).flatMap((event) => event.attachments);
  const chosen = new Map(
    [...attachments, ...said].filter((one) => photos.includes(one.id)).map((one) => [one.id, one]),
  );
  try {
    for (const attachment of chosen.values()) {
      const owner = await ownerOf(db, attachment.id);
      const isOfChat = conversationId !== undefined && owner?.conversation_id === conversationId;
      const copy = owner?.service_request_id === id ? await copyOf(files, attachment.id, id) : undefined;
      along.attachments.push(...(isOfChat ? [attachment] : copy ? [copy] : []));
      if (copy) along.copies.push(copy.id);
    }
    return along;
  } catch (error) {
    await leaveBehind(db, files, { id, along });
    throw error;
  }
}

const ownerOf = (db: Kysely<Tables>, file: string) =>
  db.selectFrom("files").select(["conversation_id", "service_request_id"]).where("id", "=", file).executeTakeFirst();

async function copyOf(files: KeptFiles, file: string, id: string): Promise<Attachment | undefined> {
  const kept = await files.load(file, sql`service_request_id = ${id}`);
  if (!kept) return undefined;
  const { name, contentType } = kept.attachment;
  return files.save({ service_request_id: id }, { name, contentType, bytes: kept.bytes });
}

/** Takes the copies away again, where nothing came of it: those that still lie with the first matter. */
export async function leaveBehind(
  db: Kysely<Tables>,
  files: KeptFiles,
  { id, along: { copies } }: { id: string; along: Along },
): Promise<void> {
  if (copies.length === 0) return;
  const left = db.selectFrom("files").select("id").where("id", "in", copies).where("service_request_id", "=", id);
  // Whatever was the matter is told already; what stays has an id nobody knows.
  const rows = await left.execute().catch(() => []);
  await Promise.all(rows.map((copy) => files.discard(copy.id)));
}

/** Makes the copies the second matter's own, in its transaction. */
export async function giveAway(trx: Kysely<Tables>, { copies }: Along, to: string): Promise<void> {
  if (copies.length === 0) return;
  await trx.updateTable("files").set({ service_request_id: to }).where("id", "in", copies).execute();
}
