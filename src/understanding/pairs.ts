import type { Model } from "./classifier";
import type { Vector } from "./features";
import type { Lesson } from "./train";

/** A feature that this share of the classes hold gets a whole row. */
const COMMON = 0.3;

/** For each feature the classes in whose lessons it occurs. */
export function pairsIn(lessons: Lesson[], features: number, classes: number): Pick<Model, "start" | "classOf"> {
  const held = heldBy(lessons, features, classes);
  const counted = new Int32Array(features);
  for (const list of held) for (const feature of list) counted[feature] = (counted[feature] ?? 0) + 1;
  const start = new Int32Array(features + 1);
  for (let feature = 0; feature < features; feature++) {
    const count = counted[feature] ?? 0;
    start[feature + 1] = (start[feature] ?? 0) + (count > classes * COMMON ? classes : count);
  }
  const next = start.slice();
  const classOf = new Uint16Array(start[features] ?? 0);
  for (const [label, list] of held.entries()) {
    for (const feature of list) {
      const place = next[feature] ?? 0;
      classOf[place] = label;
      next[feature] = place + 1;
    }
  }
  return { start, classOf };
}

/** For each class the features its lessons hold, each once. */
function heldBy(lessons: Lesson[], features: number, classes: number): number[][] {
  const ofClass = Array.from({ length: classes }, (): Vector[] => []);
  for (const { vector, label } of lessons) ofClass[label]?.push(vector);
  const lastClass = new Int32Array(features).fill(-1);
  return ofClass.map((vectors, label) => {
    const held: number[] = [];
    for (const { at } of vectors) {
      for (const feature of at) {
        if (lastClass[feature] === label) continue;
        lastClass[feature] = label;
        held.push(feature);
      }
    }
    return held;
  });
}
