import type { Draft, DraftChanged } from "../../content/doors";
import type { StaffParts } from "../parts";
import { type Answer, type Call, type Handle, ok, refuse } from "../route";
import { draftView } from "../studio/draftViews";

/** Lets through to a draft there is. */
export const ofDraft =
  (handle: (draft: Draft, call: Call, parts: StaffParts) => Promise<Answer>): Handle<Call> =>
  async (call, parts) => {
    const found = await parts.studio.store.draft(call.params.id ?? "");
    return found ? handle(found, call, parts) : gone;
  };

const gone = refuse(404, { code: "not_found" });

/** The draft as it is now, to whoever asks. */
export const answerDraft = async (draft: Draft, { session }: Call, parts: StaffParts): Promise<Answer> =>
  ok(await draftView(draft, session, parts));

/** Somebody changed it meanwhile: the newer one comes along. */
export const answerStale = async (draft: Draft, { session }: Call, parts: StaffParts): Promise<Answer> =>
  refuse(409, { code: "draft_stale", draft: await draftView(draft, session, parts) });

/** What a change came to. */
export async function answerChanged(done: DraftChanged, call: Call, parts: StaffParts): Promise<Answer> {
  if ("gone" in done) return gone;
  return "stale" in done ? answerStale(done.stale, call, parts) : answerDraft(done.draft, call, parts);
}
