import type { z } from "zod";
import { splitOff } from "../requests/splitOff";
import { type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { RequestSplitBody } from "../wire";
import { refuseFiling } from "./forms";

/** The second matter of a report becomes one of its own. */
const split = withBody<Call, z.infer<typeof RequestSplitBody>>(RequestSplitBody, async (call, body, parts) => {
  const { account } = call.session;
  const first = await parts.requests.find(call.params.id ?? "");
  if (!first) return refuse(404, { code: "not_found" });
  const done = await splitOff({ first, body, account }, parts);
  if (done.kind === "refused") return refuse(done.refused.code === "wrong_body" ? 400 : 409, done.refused);
  if (done.kind !== "split") return refuseFiling(done);
  const { service_request_id: into } = done.filed;
  parts.log.info("staff_request_split", { request: first.id, into, by: account.id });
  return { ...ok(done.filed), noted: { details: { into } } };
});

export const requestSplitRoutes: Route[] = [
  {
    method: "POST",
    path: "requests/:id/split",
    right: "work_desk",
    handle: split,
    what: "a second matter of it becomes one of its own",
    audit: { act: "request_split", subject: subjectOf("request") },
  },
];
