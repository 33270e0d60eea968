import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Example } from "../../src/conversation/understanding";
import { learn, weigh } from "../../src/understanding/learn";
import { wordsOf } from "../../src/understanding/words";
import { auroc, falseAcceptance, percent, share } from "./measures";

const Pairs = z.array(z.tuple([z.string(), z.string()]));
const Clinc = z.object({
  train: Pairs,
  val: Pairs,
  test: Pairs,
  oos_train: Pairs,
  oos_val: Pairs,
  oos_test: Pairs,
});

/** CLINC150 (Larson et al. 2019, data_full.json): the public English yardstick, through the same classifier. */
export function measureClinc(file: string): void {
  const set = Clinc.parse(JSON.parse(readFileSync(file, "utf8")));
  const examples = [...set.train, ...set.oos_train].map(
    ([text, id]): Example => ({ text, intent: id === "oos" ? { kind: "outside", id } : { kind: "article", id } }),
  );
  const started = performance.now();
  const learnt = learn(examples);
  const seconds = (performance.now() - started) / 1000;
  const hear = ([text, label]: [string, string]) => {
    const best = weigh(learnt, wordsOf(text));
    const [first] = best;
    const outside = best.find(({ intent }) => intent.id === "oos")?.probability ?? 0;
    const ours = best.find(({ intent }) => intent.id !== "oos");
    return {
      label,
      first: first?.intent.id ?? "oos",
      ours: ours?.intent.id,
      score: (ours?.probability ?? 0) - outside,
    };
  };
  const [inVal, inTest, outVal, outTest] = [set.val, set.test, set.oos_val, set.oos_test].map((pairs) =>
    pairs.map(hear),
  );
  if (!inVal || !inTest || !outVal || !outTest) return;
  const threshold = bestThreshold(inVal, outVal);
  const accepted = (score: number) => score >= threshold;
  console.log(
    `CLINC150 full: ${examples.length} examples of ${learnt.intents.length} intents, learnt in ${seconds.toFixed(1)} s`,
  );
  console.table([
    {
      how: "out-of-scope class only",
      "in-scope accuracy": percent(share(inTest, ({ first, label }) => first === label)),
      "out-of-scope recall": percent(share(outTest, ({ first }) => first === "oos")),
    },
    {
      how: `and a threshold chosen on the validation part (${threshold.toFixed(2)})`,
      "in-scope accuracy": percent(share(inTest, ({ ours, label, score }) => accepted(score) && ours === label)),
      "out-of-scope recall": percent(share(outTest, ({ score }) => !accepted(score))),
    },
  ]);
  const [own, other] = [inTest.map(({ score }) => score), outTest.map(({ score }) => score)];
  console.log(`AUROC ${auroc(own, other).toFixed(3)}, FAR at 95 % ${percent(falseAcceptance(own, other))}`);
}

type Heard = { label: string; ours: string | undefined; score: number };

/** The threshold with the best accuracy over everything, as the paper chooses it. */
function bestThreshold(ours: Heard[], others: Heard[]): number {
  const candidates = Array.from({ length: 101 }, (_, i) => -1 + i / 50);
  const right = (threshold: number) =>
    ours.filter(({ ours: id, label, score }) => score >= threshold && id === label).length +
    others.filter(({ score }) => score < threshold).length;
  return candidates.reduce((best, threshold) => (right(threshold) > right(best) ? threshold : best), 0);
}
