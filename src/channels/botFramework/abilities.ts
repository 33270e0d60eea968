import type { Capabilities } from "../capabilities";
import { Address } from "./inbound";

/** What no documentation of a platform contradicts: words only, and short ones. */
const other: Capabilities = {
  textLength: 1_600,
  marks: "none",
  typing: false,
  receipts: "sent",
  pace: { perSecond: 30 },
  // The connector has no key by which it would know a message again.
  sentOnce: false,
};

/** Data addresses travel inside the activity, of which connectors take 256 KB. */
const smallFiles = { files: { mostMegabytes: 0.17 } };

/** Azure's own chats draw what we send as we mean it. */
const chat: Capabilities = {
  ...other,
  ...{ textLength: 7_000, marks: "markdown", buttons: { most: 10, titleLength: 60 }, typing: true },
  ...smallFiles,
};

const platforms: Record<string, Capabilities> = {
  webchat: chat,
  directline: chat,
  emulator: chat,
  // 28 KB of UTF-16 with everything around it; a card shows six buttons; 60 messages in half a minute in one thread.
  msteams: {
    ...chat,
    buttons: { most: 6, titleLength: 50 },
    pace: { perSecond: 30, perRecipient: { most: 60, seconds: 30 } },
  },
  slack: {
    ...other,
    ...{ textLength: 3_000, buttons: { most: 5, titleLength: 75 } },
    pace: { perSecond: 30, perRecipient: { most: 1, seconds: 1 } },
  },
  facebook: { ...other, textLength: 2_000, buttons: { most: 11, titleLength: 20 } },
  line: { ...other, textLength: 5_000, buttons: { most: 13, titleLength: 20 } },
  telegram: { ...other, textLength: 4_096, buttons: { most: 8, titleLength: 60 } },
  email: { ...other, textLength: 20_000 },
};

export const channelOf = (address: unknown): string => Address.safeParse(address).data?.channelId ?? "";

/** What a platform behind Azure can show, by its channel id there. */
export const abilitiesOn = (channelId: string): Capabilities => platforms[channelId] ?? other;

export const abilitiesOf = (address: unknown): Capabilities => abilitiesOn(channelOf(address));

/** Where buttons stand on a card below the text, because suggested actions are not shown, or to one person only. */
export const showsCards = (channelId: string): boolean => channelId === "msteams" || channelId === "slack";

/** Teams draws pictures it gets inside the activity, and nothing else. */
export const takesFile = (channelId: string, contentType: string): boolean =>
  channelId !== "msteams" || /^image\/(?:png|jpeg|gif)$/.test(contentType);
