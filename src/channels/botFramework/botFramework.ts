import { randomBytes } from "node:crypto";
import type { Request, Response } from "restify";
import { tooOften } from "../../conversation/refusal";
import type { Capabilities } from "../capabilities";
import type { Channel, House } from "../channel";
import { acceptableText } from "../cleanText";
import { languageOf } from "../languageOf";
import { activityOf } from "./activityOf";
import { type BotFrameworkOptions, connect } from "./connection";
import {
  Address,
  addressOf,
  conversationIdOf,
  type Inbound,
  isArrivalOfResident,
  readInbound,
  residentIdOf,
  SdkReference,
  saidIn,
} from "./inbound";

const NAME = "botframework";

const botFrameworkCapabilities: Capabilities = {
  textLength: 7_000,
  marks: "markdown",
  buttons: { most: 6, titleLength: 60 },
  typing: true,
  receipts: "sent",
  pace: { perSecond: 30 },
  sentOnce: false,
};

/** Teams and the other platforms behind Azure Bot Service, through `/api/messages`; none without an app id. */
export function botFramework(options: BotFrameworkOptions): Channel | undefined {
  const { appId } = options;
  if (!appId) return undefined;
  const connection = connect({ ...options, appId });
  return {
    name: NAME,
    register(server, house) {
      connection.warm();
      server.post("/api/messages", async (request: Request, response: Response) => {
        const { inbound, activity } = readInbound(request.body);
        await connection.receive(request.headers.authorization ?? "", activity, () => take(inbound, house, options));
        response.json(200, {});
      });
      return async () => {};
    },
    capabilities: () => botFrameworkCapabilities,
    render({ address, entry }) {
      const activity = activityOf(entry, Address.parse(address).user.id);
      return activity ? [activity] : [];
    },
    async send(part, { delivery }) {
      await connection.send(SdkReference.parse(delivery.address), part);
      return undefined;
    },
  };
}

async function take(inbound: Inbound, house: House, options: BotFrameworkOptions): Promise<void> {
  const conversationId = conversationIdOf(inbound);
  if (inbound.type === "message") {
    const { allowed, retryAfterSeconds } = await house.limiter.take(
      `${NAME}:messages:${conversationId}`,
      options.messagesPerMinute,
      60,
    );
    if (!allowed) throw tooOften("Too many messages at once.", retryAfterSeconds);
    const text = acceptableText(saidIn(inbound));
    await open(inbound, conversationId, house);
    const externalId = `${conversationId}:${inbound.id ?? randomBytes(16).toString("base64url")}`;
    await house.accept({ conversationId, channel: NAME, externalId, text, attachments: [] });
    return;
  }
  if (isArrivalOfResident(inbound)) await open(inbound, conversationId, house);
  if (inbound.type === "typing") await house.bus.publish("typing", `${conversationId}:resident`);
  if (inbound.type === "endOfConversation") await house.leave(conversationId);
  options.onActivity?.(quietKinds.find((kind) => kind === inbound.type) ?? "unknown");
}

const quietKinds = ["conversationUpdate", "typing", "event", "invoke", "messageReaction", "endOfConversation"];

async function open(inbound: Inbound, id: string, house: House): Promise<void> {
  const language = languageOf(inbound.locale);
  const begun = { id, channel: NAME, residentId: residentIdOf(inbound), language, address: addressOf(inbound) };
  await house.conversations.open({ ...begun, greeting: house.greeting(language) }, house.now());
}
