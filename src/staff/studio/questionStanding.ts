import { fold } from "../../conversation/fold";
import { type Intent, nameOfIntent } from "../../conversation/understanding";
import { maskPersonalData } from "../../understanding/maskPersonalData";
import type { AskedInVain, Care, CareState, InVain } from "../doors";
import type { QuestionQuery } from "../wire";
import type { QuestionGroup } from "./groupQuestions";

/** A group and how far editors are with it. */
export type Standing = {
  group: QuestionGroup;
  /** What is not settled yet; everything once all of it is. Newest first. */
  live: AskedInVain[];
  state: CareState;
  owner?: { id: string; name: string };
  settledBefore: number;
};

const SETTLED: ReadonlySet<CareState> = new Set(["added", "new_article", "out_of_scope", "done"]);

/** One question that comes again after the others were settled opens its group anew. */
export function standingOf(group: QuestionGroup, cares: ReadonlyMap<string, Care>): Standing {
  const careOf = ({ source }: AskedInVain) => cares.get(source);
  const open = group.asked.filter((one) => !SETTLED.has(careOf(one)?.state ?? "open"));
  const live = open.length > 0 ? open : group.asked;
  const [newest] = live.flatMap((one) => careOf(one) ?? []).sort((a, b) => Number(b.at) - Number(a.at));
  return {
    ...{ group, live },
    state: newest?.state ?? "open",
    ...(newest?.owner && { owner: newest.owner }),
    settledBefore: group.asked.length - live.length,
  };
}

/** Whether a group fits all that is asked for but its state. */
export function fits({ live }: Standing, { reason, language, q }: QuestionQuery): boolean {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return (
    (!reason || live.some(({ reasons }) => reasons.includes(reason))) &&
    (!language || live.some((one) => one.language === language)) &&
    (words.length === 0 || live.some(({ text }) => words.every((word) => fold(text).includes(word))))
  );
}

/** The most asked first, of these the one asked last. */
export const byTimes = (one: Standing, other: Standing) =>
  other.live.length - one.live.length || Number(other.live[0]?.at ?? 0) - Number(one.live[0]?.at ?? 0);

/** How many groups are in each state. */
export function countStates(standings: Standing[]): Record<CareState, number> {
  const counts = { open: 0, taken: 0, added: 0, new_article: 0, out_of_scope: 0, done: 0 };
  for (const { state } of standings) counts[state] += 1;
  return counts;
}

export function reasonsOf(asked: AskedInVain[]): { reason: InVain; times: number }[] {
  const counted = counting(asked.flatMap(({ reasons }) => reasons.map((reason) => [reason, reason] as const)));
  return counted.map(({ of, times }) => ({ reason: of, times }));
}

export function proposedIn(asked: AskedInVain[]): { intent: Intent; times: number }[] {
  const named = asked.flatMap(({ proposed }) => proposed.map((intent) => [nameOfIntent(intent), intent] as const));
  return counting(named).map(({ of, times }) => ({ intent: of, times }));
}

/** Each with how often it is there, the most frequent first. */
function counting<T>(named: (readonly [string, T])[]): { of: T; times: number }[] {
  const counts = new Map<string, { of: T; times: number }>();
  for (const [name, of] of named) counts.set(name, { of, times: (counts.get(name)?.times ?? 0) + 1 });
  return [...counts.values()].sort((one, other) => other.times - one.times);
}

/** Different texts, the most frequent first. Records are masked when they are written; what we mask better since is masked now. */
export function textsOf(asked: AskedInVain[]): { text: string; asked: AskedInVain[] }[] {
  const texts = new Map<string, AskedInVain[]>();
  for (const one of asked) {
    const text = maskPersonalData(one.text);
    texts.set(text, [...(texts.get(text) ?? []), one]);
  }
  return [...texts].map(([text, asked]) => ({ text, asked })).sort((a, b) => b.asked.length - a.asked.length);
}
