import { createSearch } from "../../src/knowledge/search";
import { loadContent } from "../../src/loadParts";
import { createUnderstanding } from "../../src/understanding/understanding";
import { terms } from "../../src/understanding/words";
import { quantile } from "./measures";

/** Prints training time, memory and the time one message takes. */
export function measureSpeed(texts: string[]): void {
  const { content, ...lessons } = loadContent(".");
  const search = createSearch([...content.articles.values()], terms);
  const found = (asked: string[]) => search(asked).map(({ article }) => article.id);
  createUnderstanding({ ...lessons, search: found });
  const before = megabytesKept();
  const started = performance.now();
  const understander = createUnderstanding({ ...lessons, labelled: [] });
  const learntMs = performance.now() - started;
  const kept = megabytesKept() - before;
  const restarted = performance.now();
  createUnderstanding({ ...lessons, search: found });
  const calibratedMs = performance.now() - restarted - learntMs;
  console.log(
    `${lessons.examples.length} examples of ${new Set(lessons.examples.map(({ intent }) => intent.kind + intent.id)).size} matters: learnt in ${learntMs.toFixed(0)} ms, calibrated in ${calibratedMs.toFixed(0)} ms more; ${kept.toFixed(1)} MB kept`,
  );
  tellTimes(texts, (text) =>
    understander.understand(text, { language: "pl", found: found(understander.searchTerms(text)) }),
  );
}

/** What is still needed, in megabytes; exact only with `--expose-gc`. One collection leaves arrays behind. */
function megabytesKept(): number {
  for (let round = 0; round < 4; round++) global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** How long each text takes, warm. */
export function tellTimes(texts: string[], run: (text: string) => unknown): void {
  for (const text of texts) run(text);
  const micros = texts.map((text) => {
    const begun = performance.now();
    run(text);
    return (performance.now() - begun) * 1000;
  });
  console.log(
    `understood and searched: p50 ${quantile(micros, 0.5).toFixed(0)} µs, p99 ${quantile(micros, 0.99).toFixed(0)} µs a message`,
  );
}
