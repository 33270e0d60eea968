/**
 * `npm run bench`: the figures of the README, all in one run. Needs `npm run build` before, and PostgreSQL at
 * TEST_DATABASE_URL (a schema of its own is made and dropped).
 */
import { statSync } from "node:fs";
import { cpus } from "node:os";
import { loadParts } from "../src/loadParts";
import { freshPostgreSql } from "../test/databases";
import { measureHttp } from "./http";
import { spreadOf } from "./spread";
import { measureStart } from "./start";
import { measureTurns, type TurnFigures } from "./turns";

const round = (value: number, digits = 0) => value.toFixed(digits);

async function main(): Promise<void> {
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}\n`);
  const parts = loadParts(".");
  measureUnderstanding((text) => parts.understand(text, { language: "pl", found: [] }));
  const postgresql = await freshPostgreSql();
  try {
    print(await measureTurns("PostgreSQL", postgresql.url, parts));
    print(await measureTurns("PGlite (embedded)", undefined, parts));
    await measureHttp(postgresql.url, parts);
  } finally {
    await postgresql.drop();
  }
  await measureStart();
  console.log(
    `widget.js: ${statSync("dist/web/widget.js.br").size} bytes as brotli, ${statSync("dist/web/widget.js").size} raw`,
  );
}

function measureUnderstanding(understand: (text: string) => unknown): void {
  const texts = [
    "jak wyrobić dowód",
    "na Długiej 12 wielka dziura, rower mi się prawie złamał",
    "ile kosztuje paszport dla dziecka",
    "nie odebrali śmieci od tygodnia na os. Kolorowym",
  ];
  const microseconds = Array.from({ length: 4000 }, (_, i) => {
    const begun = performance.now();
    understand(texts[i % texts.length] ?? "");
    return (performance.now() - begun) * 1000;
  });
  const { p50, p99 } = spreadOf(microseconds.slice(1000));
  console.log(`understanding: p50 ${round(p50)} µs, p99 ${round(p99)} µs per message\n`);
}

function print({ database, insertsPerSecond, closed, open }: TurnFigures): void {
  console.log(`${database}: bare single-row inserts through the same pool ${round(insertsPerSecond)} a second`);
  for (const { conversations, turnsPerSecond, latency } of closed)
    console.log(
      `  ${String(conversations).padStart(2)} conversations at once: ${round(turnsPerSecond)} full turns a second ` +
        `(${round(turnsPerSecond / insertsPerSecond, 2)} of the bare inserts), p50 ${round(latency.p50, 1)} p95 ${round(latency.p95, 1)} p99 ${round(latency.p99, 1)} ms`,
    );
  const { p50, p95, p99 } = open.latency;
  console.log(
    `  ${open.perSecond} messages a second: p50 ${round(p50, 1)} p95 ${round(p95, 1)} p99 ${round(p99, 1)} ms\n`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
