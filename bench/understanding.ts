/**
 * How well and how fast messages are understood. Usage: npx tsx bench/understanding.ts [--fit] [folder of questions]
 * `--fit` prints new weights for src/understanding/confidence.ts; the folder holds questions other people wrote.
 */

import { createSearch } from "../src/knowledge/search";
import { loadContent } from "../src/loadParts";
import { confidenceOf } from "../src/understanding/confidence";
import { createUnderstanding } from "../src/understanding/understanding";
import { fitWeights } from "./fitWeights";
import { atThreshold, calibrationError, percent, quantile } from "./measures";
import { judgeOutOfFold } from "./outOfFold";
import { measurePeoples } from "./peoplesQuestions";

const SURE = 0.6;
const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith("--"));

const { content, examples } = loadContent(".");
const articles = [...content.articles.values()];

const before = process.memoryUsage();
const started = performance.now();
const understander = createUnderstanding(examples);
const trainedMs = performance.now() - started;
global.gc?.();
const after = process.memoryUsage();
const classes = new Set(examples.map(({ intent }) => `${intent.kind}:${intent.id}`)).size;
console.log(`classes ${classes}, examples ${examples.length}, trained in ${trainedMs.toFixed(0)} ms`);
const grown = (part: "heapUsed" | "arrayBuffers") => ((after[part] - before[part]) / 1e6).toFixed(1);
console.log(
  `memory kept: heap ${grown("heapUsed")} MB, arrays ${grown("arrayBuffers")} MB (exact with node --expose-gc)`,
);

const texts = examples.filter(({ weight = 1 }) => weight === 1).map(({ text }) => text);
tellTimes("understand", (text) => understander.understand(text, { language: "pl" }));
tellTimes("search", createSearch(articles, understander.terms));

const judged = judgeOutOfFold(examples);
const fitted = args.includes("--fit") ? fitWeights(judged) : undefined;
if (fitted) console.log("fitted:", fitted);
const shots = judged.map(({ signals, right, unseen }) => ({
  right,
  unseen,
  confidence: confidenceOf(signals, fitted),
}));
for (const kind of ["article", "service", "dialog", "talk", "outside"]) {
  const ofKind = judged.filter((one) => one.kind === kind && !one.unseen);
  const within = (rank: number) => percent(ofKind.filter((one) => one.rank < rank).length, ofKind.length);
  console.log(`out of fold, ${kind} (${ofKind.length}): top 1 ${within(1)}, top 3 ${within(3)}, top 4 ${within(4)}`);
}
const seen = shots.filter(({ unseen }) => !unseen);
const unseen = shots.filter((shot) => shot.unseen);
console.log(
  `out of fold: ECE ${calibrationError(shots).toFixed(3)}; answered and right of known matters, accepted of unknown ones`,
);
console.table(
  [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9].map((threshold) => ({
    ...atThreshold(seen, threshold),
    unknownAccepted: atThreshold(unseen, threshold).answered,
  })),
);

if (folder) measurePeoples(folder, understander, articles, SURE);

function tellTimes(name: string, run: (text: string) => unknown): void {
  for (const text of texts) run(text);
  const micros = texts.map((text) => {
    const begun = performance.now();
    run(text);
    return (performance.now() - begun) * 1000;
  });
  const [half, most] = [quantile(micros, 0.5), quantile(micros, 0.99)];
  console.log(`${name}: p50 ${half.toFixed(0)} µs, p99 ${most.toFixed(0)} µs per message`);
}
