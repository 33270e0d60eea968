import { z } from "zod";
import { Role } from "./staff/account";

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean),
  );

const optional = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const whole = (least: number, most: number, byDefault: number) =>
  z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(least).max(most).default(byDefault),
  );

const percent = (byDefault: number) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number().min(0.5).max(50).default(byDefault));

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, "write only scheme, host and port");

/** A signed token is added to it (zgloszenia+token@…), and mail servers take no more than 64 characters before the @. */
const replyAddress = z.email().refine((text) => text.indexOf("@") <= 20, "write at most 20 characters before the @");

/** As map servers write it: https://{s}.example.org/{z}/{x}/{y}.png */
const tiles = z
  .string()
  .regex(/^https?:\/\/(\{s\}\.)?[a-z0-9.-]+(:\d+)?\/[^\s"'<>;,]+$/i, "write https://host/{z}/{x}/{y}.png")
  .refine((text) => ["{z}", "{x}", "{y}"].every((part) => text.includes(part)), "needs {z}, {x} and {y}");

/** Every setting, as `.env.example` explains them. An empty value means "not set". */
const Environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: whole(0, 65_535, 3978),
  PUBLIC_URL: optional(origin),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATABASE_POOL: whole(2, 200, 10),
  DATA_FOLDER: z.string().min(1).default("./data"),
  FILES_AT: optional(
    z.string().regex(/^(folder|s3:\/\/[a-z0-9][a-z0-9.-]+(\/[\w.-]+)*\/?)$/, 'write "folder" or s3://bucket/prefix'),
  ),
  S3_ENDPOINT: optional(z.url({ protocol: /^https?$/ })),
  S3_REGION: z.preprocess((v) => v || undefined, z.string().default("eu-central-1")),
  S3_ACCESS_KEY_ID: optional(z.string().min(1)),
  S3_SECRET_ACCESS_KEY: optional(z.string().min(1)),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)),
  TRUSTED_PROXIES: whole(0, 10, 0),
  TOKEN_SECRET: optional(z.string().min(32)),
  RESUME_DAYS: whole(1, 30, 7),
  MESSAGES_PER_MINUTE: whole(1, 10_000, 30),
  CONVERSATIONS_PER_MINUTE: whole(1, 100_000, 120),
  UPLOAD_MEGABYTES: whole(1, 25, 10),
  HIGHEST_WRONG_ANSWERS: percent(3),
  HIGHEST_WRONG_REPORTS: percent(10),
  MICROSOFT_APP_ID: optional(z.guid()),
  MICROSOFT_APP_PASSWORD: optional(z.string().min(1)),
  MICROSOFT_APP_TYPE: z.preprocess(
    (v) => v || undefined,
    z.enum(["MultiTenant", "SingleTenant"]).default("MultiTenant"),
  ),
  MICROSOFT_APP_TENANT_ID: optional(z.guid()),
  META_APP_ID: optional(z.string().regex(/^\d+$/, "write the app's number")),
  META_APP_SECRET: optional(z.string().min(16)),
  META_VERIFY_TOKEN: optional(z.string().min(16)),
  META_GRAPH_URL: z.preprocess(
    (v) => v || undefined,
    z.url({ protocol: /^https?$/ }).default("https://graph.facebook.com/v25.0"),
  ),
  MESSENGER_PAGE_ID: optional(z.string().regex(/^\d+$/, "write the page's number")),
  MESSENGER_TOKEN: optional(z.string().min(16)),
  MESSENGER_HUMAN_AGENT: z.preprocess((v) => v || undefined, z.enum(["on", "off"]).default("off")),
  WHATSAPP_PHONE_ID: optional(z.string().regex(/^\d+$/, "write the id of the phone number")),
  WHATSAPP_ACCOUNT_ID: optional(z.string().regex(/^\d+$/, "write the account's number")),
  WHATSAPP_TOKEN: optional(z.string().min(16)),
  WHATSAPP_TEMPLATE: optional(
    z.string().regex(/^[a-z0-9_]+:[a-z]{2}(_[A-Z]{2})?$/, "write name:language, like rozmowa_czeka:pl"),
  ),
  WHATSAPP_NUMBER: optional(z.string().regex(/^\d{7,15}$/, "write the number with its country, digits only")),
  TELEGRAM_TOKEN: optional(z.string().regex(/^\d+:[\w-]{20,}$/, "write it as BotFather gave it")),
  TELEGRAM_API_URL: z.preprocess(
    (v) => v || undefined,
    z.url({ protocol: /^https?$/ }).default("https://api.telegram.org"),
  ),
  TELEGRAM_NAME: optional(z.string().regex(/^\w{5,32}$/, "write the bot's user name without @")),
  EMAIL_CHANNEL: z.preprocess((v) => v || undefined, z.enum(["on", "off"]).default("off")),
  CONTACT_FORM: z.preprocess((v) => v || undefined, z.enum(["on", "off"]).default("on")),
  OFFER_SECONDS: whole(5, 600, 45),
  SILENT_MINUTES: whole(1, 240, 10),
  WAIT_ALARM_MINUTES: whole(1, 240, 10),
  ON_DUTY_EMAIL: optional(z.email()),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(z.email()),
  FILE_CHANGES: z.preprocess((v) => v || undefined, z.enum(["offer", "publish"]).default("offer")),
  REAL_DELIVERY: z.preprocess((v) => v || undefined, z.enum(["on", "off"]).default("off")),
  REPLY_ADDRESS: optional(replyAddress),
  IMAP_URL: optional(z.url({ protocol: /^imaps?$/ })),
  GEOCODER_URL: optional(z.url({ protocol: /^https?$/ })),
  PLACES_FILE: optional(z.string().min(1)),
  MAP_TILES: optional(tiles),
  MAP_ATTRIBUTION: z.preprocess(
    (v) => v || undefined,
    z.string().max(200).default("© OpenStreetMap, openstreetmap.org/copyright"),
  ),
  OPEN311_EXTENSIONS: z.preprocess((v) => v ?? "updates,paging", list).pipe(z.array(z.enum(["updates", "paging"]))),
  SECOND_FACTOR_FOR: list.pipe(z.array(Role)),
  IMPORT_HOSTS: z.preprocess((v) => v ?? "www.bip.krakow.pl,www.krakow.pl,kck.krakow.pl", list),
  TWO_PEOPLE_PUBLISH: z.preprocess((v) => v || undefined, z.enum(["on", "off"]).default("off")),
  OIDC_ISSUER: optional(z.url({ protocol: /^https?$/ })),
  OIDC_CLIENT_ID: optional(z.string().min(1)),
  OIDC_CLIENT_SECRET: optional(z.string().min(1)),
  OIDC_TITLE: z.preprocess((v) => v || undefined, z.string().max(60).default("Konto miejskie")),
  METRICS_TOKEN: optional(z.string().min(16)),
  LOG_LEVEL: z.preprocess((v) => v || undefined, z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
});

export type Config = z.infer<typeof Environment>;

/** The names of all settings; `.env.example` must have exactly these. */
export const settingNames = Object.keys(Environment.shape);

/** Reads the configuration; a wrong value throws one error that names every mistake at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const result = Environment.safeParse(env);
  const wrong = result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const mistakes = [...wrong, ...missing(env)];
  if (result.success && mistakes.length === 0) return result.data;
  const lines = mistakes.map((mistake) => `  ${mistake}`);
  throw new Error(`Wrong settings, fix them in .env or the environment:\n${lines.join("\n")}`);
}

/** Settings that others need; told even when others are wrong. */
function missing(env: Record<string, string | undefined>): string[] {
  const mistakes: string[] = [];
  if (env.MICROSOFT_APP_ID && !env.MICROSOFT_APP_PASSWORD)
    mistakes.push("MICROSOFT_APP_PASSWORD: needed with MICROSOFT_APP_ID");
  if (env.MICROSOFT_APP_TYPE === "SingleTenant" && !env.MICROSOFT_APP_TENANT_ID)
    mistakes.push("MICROSOFT_APP_TENANT_ID: needed when MICROSOFT_APP_TYPE is SingleTenant");
  const metaSecrets = env.META_APP_SECRET && env.META_VERIFY_TOKEN;
  if ((env.MESSENGER_PAGE_ID || env.WHATSAPP_PHONE_ID) && !metaSecrets)
    mistakes.push("META_APP_SECRET, META_VERIFY_TOKEN: needed with MESSENGER_PAGE_ID and with WHATSAPP_PHONE_ID");
  if (env.MESSENGER_PAGE_ID && !env.MESSENGER_TOKEN) mistakes.push("MESSENGER_TOKEN: needed with MESSENGER_PAGE_ID");
  if (env.WHATSAPP_PHONE_ID && !env.WHATSAPP_TOKEN) mistakes.push("WHATSAPP_TOKEN: needed with WHATSAPP_PHONE_ID");
  if (env.EMAIL_CHANNEL === "on" && !(env.IMAP_URL && env.SMTP_URL && env.MAIL_FROM && env.REPLY_ADDRESS))
    mistakes.push("IMAP_URL, REPLY_ADDRESS, SMTP_URL, MAIL_FROM: needed with EMAIL_CHANNEL=on");
  if (env.OIDC_ISSUER && !(env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET))
    mistakes.push("OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: needed with OIDC_ISSUER");
  if (env.OIDC_ISSUER && !env.PUBLIC_URL) mistakes.push("PUBLIC_URL: needed with OIDC_ISSUER");
  if (env.SMTP_URL && !env.MAIL_FROM) mistakes.push("MAIL_FROM: needed with SMTP_URL");
  // Otherwise units and residents would be sent links to this very machine.
  if (env.REAL_DELIVERY === "on" && !env.PUBLIC_URL) mistakes.push("PUBLIC_URL: needed with REAL_DELIVERY=on");
  if (env.IMAP_URL && !env.REPLY_ADDRESS) mistakes.push("REPLY_ADDRESS: needed with IMAP_URL");
  if (env.ON_DUTY_EMAIL && !env.SMTP_URL) mistakes.push("SMTP_URL: needed with ON_DUTY_EMAIL");
  if (env.FILES_AT?.startsWith("s3:") && !(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY))
    mistakes.push("S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: needed when FILES_AT is a bucket");
  return mistakes;
}
