import { openBotFrameworkFake } from "./botFramework/fake";
import type { Fake, PostedKind } from "./fake";
import { openMessengerFake } from "./messenger/fake";
import { openTelegramFake } from "./telegram/fake";
import { openWhatsAppFake } from "./whatsApp/fake";

/** A platform's stand-in, and what it knows, written down because tests are before it is opened. */
export type OpenFake = {
  name: string;
  /** `azure`: how the channel is told to believe it, where no setting does that. */
  open(): Promise<Fake & { azure?: { cloud: Record<string, string> } }>;
  kinds: PostedKind[];
  /** Whether there residents can block us, and windows close. */
  failures: { block: boolean; close: boolean };
};

const everyKind: PostedKind[] = [
  ...(["text", "press", "image", "file", "voice", "location", "sticker"] as const),
  ...(["reaction", "edit", "unknown"] as const),
];

/** Every platform that pushes; each must keep to the channels' contract and lose nothing when processes die. */
export const fakes: OpenFake[] = [
  {
    name: "Messenger",
    open: openMessengerFake,
    kinds: [...everyKind, "receipt"],
    failures: { block: true, close: true },
  },
  {
    name: "WhatsApp",
    open: openWhatsAppFake,
    kinds: [...everyKind, "receipt"],
    failures: { block: true, close: true },
  },
  { name: "Telegram", open: openTelegramFake, kinds: everyKind, failures: { block: true, close: false } },
  {
    name: "Azure Bot Service",
    open: () => openBotFrameworkFake(),
    kinds: everyKind.filter((kind) => kind !== "sticker"),
    failures: { block: true, close: false },
  },
];
