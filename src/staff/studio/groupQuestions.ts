import { createHash } from "node:crypto";
import { fold } from "../../conversation/fold";
import { withoutMarks } from "../../understanding/maskPersonalData";
import { terms } from "../../understanding/words";
import type { AskedInVain } from "../doors";
import { joinTypos } from "./joinTypos";

/** Questions that ask nearly the same. `id` stays while its oldest question does. */
export type QuestionGroup = {
  id: string;
  /** The words put most often. */
  sample: string;
  /** Newest first. */
  asked: AskedInVain[];
};

/** From which share of common stems two texts ask the same. */
const ALIKE = 0.6;

/** Words that stand in any question; a text of nothing else is compared by them. */
const EMPTY = new Set(
  terms(
    `a aby ale bo by byc byl byla czy co cos dla do dzien dobry gdzie gdy i ile ja jak jaka jaki jakie jest jestem juz
    kiedy kto ktos ktora ktory ma mam mi moge moj moja moje mozna mu musze na nie no o od oraz po prosze przy sa sie
    skad sobie ta tak tam te tego ten teraz to tu tym u w we witam wiem wiec z za ze zeby zrobic chce chcialbym
    chcialabym potrzebuje pani pan panstwo czesc
    a about an and are at can could do does for from get have hello hi how i in is it me my need of on or please the
    there this to want what when where which who with would you your
    а або але будь ви все в від до добрий день для де є з за і й як яка який які коли ласка ли мені мій моя можна мо
    на не по привіт про скільки то треба у хочу хто це чи що щоб я и как где что это мне можно нужно сколько`,
  ),
);

type Text = { stems: string[]; key: string; asked: AskedInVain[] };
type Leader = { stems: string[]; asked: AskedInVain[] };

/** Puts texts together that share most of their stems; the most frequent gather the others. Biggest first. */
export function groupQuestions(asked: readonly AskedInVain[]): QuestionGroup[] {
  const texts = distinct(asked);
  const leaders: Leader[] = [];
  const holders = new Map<string, number[]>();
  for (const text of texts) {
    const found = nearest(text.stems, leaders, holders);
    if (found) {
      found.asked.push(...text.asked);
      continue;
    }
    for (const stem of text.stems) holders.set(stem, [...(holders.get(stem) ?? []), leaders.length]);
    leaders.push({ stems: text.stems, asked: [...text.asked] });
  }
  const groups = leaders.map(({ asked }) => groupOf(asked));
  return groups.sort((one, other) => other.asked.length - one.asked.length || byNewest(one.asked, other.asked));
}

/** Texts of the same stems, the most frequent first; the order does not hang on the order they came in. */
function distinct(asked: readonly AskedInVain[]): Text[] {
  const read = asked.map((one) => ({ one, words: [...new Set(terms(withoutMarks(one.text)))] }));
  const joined = joinTypos(read.map(({ words }) => words));
  const texts = new Map<string, Text>();
  for (const { one, words } of read) {
    const all = [...new Set(words.map((word) => joined.get(word) ?? word))].sort();
    const telling = all.filter((stem) => !EMPTY.has(stem));
    const stems = telling.length > 0 ? telling : all;
    // Without a word there is nothing to compare but the signs.
    const key = stems.length > 0 ? stems.join(" ") : `= ${fold(one.text).trim()}`;
    const known = texts.get(key) ?? { stems, key, asked: [] };
    known.asked.push(one);
    texts.set(key, known);
  }
  return [...texts.values()].sort(
    (one, other) => other.asked.length - one.asked.length || (one.key < other.key ? -1 : 1),
  );
}

/** The gathered text that shares the largest share of stems, the more frequent one of equals. */
function nearest(stems: string[], leaders: Leader[], holders: Map<string, number[]>): Leader | undefined {
  const common = new Map<number, number>();
  for (const stem of stems)
    for (const index of holders.get(stem) ?? []) common.set(index, (common.get(index) ?? 0) + 1);
  let best: { leader: Leader; share: number; index: number } | undefined;
  for (const [index, both] of common) {
    const leader = leaders[index];
    if (!leader) continue;
    const share = both / (stems.length + leader.stems.length - both);
    if (share < ALIKE || (best && (share < best.share || (share === best.share && index > best.index)))) continue;
    best = { leader, share, index };
  }
  return best?.leader;
}

function groupOf(asked: AskedInVain[]): QuestionGroup {
  const sorted = [...asked].sort(newestFirst);
  const oldest = sorted.at(-1)?.source ?? "";
  const id = createHash("sha256").update(oldest).digest("base64url").slice(0, 16);
  return { id, sample: mostFrequent(sorted), asked: sorted };
}

const newestFirst = (one: AskedInVain, other: AskedInVain) =>
  Number(other.at) - Number(one.at) || (one.source < other.source ? -1 : 1);

const byNewest = ([one]: AskedInVain[], [other]: AskedInVain[]) => (one && other ? newestFirst(one, other) : 0);

/** The newest of the most frequent. */
function mostFrequent(asked: AskedInVain[]): string {
  const times = new Map<string, number>();
  for (const { text } of asked) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "";
}
