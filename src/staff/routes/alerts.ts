import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, subjectOf } from "../route";
import type { SeenView } from "../wire";

/** Takes an alert off every page. Who says so first is noted; whoever comes later reads the same answer. */
async function seeAlert({ session, params }: Call, { store, bus, log, now }: StaffParts): Promise<Answer> {
  const alert = params.id ?? "";
  const seen = await store.alerts.see(alert, session.account.id, now());
  if (!seen) return refuse(404, { code: "not_found" });
  if (seen.isFirst) {
    await bus.publish("queue", "");
    log.info("staff_alert_seen", { alert, by: session.account.id });
  }
  const view: SeenView = { by: seen.by, at: seen.at.toISOString() };
  return ok(view);
}

export const alertsRoutes: Route[] = [
  {
    method: "POST",
    path: "alerts/:id/seen",
    right: "work_desk",
    handle: seeAlert,
    what: "I have seen it",
    audit: { act: "alert_seen", subject: subjectOf("alert") },
  },
];
