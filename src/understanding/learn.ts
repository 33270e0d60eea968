import { type Example, type Intent, nameOfIntent, type Telling } from "../conversation/understanding";
import { CALLS } from "./alarm";
import { type Model, probabilities, weightOf } from "./classifier";
import { type Detector, detect, trainDetector } from "./detector";
import { buildVocabulary, type Vocabulary, vectorOf } from "./features";
import { mixedOrder } from "./mixedOrder";
import { train } from "./train";
import { wordsOf } from "./words";

/** What was learnt from examples: enough to weigh any text. */
export type Learnt = {
  intents: Intent[];
  vocabulary: Vocabulary;
  model: Model;
  /** Tells who is in danger; see detector.ts. */
  alarm: Detector;
};

/** A meaning with its raw probability; not yet how sure one may be of it. */
export type Weighed = { intent: Intent; probability: number };

const MOST_WEIGHED = 5;

/** Learns from examples, whose words are given beside them; the same examples give the same result. */
export function learn(examples: Example[], words = examples.map(({ text }) => wordsOf(text))): Learnt {
  const places = new Map<string, number>();
  const intents: Intent[] = [];
  for (const { intent } of examples) {
    const name = nameOfIntent(intent);
    if (places.has(name)) continue;
    places.set(name, intents.length);
    intents.push(intent);
  }
  const { vocabulary, vectors } = buildVocabulary(words);
  const order = mixedOrder(words);
  const lessons = order.flatMap((at) => {
    const { vector, example } = { vector: vectors[at], example: examples[at] };
    if (!vector || !example) return [];
    const { intent, weight = 1 } = example;
    return [{ vector, label: places.get(nameOfIntent(intent)) ?? 0, weight, called: isCall(intent) }];
  });
  return {
    intents,
    vocabulary,
    model: train(lessons, { features: vocabulary.size, classes: intents.length }),
    alarm: trainDetector(lessons, vocabulary.size),
  };
}

function isCall(intent: Intent): boolean {
  return CALLS.includes(nameOfIntent(intent));
}

/** How much a text sounds like somebody in danger (0–1), by the detector alone. */
export function hearAlarm({ vocabulary, alarm }: Learnt, words: string[]): number {
  const vector = vectorOf(words, vocabulary);
  return vector.at.length === 0 ? 0 : detect(alarm, vector);
}

/** The five most probable meanings of a text, best first; none when it holds nothing that was ever learnt. */
export function weigh({ intents, vocabulary, model }: Learnt, words: string[]): Weighed[] {
  const vector = vectorOf(words, vocabulary);
  if (vector.at.length === 0) return [];
  const shares = probabilities(model, vector);
  const best: Weighed[] = [];
  for (const [index, intent] of intents.entries()) {
    const probability = shares[index] ?? 0;
    // A whole sort of all meanings would cost more than the classifier itself.
    if (best.length === MOST_WEIGHED && probability <= (best.at(-1)?.probability ?? 0)) continue;
    const place = best.findIndex((better) => better.probability < probability);
    best.splice(place === -1 ? best.length : place, 0, { intent, probability });
    best.length = Math.min(best.length, MOST_WEIGHED);
  }
  return best;
}

const MOST_TELLING = 6;

/** Which words spoke for an intent, each as the sum of what its stem and letter groups weigh for it. */
export function tellingWords({ intents, vocabulary, model }: Learnt, words: string[], intent: Intent): Telling[] {
  const label = intents.findIndex((one) => nameOfIntent(one) === nameOfIntent(intent));
  const weighed = [...new Set(words)].map((word): Telling => {
    const { at, weight } = vectorOf([word], vocabulary);
    let sum = 0;
    for (let i = 0; i < at.length; i++) sum += (weight[i] ?? 0) * weightOf(model, at[i] ?? 0, label);
    return { word, weight: Math.round(sum * 100) / 100 };
  });
  return weighed
    .filter(({ weight }) => weight !== 0)
    .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, MOST_TELLING);
}
