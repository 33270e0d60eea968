/**
 * A process that files service requests and brings them to a unit until it is killed. It says `filed <number>` on its
 * output once one is safely stored. Its clock is so many minutes ahead, so that what a killed process had in its hands
 * is due again. `drain` as the last argument: only brings what is left.
 */
import { formatNumber } from "../../src/serviceRequests/number";
import { openStorage } from "../../src/storage/storage";
import { hole, roundsByWebhook } from "../rooms/delivery/webhookUnit";

const [databaseUrl = "", dataFolder = "", receiver = "", ahead = "0", mode = ""] = process.argv.slice(2);
const complain = (what: unknown) =>
  process.stderr.write(`${what instanceof Error ? what.stack : JSON.stringify(what)}\n`);
const log = { info() {}, warn() {}, error: (event: string, fields: object = {}) => complain({ event, ...fields }) };
const now = () => new Date(Date.now() + Number(ahead) * 60_000);

async function main(): Promise<void> {
  const options = { databaseUrl: databaseUrl || undefined, dataFolder, log, formatNumber, onNews: () => {} };
  const storage = await openStorage(options);
  const rounds = roundsByWebhook({ storage, receiver, log, now });
  process.stdout.write("ready\n");
  for (let n = 0; mode !== "drain"; n++) {
    const { id } = await storage.requests.file(hole(`${ahead}-${n}`), now());
    process.stdout.write(`filed ${id}\n`);
    await rounds.round();
  }
  while (await rounds.round());
  rounds.close();
  await storage.close();
}

main().catch((error) => {
  complain(error);
  process.exit(1);
});
