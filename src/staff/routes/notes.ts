import type { z } from "zod";
import { rightsOf } from "../account";
import { keyedId } from "../keyedId";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, withBody } from "../route";
import { noteView } from "../views";
import { NoteBody, TagsBody } from "../wire";

const TAGS_AT_MOST = 20;

/** A private note; those it mentions are told. */
const addNote = withBody<Call, z.infer<typeof NoteBody>>(NoteBody, async (call, { key, ...said }, parts) => {
  const { account } = call.session;
  const conversationId = call.params.id ?? "";
  const mentions = [...new Set(said.mentions)];
  if (!(await readTheDesk(mentions, parts))) return refuse(400, { code: "wrong_body", fields: ["mentions"] });
  const id = keyedId(conversationId, account.id, key);
  const note = { id, conversationId, text: said.text, byId: account.id, mentions, at: parts.now() };
  if (!(await parts.store.notes.add(note))) return refuse(404, { code: "not_found" });
  await parts.bus.publish("changed", conversationId);
  if (mentions.length > 0) await parts.bus.publish("queue", "");
  parts.log.info("staff_noted", { conversation: conversationId, by: account.id });
  return ok(noteView({ ...note, by: account.name }));
});

/** Whether all of them exist and may read what they are pointed to. */
async function readTheDesk(accountIds: string[], { store }: StaffParts): Promise<boolean> {
  const accounts = await Promise.all(accountIds.map((id) => store.accounts.withId(id)));
  return accounts.every((account) => {
    const settled = account && { ...account, mustChangePassword: false };
    return settled && !settled.disabled && rightsOf(settled, []).includes("read_desk");
  });
}

async function seeMention({ session, params }: Call, { store, bus, now }: StaffParts): Promise<Answer> {
  await store.notes.seen(params.noteId ?? "", session.account.id, now());
  await bus.publish("queue", "");
  return ok({});
}

/** Puts tags on a conversation and takes them off. */
const tag = withBody<Call, z.infer<typeof TagsBody>>(TagsBody, async ({ session, params }, wanted, parts) => {
  const id = params.id ?? "";
  const change = { add: tidied(wanted.add), remove: tidied(wanted.remove), most: TAGS_AT_MOST };
  const result = await parts.store.desk.tag(id, change);
  if (result.kind !== "tagged") return refuse(result.kind === "not_found" ? 404 : 400, { code: result.kind });
  await parts.bus.publish("changed", id);
  await parts.bus.publish("queue", "");
  parts.log.info("staff_tagged", { conversation: id, by: session.account.id });
  return ok({ tags: result.tags });
});

const tidied = (tags: string[]) => [...new Set(tags.map((one) => one.replace(/\s+/g, " ").trim()))];

export const notesRoutes: Route[] = [
  { method: "POST", path: "conversations/:id/notes", right: "work_desk", handle: addNote, what: "a private note" },
  { method: "POST", path: "mentions/:noteId/seen", right: "work_desk", handle: seeMention, what: "I have read it" },
  { method: "POST", path: "conversations/:id/tags", right: "work_desk", handle: tag, what: "tags on and off" },
];
