/** The whole program with the settings of its environment; says where it is once it serves. */
import { resolve } from "node:path";
import { startApp } from "../../src/app";
import { readConfig } from "../../src/config";
import { createLog } from "../../src/server/log";
import { realParts } from "../learnt";

async function main(): Promise<void> {
  const root = resolve(__dirname, "../..");
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const folders = { contentFolder: root, webFolder: resolve(root, "dist/web") };
  const app = await startApp({ config, ...folders, parts: realParts(), log, now: () => new Date() });
  process.stdout.write(`${JSON.stringify(app.administrator ?? {})}\nready\n`);
  process.on("SIGTERM", () => void app.close().then(() => process.exit(0)));
}

void main();
