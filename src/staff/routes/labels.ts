import type { z } from "zod";
import type { Intent } from "../../conversation/understanding";
import type { StaffContent } from "../parts";
import { type Call, ok, type Route, refuse, withBody } from "../route";
import { LabelBody } from "../wire";

/** A consultant says what a message meant; it is kept beside what the bot took it for, and nothing else changes. */
const proposeLabel = withBody<Call, z.infer<typeof LabelBody>>(
  LabelBody,
  async ({ session, params }, { seq, intent }, { store, content, log, now }) => {
    if (!isKnown(intent, content())) return refuse(400, { code: "unknown_intent", fields: ["intent"] });
    const conversationId = params.id ?? "";
    const recorded = await store.labels.recorded(conversationId, seq);
    if (!recorded) return refuse(404, { code: "not_found" });
    const { messageId, maskedText, instead } = recorded;
    const label = { sameAs: messageId, text: maskedText, intent, instead };
    await store.labels.propose(label, { conversationId, accountId: session.account.id, at: now() });
    log.info("staff_label_proposed", { conversation: conversationId, by: session.account.id });
    return ok({});
  },
);

/** Whether editors' files hold what the intent names. */
export function isKnown({ kind, id }: Intent, content: StaffContent): boolean {
  const { articles, services, dialogs, smallTalk, outside } = content;
  return { article: articles, service: services, dialog: dialogs.dialogs, talk: smallTalk, outside }[kind].has(id);
}

export const labelsRoutes: Route[] = [
  { method: "POST", path: "conversations/:id/labels", right: "work_desk", handle: proposeLabel, what: "it meant this" },
];
