import type { z } from "zod";
import { rightsOf } from "../account";
import { actOf, doAct } from "../requests/acts";
import { moderates, moderationMistake, notedOf, valuesOf, workMistake } from "../requests/change";
import { type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import {
  ActBody,
  BulkActBody,
  BulkChangeBody,
  type BulkDone,
  type Refused,
  RequestChangeBody,
  RequestNoteBody,
} from "../wire";
import { oneRequest } from "./requests";

const actOnOne = withBody<Call, z.infer<typeof ActBody>>(ActBody, async (call, { seen, ...asked }, parts) => {
  const act = actOf(asked, parts.content());
  if ("wrong" in act) return refuse(400, { code: "wrong_body", fields: [act.wrong] });
  const { forUnit } = asked;
  const doing = { id: call.params.id ?? "", act, seen, forUnit, accountId: call.session.account.id };
  const done = await doAct(doing, parts);
  if (done === undefined) return refuse(404, { code: "not_found" });
  if (done !== "done") return refuse(409, done);
  return { ...(await oneRequest(call, parts)), noted: { details: { kind: asked.kind, forUnit } } };
});

const actOnSeveral = withBody<Call, z.infer<typeof BulkActBody>>(BulkActBody, async (call, body, parts) => {
  const act = actOf(body.act, parts.content());
  if ("wrong" in act) return refuse(400, { code: "wrong_body", fields: [`act.${act.wrong}`] });
  const { forUnit, kind } = body.act;
  const results: BulkDone = [];
  for (const one of body.requests) {
    const done = await doAct({ ...one, act, forUnit, accountId: call.session.account.id }, parts);
    results.push({ id: one.id, ...(done === "done" ? { done: true } : { done: false, refused: reasonOf(done) }) });
  }
  const ids = results.filter(({ done }) => done).map(({ id }) => id);
  return { ...ok(results), noted: { details: { kind, forUnit, ids } } };
});

function reasonOf(refused: Refused | undefined): string {
  if (!refused) return "not_found";
  return refused.code === "act_refused" ? refused.because : refused.code;
}

type Change = z.infer<typeof RequestChangeBody>;

/** Moderation is for those who oversee the desk; who works at it assigns and sets due times. */
const changeOne = withBody<Call, Change>(RequestChangeBody, async (call, change, parts) => {
  const { account } = call.session;
  const id = call.params.id ?? "";
  if (moderates(change) && !rightsOf(account, parts.settings.secondFactorFor).includes("oversee"))
    return refuse(403, { code: "forbidden" });
  const request = await parts.requests.find(id);
  if (!request) return refuse(404, { code: "not_found" });
  const mistake = (await workMistake(change, parts)) ?? (await moderationMistake(request, change, parts));
  if (mistake) return refuse(400, mistake);
  await parts.requests.set(id, valuesOf(change));
  parts.log.info("staff_request_changed", { request: id, fields: Object.keys(change), by: account.id });
  return { ...(await oneRequest(call, parts)), noted: { details: notedOf(change) } };
});

const changeSeveral = withBody<Call, z.infer<typeof BulkChangeBody>>(BulkChangeBody, async (call, body, parts) => {
  const mistake = await workMistake(body.change, parts);
  if (mistake) return refuse(400, mistake);
  const results: BulkDone = [];
  for (const id of body.ids) {
    const done = await parts.requests.set(id, valuesOf(body.change));
    results.push({ id, ...(done ? { done } : { done, refused: "not_found" }) });
  }
  parts.log.info("staff_requests_changed", { requests: body.ids.length, by: call.session.account.id });
  const ids = results.filter(({ done }) => done).map(({ id }) => id);
  return { ...ok(results), noted: { details: { ...body.change, ids } } };
});

const addNote = withBody<Call, z.infer<typeof RequestNoteBody>>(RequestNoteBody, async (call, { text }, parts) => {
  const id = call.params.id ?? "";
  if (!(await parts.requests.find(id))) return refuse(404, { code: "not_found" });
  await parts.requests.addNote(id, { accountId: call.session.account.id, text }, parts.now());
  parts.log.info("staff_request_noted", { request: id, by: call.session.account.id });
  return oneRequest(call, parts);
});

const right = "work_desk";
const subject = subjectOf("request");
/** A list of its own; which ones is among the details. */
const several = () => ({ kind: "requests", id: "several" });

export const requestActsRoutes: Route[] = [
  {
    method: "POST",
    path: "requests/:id/acts",
    right,
    handle: actOnOne,
    what: "what is done to it, by staff or for the unit that said it",
    audit: { act: "request_acted", subject },
  },
  {
    method: "POST",
    path: "requests/acts",
    right,
    handle: actOnSeveral,
    what: "the same for several",
    audit: { act: "requests_acted", subject: several },
  },
  {
    method: "PATCH",
    path: "requests/:id",
    right,
    handle: changeOne,
    what: "who takes care, until when, what everybody may read (`oversee`)",
    audit: { act: "request_changed", subject },
  },
  {
    method: "PATCH",
    path: "requests",
    right,
    handle: changeSeveral,
    what: "who takes care of several, until when",
    audit: { act: "requests_changed", subject: several },
  },
  { method: "POST", path: "requests/:id/notes", right, handle: addNote, what: "a private note" },
];
