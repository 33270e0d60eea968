import type { Finding } from "../channel";
import type { Bot } from "./bot";
import { menuIn } from "./commands";
import { description, shortDescription } from "./texts";
import { updateKinds } from "./update";
import { WEBHOOK } from "./webhook";

const CONNECTIONS_AT_ONCE = 40;
const PORTS = ["", "80", "88", "443", "8443"];

/** Why Telegram would not call an address; undefined when it would. */
export function whyNotCalled(url: string): string | undefined {
  const { protocol, port, hostname } = new URL(url);
  if (protocol !== "https:") return `Telegram calls only https:// addresses, not ${protocol}//${hostname}.`;
  if (!PORTS.includes(port)) return `Telegram calls only the ports 443, 80, 88 and 8443, not ${port}.`;
  return undefined;
}

/** Sets the webhook and what residents find before they write: commands, descriptions, the menu button. */
export async function setUp(publicUrl: string, bot: Bot): Promise<Finding[]> {
  return [await setWebhook(publicUrl, bot), ...(await setWords(bot))];
}

async function setWebhook(publicUrl: string, bot: Bot): Promise<Finding> {
  const why = whyNotCalled(publicUrl);
  if (why !== undefined) return { level: "wrong", text: `The webhook is not set. ${why} Set PUBLIC_URL.` };
  const { origin } = new URL(publicUrl);
  return tell(bot, `The webhook is set to ${origin}${WEBHOOK}/….`, [
    [
      "setWebhook",
      {
        url: `${origin}${WEBHOOK}/${bot.webhook.path}`,
        secret_token: bot.webhook.secretToken,
        allowed_updates: updateKinds,
        max_connections: CONNECTIONS_AT_ONCE,
      },
    ],
  ]);
}

type Call = [method: string, body: object];

/** Polish for everybody whose language Telegram knows no words for, then each language of ours. */
async function setWords(bot: Bot): Promise<Finding[]> {
  const inAll = (make: (language: "pl" | "en" | "uk") => Call): Call[] => [
    make("pl"),
    ...(["pl", "en", "uk"] as const).map((language): Call => {
      const [method, body] = make(language);
      return [method, { ...body, language_code: language }];
    }),
  ];
  return [
    await tell(bot, "The commands are set in three languages.", [
      ...inAll((language) => ["setMyCommands", { commands: menuIn(language) }]),
      ["setChatMenuButton", { menu_button: { type: "commands" } }],
    ]),
    await tell(bot, "The descriptions are set in three languages.", [
      ...inAll((language) => ["setMyDescription", { description: description[language] }]),
      ...inAll((language) => ["setMyShortDescription", { short_description: shortDescription[language] }]),
    ]),
  ];
}

async function tell({ api }: Bot, done: string, calls: Call[]): Promise<Finding> {
  try {
    for (const [method, body] of calls) await api.call(method, body);
    return { level: "ok", text: done };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { level: "wrong", text: `${calls[0]?.[0] ?? "A call"} failed: ${reason}.` };
  }
}
