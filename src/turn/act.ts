import type { Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import type { Choice, Reply } from "../conversation/reply";
import type { Intent } from "../conversation/understanding";
import type { Acted } from "./acted";
import { cancelDialog, continueTheDialog, interruptDialog, startTheDialog } from "./dialogTurn";
import { handOff } from "./handOff";
import type { Heard } from "./heard";
import type { Parts } from "./parts";
import { phrasesIn } from "./phrases/phrases";
import { articleTitle, sayArticle } from "./sayArticle";
import { sayStatus } from "./sayStatus";
import { starters } from "./starters";

/** Carries out a decision: says it, and tells what the inbox has to write down. */
export function act(decision: Decision, heard: Heard, parts: Parts): Acted {
  const { memory } = heard;
  const phrases = phrasesIn(memory.language);
  const talk = (replies: Reply[], change: Partial<Memory> = {}): Acted => ({
    speaker: heard.conversation.speaker === "closed" ? "bot" : heard.conversation.speaker,
    memory: { ...memory, misunderstood: 0, ...change },
    replies,
    effects: [],
  });
  switch (decision.kind) {
    case "stay_silent":
      return talk([]);
    case "keep_waiting":
      return talk([
        { text: phrases.keepWaiting, choices: [{ title: phrases.stopWaiting, wish: { kind: "stop_waiting" } }] },
      ]);
    case "stop_waiting":
      return {
        ...talk([{ text: phrases.stoppedWaiting, choices: starters(memory) }], withoutHandoff(memory)),
        speaker: "bot",
      };
    case "hand_off":
      return handOff(decision.reason, heard, parts);
    case "start_dialog":
      return startTheDialog(decision, heard, parts);
    case "continue_dialog":
      return continueTheDialog(decision.wish, heard, parts);
    case "answer_in_dialog":
    case "tell_status":
      return interruptDialog(
        decision.kind === "tell_status" ? tellStatus(decision, heard, parts) : answer(decision, heard, parts),
        heard,
        parts,
      );
    case "cancel_dialog":
      return cancelDialog(heard, parts);
    case "offer_to_resume":
      return talk([offerToResume(heard, parts)]);
    case "answer":
      return talk(answer(decision, heard, parts), { topic: decision.article });
    case "small_talk":
      return talk([smallTalk(decision.id, memory, parts)]);
    case "point_outside":
      return talk([pointOutside(decision.id, memory, parts)]);
    case "offer":
      return talk([offer(decision.intents, memory, parts)], { misunderstood: memory.misunderstood + 1 });
    case "ask_to_rephrase":
      return talk([{ text: phrases.askToRephrase, choices: starters(memory) }], {
        misunderstood: memory.misunderstood + 1,
      });
    case "refuse_empty":
      return talk([{ text: phrases.emptyMessage }], { misunderstood: memory.misunderstood });
  }
}

function withoutHandoff({ handoff: _, ...memory }: Memory): Memory {
  return memory;
}

function answer(decision: Extract<Decision, { article: string }>, { memory }: Heard, { content }: Parts): Reply[] {
  const article = content.articles.get(decision.article);
  if (!article) return [{ text: phrasesIn(memory.language).askToRephrase, choices: starters(memory) }];
  return [sayArticle(article, decision.section, memory.language)];
}

function tellStatus(
  decision: Extract<Decision, { kind: "tell_status" }>,
  { facts, memory }: Heard,
  { content }: Parts,
): Reply[] {
  return sayStatus(decision.serviceRequestIds, facts, memory.language, content);
}

function smallTalk(id: string, memory: Memory, { content }: Parts): Reply {
  const text = content.smallTalk.get(id)?.reply?.[memory.language] ?? phrasesIn(memory.language).askToRephrase;
  return id === "greeting" || id === "help" ? { text, choices: starters(memory) } : { text };
}

function pointOutside(id: string, memory: Memory, { content }: Parts): Reply {
  const matter = content.outside.get(id);
  if (!matter) return { text: phrasesIn(memory.language).askToRephrase, choices: starters(memory) };
  const article = matter.article === undefined ? undefined : content.articles.get(matter.article);
  const text = matter.reply[memory.language];
  if (!article) return { text };
  return {
    text,
    choices: [{ title: articleTitle(article, memory.language), wish: { kind: "read", article: article.id } }],
  };
}

function offer(intents: Intent[], memory: Memory, parts: Parts): Reply {
  const phrases = phrasesIn(memory.language);
  const options = intents.flatMap((intent) => choiceFor(intent, memory, parts));
  const different = options.filter((option, i) => options.findIndex(({ title }) => title === option.title) === i);
  return {
    text: phrases.offer,
    choices: [
      ...different,
      { title: phrases.noneOfThese, wish: { kind: "none_of_these" } },
      { title: phrases.human, wish: { kind: "human" } },
    ],
  };
}

function choiceFor({ kind, id }: Intent, { language }: Memory, { content }: Parts): Choice[] {
  if (kind === "article") {
    const article = content.articles.get(id);
    return article ? [{ title: articleTitle(article, language), wish: { kind: "read", article: id } }] : [];
  }
  if (kind === "service") {
    const service = content.services.get(id);
    const title = `${phrasesIn(language).reportThis}: ${service?.label[language]}`;
    return service
      ? [{ title, wish: { kind: "start", dialog: id === "idea" ? "idea" : "report-problem", service: id } }]
      : [];
  }
  const dialog = kind === "dialog" ? content.dialogs.dialogs.get(id) : undefined;
  return dialog ? [{ title: dialog.title[language], wish: { kind: "start", dialog: id } }] : [];
}

function offerToResume(heard: Heard, parts: Parts): Reply {
  const { memory, understanding } = heard;
  const phrases = phrasesIn(memory.language);
  const title = unfinished(memory, parts);
  const [newMatter] = understanding.candidates.flatMap(({ intent }) => choiceFor(intent, memory, parts));
  return {
    text: phrases.resume.replace("{title}", title),
    choices: [
      { title: phrases.resumeYes.replace("{title}", title), wish: { kind: "resume" } },
      ...(newMatter ? [newMatter] : []),
      { title: phrases.resumeNo, wish: { kind: "cancel" } },
    ],
  };
}

/** What the running dialog is about, in a resident's words. */
export function unfinished({ dialog, language }: Memory, { content }: Parts): string {
  const service = dialog?.service === undefined ? undefined : content.services.get(dialog.service);
  return (service?.label ?? content.dialogs.dialogs.get(dialog?.dialog ?? "")?.title)?.[language] ?? "";
}
