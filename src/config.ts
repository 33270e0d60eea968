import { z } from "zod";

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

/** Every setting, as `.env.example` explains them. An empty value means "not set". */
const Environment = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: whole(0, 65_535, 3978),
  PUBLIC_URL: optional(origin),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATABASE_POOL: whole(2, 200, 10),
  DATA_FOLDER: z.string().min(1).default("./data"),
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
  return mistakes;
}
