const { existsSync, readFileSync } = require("node:fs");
const { basename, relative } = require("node:path");

/** `late FILE`: the failed test files, for a second run, if they are few and each at least began. */
function late(file) {
  const failed = resultsOf(file).filter(({ status }) => status === "failed");
  const began = failed.every(({ assertionResults }) => assertionResults.length > 0);
  if (failed.length === 0 || failed.length > 2 || !began) process.exit(1);
  process.stdout.write(failed.map(({ name }) => relative(process.cwd(), name)).join(" "));
}

/** `count FILE…`: `N passed, N failed` of all runs, where a file that ran again counts as it did then. */
function count(files) {
  const ran = new Map();
  for (const file of files) {
    const newer = basename(file).startsWith("node") ? basename(file) : "";
    for (const result of resultsOf(file)) ran.set(`${newer}${result.name}`, result);
  }
  const tests = [...ran.values()].flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === "passed").length;
  const notRun = tests.filter(({ status }) => status !== "passed" && status !== "failed").length;
  if (notRun) process.stderr.write(`${notRun} tests were left out; here that is a failure\n`);
  const broken = [...ran.values()].filter(({ status, assertionResults: all }) => status === "failed" && !all.length);
  const failed = tests.length - passed + broken.length;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed ? 1 : 0;
}

function resultsOf(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")).testResults;
  // The second run is not always needed; the others are.
  return basename(file) === "again.json" ? [] : [{ name: file, status: "failed", assertionResults: [] }];
}

const [what, ...files] = process.argv.slice(2);
if (what === "late") late(files[0]);
else count(files);
