import type { Channel } from "../channel";
import { serveMetaWebhook } from "../meta/webhook";
import { messengerCapabilities } from "./capabilities";
import { checkMessenger } from "./check";
import { eventsIn } from "./events";
import { handleEvent } from "./handle";
import { CHANNEL, type Connected, type MessengerOptions } from "./parts";
import { renderDelivery, sendAction, sendPart } from "./send";
import { setUpMessenger } from "./setUp";
import { WEBHOOK } from "./subscription";

/** Facebook Messenger; none without a page's id and token, and without the secrets that protect the webhook. */
export function messenger(options: MessengerOptions): Channel | undefined {
  const { pageId, token, appSecret, verifyToken } = options;
  if (!pageId || !token || !appSecret || !verifyToken) return undefined;
  return connected({ ...options, pageId, token, appSecret, verifyToken });
}

function connected(options: Connected): Channel {
  const { pageId, onActivity } = options;
  let now = () => new Date();
  return {
    name: CHANNEL,
    capabilities: () => messengerCapabilities(options.humanAgent),
    register(server, house) {
      now = house.now;
      serveMetaWebhook(server, WEBHOOK, options, (body) =>
        house.receive(CHANNEL, eventsIn(body, { pageId, now, ...(onActivity && { onActivity }) })),
      );
      return async () => {};
    },
    handle: (event, house) => handleEvent(event, { options, house }),
    render: (delivery) => renderDelivery(delivery, options),
    send: (part, sending, house) => sendPart(part, sending, { options, house, now: now() }),
    showTyping: (address) => sendAction("typing_on", address, options),
    check: () => checkMessenger(options),
    setUp: (publicUrl) => setUpMessenger(publicUrl, options),
  };
}
