/**
 * `npm run bench:studio`: how fast a published article and one taken back are live in a second process, what a preview
 * of 2,000 questions costs, what residents hear while releases come and they ask 200 times a second, and each view of
 * the studio over 5,000 articles. Needs PostgreSQL at TEST_DATABASE_URL (a schema of its own is made and dropped), all
 * but the last also Redis. One part alone: `npm run bench:studio publish`, `load` or `views`.
 */
import { cpus } from "node:os";
import { freshPostgreSql } from "../../test/databases";
import { measurePublishing } from "./publishing";
import { measureUnderLoad } from "./underLoad";
import { measureViews } from "./views";

async function main(): Promise<void> {
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}\n`);
  const parts = process.argv.slice(2);
  for (const [name, measure] of [
    ["publish", measurePublishing],
    ["load", measureUnderLoad],
    ["views", measureViews],
  ] as const) {
    if (parts.length > 0 && !parts.includes(name)) continue;
    const database = await freshPostgreSql();
    try {
      await measure(database.url);
    } finally {
      await database.drop();
    }
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
