import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Starts the built program twice on one embedded store; prints the second (warm) start and the memory at rest. */
export async function measureStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "hejnal-start-"));
  try {
    const cold = await startOnce(folder);
    const warm = await startOnce(folder);
    console.log(`start: ${cold.seconds.toFixed(2)} s on an empty folder, ${warm.seconds.toFixed(2)} s on a warm one`);
    console.log(
      `memory at rest: ${(warm.rssBytes / 1e6).toFixed(0)} MB (embedded store and all content in one process)`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<{ seconds: number; rssBytes: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["dist/index.js"], {
    env: { ...process.env, PORT: "0", DATA_FOLDER: folder, LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => child.once("close", done));
  await new Promise<void>((ready, failed) => {
    child.stdout.on("data", (text) => String(text).includes("Hejnał is ready") && ready());
    void ended.then(() => failed(new Error("the program ended before it was ready")));
  });
  const seconds = (performance.now() - begun) / 1000;
  await new Promise((later) => setTimeout(later, 5000));
  const rssBytes = 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]);
  child.kill("SIGTERM");
  await ended;
  return { seconds, rssBytes };
}
