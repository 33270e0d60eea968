import { botFramework } from "../../../src/channels/botFramework/botFramework";
import type { Channel } from "../../../src/channels/channel";
import { APP_ID, giveOutboundToken } from "./azure";

/** The channel that believes this stand-in of Azure; no setting of ours does that. */
export function azureChannel(cloud: Record<string, string>): Channel[] {
  giveOutboundToken();
  const options = { appId: APP_ID, password: "x", appType: "MultiTenant", messagesPerMinute: 10_000, cloud } as const;
  return [botFramework(options)].filter((channel) => channel !== undefined);
}
