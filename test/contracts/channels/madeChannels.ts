import type { Channel } from "../../../src/channels/channel";
import { channelsFor } from "../../../src/channels/index";
import { readConfig } from "../../../src/config";
import { createAddresses } from "../../../src/server/addresses";

export const TEST_SECRET = "a secret of at least thirty-two characters";

/** The channels as our program makes them of these settings, in every process alike. */
export function madeChannels(settings: Record<string, string>, activity: (kind: string) => void = () => {}): Channel[] {
  return channelsFor({
    config: readConfig(settings),
    secret: TEST_SECRET,
    addresses: createAddresses({ trustedProxies: 0 }),
    metrics: { activity, sockets() {} },
  });
}
