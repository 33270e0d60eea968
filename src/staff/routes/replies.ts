import type { z } from "zod";
import type { Entry } from "../../conversation/transcript";
import { presentSince } from "../deskNow";
import { keyedId } from "../keyedId";
import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route, refuse, subjectOf, withBody } from "../route";
import { suggestionsFor } from "../suggestions";
import { transcriptOf } from "../transcript";
import { TranscriptBody } from "../wire";
import { addNote } from "./deskAct";

/** The resident's last words lie within so many lines. */
const LOOK_BACK = 50;
const PAGE = 500;

/** What the bot's own understanding would propose now. */
async function suggestions({ params }: Call, parts: StaffParts): Promise<Answer> {
  const id = params.id ?? "";
  const { desk } = parts.store;
  const listed = await desk.find(id, presentSince(parts));
  if (!listed) return refuse(404, { code: "not_found" });
  const entries = await desk.entriesAfter(id, Math.max(0, listed.lastSeq - LOOK_BACK), LOOK_BACK);
  return ok(suggestionsFor(entries, listed.conversation.memory.language, parts.content()));
}

/** Sends the resident what was said. The address stands in the mail and nowhere else; a second call sends it once. */
const transcript = withBody<Call, z.infer<typeof TranscriptBody>>(TranscriptBody, async (call, { email }, parts) => {
  const id = call.params.id ?? "";
  const { account } = call.session;
  const { desk, mails } = parts.store;
  const listed = await desk.find(id, presentSince(parts));
  if (!listed) return refuse(404, { code: "not_found" });
  if (listed.conversation.speaker === "closed") return refuse(409, { code: "closed" });
  const { holder } = listed;
  if (holder?.id !== account.id) return refuse(409, { code: "not_yours", ...(holder && { by: holder.name }) });
  if (!parts.settings.mail) return refuse(409, { code: "no_mail" });
  const written = transcriptOf(await everything(id, parts), listed.conversation.memory.language);
  const sent = keyedId(id, account.id, `transcript ${listed.lastSeq} ${email}`);
  await mails.add({ sameAs: `transcript:${sent}`, to: email, ...written }, parts.now());
  await addNote(call, parts, sent, "Zapis rozmowy wysłany.");
  parts.log.info("staff_transcript_sent", { conversation: id, by: account.id });
  return ok({});
});

async function everything(id: string, { store }: StaffParts): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const page = await store.desk.entriesAfter(id, all.at(-1)?.seq ?? 0, PAGE);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

const of = "conversations/:id";
export const repliesRoutes: Route[] = [
  { method: "GET", path: `${of}/suggestions`, right: "read_desk", handle: suggestions, what: "what might be answered" },
  {
    method: "POST",
    path: `${of}/transcript`,
    right: "work_desk",
    handle: transcript,
    what: "by e-mail to the resident",
    audit: { act: "transcript_sent", subject: subjectOf("conversation") },
  },
];
