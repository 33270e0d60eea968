import type { z } from "zod";
import { fileNameOf } from "../../conversation/fileType";
import type { Attachment } from "../../conversation/message";
import { type RefusedFile, takeFile } from "../../photos/takeFile";
import { presentSince } from "../deskNow";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, refuse, withBody } from "../route";
import { FileBody, type Refused } from "../wire";

/** A file the resident or a consultant sent in this conversation. */
export async function file({ params }: Call, { files }: StaffParts): Promise<Answer> {
  const found = await files.load(params.id ?? "", params.file ?? "");
  return found ? { ...ok({}), file: found } : refuse(404, { code: "not_found" });
}

/**
 * A consultant's file. It comes as base64 in JSON, because other sites' forms cannot send JSON to us. The resident gets
 * it with the words it is sent with.
 */
export const upload = withBody<Call, z.infer<typeof FileBody>>(FileBody, async (call, sent, parts) => {
  const id = call.params.id ?? "";
  const listed = await parts.store.desk.find(id, presentSince(parts));
  if (!listed) return refuse(404, { code: "not_found" });
  if (listed.holder?.id !== call.session.account.id)
    return refuse(409, { code: "not_yours", ...(listed.holder && { by: listed.holder.name }) });
  const most = parts.settings.uploadMegabytes * 1024 * 1024;
  if (Buffer.byteLength(sent.base64, "base64") > most)
    return refuse(413, { code: "file_refused", because: "too_large" });
  const taken = await takeFile(fileNameOf(sent.name), Buffer.from(sent.base64, "base64"));
  if ("refused" in taken) return refuse(...refusals[taken.refused]);
  const { name, contentType, bytes } = taken;
  const attachment = await parts.files.save(id, { name, contentType, bytes });
  parts.log.info("staff_file_added", { conversation: id, by: call.session.account.id });
  return ok(attachment);
});

const refusals: Record<RefusedFile["refused"], [status: number, refused: Refused]> = {
  wrong_kind: [415, { code: "file_refused", because: "wrong_type" }],
  not_a_picture: [415, { code: "file_refused", because: "wrong_type" }],
  broken: [415, { code: "file_refused", because: "unreadable" }],
  too_big: [413, { code: "file_refused", because: "too_large" }],
  too_many_pixels: [413, { code: "file_refused", because: "too_large" }],
};

/** The files of these ids, all of this conversation; undefined when one is not. */
export async function attachmentsOf(
  conversationId: string,
  ids: string[],
  { files }: StaffParts,
): Promise<Attachment[] | undefined> {
  const found = await Promise.all(ids.map((id) => files.load(conversationId, id)));
  const known = found.flatMap((one) => (one ? [one.attachment] : []));
  return known.length === ids.length ? known : undefined;
}
