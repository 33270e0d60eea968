import type { Channel } from "../channel";
import { NAME, openBot, type TelegramOptions } from "./bot";
import { check } from "./check";
import { openFlood } from "./failures";
import { handleUpdate } from "./handleUpdate";
import { partsOf, telegramCapabilities } from "./partsOf";
import { sendPart } from "./sendPart";
import { setUp } from "./setUp";
import { showTyping } from "./showTyping";
import { serveWebhook } from "./webhook";

/** Telegram, straight over its Bot API; none without a bot's token. */
export function telegram(options: TelegramOptions): Channel | undefined {
  const { token } = options;
  if (!token) return undefined;
  const bot = openBot(options, token);
  const isFlood = openFlood();
  return {
    name: NAME,
    capabilities: () => telegramCapabilities,
    register(server, house) {
      serveWebhook(server, house, bot);
      return async () => {};
    },
    handle: (event, house) => handleUpdate({ bot, house, event }),
    render: partsOf,
    send: (part, sending, house) => sendPart(part, sending, { bot, isFlood, house }),
    showTyping: (address) => showTyping(address, bot),
    check: () => check(bot),
    setUp: (publicUrl) => setUp(publicUrl, bot),
  };
}
