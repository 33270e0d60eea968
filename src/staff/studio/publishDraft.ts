import { changesIn } from "../../content/documents";
import type { Draft } from "../../content/doors";
import type { StaffParts } from "../parts";
import type { Subject } from "../route";
import type { NotPublished, Published } from "./doors";
import { isApproved } from "./draftRules";
import { changedIn, movedIn } from "./draftTexts";

/** `confirmed`: the candidate whose effect somebody saw; without one it is only checked. */
type How = { by: string | undefined; why: string; confirmed?: string };
type Parts = Pick<StaffParts, "studio" | "settings" | "now">;

/** Releases what the draft changes; nothing was written where it answers why not. */
export async function publishDraft(draft: Draft, { by, why, confirmed }: How, parts: Parts): Promise<Published> {
  const { studio, settings, now } = parts;
  if (!isApproved(draft, settings.twoPeople)) return { because: "not_approved" };
  const newest = await studio.store.newest();
  const paths = movedIn(draft, await studio.documents());
  if (paths.length > 0) return { because: "moved", paths };
  const fault = await faultOf(draft, confirmed, parts);
  if (fault) return fault;
  // What was checked or seen was checked with the other documents as they were then.
  if ((await studio.store.newest()) !== newest) return { because: "not_seen" };
  const { id, version, title, review } = draft;
  const approvedBy = review?.verdict === "approved" ? review.by.id : undefined;
  const done = await studio.store.release({
    ...{ kind: "draft", title, why: why || draft.why, documents: changedIn(draft), by, approvedBy, at: now() },
    draft: { id, version },
  });
  if ("moved" in done) return { because: "moved", paths: done.moved };
  if ("stale" in done) return { because: "stale" };
  await studio.released();
  return done;
}

async function faultOf(
  draft: Draft,
  confirmed: string | undefined,
  { studio }: Pick<StaffParts, "studio">,
): Promise<NotPublished | undefined> {
  const changes = changesIn(draft);
  if (confirmed === undefined) {
    const mistakes = await studio.check(changes);
    return mistakes.length > 0 ? { because: "mistakes", mistakes } : undefined;
  }
  const candidate = await studio.candidate(changes);
  if ("mistakes" in candidate) return { because: "mistakes", mistakes: candidate.mistakes };
  return candidate.version === confirmed ? undefined : { because: "not_seen" };
}

/** What the audit log says of a release. */
export function notedOf({ release }: Extract<Published, { release: object }>): {
  subject: Subject;
  details: Record<string, unknown>;
} {
  const { number, title, why, paths } = release;
  return { subject: { kind: "content", id: String(number) }, details: { title, why, paths: paths.length } };
}
