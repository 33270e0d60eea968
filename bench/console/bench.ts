/**
 * `npm run bench:console`: the lists of the inbox over 100,000 conversations, how fast a resident's words reach
 * consultants, and how fast the console opens. Needs PostgreSQL at TEST_DATABASE_URL (a schema of its own is made and dropped). One part alone:
 * `npm run bench:console search`, `articles`, `live`, `load` (after `npm run build`), `turns` or `embedded`.
 */
import { cpus } from "node:os";
import { loadParts } from "../../src/loadParts";
import { freshPostgreSql } from "../../test/databases";
import { measureTurns } from "../turns";
import { measureArticles } from "./articles";
import { measureLive } from "./live";
import { measureLoad } from "./load";
import { measureSearch } from "./search";

const MANY = 100_000;
const FEW = 5_000;

async function main(): Promise<void> {
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}\n`);
  const parts = process.argv.slice(2);
  const wanted = (part: string) => parts.length === 0 || parts.includes(part);
  const postgresql = await freshPostgreSql();
  try {
    if (wanted("search")) await measureSearch("PostgreSQL", postgresql.url, MANY);
    if (wanted("articles")) await measureArticles(postgresql.url, MANY);
    if (wanted("live")) await measureLive(postgresql.url);
    if (wanted("load")) await measureLoad(postgresql.url);
    if (wanted("turns")) await measureIndexCost(postgresql.url);
    if (wanted("embedded")) await measureSearch("PGlite (embedded)", undefined, FEW);
  } finally {
    await postgresql.drop();
  }
}

/** Turns a second without the full-text index behind them and with it. */
async function measureIndexCost(databaseUrl: string): Promise<void> {
  const content = loadParts(".");
  const rates = async (indexed: boolean) => {
    const { closed } = await measureTurns("PostgreSQL", databaseUrl, content, { indexed });
    return closed.map(({ turnsPerSecond }) => turnsPerSecond.toFixed(0)).join(" / ");
  };
  const [without, indexed, again] = [await rates(false), await rates(true), await rates(false)];
  console.log(
    `turns a second, 1 / 10 / 50 conversations at once: ${without} without the index, ${indexed} with it, ${again} without\n`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
