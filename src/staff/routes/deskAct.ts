import { presentSince } from "../deskNow";
import type { Act, Locked } from "../doors";
import type { StaffParts } from "../parts";
import { type Answer, type Call, refuse } from "../route";
import type { NotHolding } from "../turnTaking";

/** Does something to the conversation of the path; where that changed anything, the lists are told and it is logged. */
export async function act<Result>(
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

export function refuseNotHolding(result: NotHolding): Answer {
  if (result.kind === "closed") return refuse(409, { code: "closed" });
  return refuse(409, { code: "not_yours", ...(result.by && { by: result.by }) });
}

/** Adds a note of the caller's under this id; an empty one is none. */
export async function addNote(call: Call, parts: StaffParts, id: string, text: string): Promise<void> {
  if (text === "") return;
  const { account } = call.session;
  const note = { id, conversationId: call.params.id ?? "", text, byId: account.id, mentions: [], at: parts.now() };
  await parts.store.notes.add(note);
  await parts.bus.publish("changed", note.conversationId);
}
