import { randomUUID } from "node:crypto";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import Redis from "ioredis";
import type { Bus, Limiter } from "../../src/conversation/bus";
import { openMemoryBus } from "../../src/storage/memoryBus";
import { openRedis } from "../../src/storage/redis";
import { describeIfRedis, testRedisUrl } from "../reachable";

const log = { info() {}, warn() {}, error() {} };

type Pair = { here: Bus & Limiter; there: Bus & Limiter };

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(10);
}

/** Publishes until it is heard: a wake-up may get lost, but not all of them. Answers what was published. */
async function reaches({ here, there }: Pair): Promise<string> {
  const note = randomUUID();
  let heard = false;
  const unsubscribe = there.subscribe("news", (told) => {
    heard ||= told === note;
  });
  await until(async () => {
    await here.publish("news", note);
    await sleep(10);
    return heard;
  });
  unsubscribe();
  return note;
}

function contract(open: () => Promise<Pair>): void {
  let pair: Pair;
  beforeAll(async () => {
    pair = await open();
  });
  afterAll(async () => {
    await Promise.all([pair.here.close(), pair.there.close()]);
  });

  test("what is published is heard by everybody who listens to the topic, here and there, once and in order", async () => {
    const heard: Record<string, string[]> = { here: [], alsoHere: [], there: [], otherTopic: [] };
    const { here, there } = pair;
    const unsubscribe = [
      here.subscribe("news", (note) => heard.here?.push(note)),
      here.subscribe("news", (note) => heard.alsoHere?.push(note)),
      there.subscribe("news", (note) => heard.there?.push(note)),
      there.subscribe("typing", (note) => heard.otherTopic?.push(note)),
    ];
    for (const note of ["c1:7", "c1:8", "ąę: ✓"]) await here.publish("news", note);
    await until(() => (heard.there?.length ?? 0) >= 3);
    const notes = ["c1:7", "c1:8", "ąę: ✓"];
    expect(heard).toEqual({ here: notes, alsoHere: notes, there: notes, otherTopic: [] });
    for (const end of unsubscribe) end();
  });

  test("who ended the subscription hears no more", async () => {
    const heard: string[] = [];
    const end = pair.there.subscribe("queue", (note) => heard.push(note));
    end();
    await pair.here.publish("queue", "a");
    await reaches(pair);
    expect(heard).toEqual([]);
  });

  test("a listener that throws disturbs neither the publisher nor the others", async () => {
    const heard: string[] = [];
    const ends = [
      pair.here.subscribe("typing", () => {
        throw new Error("zepsuty");
      }),
      pair.here.subscribe("typing", (note) => heard.push(note)),
    ];
    await pair.here.publish("typing", "c1");
    expect(heard).toEqual(["c1"]);
    for (const end of ends) end();
  });

  test("a limit lets so many through in its window, however many come at once, and no key counts for another", async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 ? pair.here : pair.there).take(key, 7, 60)),
    );
    expect(answers.filter(({ allowed }) => allowed)).toEqual(Array(7).fill({ allowed: true, retryAfterSeconds: 0 }));
    const { allowed, retryAfterSeconds } = await pair.here.take(key, 7, 60);
    expect(allowed).toBe(false);
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    expect((await pair.here.take(randomUUID(), 7, 60)).allowed).toBe(true);
  });

  test("when the window is over it begins anew", async () => {
    const key = randomUUID();
    expect((await pair.here.take(key, 1, 1)).allowed).toBe(true);
    expect(await pair.here.take(key, 1, 1)).toEqual({ allowed: false, retryAfterSeconds: 1 });
    await until(async () => (await pair.here.take(key, 1, 1)).allowed);
  });
}

describe("wake-ups and limits in memory", () => {
  contract(async () => {
    const alone = openMemoryBus({ log });
    return { here: alone, there: alone };
  });
});

describeIfRedis("wake-ups and limits through Redis", () => {
  const openPair = async (url = testRedisUrl, prefix = `test-${randomUUID()}`): Promise<Pair> => {
    const pair = { here: openRedis({ url, log, prefix }), there: openRedis({ url, log, prefix }) };
    await until(() => pair.here.healthy() && pair.there.healthy());
    return pair;
  };
  contract(openPair);

  test("installations with different prefixes do not hear each other", async () => {
    const [mine, other] = [await openPair(), await openPair()];
    const heard: string[] = [];
    other.there.subscribe("news", (note) => heard.push(note));
    const notes = [await reaches(mine), await reaches(other)];
    expect(new Set(heard)).toEqual(new Set(notes.slice(1)));
    for (const bus of [mine.here, mine.there, other.here, other.there]) await bus.close();
  });

  test("connections that are killed come back and hear again by themselves", async () => {
    const prefix = `test-${randomUUID()}`;
    const pair = await openPair(testRedisUrl, prefix);
    const admin = new Redis(testRedisUrl);
    const own = async () =>
      String(await admin.client("LIST"))
        .split("\n")
        .filter((line) => line.includes(`name=${prefix} `))
        .map((line) => Number(/^id=(\d+)/.exec(line)?.[1]));
    const before = await own();
    expect(before).toHaveLength(4);
    for (const id of before) await admin.client("KILL", "ID", id);
    await expect(pair.here.publish("news", "do nikogo")).resolves.toBeUndefined();
    await reaches(pair);
    await reaches({ here: pair.there, there: pair.here });
    expect((await own()).filter((id) => before.includes(id))).toEqual([]);
    await Promise.all([pair.here.close(), pair.there.close()]);
    admin.disconnect();
  });

  test("while Redis is away this process hears itself and counts by itself, and goes on when Redis is back", async () => {
    const way = await wayToRedis();
    const pair = await openPair(way.url);
    await way.close();
    await until(() => !pair.here.healthy());
    const heard: string[] = [];
    pair.here.subscribe("news", (note) => heard.push(note));
    await pair.here.publish("news", "c1:1");
    expect(heard).toEqual(["c1:1"]);
    const key = randomUUID();
    const answers = [await pair.here.take(key, 1, 60), await pair.here.take(key, 1, 60)];
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, false]);
    await way.open();
    await reaches(pair);
    expect(pair.here.healthy()).toBe(true);
    await Promise.all([pair.here.close(), pair.there.close()]);
    await way.close();
  });

  test("a Redis that falls silent holds nobody up, is noticed, and is used again when it speaks", async () => {
    const way = await wayToRedis();
    const pair = await openPair(way.url);
    way.freeze();
    const heard: string[] = [];
    pair.here.subscribe("news", (note) => heard.push(note));
    await pair.here.publish("news", "c1:1");
    expect(heard).toEqual(["c1:1"]);
    const key = randomUUID();
    const answers = [await pair.here.take(key, 1, 60), await pair.here.take(key, 1, 60)];
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, false]);
    await until(() => !pair.here.healthy() && !pair.there.healthy());
    way.thaw();
    await reaches(pair);
    await Promise.all([pair.here.close(), pair.there.close()]);
    await way.close();
  });
});

describe("wake-ups and limits without a Redis that answers", () => {
  const works = async (port: number) => {
    const bus = openRedis({ url: `redis://127.0.0.1:${port}`, log });
    const heard: string[] = [];
    bus.subscribe("news", (note) => heard.push(note));
    await bus.publish("news", "c1:1");
    expect(heard).toEqual(["c1:1"]);
    expect(await bus.take("key", 1, 60)).toEqual({ allowed: true, retryAfterSeconds: 0 });
    expect((await bus.take("key", 1, 60)).allowed).toBe(false);
    expect(bus.healthy()).toBe(false);
    await bus.close();
  };

  test("work within the process when nobody listens", () => works(1));

  test("work within the process when Redis accepts connections and says nothing", async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket));
    await works(await listen(silent));
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});

async function listen(server: Server, port = 0): Promise<number> {
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** A way to the real Redis that can be closed and opened again. */
async function wayToRedis() {
  const { hostname, port } = new URL(testRedisUrl);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    if (frozen) return void sockets.add(near);
    const far = connect(Number(port || 6379), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
      one.on("data", (bytes) => frozen || other.write(bytes));
    }
  });
  const ownPort = await listen(server);
  return {
    url: `redis://127.0.0.1:${ownPort}`,
    open: () => listen(server, ownPort),
    /** From now on nothing passes and nothing is closed. */
    freeze() {
      frozen = true;
    },
    /** New connections pass again. */
    thaw() {
      frozen = false;
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
        sockets.clear();
      }),
  };
}
