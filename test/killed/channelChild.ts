/**
 * A process that serves one channel until it is killed, and answers each message once with its words. Its clock is so
 * many seconds ahead; a signal (SIGUSR2) sends it a minute on, so that what a killed process had in its hands is due.
 */
import type { Channel, House } from "../../src/channels/channel";
import { DeliveryFailure } from "../../src/channels/channel";
import { openDelivery } from "../../src/delivery/deliver";
import { openIntake } from "../../src/delivery/intake";
import { openInbox } from "../../src/inbox/inbox";
import { createAddresses } from "../../src/server/addresses";
import { createMetrics } from "../../src/server/metrics";
import { createServer } from "../../src/server/server";
import { openMemoryBus } from "../../src/storage/memoryBus";
import { openStorage } from "../../src/storage/storage";
import { azureChannel } from "../contracts/channels/azureChannel";
import { madeChannels } from "../contracts/channels/madeChannels";
import { outcomeOf } from "./outcome";

const [databaseUrl = "", dataFolder = "", channelName = "", given = "{}", port = "0", ahead = "0"] =
  process.argv.slice(2);
const complain = (what: unknown) =>
  process.stderr.write(`${what instanceof Error ? what.stack : JSON.stringify(what)}\n`);
const log = { info() {}, warn() {}, error: (event: string, fields: object = {}) => complain({ event, ...fields }) };
let aheadMs = Number(ahead) * 1000;
process.on("SIGUSR2", () => {
  aheadMs += 60_000;
});
const now = () => new Date(Date.now() + aheadMs);
/** Limits are counted, but nobody waits for them. */
const HURRY = 50;

async function main(): Promise<void> {
  const { settings, cloud } = JSON.parse(given);
  const all = cloud ? azureChannel(cloud) : madeChannels({ ...settings, MESSAGES_PER_MINUTE: "10000" });
  const channels = all.filter(({ name }) => name === channelName).map(inHaste);
  const bus = openMemoryBus({ now: () => Date.now() * HURRY });
  let wakeDelivery = (): void => {};
  const formatNumber = (year: number, count: number) => `${year}-${count}`;
  const onNews = () => wakeDelivery();
  const storage = await openStorage({ databaseUrl, dataFolder, log, formatNumber, onNews, now });
  const answer: Parameters<typeof openInbox>[0]["handleTurn"] = (turn) =>
    outcomeOf([{ text: `answer to ${turn.message.text}` }], turn.conversation.memory);
  const inbox = openInbox({
    turns: storage.turns,
    handleTurn: answer,
    giveUp: answer,
    mentioned: () => [],
    desk: () => ({ open: false, present: 0, free: 0 }),
    log,
    now,
    atOnce: 4,
  });
  const patience = { everyMs: 50, retrySeconds: () => 0.05 };
  const { outbox, events, conversations, files, receipts, answeredElsewhere } = storage;
  const delivery = openDelivery({ outbox, channels, limiter: bus, files, log, now, ...patience });
  wakeDelivery = delivery.wake;
  // However slow the machine: two that the platform swaps are stored before the first of them is looked into.
  const intake = openIntake({ events, channels, log, now, ...patience, settleMs: 3_000 });
  const house: House = {
    ...{ conversations, files, receipts, answeredElsewhere, bus, limiter: bus, log, now },
    receive: intake.receive,
    accept: inbox.accept,
    leave: async () => {},
    greeting: () => ({ text: "Dzień dobry" }),
  };
  intake.start(house);
  const routes = channels.map((channel) => (http: Parameters<Channel["register"]>[0]) => channel.register(http, house));
  const addresses = createAddresses({ trustedProxies: 0 });
  const served = { host: "127.0.0.1", port: Number(port), addresses, metrics: createMetrics(), readiness: [], log };
  await createServer({ ...served, routes }).listen();
  process.stdout.write("ready\n");
}

/** A platform that wants a second of peace gets a twentieth. */
function inHaste(channel: Channel): Channel {
  const { send } = channel;
  if (!send) return channel;
  return {
    ...channel,
    send: (...call) =>
      send(...call).catch((error: unknown) => {
        if (!(error instanceof DeliveryFailure) || error.retryAfterSeconds === undefined) throw error;
        throw new DeliveryFailure(error.kind, error.message, error.retryAfterSeconds / 20);
      }),
  };
}

main().catch((error) => {
  complain(error);
  process.exit(1);
});
