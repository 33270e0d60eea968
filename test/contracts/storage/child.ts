/**
 * A process that opens the store, says `ready` and does one thing: `hold` it until it is ended, or run all `turns`
 * and say which messages it ran. Its arguments: what to do, the database's address, the data folder.
 */

import { openStorage } from "../../../src/storage/storage";
import { answer, quiet } from "./answers";

const [task = "", databaseUrl = "", dataFolder = ""] = process.argv.slice(2);

async function main(): Promise<void> {
  const storage = await openStorage({
    databaseUrl: databaseUrl || undefined,
    dataFolder,
    log: quiet,
    formatNumber: (year, n) => `${year}-${n}`,
    onNews() {},
  });
  process.stdout.write("ready\n");
  if (task === "hold") setInterval(() => {}, 1000);
  else await runTurns(storage).then(() => storage.close());
}

async function runTurns({ turns }: Awaited<ReturnType<typeof openStorage>>): Promise<void> {
  for (;;) {
    const ids = await turns.withPending(new Date(), 100);
    if (ids.length === 0) return;
    const run = (id: string) =>
      turns.runNext(
        id,
        async ({ message }) => {
          process.stdout.write(`${message.id}\n`);
          return answer(`na ${message.text}`);
        },
        () => new Date(),
      );
    await Promise.all(ids.map(run));
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
