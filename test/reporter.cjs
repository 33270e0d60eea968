/** Lists after a run what was not run, and why: nothing passes silently. */
class NotRunReporter {
  /** @param {unknown} _contexts @param {import("@jest/reporters").AggregatedResult} results */
  onRunComplete(_contexts, results) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const file of results.testResults) {
      for (const test of file.testResults) {
        if (test.status !== "pending" && test.status !== "todo") continue;
        const line = `${reasonOf(test.ancestorTitles)} — ${file.testFilePath.replace(`${process.cwd()}/`, "")}`;
        counts.set(line, (counts.get(line) ?? 0) + 1);
      }
    }
    if (counts.size === 0) return;
    const lines = [...counts].map(([line, count]) => `  ${count} × ${line}`).sort();
    process.stderr.write(`\nNot run:\n${lines.join("\n")}\n`);
  }
}

/** @param {string[]} titles */
function reasonOf(titles) {
  return titles.map((title) => /\[not run: (.*)\]$/.exec(title)?.[1]).find(Boolean) ?? "skipped in the test file";
}

module.exports = NotRunReporter;
