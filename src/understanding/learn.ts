import type { Example, Intent } from "../conversation/understanding";
import { type Model, probabilities, train } from "./classifier";
import { buildVocabulary, type Counts, countFeatures, type Vocabulary, vectorOf } from "./features";
import { wordsOf } from "./words";

/** What was learnt from examples: enough to weigh any text. */
export type Learnt = { intents: Intent[]; vocabulary: Vocabulary; model: Model };

/** A meaning with its raw probability; not yet how sure one may be of it. */
export type Weighed = { intent: Intent; probability: number };

/** Learns from examples; the same examples give the same result. Takes under a second for 160 intents. */
export function learn(examples: Example[]): Learnt {
  const places = new Map<string, number>();
  const intents: Intent[] = [];
  for (const { intent } of examples) {
    const name = nameOf(intent);
    if (places.has(name)) continue;
    places.set(name, intents.length);
    intents.push(intent);
  }
  const counts: Counts[] = examples.map(({ text }) => countFeatures(wordsOf(text)));
  const vocabulary = buildVocabulary(counts);
  const lessons = examples.map(({ intent, weight = 1 }, index) => ({
    vector: vectorOf(counts[index] ?? new Map(), vocabulary),
    label: places.get(nameOf(intent)) ?? 0,
    weight,
  }));
  return { intents, vocabulary, model: train(lessons, { features: vocabulary.size, classes: intents.length }) };
}

/** All meanings of a text, most probable first; none when it holds nothing that was ever learnt. */
export function weigh({ intents, vocabulary, model }: Learnt, words: string[]): Weighed[] {
  const vector = vectorOf(countFeatures(words), vocabulary);
  if (vector.at.length === 0) return [];
  return Array.from(probabilities(model, vector), (probability, index) => ({ probability, intent: intents[index] }))
    .flatMap(({ probability, intent }) => (intent ? [{ probability, intent }] : []))
    .sort((one, other) => other.probability - one.probability);
}

/** One word for an intent, to compare it by. */
export function nameOf({ kind, id }: Intent): string {
  return `${kind}:${id}`;
}
