import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { builtProgram } from "../builtOnce";
import type { FreshDatabase } from "../databases";

/** Starts the child of that name beside this file; resolves once it serves. `said` grows with each line it writes. */
export async function start(program: string, { url, options }: FreshDatabase, ...rest: string[]) {
  const child = spawn(
    process.execPath,
    [await builtProgram(`test/killed/${program}.ts`), url, options.dataFolder, ...rest],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const ready = new Promise<void>((done, failed) => {
    lines.on("line", (line) => (line === "ready" ? done() : said.push(line)));
    void ended.then(() => failed(new Error("the child ended before it served")));
  });
  await ready;
  return { child, said, ended };
}

export const killed = async (child: ChildProcess, ended: Promise<unknown>) => {
  child.kill("SIGKILL");
  await ended;
};
