/**
 * `npm run bench:requests`: the lists, maps and queries over 100,000 service requests, their export, and a unit that is
 * down for an hour. Needs PostgreSQL at TEST_DATABASE_URL (a schema of its own is made and dropped). One part alone:
 * `npm run bench:requests lists`, `export` or `outage`.
 */
import { cpus } from "node:os";
import { formatNumber } from "../../src/serviceRequests/number";
import { openStorage } from "../../src/storage/storage";
import { freshPostgreSql } from "../../test/databases";
import { measureExport } from "./export";
import { fill } from "./fill";
import { measureLists } from "./lists";
import { measureOutage } from "./outage";

const MANY = 100_000;
const KINDS = ["pothole", "street-lamp", "litter", "greenery", "illegal-dumping", "sidewalk", "playground", "graffiti"];
const UNITS = ["zdmk", "zdmk", "mpo", "zzm", "mpo", "zdmk", "zzm", "sm"];
const quiet = { info() {}, warn: console.error, error: console.error };

async function main(): Promise<void> {
  console.log(`${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}\n`);
  const asked = process.argv.slice(2);
  const wanted = (part: string) => asked.length === 0 || asked.includes(part);
  const postgresql = await freshPostgreSql();
  try {
    const storage = await openStorage({ ...postgresql.options, log: quiet, formatNumber, onNews() {} });
    if (wanted("outage")) await measureOutage(storage);
    const begun = performance.now();
    const kinds = KINDS.map((service, n) => ({ service, unit: UNITS[n] ?? "kck" }));
    if (wanted("lists") || wanted("export")) await fill(storage, MANY, kinds);
    console.log(`${MANY} service requests filled in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    if (wanted("lists")) await measureLists(storage.requests, new Date());
    if (wanted("export")) await measureExport(storage.requests);
    await storage.close();
  } finally {
    await postgresql.drop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
