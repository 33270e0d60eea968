import type { z } from "zod";
import { deskNow } from "../deskNow";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { mentionView, taskView } from "../views";
import { type QueueItem, type QueueView, TaskDoneBody } from "../wire";

const MENTIONS_AT_MOST = 50;
const TASKS_AT_MOST = 200;

async function queue({ session }: Call, parts: StaffParts): Promise<Answer> {
  const { held, ...desk } = await deskNow(parts);
  const mentions = await parts.store.notes.mentioning(session.account.id, MENTIONS_AT_MOST);
  const awake = held.filter(({ snoozedUntil }) => !snoozedUntil);
  const isMine = ({ holder }: QueueItem) => holder?.id === session.account.id;
  const view: QueueView = {
    ...desk,
    mine: awake.filter(isMine),
    held: awake.filter((item) => !isMine(item)),
    snoozed: held.filter(({ snoozedUntil }) => snoozedUntil),
    mentions: mentions.map(mentionView),
  };
  return ok(view);
}

async function tasks({ query }: Call, { store }: StaffParts): Promise<Answer> {
  const found = await store.desk.contactTasks({ done: query.done === "true", most: TASKS_AT_MOST });
  return ok({ tasks: found.map(taskView) });
}

const finishTask = withBody<Call, z.infer<typeof TaskDoneBody>>(
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

/** The page of a list that was looked at. */
const listOf =
  (kind: string) =>
  ({ query }: Call) => ({ kind, id: (query.before ?? (query.done === "true" ? "done" : "first")).slice(0, 100) });

export const deskRoutes: Route[] = [
  { method: "GET", path: "queue", right: "read_desk", handle: queue, what: "who waits, what I hold, what others hold" },
  {
    method: "GET",
    path: "tasks",
    right: "read_desk",
    handle: tasks,
    what: "residents to call back, ?done=true",
    audit: { act: "looked_at_tasks", subject: listOf("tasks"), isLook: true },
  },
  {
    method: "POST",
    path: "tasks/:id/done",
    right: "work_desk",
    handle: finishTask,
    what: "reached or not",
    audit: { act: "task_done", subject: subjectOf("task") },
  },
];
