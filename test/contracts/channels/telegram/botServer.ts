import { z } from "zod";
import { type Call, type Failure, openPlatform, type PlatformAnswer } from "../platform";
import { shownOf } from "./entities";

export const TOKEN = "4711:AAFakeFakeFakeFakeFakeFakeFakeFake";

export type Arrival = {
  chat: number;
  messageId: number;
  at: number;
  text: string;
  buttons: { title: string; payload: string }[];
  markup: Record<string, unknown>;
  file?: { name: string; bytes: Buffer };
};

const Markup = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))).optional(),
  keyboard: z.array(z.array(z.object({ text: z.string(), request_location: z.boolean().optional() }))).optional(),
});
const Message = z.object({
  chat_id: z.coerce.number(),
  text: z.string().default(""),
  parse_mode: z.literal("HTML").optional(),
  reply_markup: z.record(z.string(), z.unknown()).default({}),
});
const Command = z.object({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) });

/** As Telegram refuses: the status is said in the body again. */
export const refusal = (code: number, description: string, parameters?: object): PlatformAnswer => {
  const json = { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  return { status: code, json };
};
const bad = (why: string) => refusal(400, `Bad Request: ${why}`);
const result = (value: unknown): PlatformAnswer => ({ status: 200, json: { ok: true, result: value } });

/**
 * Telegram's Bot API as far as we call it: its paths, limits and refusals.
 * https://core.telegram.org/bots/api, and for its words https://github.com/tdlib/telegram-bot-api
 */
export async function openBotServer() {
  const arrived: Arrival[] = [];
  const files = new Map<string, { path: string; bytes: Buffer }>();
  const chats = new Set<number>();
  const queries = new Set<string>();
  const answered: string[] = [];
  const state = { typed: 0, webhook: { url: "", secret_token: "", allowed_updates: [""] }, info: {}, me: {} };
  let lastMessageId = 0;

  const keep = (chat: number, rest: Pick<Arrival, "text" | "buttons" | "markup" | "file">): PlatformAnswer => {
    const messageId = ++lastMessageId;
    arrived.push({ chat, messageId, at: Date.now(), ...rest });
    return result({ message_id: messageId, date: 0, chat: { id: chat, type: "private" }, text: rest.text });
  };
  const sendMessage = (body: unknown): PlatformAnswer => {
    const { chat_id: chat, text: sent, parse_mode, reply_markup: markup } = Message.parse(body);
    if (!chats.has(chat)) return bad("chat not found");
    const shown = parse_mode ? shownOf(sent) : { text: sent };
    if ("refused" in shown) return bad(shown.refused.replace(/^C/, "c"));
    if (shown.text.trim() === "") return bad("message text is empty");
    if (shown.text.length > 4096) return bad("message is too long");
    const { inline_keyboard = [], keyboard = [] } = Markup.parse(markup);
    const inline = inline_keyboard.flat().map(({ text, callback_data }) => ({ title: text, payload: callback_data }));
    const isTooLong = ({ payload }: { payload: string }) => payload === "" || Buffer.byteLength(payload) > 64;
    if (inline.some(isTooLong)) return bad("BUTTON_DATA_INVALID");
    const typed = keyboard.flat().filter(({ request_location }) => !request_location);
    const buttons = [...inline, ...typed.map(({ text }) => ({ title: text, payload: text }))];
    return keep(chat, { text: shown.text, buttons, markup });
  };
  const sendFile = async (call: Call, field: string): Promise<PlatformAnswer> => {
    const headers = { "Content-Type": call.headers["content-type"] ?? "" };
    const form = await new Response(new Uint8Array(call.body), { headers }).formData();
    const chat = Number(form.get("chat_id"));
    const sent = form.get(field);
    if (!chats.has(chat)) return bad("chat not found");
    if (!(sent instanceof File)) return bad(`there is no ${field} in the request`);
    const file = { name: sent.name, bytes: Buffer.from(await sent.arrayBuffer()) };
    return keep(chat, { text: "", buttons: [], markup: {}, file });
  };
  const setWebhook = (body: unknown): PlatformAnswer => {
    const given = z
      .object({ url: z.url(), secret_token: z.string(), allowed_updates: z.array(z.string()) })
      .parse(body);
    const { protocol, port } = new URL(given.url);
    if (protocol !== "https:") return bad("bad webhook: An HTTPS URL must be provided for webhook");
    if (!["", "80", "88", "8443"].includes(port))
      return bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
    if (!/^[\w-]{1,256}$/.test(given.secret_token)) return bad("secret token contains unallowed characters");
    state.webhook = given;
    return result(true);
  };
  const getFile = (body: unknown): PlatformAnswer => {
    const { file_id } = z.object({ file_id: z.string() }).parse(body);
    const file = files.get(file_id);
    if (!file) return bad("invalid file_id");
    if (file.bytes.length > 20 * 1024 * 1024) return bad("file is too big");
    return result({ file_id, file_unique_id: file_id, file_size: file.bytes.length, file_path: file.path });
  };
  const methods: Record<string, (body: unknown, call: Call) => PlatformAnswer | Promise<PlatformAnswer>> = {
    sendMessage,
    sendPhoto: (_, call) => sendFile(call, "photo"),
    sendDocument: (_, call) => sendFile(call, "document"),
    sendVoice: (_, call) => sendFile(call, "voice"),
    sendChatAction() {
      state.typed += 1;
      return result(true);
    },
    answerCallbackQuery(body) {
      const { callback_query_id: id } = z.object({ callback_query_id: z.string() }).parse(body);
      answered.push(id);
      return queries.delete(id)
        ? result(true)
        : bad("query is too old and response timeout expired or query ID is invalid");
    },
    getFile,
    getMe: () => result({ id: 4711, is_bot: true, first_name: "Hejnał", username: "KrakowTestBot", ...state.me }),
    getWebhookInfo() {
      const { url, allowed_updates } = state.webhook;
      return result({ url, has_custom_certificate: false, pending_update_count: 0, allowed_updates, ...state.info });
    },
    setWebhook,
    setMyCommands: (body) =>
      z.object({ commands: z.array(Command) }).safeParse(body).success ? result(true) : bad("BOT_COMMAND_INVALID"),
    setMyDescription: (body) => within(body, "description", 512),
    setMyShortDescription: (body) => within(body, "short_description", 120),
    setChatMenuButton: () => result(true),
  };
  const answer = (call: Call): PlatformAnswer | Promise<PlatformAnswer> => {
    const [, file, token, rest = ""] = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(call.path) ?? [];
    if (token !== TOKEN) return refusal(401, "Unauthorized");
    if (file) {
      const found = [...files.values()].find(({ path }) => path === decodeURI(rest));
      return found ? { status: 200, bytes: found.bytes } : refusal(404, "Not Found");
    }
    const method = methods[rest];
    const isJson = call.headers["content-type"]?.includes("json") && call.body.length > 0;
    return method
      ? method(isJson ? JSON.parse(String(call.body)) : {}, call)
      : refusal(404, "Not Found: method not found");
  };
  const platform = await openPlatform(answer, ({ path }) => /\/send(?:Message|Photo|Document|Voice)$/.test(path));
  return { ...platform, arrived, files, chats, queries, answered, state, nextMessageId: () => ++lastMessageId };
}
export type BotServer = Awaited<ReturnType<typeof openBotServer>>;

function within(body: unknown, field: string, most: number): PlatformAnswer {
  const text = z.record(z.string(), z.unknown()).parse(body)[field];
  return typeof text === "string" && text.length <= most ? result(true) : bad(`${field} is too long`);
}

const tooFast = (seconds: number): Failure =>
  refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

export const failures = {
  tooFast: tooFast(1),
  down: refusal(500, "Internal Server Error"),
  expired: refusal(401, "Unauthorized"),
  never: bad("message is too long"),
  blocked: refusal(403, "Forbidden: bot was blocked by the user"),
};

/** Before anything was done. Telegram tells whole seconds; a test has not so many. */
export const passingFailures: Failure[] = [tooFast(0.05), failures.down, "cut"];
