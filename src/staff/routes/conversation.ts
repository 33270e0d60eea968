import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Conversation } from "../../conversation/conversation";
import type { SummaryNames } from "../../handoff/summary";
import { channelView } from "../channelView";
import { presentSince } from "../deskNow";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { close, handBack, say, takeOver } from "../turnTaking";
import { earlierView, entryView, noteView, queueItem, ratingView, serviceRequestView, thoughtView } from "../views";
import { CloseBody, type ConversationView, ReturnBody, SayBody } from "../wire";
import { act, addNote, refuseNotHolding } from "./deskAct";
import { attachmentsOf, file, upload } from "./files";

const ENTRIES_AT_MOST = 500;
const THOUGHTS_AT_MOST = 20;
const SERVICE_REQUESTS_AT_MOST = 20;
const NOTES_AT_MOST = 200;
const EARLIER_AT_MOST = 20;
const DELIVERIES_AT_MOST = 300;

/** One conversation; `?after=` leaves out entries the page has already. */
export async function conversation({ params, query }: Call, parts: StaffParts): Promise<Answer> {
  const id = params.id ?? "";
  const { desk } = parts.store;
  const { names } = parts.content();
  const listed = await desk.find(id, presentSince(parts));
  if (!listed) return refuse(404, { code: "not_found" });
  const after = /^\d{1,9}$/.test(query.after ?? "") ? Number(query.after) : 0;
  const { notes, ratings, blocks } = parts.store;
  const [entries, thoughts, filed, noted, earlier, rating, blocked, deliveries, reach] = await Promise.all([
    desk.entriesAfter(id, after, ENTRIES_AT_MOST),
    desk.turnRecords(id, THOUGHTS_AT_MOST),
    desk.serviceRequests({ conversationId: id, most: SERVICE_REQUESTS_AT_MOST }),
    notes.of(id, NOTES_AT_MOST),
    desk.earlier(id, EARLIER_AT_MOST),
    ratings.of(id),
    blocks.of(id, parts.now()),
    desk.deliveries(id, DELIVERIES_AT_MOST),
    desk.reach(id),
  ]);
  const { closing } = listed;
  const view: ConversationView = {
    ...queueItem(listed, names),
    ...dialogView(listed.conversation, names),
    entries: entries.map(entryView),
    ...channelView({ channel: listed.conversation.channel, deliveries, reach, filed }, parts),
    thoughts: thoughts.map((thought) => thoughtView(thought, names)),
    serviceRequests: filed.map((one) => serviceRequestView(one, names)),
    notes: noted.map(noteView),
    earlier: earlier.map((one) => earlierView(one, names)),
    ...(rating && { rating: ratingView(rating) }),
    ...(blocked && { blocked: { id: blocked.id, until: blocked.until.toISOString(), by: blocked.by } }),
    ...(closing && {
      closing: { reason: closing.reason, note: closing.note, by: closing.by, at: closing.at.toISOString() },
    }),
  };
  return ok(view);
}

function dialogView({ memory }: Conversation, names: SummaryNames): Pick<ConversationView, "filled" | "dialog"> {
  const { dialog } = memory;
  if (!dialog) return { filled: [] };
  const filled = Object.entries(dialog.answers)
    .filter(([, value]) => value !== "")
    .map(([slot]) => ({ label: names.slot(dialog, slot), value: names.answer(dialog, slot) }));
  return { filled, dialog: dialog.service ? names.service(dialog.service) : names.dialog(dialog.dialog) };
}

/** Who takes over has seen the conversation's alerts, too. */
async function take(call: Call, parts: StaffParts): Promise<Answer> {
  const { account } = call.session;
  const result = await act(call, parts, "staff_took_over", (locked) => takeOver(locked, account));
  if (!result) return refuse(404, { code: "not_found" });
  if (result.kind === "held") return refuse(409, { code: "held", by: result.by });
  if (result.kind === "closed") return refuse(409, { code: "closed" });
  const seen = await parts.store.alerts.seeAllOf(call.params.id ?? "", account.id, parts.now());
  if (seen > 0) await parts.bus.publish("queue", "");
  return conversation(call, parts);
}

const speak = withBody<Call, z.infer<typeof SayBody>>(SayBody, async (call, words, parts) => {
  const attachments = await attachmentsOf(call.params.id ?? "", words.attachments, parts);
  if (!attachments) return refuse(400, { code: "wrong_body", fields: ["attachments"] });
  const said = { ...words, attachments };
  const result = await act(call, parts, "staff_said", (locked) => say(locked, call.session.account, said));
  if (!result) return refuse(404, { code: "not_found" });
  if (result.kind === "said") return ok({ seq: result.seq });
  if (result.kind !== "stale") return refuseNotHolding(result);
  return refuse(409, { code: "stale", missed: result.missed.map(entryView), lastSeq: result.lastSeq });
});

/** Back to the bot; a note stays with the conversation. */
const giveBack = withBody<Call, z.infer<typeof ReturnBody>>(ReturnBody, async (call, { note }, parts) => {
  const { dialogs } = parts.content();
  const { account } = call.session;
  const result = await act(call, parts, "staff_handed_back", (locked) => handBack(locked, account, dialogs));
  if (!result) return refuse(404, { code: "not_found" });
  if (result.kind !== "left") return refuseNotHolding(result);
  await addNote(call, parts, randomUUID(), note);
  return ok({});
});

const finish = withBody<Call, z.infer<typeof CloseBody>>(CloseBody, async (call, ending, parts) => {
  const result = await act(call, parts, "staff_closed", (locked) => close(locked, call.session.account, ending));
  if (!result) return refuse(404, { code: "not_found" });
  return result.kind === "left" ? ok({}) : refuseNotHolding(result);
});

/** Tells the resident that a consultant is writing; nothing is stored. */
async function typing({ session, params }: Call, parts: StaffParts): Promise<Answer> {
  const id = params.id ?? "";
  const listed = await parts.store.desk.find(id, presentSince(parts));
  if (!listed) return refuse(404, { code: "not_found" });
  if (listed.holder?.id !== session.account.id) return refuse(409, { code: "not_yours" });
  await parts.bus.publish("typing", `${id}:consultant`);
  return ok({});
}

const fileOf = ({ params }: Call) => ({ kind: "file", id: `${params.id}/${params.file}` });

export const conversationRoutes: Route[] = [
  {
    method: "GET",
    path: "conversations/:id",
    right: "read_desk",
    handle: conversation,
    what: "one, ?after=seq",
    audit: { act: "looked_at_conversation", subject: subjectOf("conversation"), isLook: true },
  },
  {
    method: "GET",
    path: "conversations/:id/files/:file",
    right: "read_desk",
    handle: file,
    what: "a file from it",
    audit: { act: "looked_at_file", subject: fileOf, isLook: true },
  },
  { method: "POST", path: "conversations/:id/files", right: "work_desk", handle: upload, what: "a file to send" },
  {
    method: "POST",
    path: "conversations/:id/take",
    right: "work_desk",
    handle: take,
    what: "take over",
    audit: { act: "took_over", subject: subjectOf("conversation") },
  },
  { method: "POST", path: "conversations/:id/say", right: "work_desk", handle: speak, what: "answer the resident" },
  { method: "POST", path: "conversations/:id/typing", right: "work_desk", handle: typing, what: "I am writing" },
  { method: "POST", path: "conversations/:id/return", right: "work_desk", handle: giveBack, what: "back to the bot" },
  { method: "POST", path: "conversations/:id/close", right: "work_desk", handle: finish, what: "close with a reason" },
];
