import type { ChildProcess } from "node:child_process";
import { z } from "zod";
import { describeOn } from "../databases";
import { killed, start } from "./children";

const CYCLES = 8;
/** So many messages are accepted before each kill; others are then on their way. */
const LEAST = 3;
const Line = z.object({ seq: z.number(), author: z.string(), text: z.string(), externalId: z.string().optional() });

const acceptedOf = (said: string[]) =>
  said.filter((line) => line.startsWith("accepted ")).map((line) => line.slice("accepted ".length));

describeOn("killed with kill -9 in mid-stream", (fresh) => {
  test(`${CYCLES} times: every accepted message is there once, answered once, in order`, async () => {
    const database = await fresh();
    const accepted: string[] = [];
    const children: ChildProcess[] = [];
    try {
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        const { child, said, ended } = await start("child", database, String(cycle));
        children.push(child);
        // Counted, not timed: a slow machine is killed in mid-stream, too.
        while (acceptedOf(said).length < LEAST + (cycle % 4) && child.exitCode === null)
          await new Promise((later) => setTimeout(later, 5));
        await killed(child, ended);
        accepted.push(...acceptedOf(said));
      }
      const last = await start("child", database, "last", "drain");
      expect(await last.ended).toBe(0);
      const conversations = z.array(z.array(Line)).parse(JSON.parse(last.said.at(-1) ?? "[]"));

      const residents = conversations.flat().filter(({ author }) => author === "resident");
      const ids = residents.map(({ externalId }) => externalId);
      expect(accepted.length).toBeGreaterThanOrEqual(CYCLES * LEAST);
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
      for (const child of children) child.kill("SIGKILL");
      await database.drop();
    }
  }, 180_000);
});
