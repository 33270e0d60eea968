import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { hostname } from "node:os";
import { join, relative, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { hasCode } from "./hasCode";

const Owner = z.object({ pid: z.number(), since: z.string(), host: z.string() });

const ATTEMPTS = 20;
/** What the shortest-lived system takes for the path of a socket, with its closing zero. */
const LONGEST_SOCKET_PATH = 103;

/**
 * Takes `folder` for this process alone, or throws an error that says who has it; answers how to give it back.
 *
 * The holder listens on a socket inside `folder/lock/<number>/`, so that the system itself tells whether it lives:
 * however a process ends, nobody listens any more, and a process id used again means nothing. The highest number
 * counts. Who finds it dead puts a prepared directory at the next number, which only one can do, and makes sure
 * afterwards that it is still the highest. Numbers are never used again downwards: a dead one stays until its
 * successor is there, so that a process that was slow to look cannot take an old place for a free one.
 */
export async function lockDirectory(folder: string): Promise<() => Promise<void>> {
  const locks = join(resolve(folder), "lock");
  await mkdir(locks, { recursive: true });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const highest = await highestNumber(locks);
    const held = join(locks, String(highest));
    if (await isAlive(join(held, "socket"))) throw new Error(await refusal(folder, held));
    const taken = await takePlace(locks, highest + 1);
    if (taken) return taken;
    await sleep(10 + Math.random() * 40);
  }
  throw new Error(`The data folder ${resolve(folder)} cannot be locked: too many processes try at once.`);
}

async function takePlace(locks: string, number: number): Promise<(() => Promise<void>) | undefined> {
  const prepared = join(locks, `new-${randomUUID().slice(0, 8)}`);
  const place = join(locks, String(number));
  await mkdir(prepared);
  const owner = { pid: process.pid, since: new Date().toISOString(), host: hostname() };
  await writeFile(join(prepared, "owner.json"), JSON.stringify(owner));
  const server = await listen(join(prepared, "socket"));
  const leave = () => new Promise<void>((done) => server.close(() => done()));
  try {
    await rename(prepared, place);
  } catch (error) {
    await leave();
    await rm(prepared, { recursive: true, force: true });
    // Somebody else was first: a directory cannot be renamed onto one that is not empty.
    if (hasCode(error, "ENOTEMPTY") || hasCode(error, "EEXIST")) return undefined;
    throw error;
  }
  const numbers = await numbersIn(locks);
  if (Math.max(...numbers) !== number) {
    await leave();
    return undefined;
  }
  const older = numbers.filter((other) => other < number).map((other) => join(locks, String(other)));
  // Another process may be at the same broom; what stays is swept next time.
  await Promise.allSettled(older.map((path) => rm(path, { recursive: true, force: true })));
  return leave;
}

async function numbersIn(locks: string): Promise<number[]> {
  return (await readdir(locks)).filter((name) => /^\d+$/.test(name)).map(Number);
}

async function highestNumber(locks: string): Promise<number> {
  return Math.max(0, ...(await numbersIn(locks)));
}

/** Sockets have short paths only; the way from the working directory is often shorter than the full one. */
function socketPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  const shorter = fromHere.length < path.length ? fromHere : path;
  if (Buffer.byteLength(shorter) <= LONGEST_SOCKET_PATH) return shorter;
  throw new Error(`The path of the data folder is too long to lock it: ${path}. Choose a shorter DATA_FOLDER.`);
}

function listen(path: string): Promise<Server> {
  return new Promise((resolved, reject) => {
    const server = createServer((visitor) => visitor.destroy());
    server.once("error", (error) => reject(new Error(`The data folder cannot be locked: ${error.message}`)));
    server.listen(socketPath(path), () => resolved(server.unref()));
  });
}

function isAlive(path: string): Promise<boolean> {
  return new Promise((resolved) => {
    const visit = connect(socketPath(path));
    visit.once("connect", () => {
      visit.destroy();
      resolved(true);
    });
    // Anything but "nobody there" may be a holder who is too busy to answer.
    visit.once("error", (error) => resolved(!hasCode(error, "ECONNREFUSED") && !hasCode(error, "ENOENT")));
  });
}

async function refusal(folder: string, held: string): Promise<string> {
  const owner = await ownerOf(held);
  const who = owner ? `process ${owner.pid} on ${owner.host}, since ${owner.since}` : "another process";
  return (
    `The data folder ${resolve(folder)} is in use by ${who}. The embedded database serves one process only: ` +
    "stop that process, or choose another DATA_FOLDER, or set DATABASE_URL to a PostgreSQL server that several can share."
  );
}

async function ownerOf(held: string): Promise<z.infer<typeof Owner> | undefined> {
  try {
    return Owner.parse(JSON.parse(await readFile(join(held, "owner.json"), "utf8")));
  } catch {
    return undefined;
  }
}
