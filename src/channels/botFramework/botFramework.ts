import type { Request, Response } from "restify";
import { z } from "zod";
import type { Channel, Finding, House, Part, Sending } from "../channel";
import { abilitiesOf } from "./abilities";
import { activitiesOf } from "./activitiesOf";
import { type BotFrameworkOptions, type Connection, connect } from "./connection";
import { failureOf } from "./failureOf";
import { handle } from "./handle";
import { conversationIdOf, eventOf, readInbound, SdkReference } from "./inbound";

const NAME = "botframework";
const PATH = "/api/messages";

/** Teams and the other platforms behind Azure Bot Service, through `/api/messages`; none without an app id. */
export function botFramework(options: BotFrameworkOptions): Channel | undefined {
  const { appId } = options;
  if (!appId) return undefined;
  const connection = connect({ ...options, appId });
  const showTyping = async (address: unknown) => {
    if (abilitiesOf(address).typing) await connection.send(SdkReference.parse(address), { type: "typing" });
  };
  return {
    name: NAME,
    capabilities: abilitiesOf,
    register(server, house) {
      connection.warm();
      server.post(PATH, async (request: Request, response: Response) => {
        const { inbound, activity } = readInbound(request.body);
        await connection.receive(request.headers.authorization ?? "", activity, async () => {
          if (inbound.type !== "typing") return house.receive(NAME, [eventOf(inbound, house.now())]);
          // Worth nothing a moment later, so it is not kept.
          await house.bus.publish("typing", `${conversationIdOf(inbound)}:resident`);
          options.onActivity?.("typing");
        });
        response.json(200, {});
      });
      return async () => {};
    },
    handle: (event, house) => handle(event, { ...options, house, channel: NAME, token: connection.token, showTyping }),
    render: activitiesOf,
    send: (part, sending, house) => send(part, sending, { house, connection }),
    showTyping,
    check: () => check(connection, options.publicUrl),
    async setUp(publicUrl) {
      return [
        { level: "ok", text: `Enter ${endpointAt(publicUrl)} as the bot's messaging endpoint in the Azure portal.` },
      ];
    },
  };
}

const FilePart = z.object({ file: z.object({ id: z.string(), name: z.string(), contentType: z.string() }) });

type SendParts = { house: Pick<House, "files">; connection: Connection };

async function send(part: Part, { delivery }: Sending, { house, connection }: SendParts) {
  const { file: told, ...activity } = part;
  const { file } = FilePart.safeParse({ file: told }).data ?? {};
  const kept = file && (await house.files.load(delivery.entry.conversationId, file.id));
  if (file && !kept) throw new Error("the file is not there any more");
  const contentUrl = kept && `data:${file.contentType};base64,${kept.bytes.toString("base64")}`;
  const whole = kept ? { ...activity, attachments: [{ ...file, id: undefined, contentUrl }] } : activity;
  return connection.send(SdkReference.parse(delivery.address), whole).catch((error: unknown) => {
    throw failureOf(error);
  });
}

const endpointAt = (publicUrl: string): string => `${publicUrl.replace(/\/$/, "")}${PATH}`;

async function check(connection: Connection, publicUrl: string | undefined): Promise<Finding[]> {
  const isPublic = publicUrl?.startsWith("https://");
  const address: Finding = isPublic
    ? { level: "ok", text: `Azure has to call ${endpointAt(publicUrl ?? "")}.` }
    : { level: "wrong", text: "Azure calls only https addresses: set PUBLIC_URL to one." };
  const token = await connection.token().then(
    (): Finding => ({ level: "ok", text: "Azure gives a token for MICROSOFT_APP_ID." }),
    (error: unknown): Finding => ({
      level: "wrong",
      text: `Azure gives no token for MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD (${wordsOf(error)}).`,
    }),
  );
  return [address, token];
}

/** Sign-in errors go on for lines; the first tells what is wrong. */
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]?.slice(0, 300) ?? "";
