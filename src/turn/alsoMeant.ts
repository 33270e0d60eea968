import type { Memory } from "../conversation/conversation";
import type { Reply } from "../conversation/reply";
import { startDialog } from "../dialogs/engine";
import { fill } from "./fill";
import { forDialog } from "./forDialog";
import type { Heard } from "./heard";
import type { Parts } from "./parts";
import { phrasesIn } from "./phrases/phrases";
import { startService } from "./rule";
import { sayArticle } from "./sayArticle";
import { titleOf } from "./sayResume";

/**
 * The second matter of a message whose first one starts a dialog: a question is answered at once, another errand waits
 * until the first is done.
 */
export function alsoMeant(heard: Heard, parts: Parts): { replies: Reply[]; change: Partial<Memory> } {
  const nothing = { replies: [], change: {} };
  const second = heard.matters[1];
  if (!second) return nothing;
  const { language } = heard.memory;
  const { intent, text, understanding } = second;
  if (intent.kind === "article") {
    const article = parts.content.articles.get(intent.id);
    if (!article) return nothing;
    const reply = sayArticle(article, understanding.aspect, language);
    return { replies: [{ text: reply.text }], change: { topic: article.id } };
  }
  const own = { ...heard, understanding, message: { ...heard.message, text, attachments: [] } };
  const { dialog, service } = intent.kind === "service" ? startService(intent.id) : { dialog: intent.id };
  const progress = startDialog(parts.content.dialogs, dialog, service, forDialog(own, undefined, service), language);
  if (progress.kind !== "asking") return { replies: progress.replies.map(({ text }) => ({ text })), change: {} };
  const title = titleOf(progress.state, language, parts.content);
  return {
    replies: [{ text: fill(phrasesIn(language).alsoLater, { title }) }],
    change: { paused: progress.state },
  };
}
