import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

export type Running = { said: string[]; child: ChildProcess; ends(): Promise<void> };

/** Starts a Node program; resolves once it says `ready`. */
export async function running(args: string[], env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: process.env.PATH, ...env, NODE_NO_WARNINGS: "1" },
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const said: string[] = [];
  await new Promise<void>((ready, failed) => {
    createInterface({ input: child.stdout }).on("line", (line) => (line === "ready" ? ready() : said.push(line)));
    void ended.then(() => failed(new Error(`${args.join(" ")} ended before it served`)));
  });
  return {
    said,
    child,
    async ends() {
      // A process that was stopped hears nothing else.
      child.kill("SIGCONT");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** A port nobody listens at now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address ? address.port : 0;
}
