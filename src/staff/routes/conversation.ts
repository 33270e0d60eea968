import type { z } from "zod";
import type { Conversation } from "../../conversation/conversation";
import type { Act, Locked } from "../doors";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, refuse, withBody } from "../route";
import { close, handBack, type NotHolding, say, takeOver } from "../turnTaking";
import { entryView, queueItem, serviceRequestView, thoughtView } from "../views";
import { CloseBody, type ConversationView, SayBody } from "../wire";
import { presentSince } from "./desk";

const ENTRIES_AT_MOST = 500;
const THOUGHTS_AT_MOST = 20;
const SERVICE_REQUESTS_AT_MOST = 20;

/** One conversation; `?after=` leaves out entries the page has already. */
export async function conversation({ params, query }: Call, parts: StaffParts): Promise<Answer> {
  const id = params.id ?? "";
  const { desk } = parts.store;
  const listed = await desk.find(id, presentSince(parts));
  if (!listed) return refuse(404, { code: "not_found" });
  const after = /^\d{1,9}$/.test(query.after ?? "") ? Number(query.after) : 0;
  const entries = await desk.entriesAfter(id, after, ENTRIES_AT_MOST);
  const thoughts = await desk.turnRecords(id, THOUGHTS_AT_MOST);
  const filed = await desk.serviceRequests({ conversationId: id, most: SERVICE_REQUESTS_AT_MOST });
  const { closed } = listed;
  const view: ConversationView = {
    ...queueItem(listed),
    ...dialogView(listed.conversation, parts),
    entries: entries.map(entryView),
    thoughts: thoughts.map((thought) => thoughtView(thought, parts.names)),
    serviceRequests: filed.map((one) => serviceRequestView(one, parts.names)),
    ...(closed && { closed: { reason: closed.reason, note: closed.note, by: closed.by, at: closed.at.toISOString() } }),
  };
  return ok(view);
}

/** A file the resident sent in this conversation. */
export async function file({ params }: Call, { files }: StaffParts): Promise<Answer> {
  const found = await files.load(params.id ?? "", params.file ?? "");
  return found ? { ...ok({}), file: found } : refuse(404, { code: "not_found" });
}

function dialogView({ memory }: Conversation, { names }: StaffParts): Pick<ConversationView, "filled" | "dialog"> {
  const { dialog } = memory;
  if (!dialog) return { filled: [] };
  const filled = Object.entries(dialog.answers)
    .filter(([, value]) => value !== "")
    .map(([slot]) => ({ label: names.slot(dialog, slot), value: names.answer(dialog, slot) }));
  return { filled, dialog: dialog.service ? names.service(dialog.service) : names.dialog(dialog.dialog) };
}

export async function take(call: Call, parts: StaffParts): Promise<Answer> {
  const result = await act(call, parts, "staff_took_over", (locked) => takeOver(locked, call.session.account));
  if (!result) return refuse(404, { code: "not_found" });
  if (result.kind === "held") return refuse(409, { code: "held", by: result.by });
  if (result.kind === "closed") return refuse(409, { code: "closed" });
  return conversation(call, parts);
}

export const speak = withBody<Call, z.infer<typeof SayBody>>(SayBody, async (call, words, parts) => {
  const result = await act(call, parts, "staff_said", (locked) => say(locked, call.session.account, words));
  if (!result) return refuse(404, { code: "not_found" });
  if (result.kind === "said") return ok({ seq: result.seq });
  if (result.kind !== "stale") return refuseNotHolding(result);
  return refuse(409, { code: "stale", missed: result.missed.map(entryView), lastSeq: result.lastSeq });
});

export async function giveBack(call: Call, parts: StaffParts): Promise<Answer> {
  const result = await act(call, parts, "staff_handed_back", (locked) => handBack(locked, call.session.account));
  if (!result) return refuse(404, { code: "not_found" });
  return result.kind === "left" ? ok({}) : refuseNotHolding(result);
}

export const finish = withBody<Call, z.infer<typeof CloseBody>>(CloseBody, async (call, closing, parts) => {
  const result = await act(call, parts, "staff_closed", (locked) => close(locked, call.session.account, closing));
  if (!result) return refuse(404, { code: "not_found" });
  return result.kind === "left" ? ok({}) : refuseNotHolding(result);
});

/** Tells the resident that a consultant is writing; nothing is stored. */
export async function typing({ session, params }: Call, parts: StaffParts): Promise<Answer> {
  const id = params.id ?? "";
  const listed = await parts.store.desk.find(id, presentSince(parts));
  if (!listed) return refuse(404, { code: "not_found" });
  if (listed.holder?.id !== session.account.id) return refuse(409, { code: "not_yours" });
  await parts.bus.publish("typing", `${id}:consultant`);
  return ok({});
}

function refuseNotHolding(result: NotHolding): Answer {
  if (result.kind === "closed") return refuse(409, { code: "closed" });
  return refuse(409, { code: "not_yours", ...(result.by && { by: result.by }) });
}

async function act<Result>(
  { session, params }: Call,
  parts: StaffParts,
  event: string,
  decide: (locked: Locked) => Promise<Act<Result>>,
): Promise<Result | undefined> {
  const id = params.id ?? "";
  let changed = false;
  const noting = async (locked: Locked) => {
    const acted = await decide(locked);
    changed = acted.change !== undefined;
    return acted;
  };
  const result = await parts.store.desk.act(id, presentSince(parts), noting, parts.now());
  if (!changed) return result;
  parts.log.info(event, { conversation: id, by: session.account.id });
  await parts.bus.publish("queue", "");
  return result;
}
