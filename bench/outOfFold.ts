import type { Example } from "../src/conversation/understanding";
import type { Signals } from "../src/understanding/confidence";
import { findPlace } from "../src/understanding/findPlace";
import { learn, nameOf } from "../src/understanding/learn";
import { judge } from "../src/understanding/understanding";

/** One of our own examples, judged by a model that had not seen it. `unseen`: nor anything else of its intent. */
export type Judged = {
  signals: Signals;
  right: boolean;
  rank: number;
  confidence: number;
  kind: string;
  unseen: boolean;
};

const FOLDS = 5;
/** Every so many intents one is left out of a fold altogether: what a matter nobody wrote about looks like. */
const ABSENT_EVERY = 25;

/**
 * Judges every sentence among the examples by a model trained without a fifth of them, it among these; sentences of
 * some intents also by a model that does not know the intent at all, so that every answer is wrong.
 */
export function judgeOutOfFold(examples: Example[]): Judged[] {
  let sentence = 0;
  const fold = examples.map(({ weight = 1 }) => (weight === 1 ? sentence++ % FOLDS : -1));
  const intents = [...new Set(examples.map(({ intent }) => nameOf(intent)))];
  return Array.from({ length: FOLDS }, (_, held) => {
    const absent = new Set(intents.filter((_name, index) => index % ABSENT_EVERY === held));
    const isAbsent = ({ intent }: Example) => absent.has(nameOf(intent));
    const learnt = learn(examples.filter((example, index) => fold[index] !== held && !isAbsent(example)));
    const isJudged = (example: Example, index: number) =>
      fold[index] === held || (isAbsent(example) && example.intent.kind !== "talk" && fold[index] !== -1);
    return examples.filter(isJudged).map((example) => judgeOne(learnt, example, isAbsent(example)));
  }).flat();
}

function judgeOne(learnt: ReturnType<typeof learn>, { text, intent }: Example, unseen: boolean): Judged {
  const { weighed, signals, confidence } = judge(learnt, text, findPlace(text));
  const rank = weighed.findIndex((one) => nameOf(one.intent) === nameOf(intent));
  const found = rank === -1 ? Number.POSITIVE_INFINITY : rank;
  return { signals, right: rank === 0, rank: found, confidence, kind: intent.kind, unseen };
}
