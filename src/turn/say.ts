import type { Memory } from "../conversation/conversation";
import type { Decision } from "../conversation/decision";
import { inWarsaw } from "../conversation/openingHours";
import type { Choice, Reply } from "../conversation/reply";
import { fill } from "./fill";
import type { Heard } from "./heard";
import type { Parts } from "./parts";
import type { Phrases } from "./phrases/phrases";
import { REPORT } from "./rule";
import { askWhatPhotoShows, sayAct } from "./sayAct";
import { articleTitle, sayArticle } from "./sayArticle";
import { sayMatters, sayWaiting, waitingFor } from "./sayMatters";
import { sayNews } from "./sayNews";
import { sayOffer } from "./sayOffer";
import { askWhichOffice, sayOffice } from "./sayOffice";
import { sayStatus } from "./sayStatus";
import { starters } from "./starters";

/** What is said and what the bot remembers of it. */
type Said = { replies: Reply[]; change: Partial<Memory> };

/** Decisions that only talk. */
export type Saying = Extract<
  Decision,
  {
    kind:
      | "answer"
      | "answer_in_dialog"
      | "tell_status"
      | "tell_hours"
      | "ask_which_office"
      | "small_talk"
      | "explain_kinds"
      | "ask_for_words"
      | "offer_act"
      | "act_on_request"
      | "ask_what_photo_shows"
      | "point_outside"
      | "offer"
      | "ask_which_first"
      | "ask_to_rephrase"
      | "ask_for_matter"
      | "cannot_read"
      | "cannot_listen"
      | "unsubscribe"
      | "subscribe_again";
  }
>;

/** The words for a decision. */
export function say(decision: Saying, heard: Heard, parts: Parts): Said {
  const { memory } = heard;
  const phrases = parts.content.botPhrases[memory.language];
  const unclear = { misunderstood: memory.misunderstood + 1 };
  switch (decision.kind) {
    case "answer":
    case "answer_in_dialog":
      return { replies: [answer(decision, heard, parts)], change: { topic: decision.article } };
    case "tell_status":
      return {
        replies: sayStatus(decision.serviceRequestIds, heard.facts, memory.language, parts),
        change: {},
      };
    case "tell_hours":
      return { replies: [tellHours(decision, heard, parts)], change: { office: decision.office } };
    case "ask_which_office":
      return { replies: [whichOffice(decision, heard, parts)], change: {} };
    case "explain_kinds":
      return { replies: [explainKinds(memory, parts)], change: {} };
    case "ask_for_words":
    case "offer_act":
    case "act_on_request":
      return sayAct(decision, heard, phrases);
    case "ask_what_photo_shows":
      return askWhatPhotoShows(decision.serviceRequestIds, heard, phrases);
    case "small_talk":
      return { replies: [smallTalk(decision.id, heard, parts)], change: decision.id === "insult" ? unclear : {} };
    case "point_outside":
      return (
        sayOutside(decision.id, heard, parts) ?? {
          replies: [pointOutside(decision.id, memory, parts)],
          change: decision.id === UNRELATED ? unclear : {},
        }
      );
    case "offer":
      return { replies: [sayOffer(decision.intents, memory.language, parts.content)], change: unclear };
    case "ask_which_first":
      return {
        replies: [sayMatters(heard.matters, memory.language, parts.content)],
        change: waitingFor(heard.matters),
      };
    case "ask_to_rephrase": {
      const text = memory.dialog ? phrases.questionNotUnderstood : phrases.askToRephrase;
      return { replies: [{ text, choices: starters(phrases) }], change: unclear };
    }
    case "cannot_read":
    case "cannot_listen": {
      const text = decision.kind === "cannot_read" ? phrases.cannotRead : phrases.cannotListen;
      return { replies: [{ text, choices: [{ title: phrases.human, wish: { kind: "human" } }] }], change: {} };
    }
    case "unsubscribe":
    case "subscribe_again":
      return { replies: [{ text: sayNews(decision.kind, heard.facts, phrases) }], change: {} };
    case "ask_for_matter":
      return { replies: [{ text: phrases.askForMatter, choices: starters(phrases) }], change: {} };
  }
}

const rephrase = (phrases: Phrases): Reply => ({ text: phrases.askToRephrase, choices: starters(phrases) });

type About<Kind extends Decision["kind"]> = Extract<Decision, { kind: Kind }>;

function tellHours({ office, days }: About<"tell_hours">, { memory, facts }: Heard, { content }: Parts): Reply {
  const { language } = memory;
  const phrases = content.botPhrases[language];
  const known = content.offices.get(office);
  if (!known) return rephrase(phrases);
  return sayOffice(known, { days, now: facts.now, language, phrases });
}

function whichOffice(
  { offices, days }: About<"ask_which_office">,
  { memory, facts }: Heard,
  { content }: Parts,
): Reply {
  const known = offices.flatMap((id) => content.offices.get(id) ?? []);
  const { language } = memory;
  return askWhichOffice(known, { days, now: facts.now, language, phrases: content.botPhrases[language] });
}

/** The article about complaints, motions and petitions. */
const COMPLAINTS = "skargi-wnioski-petycje";

/** Openly what becomes of each, with a way into the three that begin here. */
function explainKinds({ language }: Memory, { content }: Parts): Reply {
  const phrases = content.botPhrases[language];
  const idea: Choice = { title: phrases.giveIdea, wish: { kind: "start", dialog: "idea" } };
  const article = content.articles.get(COMPLAINTS);
  const complaint: Choice[] = article
    ? [{ title: articleTitle(article, language), wish: { kind: "read", article: article.id } }]
    : [];
  return { text: phrases.kindsOfMatters, choices: [...starters(phrases).slice(0, 1), idea, ...complaint] };
}

/** What is nobody's office matter: the weather, football, rows of letters. */
const UNRELATED = "unrelated";

function answer(
  decision: Extract<Decision, { article: string }>,
  { memory: { language, topic, waiting }, facts }: Heard,
  { content }: Parts,
): Reply {
  const article = content.articles.get(decision.article);
  const phrases = content.botPhrases[language];
  if (!article) return rephrase(phrases);
  const when = { seen: topic === article.id, today: inWarsaw(facts.now).date };
  const reply = sayArticle(article, decision.section, { language, phrases }, when);
  const [next] = sayWaiting(waiting, language, content);
  if (!next) return reply;
  return { text: `${reply.text}\n\n${next.text}`, choices: [...(next.choices ?? []), ...(reply.choices ?? [])] };
}

/** Small talk after which a resident may want to know what can be done here. */
const withStarters = new Set(["greeting", "help", "acknowledgement"]);

/** Small talk that raises an alert. */
const calls = new Set(["danger", "crisis"]);

function smallTalk(id: string, { memory: { language, dialog }, facts }: Heard, { content }: Parts): Reply {
  const talk = content.smallTalk.get(id);
  const phrases = content.botPhrases[language];
  const said = (dialog && talk?.in_dialog) ?? talk?.reply;
  const text = said?.[language] ?? phrases.askToRephrase;
  if (calls.has(id) && facts.desk.present > 0) return { text: `${text} ${phrases.consultantAlerted}` };
  if (id === "insult") return { text, choices: [{ title: phrases.human, wish: { kind: "human" } }] };
  return withStarters.has(id) ? { text, choices: starters(phrases) } : { text };
}

const OTHER_TOWN = "other-town";

/** Another municipality is named where the place shows which; the words wait in case it is in the city after all. */
function sayOutside(id: string, { facts, memory, message }: Heard, { content }: Parts): Said | undefined {
  const outside = facts.places?.[0]?.outside;
  const matter = content.outside.get(id);
  if (id !== OTHER_TOWN || !outside || !matter) return undefined;
  const { language } = memory;
  const phrases = content.botPhrases[language];
  const text = `${matter.reply[language]} ${fill(phrases.outsideWhose, { whose: outside.whose[language] })}`;
  const inside: Choice = { title: phrases.insideAfterAll, wish: { kind: "start", dialog: REPORT } };
  const waiting = [{ intent: { kind: "dialog" as const, id: REPORT }, text: message.text }];
  return { replies: [{ text, choices: [inside, ...starters(phrases).slice(1)] }], change: { waiting } };
}

function pointOutside(id: string, { language }: Memory, { content }: Parts): Reply {
  const matter = content.outside.get(id);
  const phrases = content.botPhrases[language];
  if (!matter) return rephrase(phrases);
  const text = matter.reply[language];
  const article = content.articles.get(matter.article ?? "");
  if (!article) return { text, choices: starters(phrases) };
  return {
    text,
    choices: [{ title: articleTitle(article, language), wish: { kind: "read", article: article.id } }],
  };
}
