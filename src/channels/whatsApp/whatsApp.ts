import type { Capabilities } from "../capabilities";
import type { Channel, Delivery, Part } from "../channel";
import { serveMetaWebhook } from "../meta/webhook";
import { checkWhatsApp } from "./check";
import { eventsIn } from "./eventsIn";
import { handleEvent, NAME } from "./handle";
import { renderParts } from "./render";
import { sendPart, showTyping } from "./send";
import { setUpWhatsApp } from "./setUp";

export type WhatsAppOptions = {
  graphUrl: string;
  phoneId: string | undefined;
  accountId: string | undefined;
  token: string | undefined;
  appSecret: string | undefined;
  verifyToken: string | undefined;
  /** `name:language` of the approved template that asks a resident to write. */
  template: string | undefined;
  messagesPerMinute: number;
  onActivity?(kind: string): void;
};

const capabilitiesWith = (template: string | undefined): Capabilities => ({
  textLength: 4_096,
  textLengthWithButtons: 1_024,
  marks: "whatsapp",
  buttons: { most: 3, titleLength: 20 },
  list: { most: 10, titleLength: 24 },
  typing: true,
  receipts: "read",
  files: { mostMegabytes: 25 },
  window: { hours: 24, after: template === undefined ? "nothing" : "template" },
  // The number's 80 a second are for both ways together. One person gets 45 at once, which then are taken from the ten a
  // minute they get for ever: who chats that long hears 131056, and what was said comes some seconds later.
  pace: { perSecond: 60, perRecipient: { most: 40, seconds: 60 } },
  sentOnce: true,
});

/** WhatsApp Cloud API; none without a phone number's id and token. */
export function whatsApp(options: WhatsAppOptions): Channel | undefined {
  const { graphUrl, phoneId, token, appSecret, verifyToken, template, messagesPerMinute } = options;
  if (!phoneId || !token || !appSecret || !verifyToken) return undefined;
  const graph = { url: graphUrl, token };
  const capabilities = capabilitiesWith(template);
  const known = { ...options, phoneId, token, appSecret, verifyToken };
  return {
    name: NAME,
    capabilities: () => capabilities,
    register(server, house) {
      serveMetaWebhook(server, `/channels/${NAME}`, { appSecret, verifyToken }, async (body) => {
        const { events, counted, errors } = eventsIn(body, phoneId);
        await house.receive(NAME, events);
        for (const kind of counted) options.onActivity?.(kind);
        for (const code of errors) house.log.warn("whatsapp_error", { code });
      });
      return async () => {};
    },
    handle: (event, house) => handleEvent(event, { house, graph, phoneId, messagesPerMinute }),
    render: (delivery) => renderParts(delivery, capabilities),
    invite: (delivery) => invitation(delivery, template),
    send: (part, sending, { files }) => sendPart(part, sending, { graph, files }),
    showTyping: (address) => showTyping(address, graph),
    check: () => checkWhatsApp(known),
    setUp: (publicUrl) => setUpWhatsApp(known, publicUrl),
  };
}

/** Whoever has written nothing yet is just about to: nobody else has a conversation here. */
function invitation({ heardAt }: Delivery, template: string | undefined): Part | undefined {
  const [name, code] = template?.split(":") ?? [];
  return heardAt && name && code ? { type: "template", template: { name, language: { code } } } : undefined;
}
