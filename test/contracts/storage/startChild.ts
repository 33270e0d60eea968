import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { builtProgram } from "../../builtOnce";
import type { FreshDatabase } from "../../databases";

/** A process of its own on a database, see `child.ts`. */
export type Child = {
  pid: number;
  /** True once it has the store open, false if it ended before. */
  ready: Promise<boolean>;
  /** Resolves when it has ended, with everything it said after `ready`, and what it complained of. */
  ended: Promise<{ code: number | null; said: string[]; complaint: string }>;
  kill(): Promise<void>;
};

export async function startChild(task: "hold" | "turns", { url, options }: FreshDatabase): Promise<Child> {
  const script = await builtProgram("test/contracts/storage/child.ts");
  const child = spawn(process.execPath, [script, task, url, options.dataFolder]);
  const said: string[] = [];
  let complaint = "";
  child.stderr.on("data", (data) => {
    complaint += data;
  });
  const lines = createInterface({ input: child.stdout });
  const closed = once(child, "close");
  const ready = new Promise<boolean>((resolve) => {
    lines.on("line", (line) => (line === "ready" ? resolve(true) : said.push(line)));
    void closed.then(() => resolve(false));
  });
  return {
    pid: child.pid ?? 0,
    ready,
    ended: closed.then(() => ({ code: child.exitCode, said, complaint })),
    async kill() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
