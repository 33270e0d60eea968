import { type Intent, nameOfIntent } from "../conversation/understanding";
import { wordsOf } from "../conversation/words";
import { holdsAll } from "../knowledge/findArticles";
import type { StaffContent } from "./parts";
import type { IntentView } from "./wire";

const INTENTS_AT_MOST = 60;

/** Everything a message may mean, by the words typed so far; all of it without any. */
export function findIntents(content: StaffContent, typed: string): IntentView[] {
  const all = intentsIn(content);
  const words = wordsOf(typed);
  if (words.length === 0) return all.map(({ words: _, ...view }) => view);
  const named = all.filter((one) => holdsAll(words, one.words));
  const meant = content.understand(typed, "pl").candidates.map(({ intent }) => nameOfIntent(intent));
  const others = meant.flatMap((name) => all.filter(({ intent }) => nameOfIntent(intent) === name));
  const found = new Map([...named, ...others].map(({ intent, title }) => [nameOfIntent(intent), { intent, title }]));
  return [...found.values()].slice(0, INTENTS_AT_MOST);
}

function intentsIn({
  articles,
  services,
  dialogs,
  outside,
  smallTalk,
}: StaffContent): (IntentView & { words: string[] })[] {
  const named = (kind: Intent["kind"], id: string, title: string, more: string[] = []) => {
    return { intent: { kind, id }, title, words: wordsOf([title, ...more].join(" ")) };
  };
  return [
    ...[...articles.values()].map(({ id, title, keywords }) => named("article", id, title, keywords)),
    ...[...services.values()].map(({ code, label, keywords }) => named("service", code, label.pl, keywords)),
    ...[...dialogs.dialogs.values()].map(({ id, title, keywords }) => named("dialog", id, title.pl, keywords)),
    ...[...outside.values()].map(({ id, whose }) => named("outside", id, whose.pl)),
    ...[...smallTalk.values()].map(({ id, title, examples }) => named("talk", id, title, examples.pl.slice(0, 1))),
  ];
}
