import type { Channel } from "../channel";
import { serveActivities } from "./activityRoutes";
import { directLineCapabilities } from "./capabilities";
import { CHANNEL, serveConversations } from "./conversationRoutes";
import { createOrigins, crossOrigin } from "./cors";
import { BASE, type DirectLineOptions, type Parts } from "./parts";
import { serveStreams } from "./stream";
import { createTokens } from "./tokens";

/** Direct Line 3.0, hosted by us: the way in for the widget and for every official Bot Framework web client. */
export function directLine(options: DirectLineOptions): Channel {
  return {
    name: CHANNEL,
    capabilities: () => directLineCapabilities,
    register(server, house) {
      const { secret, resumeDays, allowedOrigins: allowed, ownOrigin } = options;
      const tokens = createTokens({ secret, resumeDays, now: house.now });
      const parts: Parts = { options, house, tokens, origins: createOrigins({ allowed, ownOrigin }) };
      server.pre(crossOrigin(BASE, parts.origins));
      serveConversations(server, parts);
      serveActivities(server, parts);
      return serveStreams(server, parts);
    },
  };
}
