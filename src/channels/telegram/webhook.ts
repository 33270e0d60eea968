import type { Request, Response, Server } from "restify";
import { Refusal } from "../../conversation/refusal";
import type { House } from "../channel";
import { isSame } from "../shared/secrets";
import { type Bot, NAME } from "./bot";
import { isPrivate, readUpdate, Update } from "./update";

export const WEBHOOK = "/channels/telegram";

/** Serves the address that Telegram calls: nobody else knows its path, nor the token beside it. */
export function serveWebhook(server: Server, house: House, bot: Bot): void {
  server.post(`${WEBHOOK}/:path`, async (request: Request, response: Response) => {
    if (!isSame(String(request.params.path), bot.webhook.path))
      throw new Refusal(404, "NotFound", "There is nothing at this address.");
    if (!isSame(request.header("x-telegram-bot-api-secret-token", ""), bot.webhook.secretToken))
      throw new Refusal(403, "Forbidden", "The secret token is missing or not the webhook's.");
    await receive(request.body, house, bot);
    response.json(200, {});
  });
}

/** What we do not know is counted and told to have arrived: Telegram would repeat it for a day. */
async function receive(body: unknown, house: House, { options, conversationIdOf }: Bot): Promise<void> {
  const payload = Update.safeParse(body).data;
  const read = payload && readUpdate(payload);
  if (!payload || !read) return options.onActivity?.("unknown");
  if (!isPrivate(read.chat)) return options.onActivity?.("group");
  const { update_id: rank } = payload;
  const event = { externalId: String(rank), person: conversationIdOf(read.chat.id), rank, kind: read.kind, payload };
  await house.receive(NAME, [event]);
}
