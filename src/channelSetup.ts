import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Channel, Finding } from "./channels/channel";
import { channelsFor } from "./channels/index";
import { type Config, readConfig } from "./config";
import { openMailChannel } from "./mailChannel";
import { createAddresses } from "./server/addresses";
import { openDatabase } from "./storage/database";
import { openMemoryBus } from "./storage/memoryBus";
import { keptSecret } from "./storage/secrets";

const USAGE = `npm run channels -- <command> [channel…]

  check   asks every platform whether what is configured works, and tells what is missing
  setup   sets what residents find there before they write (menu, first questions, commands) and our webhook, then checks

Channels: messenger, whatsapp, telegram, botframework, email, form; all of them without a name.
Exit code: 0 all that is switched on works; 1 something is wrong; 2 it could not be done.
`;

/** What each channel needs, as settings are called; `.env.example` says what they are. */
const needs: Record<string, (keyof Config)[]> = {
  messenger: ["MESSENGER_PAGE_ID", "MESSENGER_TOKEN", "META_APP_ID", "META_APP_SECRET", "META_VERIFY_TOKEN"],
  whatsapp: ["WHATSAPP_PHONE_ID", "WHATSAPP_TOKEN", "WHATSAPP_ACCOUNT_ID", "META_APP_SECRET", "META_VERIFY_TOKEN"],
  telegram: ["TELEGRAM_TOKEN", "TELEGRAM_NAME"],
  botframework: ["MICROSOFT_APP_ID", "MICROSOFT_APP_PASSWORD"],
  email: ["EMAIL_CHANNEL", "IMAP_URL", "REPLY_ADDRESS", "SMTP_URL", "MAIL_FROM"],
  form: ["CONTACT_FORM"],
};

type Asked = { command: "check" | "setup"; names: string[] };

function readArguments(): Asked | undefined {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [command, ...names] = positionals;
  if ((command !== "check" && command !== "setup") || names.some((name) => !(name in needs))) return undefined;
  return { command, names: names.length > 0 ? names : Object.keys(needs) };
}

/** `npm run channels`: answers the exit code. */
async function run({ command, names }: Asked): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const secret = config.TOKEN_SECRET ?? (await secretInStore(config));
  const channels = channelsOf(config, secret);
  const shown = [tell("this program", ofProgram(config))];
  for (const name of names) {
    const channel = channels.find((one) => one.name === name);
    const missing = (needs[name] ?? []).filter((setting) => !config[setting] || config[setting] === "off");
    shown.push(tell(name, channel ? await ofChannel(channel, command, missing, config) : off(missing)));
  }
  return shown.some((findings) => findings.some(({ level }) => level === "wrong")) ? 1 : 0;
}

async function ofChannel(channel: Channel, command: Asked["command"], missing: string[], config: Config) {
  const lacks: Finding[] = missing.map((setting) => ({ level: "warning", text: `${setting} is not set` }));
  const isSettingUp = command === "setup" && channel.setUp;
  if (isSettingUp && !config.PUBLIC_URL) return [...lacks, wrong("PUBLIC_URL is needed: platforms must find us there")];
  const done = isSettingUp ? await tried(() => channel.setUp?.(config.PUBLIC_URL ?? "") ?? Promise.resolve([])) : [];
  return [...lacks, ...done, ...(await tried(() => channel.check?.() ?? Promise.resolve([])))];
}

/** What a platform answers to a question may be anything; one that is down is told and the others are asked. */
async function tried(ask: () => Promise<Finding[]>): Promise<Finding[]> {
  return ask().catch((error: unknown) => [wrong(error instanceof Error ? error.message : String(error))]);
}

function ofProgram({ PUBLIC_URL, DATABASE_URL }: Config): Finding[] {
  if (!PUBLIC_URL) return [wrong("PUBLIC_URL is not set: no platform can reach this program")];
  if (!PUBLIC_URL.startsWith("https:"))
    return [wrong(`PUBLIC_URL is ${PUBLIC_URL}: platforms only call https addresses`)];
  const stored: Finding = DATABASE_URL
    ? { level: "ok", text: "stored in PostgreSQL" }
    : { level: "warning", text: "the embedded store is for trying out: set DATABASE_URL" };
  return [{ level: "ok", text: `reached at ${PUBLIC_URL}` }, stored];
}

const wrong = (text: string): Finding => ({ level: "wrong", text });
const off = (missing: string[]): Finding[] => [
  { level: "ok", text: missing.length > 0 ? `off; to switch it on set ${missing.join(", ")}` : "off" },
];

const signs = { ok: "✓", warning: "!", wrong: "✗" } satisfies Record<Finding["level"], string>;

function tell(name: string, findings: Finding[]): Finding[] {
  const lines = findings.map(({ level, text }) => `  ${signs[level]} ${text}`);
  process.stdout.write(`${[name, ...lines].join("\n")}\n`);
  return findings;
}

function channelsOf(config: Config, secret: string): Channel[] {
  const addresses = createAddresses({ trustedProxies: 0, publicUrl: config.PUBLIC_URL });
  const metrics = { activity: () => {}, sockets: () => {} };
  const mail = openMailChannel({ config, secret, limiter: openMemoryBus(), entriesAfter: async () => [] });
  return channelsFor({ config, secret, addresses, metrics, email: mail.options });
}

/** Made at the first start of the program; Telegram's webhook is signed with what comes of it. */
async function secretInStore(config: Config): Promise<string> {
  const log = { info() {}, warn() {}, error() {} };
  const where = { databaseUrl: config.DATABASE_URL, dataFolder: config.DATA_FOLDER, poolSize: 2 };
  const database = await openDatabase({ ...where, log }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${why}\nSet TOKEN_SECRET (the same as the program's), or stop the program while this runs.`);
  });
  return keptSecret(database.db, "tokens").finally(database.close);
}

const asked = readArguments();
if (!asked) process.stdout.write(USAGE);
const work = asked ? run(asked) : Promise.resolve(2);
work.then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
