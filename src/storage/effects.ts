import { randomUUID } from "node:crypto";
import type { Effect, NewContactTask } from "../conversation/outcome";
import { OutcomeRefused } from "../inbox/doors";
import type { DecideAct, FiledRequest } from "../serviceRequests/doors";
import { raiseAlert } from "./alerts";
import { giveCode } from "./continuation";
import { continueConversation, type Moved } from "./continueConversation";
import { followAgain, unfollowAll } from "./newsEffects";
import type { Patience } from "./patience";
import { proposeLabel } from "./proposedLabels";
import { carryOutInQueue } from "./queueEffects";
import { carryOutRating } from "./ratingEffects";
import { actIn } from "./requests/act";
import { type FormatNumber, fileRequest, withoutPosition } from "./requests/file";
import { following } from "./requests/followers";
import type { Transaction } from "./transact";

export type Doing = {
  transaction: Pick<Transaction, "db">;
  conversationId: string;
  at: Date;
  formatNumber: FormatNumber;
  patience: Patience;
  /** The consultant who does it for the resident. */
  accountId?: string;
  /** Where what is filed came from; "chat" by itself. */
  source?: string;
  /** What an act of the resident's comes to. */
  decideAct?: DecideAct | undefined;
};

/**
 * The service requests filed, and whether staff has something new to look at at once; the code given, and the
 * conversation that goes on in this one.
 */
type Done = { filed: FiledRequest[]; alerted: boolean; code?: string; moved?: Moved };

/** Carries out what a turn decided, each effect once however often the turn is repeated. */
export async function carryOut(effects: Effect[], doing: Doing): Promise<Done> {
  const done: Done = { filed: [], alerted: false };
  for (const effect of effects) await carryOutOne(effect, doing, done);
  return done;
}

async function carryOutOne(effect: Effect, doing: Doing, done: Done): Promise<void> {
  switch (effect.kind) {
    case "file_service_request":
      done.filed.push(await fileRequest(doing.transaction.db(), effect.request, { source: "chat", ...doing }));
      return;
    case "leave_contact":
      return leaveContact(effect.task, doing);
    case "follow_service_request":
      return follow(effect, doing);
    case "act_on_service_request":
      return actOnOwn(effect, doing);
    case "alert":
      if (await raiseAlert(doing.transaction.db(), effect.alert, doing)) done.alerted = true;
      return;
    case "propose_label":
      return proposeLabel(doing.transaction.db(), effect.label, doing);
    case "enter_queue":
    case "leave_queue":
    case "await_consultant":
    case "learn_topic":
      if (await carryOutInQueue(effect, doing)) done.alerted = true;
      return;
    case "unfollow_all":
      return unfollowAll(doing);
    case "follow_again":
      return followAgain(doing);
    case "give_code":
      done.code = await giveCode(doing);
      return;
    case "continue_conversation":
      done.moved = await continueConversation(effect, doing);
      return;
    case "rate":
    case "rate_in_words":
      return carryOutRating(effect, doing);
  }
}

/** Only what everybody may see can be followed by whoever asks. */
async function follow({ id, language }: Extract<Effect, { kind: "follow_service_request" }>, doing: Doing) {
  const { transaction, conversationId, at } = doing;
  const db = transaction.db();
  const open = db.selectFrom("service_requests").select("id").where("id", "=", id).where("public", "=", true);
  if (!(await open.executeTakeFirst())) throw new OutcomeRefused(`${id} cannot be followed`);
  await following(db).follow(id, { by: { conversationId }, language }, at);
}

/**
 * Only what was filed in this conversation, and only what may be done now; the turn saw that it may, so if it may not
 * any more the turn is run again and sees what changed.
 */
async function actOnOwn(effect: Extract<Effect, { kind: "act_on_service_request" }>, doing: Doing): Promise<void> {
  const { transaction, conversationId, at, decideAct } = doing;
  const { id, act: kind, words, attachments = [] } = effect;
  const act =
    kind === "answer" || kind === "reopen" || kind === "add"
      ? { kind, words, attachments: attachments.map(withoutPosition) }
      : { kind, words };
  const db = transaction.db();
  const own = db.selectFrom("service_requests").select("id").where("id", "=", id);
  const mine = await own.where("conversation_id", "=", conversationId).executeTakeFirst();
  if (!mine || !decideAct) throw new OutcomeRefused(`${id} is not this conversation's`);
  const acted = await actIn(db, id, (current) => decideAct(current, act, { kind: "resident" }, at), at);
  if ("refused" in acted) throw new OutcomeRefused(`${kind} of ${id}: ${acted.refused}`);
}

async function leaveContact(task: NewContactTask, { transaction, conversationId, at }: Doing): Promise<void> {
  await transaction
    .db()
    .insertInto("contact_tasks")
    .values({
      id: randomUUID(),
      same_as: task.sameAs,
      conversation_id: conversationId,
      contact: task.contact,
      matter: task.matter,
      language: task.language,
      created_at: at,
    })
    .onConflict((conflict) => conflict.column("same_as").doNothing())
    .execute();
}
