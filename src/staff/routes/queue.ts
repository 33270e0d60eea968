import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { rightsOf } from "../account";
import { presentSince } from "../deskNow";
import type { StaffParts } from "../parts";
import { type Actor, accept, assign, decline, type Passed, snooze, transfer } from "../passingOn";
import { actOn } from "../queue/actOn";
import { findColleague, findTarget, worksAtDesk } from "../queue/targets";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { AssignBody, type ColleaguesView, SnoozeBody, TransferBody } from "../wire";
import { conversation } from "./conversation";

const SNOOZE_AT_MOST_MS = 30 * 24 * 60 * 60 * 1000;

async function takeOffer(call: Call, parts: StaffParts): Promise<Answer> {
  const { account } = call.session;
  const doing = { event: "staff_accepted", by: account.id };
  const result = await actOn(idOf(call), parts, doing, (locked) => accept(locked, account));
  if (!result) return refuse(404, { code: "not_found" });
  if (result.kind === "taken") return conversation(call, parts);
  return refuse(409, result.kind === "held" ? { code: "held", by: result.by } : { code: result.kind });
}

async function passOffer(call: Call, parts: StaffParts): Promise<Answer> {
  const { account } = call.session;
  const doing = { event: "staff_declined", by: account.id };
  const result = await actOn(idOf(call), parts, doing, (locked) => decline(locked, account));
  if (!result) return refuse(404, { code: "not_found" });
  return result.kind === "declined" ? ok({}) : refuse(409, { code: "not_offered" });
}

const passOn = withBody<Call, z.infer<typeof TransferBody>>(TransferBody, async (call, body, parts) => {
  const target = await findTarget(body.to, parts);
  if (!target) return refuse(404, { code: "not_found" });
  if (target.id === call.session.account.id) return refuse(400, { code: "yourself" });
  if (!target.isThere && !body.evenIfGone) return refuse(409, { code: "nobody_there" });
  const actor = actorOf(call, parts);
  const doing = { event: "staff_transferred", by: actor.id };
  const result = await actOn(idOf(call), parts, doing, (locked) => transfer(locked, actor, target.to, parts.now()));
  return answer(result, body.note, call, parts);
});

const give = withBody<Call, z.infer<typeof AssignBody>>(AssignBody, async (call, body, parts) => {
  const colleague = await findColleague(body.account, parts);
  if (!colleague) return refuse(404, { code: "not_found" });
  const to = { id: colleague.accountId, name: colleague.name };
  const doing = { event: "staff_assigned", by: call.session.account.id };
  const result = await actOn(idOf(call), parts, doing, (locked) => assign(locked, to));
  return answer(result, "", call, parts);
});

const putAside = withBody<Call, z.infer<typeof SnoozeBody>>(SnoozeBody, async (call, body, parts) => {
  const until = new Date(body.until);
  const ahead = until.getTime() - parts.now().getTime();
  if (ahead <= 0 || ahead > SNOOZE_AT_MOST_MS) return refuse(400, { code: "in_the_past" });
  const doing = { event: "staff_snoozed", by: call.session.account.id };
  const result = await actOn(idOf(call), parts, doing, (locked) => snooze(locked, call.session.account, until));
  return answer(result, body.note, call, parts);
});

async function wake(call: Call, parts: StaffParts): Promise<Answer> {
  const doing = { event: "staff_woke", by: call.session.account.id };
  const result = await actOn(idOf(call), parts, doing, (locked) => snooze(locked, call.session.account, undefined));
  return answer(result, "", call, parts);
}

async function colleagues(_: Call, parts: StaffParts): Promise<Answer> {
  const everybody = await parts.store.queue.colleagues(presentSince(parts));
  const teams = await parts.store.teams.all();
  const view: ColleaguesView = {
    people: everybody
      .filter(({ role }) => worksAtDesk(role))
      .map(({ accountId, role: __, teams: ___, ...one }) => ({ id: accountId, ...one })),
    teams: teams.map(({ id, name }) => {
      const present = everybody.filter((one) => one.available && one.teams.includes(id)).length;
      return { id, name, present };
    }),
  };
  return ok(view);
}

const idOf = ({ params }: Call) => params.id ?? "";

function actorOf({ session }: Call, { settings }: StaffParts): Actor {
  const { account } = session;
  const { id, name } = account;
  return { id, name, oversees: rightsOf(account, settings.secondFactorFor).includes("oversee") };
}

/** What was noted for colleagues is kept once the act is done. */
async function answer(result: Passed | undefined, note: string, call: Call, parts: StaffParts): Promise<Answer> {
  if (!result) return refuse(404, { code: "not_found" });
  if (result.kind === "closed") return refuse(409, { code: "closed" });
  if (result.kind === "not_yours") return refuse(409, { code: "not_yours", ...(result.by && { by: result.by }) });
  if (note !== "") {
    const byId = call.session.account.id;
    const said = { id: randomUUID(), conversationId: idOf(call), text: note, byId, mentions: [], at: parts.now() };
    await parts.store.notes.add(said);
    await parts.bus.publish("changed", said.conversationId);
  }
  return ok({});
}

const at = (path: string) => `conversations/:id/${path}`;

export const queueRoutes: Route[] = [
  {
    method: "POST",
    path: at("accept"),
    right: "work_desk",
    handle: takeOffer,
    what: "take what was offered to me",
    audit: { act: "took_over", subject: subjectOf("conversation") },
  },
  { method: "POST", path: at("decline"), right: "work_desk", handle: passOffer, what: "let an offer go to the next" },
  {
    method: "POST",
    path: at("transfer"),
    right: "work_desk",
    handle: passOn,
    what: "to a person or a team",
    audit: {
      act: "transferred",
      subject: subjectOf("conversation"),
      details: ({ body }) => ({ to: TransferBody.parse(body).to }),
    },
  },
  {
    method: "POST",
    path: at("assign"),
    right: "oversee",
    handle: give,
    what: "to a consultant at once",
    audit: { act: "assigned", subject: subjectOf("conversation"), details: ({ body }) => AssignBody.parse(body) },
  },
  { method: "POST", path: at("snooze"), right: "work_desk", handle: putAside, what: "put aside until then" },
  { method: "POST", path: at("wake"), right: "work_desk", handle: wake, what: "no longer put aside" },
  { method: "GET", path: "colleagues", right: "work_desk", handle: colleagues, what: "whom to pass something to" },
];
