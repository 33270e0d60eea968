import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { startApp } from "./app";
import { readConfig } from "./config";
import { createLog } from "./server/log";

/** Where the program's own files lie: content beside `dist/`, pages within it. */
const root = resolve(__dirname, "..");

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const learning = {
    modelFile: join(root, "dist/model.bin"),
    accepted: { wrongAnswers: config.HIGHEST_WRONG_ANSWERS / 100, wrongReports: config.HIGHEST_WRONG_REPORTS / 100 },
  };
  const webFolder = join(root, "dist/web");
  const app = await startApp({ config, contentFolder: root, webFolder, learning, log, now: () => new Date() });
  greetOperator(config.PUBLIC_URL ?? `http://localhost:${app.port}`, app);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    app.close().then(
      () => process.exit(0),
      (error) => fail(error),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

function greetOperator(address: string, app: Awaited<ReturnType<typeof startApp>>): void {
  const lines = [
    "",
    "Hejnał is ready.",
    `  For residents (demo page): ${address}/`,
    `  For staff (console):       ${address}/console`,
  ];
  if (app.administrator) {
    const { login, oneTimePassword } = app.administrator;
    lines.push(`  First login: ${login}   one-time password: ${oneTimePassword}   (you will be asked for a new one)`);
  }
  if (app.database === "embedded")
    lines.push("  Data lies in the embedded store: for trying out only. Set DATABASE_URL (PostgreSQL) for real use.");
  process.stdout.write(`${lines.join("\n")}\n\n`);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
