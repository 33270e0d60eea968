import type { Capabilities } from "../capabilities";

const MESSENGER: Capabilities = {
  textLength: 2_000,
  marks: "none",
  // Quick replies; they go away with the next message, as our buttons do.
  buttons: { most: 13, titleLength: 20 },
  typing: true,
  receipts: "read",
  files: { mostMegabytes: 25 },
  window: { hours: 24, after: "nothing" },
  // Meta takes 300 a second, but shows nothing new in the page's inbox above 40.
  pace: { perSecond: 40 },
  // There is no key to send the same once. Our echo tells that a part arrived, mostly before it is sent again.
  sentOnce: false,
};

/** What Messenger can show and take; consultants have seven days where Meta allows the human agent tag. */
export const messengerCapabilities = (humanAgent: boolean): Capabilities =>
  humanAgent ? { ...MESSENGER, window: { hours: 24, after: "human_agent", personHours: 6 * 24 } } : MESSENGER;
