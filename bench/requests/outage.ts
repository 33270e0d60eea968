import type { Storage } from "../../src/storage/storage";
import { openReceiver } from "../../test/rooms/delivery/receiver";
import { hole, roundsByWebhook } from "../../test/rooms/delivery/webhookUnit";

const MANY = 1_000;
const MINUTE_MS = 60_000;

/** A unit's system refuses for an hour while a thousand matters are filed; then each must arrive, and each once. */
export async function measureOutage(storage: Storage): Promise<void> {
  const clock = { now: new Date() };
  const now = () => clock.now;
  const wokenAt = new Date(clock.now.getTime() + 60 * MINUTE_MS);
  const taken = new Map<string, number>();
  const receiver = await openReceiver(({ headers }) => {
    if (clock.now < wokenAt) return { status: 503 };
    const key = String(headers["idempotency-key"]);
    taken.set(key, (taken.get(key) ?? 0) + 1);
    return { status: 200, body: "{}" };
  });
  const quiet = { info() {}, warn() {}, error() {} };
  const rounds = roundsByWebhook({ storage, receiver: receiver.url, log: quiet, now });
  for (let n = 0; n < MANY; n++) await storage.requests.file(hole(`outage-${n}`), now());
  const begun = performance.now();
  // Two hours, five minutes at a time.
  for (let step = 0; step <= 24; step++) {
    while (await rounds.round());
    clock.now = new Date(clock.now.getTime() + 5 * MINUTE_MS);
  }
  const took = ((performance.now() - begun) / 1000).toFixed(1);
  const twice = [...taken.values()].filter((times) => times > 1).length;
  console.log(
    `${MANY} deliveries to a unit that is down for an hour: ${taken.size} arrived, ${twice} of them twice, ${receiver.came.length} calls, ${took} s of work`,
  );
  rounds.close();
  await receiver.close();
}
