import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { describeOn, type FreshDatabase } from "../databases";

const CYCLES = 12;
const Line = z.object({ seq: z.number(), author: z.string(), text: z.string(), externalId: z.string().optional() });

/** Starts the child; resolves once it serves. */
async function start({ url, options }: FreshDatabase, ...rest: string[]) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", resolve(__dirname, "child.ts"), url, options.dataFolder, ...rest],
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

const killed = async (child: ChildProcess, ended: Promise<unknown>) => {
  child.kill("SIGKILL");
  await ended;
};

describeOn("killed with kill -9 in mid-stream", (fresh) => {
  test(`${CYCLES} times: every accepted message is there once, answered once, in order`, async () => {
    const database = await fresh();
    const accepted: string[] = [];
    try {
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        const { child, said, ended } = await start(database, String(cycle));
        await new Promise((later) => setTimeout(later, 100 + 40 * cycle));
        await killed(child, ended);
        accepted.push(
          ...said.filter((line) => line.startsWith("accepted ")).map((line) => line.slice("accepted ".length)),
        );
      }
      const last = await start(database, "last", "drain");
      expect(await last.ended).toBe(0);
      const conversations = z.array(z.array(Line)).parse(JSON.parse(last.said.at(-1) ?? "[]"));

      const residents = conversations.flat().filter(({ author }) => author === "resident");
      const ids = residents.map(({ externalId }) => externalId);
      expect(accepted.length).toBeGreaterThan(CYCLES * 5);
      expect(accepted.filter((id) => !ids.includes(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const lines of conversations) {
        expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, i) => i + 1));
        const asked = lines
          .filter(({ author }) => author === "resident")
          .map(({ externalId }) => `answer to ${externalId}`);
        const answered = lines
          .filter(({ author }) => author === "bot")
          .slice(1)
          .map(({ text }) => text);
        expect(answered).toEqual(asked);
      }
    } finally {
      await database.drop();
    }
  }, 180_000);
});
