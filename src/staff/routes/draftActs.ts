import type { z } from "zod";
import { changesIn } from "../../content/documents";
import type { Draft } from "../../content/doors";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import type { NotPublished, Published } from "../studio/doors";
import { act, decide } from "../studio/draftActs";
import { notedOf, publishDraft } from "../studio/publishDraft";
import { releaseRow } from "../studio/releaseViews";
import { DraftActBody, DraftDecisionBody, type PublishedView, type Refused } from "../wire";
import { answerChanged, answerStale, ofDraft } from "./draftCall";

const actOn = withBody<Call, z.infer<typeof DraftActBody>>(DraftActBody, (call, body, parts) =>
  ofDraft(async (draft) => {
    if (draft.version !== body.seen) return answerStale(draft, call, parts);
    const done = await act(body, { draft, by: call.session.account.id, parts });
    if ("refused" in done) return refuse(400, done.refused);
    const noted = { act: actNames[body.act], details: detailsOf(draft) };
    if (body.act === "discard" && "draft" in done) return { ...ok({}), noted };
    return { ...(await answerChanged(done, call, parts)), noted };
  })(call, parts),
);

type Decision = z.infer<typeof DraftDecisionBody>;

const decideOn = withBody<Call, Decision>(DraftDecisionBody, (call, body, parts) =>
  ofDraft(async (draft) => {
    if (draft.version !== body.seen) return answerStale(draft, call, parts);
    if (body.act === "publish") return publish(draft, body, { call, parts });
    const done = await decide(body, { draft, by: call.session.account.id, parts });
    if ("refused" in done) return refuse(done.refused.code === "not_published" ? 409 : 400, done.refused);
    const noted = { act: actNames[body.act], details: detailsOf(draft) };
    return { ...(await answerChanged(done, call, parts)), noted };
  })(call, parts),
);

/** What the audit log calls them. */
const actNames = {
  submit: "draft_submitted",
  unschedule: "draft_unscheduled",
  assign: "draft_assigned",
  take_over: "draft_taken_over",
  discard: "draft_discarded",
  approve: "draft_approved",
  return: "draft_returned",
  schedule: "draft_scheduled",
} as const;

const detailsOf = ({ title, subject }: Draft) => ({ title, subject });

type Publish = Extract<Decision, { act: "publish" }>;

async function publish(
  draft: Draft,
  { why, confirmed, seen }: Publish,
  { call, parts }: { call: Call; parts: StaffParts },
): Promise<Answer> {
  if (changesIn(draft).size === 0) return refuse(400, { code: "wrong_body", fields: ["documents"] });
  const done = await publishDraft(draft, { by: call.session.account.id, why, confirmed }, parts);
  if ("release" in done) return answerPublished(done, "content_published");
  if (done.because !== "stale") return refuse(done.because === "mistakes" ? 400 : 409, refusalOf(done));
  const newer = await parts.studio.store.draft(draft.id);
  return newer && newer.version !== seen ? answerStale(newer, call, parts) : refuse(404, { code: "not_found" });
}

/** The release that came of it. */
export function answerPublished(done: Extract<Published, { release: object }>, act: string): Answer {
  const view: PublishedView = { release: releaseRow(done.release) };
  return { ...ok(view), noted: { act, ...notedOf(done) } };
}

/** Why nothing was published. */
export function refusalOf(not: Exclude<NotPublished, { because: "stale" }>): Refused {
  if (not.because === "mistakes") return { code: "content_mistakes", mistakes: not.mistakes };
  return { code: "not_published", ...not };
}

const effect = ofDraft(async (draft, _, { studio }) => {
  const told = await studio.effect(draft);
  return "mistakes" in told ? refuse(400, { code: "content_mistakes", mistakes: told.mistakes }) : ok(told);
});

export const draftActsRoutes: Route[] = [
  {
    method: "POST",
    path: "drafts/:id/acts",
    right: "edit_knowledge",
    handle: actOn,
    what: "submitted, given to somebody, thrown away …",
    audit: { act: "draft_changed", subject: subjectOf("draft") },
  },
  {
    method: "POST",
    path: "drafts/:id/decisions",
    right: "publish_knowledge",
    handle: decideOn,
    what: "approved, returned, published, scheduled",
    audit: { act: "draft_decided", subject: subjectOf("draft") },
  },
  {
    method: "GET",
    path: "drafts/:id/effect",
    right: "try_knowledge",
    handle: effect,
    what: "what residents would be told otherwise",
  },
];
