import type { Channel } from "./channels/channel";
import { standingOf } from "./channels/window";
import type { StaffParts } from "./staff/parts";

/** What consultants are told of a channel before they write on it. */
export function limitsOf(channels: Channel[], now: () => Date): StaffParts["limitsOf"] {
  return (name, address, heardAt) => {
    const channel = channels.find((one) => one.name === name);
    if (!channel) return undefined;
    const capabilities = channel.capabilities(address);
    const { state, until } = standingOf(capabilities, heardAt, now());
    // Where nobody can be asked to write, nobody is told that they will be.
    const isAsked = state !== "template" || channel.invite !== undefined;
    return {
      window: { state: isAsked ? state : "closed", ...(until && { until: until.toISOString() }) },
      longestText: capabilities.textLength,
      fileMegabytes: capabilities.files?.mostMegabytes ?? 0,
      typing: capabilities.typing,
      receipts: capabilities.receipts,
    };
  };
}
