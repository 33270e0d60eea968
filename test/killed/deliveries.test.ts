import type { ChildProcess } from "node:child_process";
import { describeOn } from "../databases";
import { openReceiver } from "../rooms/delivery/receiver";
import { killed, start } from "./children";

const CYCLES = 4;
const LEAST = 3;
/** Longer than a process may have a delivery in its hands. */
const MINUTES = 11;

const filedOf = (said: string[]) =>
  said.filter((line) => line.startsWith("filed ")).map((line) => line.slice("filed ".length));

describeOn("killed with kill -9 between a commit and a delivery", (fresh) => {
  test(`${CYCLES} times: every service request reaches the unit, each under one key`, async () => {
    const database = await fresh();
    const receiver = await openReceiver();
    const filed: string[] = [];
    const children: ChildProcess[] = [];
    try {
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        const { child, said, ended } = await start("deliveryChild", database, receiver.url, String(cycle * MINUTES));
        children.push(child);
        // It dies with one in its hands: the unit does not answer the one after these.
        const before = receiver.came.length;
        receiver.answer = () => (receiver.came.length - before > LEAST ? "hang" : { status: 200 });
        while (receiver.came.length - before <= LEAST && child.exitCode === null)
          await new Promise((later) => setTimeout(later, 5));
        await killed(child, ended);
        filed.push(...filedOf(said));
      }
      receiver.answer = () => ({ status: 200 });
      const last = await start("deliveryChild", database, receiver.url, String(CYCLES * MINUTES), "drain");
      children.push(last.child);
      expect(await last.ended).toBe(0);

      const keysOf = new Map<string, Set<string>>();
      for (const { headers, body } of receiver.came) {
        const { id }: { id: string } = JSON.parse(body);
        keysOf.set(id, (keysOf.get(id) ?? new Set()).add(String(headers["idempotency-key"])));
      }
      expect(filed.length).toBeGreaterThanOrEqual(CYCLES * LEAST);
      expect(filed.filter((id) => !keysOf.has(id))).toEqual([]);
      expect([...keysOf.values()].filter(({ size }) => size !== 1)).toEqual([]);
      // Those that hung were brought again.
      expect(receiver.came.length).toBeGreaterThan(keysOf.size);
    } finally {
      for (const child of children) child.kill("SIGKILL");
      await receiver.close();
      await database.drop();
    }
  }, 180_000);
});
