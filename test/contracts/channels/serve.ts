import type { Channel, House } from "../../../src/channels/channel";
import { directLine } from "../../../src/channels/directLine/directLine";
import type { DirectLineOptions } from "../../../src/channels/directLine/parts";
import { createAddresses } from "../../../src/server/addresses";
import { createMetrics } from "../../../src/server/metrics";
import { createServer } from "../../../src/server/server";

/** Starts a real server with these channels on a free port, or on one they had before. */
export async function serve(
  channels: Channel[],
  house: House,
  wantedPort = 0,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer({
    host: "127.0.0.1",
    port: wantedPort,
    addresses,
    metrics: createMetrics(),
    readiness: [],
    routes: channels.map((channel) => (restify) => channel.register(restify, house)),
    log: house.log,
  });
  const { port } = await server.listen();
  return { url: `http://127.0.0.1:${port}`, close: server.close };
}

const addresses = createAddresses({ trustedProxies: 0 });

/** Direct Line as the tests run it: generous, unless a test is about a limit. */
export function testedDirectLine(changes: Partial<DirectLineOptions> = {}): Channel {
  return directLine({
    secret: "a secret of at least thirty-two characters",
    allowedOrigins: ["https://www.krakow.pl"],
    resumeDays: 7,
    messagesPerMinute: 1_000,
    conversationsPerMinute: 1_000,
    uploadMegabytes: 1,
    ...addresses,
    ...changes,
  });
}
