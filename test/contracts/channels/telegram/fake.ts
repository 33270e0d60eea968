import { channelOf } from "../channelServer";
import type { Fake, PostedKind } from "../fake";
import { type BotServer, failures, openBotServer, passingFailures, TOKEN } from "./botServer";
import { chatOf, openUpdates } from "./updates";

const kinds: PostedKind[] = [
  "text",
  "press",
  "image",
  "file",
  "voice",
  "location",
  "sticker",
  "reaction",
  "edit",
  "unknown",
];

export type TelegramFake = Fake & {
  server: BotServer;
  /** Tells our program of an update as it stands. */
  tell(base: string, update: unknown, secretToken?: string): Promise<number>;
};

/** Telegram as our program sees it: the Bot API, and updates to the webhook that our own set-up named. */
export async function openTelegramFake(): Promise<TelegramFake> {
  const server = await openBotServer();
  const people = new Map<number, string>();
  const updateOf = openUpdates(server);
  const tell = async (base: string, update: unknown, secretToken?: string) => {
    const { url, secret_token } = server.state.webhook;
    const response = await fetch(`${base}${new URL(url).pathname}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secretToken ?? secret_token },
      body: JSON.stringify(update),
    });
    await response.arrayBuffer();
    return response.status;
  };
  const fake: TelegramFake = {
    server,
    tell,
    channel: "telegram",
    settings: { TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_URL: server.url },
    kinds: new Set(kinds),
    async post(base, batch, { forged = false } = {}) {
      let status = 200;
      for (const posted of batch) {
        const chat = chatOf(posted.person);
        people.set(chat, posted.person);
        server.chats.add(chat);
        status = await tell(base, updateOf(posted), forged ? "somebody_elses" : undefined);
        // One after the other: the next is not told before this one is taken.
        if (status !== 200) break;
      }
      return status;
    },
    arrived: () =>
      server.arrived.map(({ chat, messageId, at, text, buttons, file }) => {
        return { person: people.get(chat) ?? "", id: String(messageId), at, text, buttons, ...(file && { file }) };
      }),
    typed: () => server.state.typed,
    failNext: server.failNext,
    failShare: (of) => server.failShare(of, of > 0 ? passingFailures : []),
    failures,
    close: server.close,
  };
  const found = await channelOf(fake).setUp?.("https://hejnal.krakow.example");
  if (!found?.every(({ level }) => level === "ok")) throw new Error(`the set-up failed: ${JSON.stringify(found)}`);
  return fake;
}
