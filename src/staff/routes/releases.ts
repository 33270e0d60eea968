import { z } from "zod";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, withBody } from "../route";
import { releaseRow } from "../studio/releaseViews";
import { revertRelease } from "../studio/revert";
import { type ReleaseList, type ReleaseView, RevertBody } from "../wire";
import { answerPublished, refusalOf } from "./draftActs";

const PAGE = 50;
const MOST = 2 ** 31 - 1;
const WholeNumber = z.coerce.number().int().min(1).max(MOST);
const ReleasesQuery = z.strictObject({ path: z.string().min(1).max(200).optional(), before: WholeNumber.optional() });

/** What was published, the newest first. */
async function releases({ query }: Call, { studio }: StaffParts): Promise<Answer> {
  const read = ReleasesQuery.safeParse(query);
  if (!read.success)
    return refuse(400, { code: "wrong_body", fields: read.error.issues.map(({ path }) => path.join(".")) });
  const found = await studio.store.releases({ ...read.data, most: PAGE + 1 });
  const items = found.slice(0, PAGE).map(releaseRow);
  const last = items.at(-1);
  const list: ReleaseList = { items, ...(found.length > PAGE && last && { next: last.number }) };
  return ok(list);
}

const numberOf = ({ params }: Call): number | undefined => WholeNumber.safeParse(params.number).data;

async function one(call: Call, { studio }: StaffParts): Promise<Answer> {
  const number = numberOf(call);
  const found = number === undefined ? undefined : await studio.store.released(number);
  if (!found) return refuse(404, { code: "not_found" });
  const view: ReleaseView = { ...releaseRow(found.release), documents: found.documents };
  return ok(view);
}

const revert = withBody<Call, z.infer<typeof RevertBody>>(RevertBody, async (call, { why }, parts) => {
  const number = numberOf(call);
  const done =
    number === undefined ? undefined : await revertRelease(number, { by: call.session.account.id, why }, parts);
  if (!done) return refuse(404, { code: "not_found" });
  if ("release" in done) return answerPublished(done, "content_reverted");
  // Only a draft can be another one than was seen.
  if (done.because === "stale") throw new Error("a revert publishes no draft");
  return refuse(done.because === "mistakes" ? 400 : 409, refusalOf(done));
});

export const releasesRoutes: Route[] = [
  {
    method: "GET",
    path: "releases",
    right: "read_knowledge",
    handle: releases,
    what: "?path=&before= what was published",
  },
  { method: "GET", path: "releases/:number", right: "read_knowledge", handle: one, what: "one, with its texts" },
  {
    method: "POST",
    path: "releases/:number/revert",
    right: "publish_knowledge",
    handle: revert,
    what: "puts back what it changed",
    audit: { act: "content_reverted" },
  },
];
