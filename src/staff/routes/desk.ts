import type { z } from "zod";
import type { StaffParts } from "../parts";
import { HERE_MS } from "../presence";
import { type Answer, type Call, ok, refuse, withBody } from "../route";
import { alertView, queueItem, serviceRequestView, taskView } from "../views";
import { type Paged, type QueueItem, type QueueView, type ServiceRequestView, TaskDoneBody } from "../wire";
import { cursorOf, readCursor } from "./cursor";

const QUEUE_AT_MOST = 200;
const ALERTS_AT_MOST = 50;
const PAGE = 50;
const TASKS_AT_MOST = 200;

/** A later sign of life than this means the person is there. */
export const presentSince = ({ now }: StaffParts) => new Date(now().getTime() - HERE_MS);

export async function queue({ session }: Call, parts: StaffParts): Promise<Answer> {
  const { desk, presence, alerts } = parts.store;
  const since = presentSince(parts);
  const waiting = await desk.waiting(since, QUEUE_AT_MOST);
  const held = (await desk.held(since, QUEUE_AT_MOST)).map((listed) => queueItem(listed));
  const isMine = ({ holder }: QueueItem) => holder?.id === session.account.id;
  const view: QueueView = {
    alerts: (await alerts.open(ALERTS_AT_MOST)).map(alertView),
    waiting: waiting.map((listed, index) => queueItem(listed, index + 1)),
    mine: held.filter(isMine),
    held: held.filter((item) => !isMine(item)),
    present: await presence.count(since),
    openTasks: await desk.openContactTasks(),
  };
  return ok(view);
}

/** All open conversations, last begun first; `?before=` asks for the next page. */
export async function conversations({ query }: Call, parts: StaffParts): Promise<Answer> {
  const before = readCursor(query.before);
  const listed = await parts.store.desk.open(presentSince(parts), { ...(before && { before }), most: PAGE + 1 });
  const page = listed.slice(0, PAGE);
  const last = page.at(-1);
  const more = listed.length > PAGE && last;
  const view: Paged<QueueItem> = {
    items: page.map((one) => queueItem(one)),
    ...(more && { next: cursorOf(last.startedAt, last.conversation.id) }),
  };
  return ok(view);
}

export async function serviceRequests({ query }: Call, { store, names }: StaffParts): Promise<Answer> {
  const wanted = { ...(query.before && { before: query.before }), most: PAGE + 1 };
  const filed = await store.desk.serviceRequests(wanted);
  const items = filed.slice(0, PAGE).map((one) => serviceRequestView(one, names));
  const last = items.at(-1);
  const more = filed.length > PAGE && last;
  const view: Paged<ServiceRequestView> = { items, ...(more && { next: last.service_request_id }) };
  return ok(view);
}

export async function tasks({ query }: Call, { store }: StaffParts): Promise<Answer> {
  const found = await store.desk.contactTasks({ done: query.done === "true", most: TASKS_AT_MOST });
  return ok({ tasks: found.map(taskView) });
}

export const finishTask = withBody<Call, z.infer<typeof TaskDoneBody>>(
  TaskDoneBody,
  async ({ session, params }, { result }, { store, bus, log, now }) => {
    const task = params.id ?? "";
    const outcome = await store.desk.finishContactTask(task, { accountId: session.account.id, result }, now());
    if (outcome === "not_found") return refuse(404, { code: "not_found" });
    await bus.publish("queue", "");
    log.info("staff_task_finished", { task, result, by: session.account.id });
    return ok({});
  },
);
