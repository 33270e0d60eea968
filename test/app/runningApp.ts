import { resolve } from "node:path";
import { type App, startApp } from "../../src/app";
import type { Channel } from "../../src/channels/channel";
import { type Config, readConfig } from "../../src/config";
import { createLog } from "../../src/server/log";
import type { Parts } from "../../src/turn/parts";
import { builtProgram } from "../builtOnce";
import type { FreshDatabase } from "../databases";
import { realModelFile, realParts } from "../learnt";

const root = resolve(__dirname, "../..");

/** `env`: more settings, as the environment has them; `channels`: more of them than settings can make. */
type Given = {
  parts?: Parts;
  webFolder?: string;
  env?: Record<string, string>;
  now?: () => Date;
  channels?: Channel[];
};

/** The whole program on a port of its own, with a database of its own. */
export async function runningApp(
  database: FreshDatabase,
  {
    parts = realParts(),
    webFolder = resolve(root, "dist/web"),
    env = {},
    now = () => new Date(),
    channels = [],
    ...change
  }: Partial<Config> & Given = {},
): Promise<App & { address: string; config: Config }> {
  const settings = {
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: process.env.TEST_LOG ?? "silent",
    MESSAGES_PER_MINUTE: "10000",
  };
  const { databaseUrl, dataFolder } = database.options;
  const config = {
    ...readConfig({ ...settings, ...env, DATABASE_URL: databaseUrl, DATA_FOLDER: dataFolder || undefined }),
    ...change,
  };
  const log = createLog(config.LOG_LEVEL);
  const app = await startApp({
    config,
    contentFolder: root,
    webFolder,
    parts,
    learning: { modelFile: realModelFile(), thread: await builtProgram("src/learnThread.ts") },
    log,
    channels,
    now,
  });
  return { ...app, config, address: `http://127.0.0.1:${app.port}` };
}
