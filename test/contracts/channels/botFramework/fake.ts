import { z } from "zod";
import { botFramework } from "../../../../src/channels/botFramework/botFramework";
import type { BotFrameworkOptions } from "../../../../src/channels/botFramework/connection";
import { APP_ID, fakeAzure, giveOutboundToken } from "../azure";
import type { Arrived, Fake, Posted, PostedKind } from "../fake";

const BOT = { id: "28:bot", name: "Hejnał" };
const kinds: PostedKind[] = ["text", "press", "image", "file", "voice", "location", "reaction", "edit", "unknown"];

const Actions = z.array(z.object({ type: z.literal("imBack"), title: z.string(), value: z.string() }));
const Shown = z.object({
  type: z.string(),
  text: z.string().optional(),
  suggestedActions: z.object({ actions: Actions }).optional(),
  attachments: z
    .array(
      z.object({
        contentType: z.string(),
        contentUrl: z.string().optional(),
        name: z.string().optional(),
        content: z.object({ buttons: Actions }).optional(),
      }),
    )
    .optional(),
});

export type BotFrameworkFake = Fake & {
  azure: Awaited<ReturnType<typeof fakeAzure>>;
  makeChannel(changes?: Partial<BotFrameworkOptions>): ReturnType<typeof botFramework>;
  /** An activity as Teams sends it, changed. */
  activity(changes: object): object;
  send(base: string, activity: object, token?: string): Promise<number>;
};

/** Azure Bot Service with Teams behind it; `platform` is the channel id of another one. */
export async function openBotFrameworkFake(platform = "msteams"): Promise<BotFrameworkFake> {
  giveOutboundToken();
  const azure = await fakeAzure();
  const options = { appId: APP_ID, password: "x", appType: "MultiTenant", messagesPerMinute: 10_000 } as const;
  const makeChannel = (changes: Partial<BotFrameworkOptions> = {}) =>
    botFramework({ ...options, publicUrl: "https://czat.example.org", cloud: azure.cloud, ...changes });

  const activity = (changes: object) => ({
    type: "message",
    channelId: platform,
    serviceUrl: azure.url(),
    from: { id: "29:anna" },
    recipient: BOT,
    conversation: { id: "a:anna" },
    locale: "pl-PL",
    ...changes,
  });
  const send = async (base: string, body: object, token = azure.token()) => {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
    return (await fetch(`${base}/api/messages`, { method: "POST", headers, body: JSON.stringify(body) })).status;
  };

  return {
    azure,
    makeChannel,
    activity,
    send,
    channel: "botframework",
    settings: { MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: "x" },
    kinds: new Set(kinds),
    channels: (onActivity) => [makeChannel({ onActivity })].filter((channel) => channel !== undefined),
    async post(base, batch, { forged } = {}) {
      let status = 0;
      const token = () => azure.token(forged ? { stranger: true } : {});
      for (const one of batch) status = await send(base, activity(wordsOf(one, azure)), token());
      return status;
    },
    arrived: () => azure.received.flatMap(arrivedOf),
    typed: () => azure.received.filter(({ activity: { type } }) => type === "typing").length,
    failNext: azure.failNext,
    failShare: (of) => azure.failShare(of, of > 0 ? [failures.tooFast, failures.down, "cut"] : []),
    failures,
    close: azure.close,
  };
}

const failures = {
  tooFast: { status: 429, json: { error: { code: "Throttled", message: "slow" } }, headers: { "Retry-After": "1" } },
  down: { status: 502, json: { error: { code: "ServiceError", message: "down" } } },
  expired: { status: 401, json: { message: "Authorization has been denied for this request." } },
  never: { status: 404, json: { error: { code: "ConversationNotFound", message: "gone" } } },
  blocked: { status: 403, json: { error: { code: "MessageWritesBlocked", message: "blocked" } } },
};

/** What the platform says of something its person did, beside what every activity has. */
function wordsOf(posted: Posted, azure: Awaited<ReturnType<typeof fakeAzure>>): object {
  const { person, id, at } = posted;
  const base = {
    id,
    timestamp: at.toISOString(),
    from: { id: `29:${person}`, name: person },
    conversation: { id: `a:${person}` },
  };
  if (posted.kind === "press") return { ...base, text: posted.payload };
  if (posted.kind === "edit") return { ...base, type: "messageUpdate", id: posted.of, text: posted.text };
  if (posted.kind === "reaction") {
    const reaction = { type: posted.emoji === "👍" ? "like" : posted.emoji };
    return { ...base, type: "messageReaction", replyToId: posted.to, reactionsAdded: [reaction] };
  }
  if (posted.kind === "location") {
    const geo = { type: "GeoCoordinates", latitude: posted.lat, longitude: posted.long };
    return { ...base, entities: [{ type: "Place", geo }] };
  }
  if ("bytes" in posted) return { ...base, text: posted.text, attachments: [attachmentOf(posted, azure)] };
  return posted.kind === "text" ? { ...base, text: posted.text } : { ...base, type: "żółw" };
}

type WithBytes = Extract<Posted, { bytes: Buffer }>;

/** Pictures in the text are given to the bot's token only, files to whoever has the link. */
function attachmentOf({ kind, name, bytes }: WithBytes, azure: Awaited<ReturnType<typeof fakeAzure>>): object {
  if (kind === "image") return { contentType: "image/*", contentUrl: azure.keep(bytes), name };
  const content = { downloadUrl: azure.keep(bytes, false), uniqueId: "u", fileType: name.split(".").at(-1) };
  return { contentType: "application/vnd.microsoft.teams.file.download.info", name, content };
}

function arrivedOf({ path, at, id, activity }: Awaited<ReturnType<typeof fakeAzure>>["received"][number]): Arrived[] {
  const { type, text = "", suggestedActions, attachments = [] } = Shown.parse(activity);
  if (type !== "message") return [];
  const actions = suggestedActions?.actions ?? attachments.flatMap(({ content }) => content?.buttons ?? []);
  const file = attachments.find(({ contentUrl }) => contentUrl !== undefined);
  const [, person = ""] = /^\/v3\/conversations\/a(?::|%3A)([^/]+)\/activities$/.exec(path) ?? [];
  const bytes = Buffer.from(file?.contentUrl?.split(",")[1] ?? "", "base64");
  return [
    {
      person: decodeURIComponent(person),
      ...{ id, at, text },
      buttons: actions.map(({ title, value }) => ({ title, payload: value })),
      ...(file && { file: { name: file.name ?? "", bytes } }),
    },
  ];
}
