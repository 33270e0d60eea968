import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockDirectory } from "../../../src/storage/directoryLock";
import { conversationIn, openOn, textsOf } from "../../contracts/storage/given";
import { startChild } from "../../contracts/storage/startChild";
import { freshEmbedded } from "../../databases";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hejnal-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a folder has one holder at a time; who comes second learns who holds it, since when, and what to do", async () => {
  const before = new Date().toISOString().slice(0, 16);
  const unlock = await lockDirectory(folder);
  const second = lockDirectory(folder);
  await expect(second).rejects.toThrow(`is in use by process ${process.pid} on `);
  await expect(lockDirectory(folder)).rejects.toThrow(`since ${before}`);
  await expect(lockDirectory(folder)).rejects.toThrow(
    "stop that process, or choose another DATA_FOLDER, or set DATABASE_URL",
  );
  await unlock();
  await (await lockDirectory(folder))();
});

test("of many that try at once one gets it, also when the holder before has just gone", async () => {
  for (let round = 0; round < 20; round++) {
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockDirectory(folder)));
    const holders = tries.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
    expect(holders).toHaveLength(1);
    for (const unlock of holders) await unlock();
  }
  expect((await readdir(join(folder, "lock"))).length).toBeLessThanOrEqual(2);
});

test("a process id that is in use again does not block", async () => {
  await mkdir(join(folder, "lock", "7"), { recursive: true });
  const owner = { pid: process.pid, since: "2020-01-01T00:00:00.000Z", host: "here" };
  await writeFile(join(folder, "lock", "7", "owner.json"), JSON.stringify(owner));
  await (await lockDirectory(folder))();
});

test("a folder whose path is too long for a lock is refused in clear words", async () => {
  const deep = join(folder, "x".repeat(120));
  await expect(lockDirectory(deep)).rejects.toThrow("Choose a shorter DATA_FOLDER");
});

test("the store of a living process is refused to others; kill -9 frees it, and nothing is lost", async () => {
  const database = await freshEmbedded();
  const mine = await openOn(database);
  const id = await conversationIn(mine);
  await mine.close();
  for (let cycle = 0; cycle < 2; cycle++) {
    const child = await startChild("hold", database);
    expect(await child.ready).toBe(true);
    await expect(openOn(database)).rejects.toThrow(`is in use by process ${child.pid} on `);
    await child.kill();
  }
  const again = await openOn(database);
  expect(await textsOf(again, id)).toEqual(["Dzień dobry"]);
  await again.close();
  await database.drop();
}, 120_000);

test("a start that is refused ends with the message and leaves the holder alone", async () => {
  const database = await freshEmbedded();
  const storage = await openOn(database);
  const { code, complaint } = await (await startChild("hold", database)).ended;
  expect(code).toBe(1);
  expect(complaint).toContain(`is in use by process ${process.pid}`);
  await conversationIn(storage);
  await storage.close();
  await database.drop();
}, 120_000);
