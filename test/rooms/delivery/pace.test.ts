import type { Channel, Delivery } from "../../../src/channels/channel";
import type { Limiter } from "../../../src/conversation/bus";
import { openPace } from "../../../src/delivery/pace";
import { openTyping } from "../../../src/delivery/typing";
import { openMemoryBus } from "../../../src/storage/memoryBus";
import { memoryLimiter } from "../../../src/storage/memoryLimiter";
import { eventually } from "../../contracts/channels/client";

const log = { info() {}, warn() {}, error() {} };

function channelWith(changes: Partial<Channel>, pace: { perSecond: number; perRecipient?: object }): Channel {
  const plain = { textLength: 100, marks: "none", typing: true, receipts: "none", sentOnce: false } as const;
  const perRecipient = { most: 2, seconds: 10 };
  const capabilities = { ...plain, pace: { perSecond: pace.perSecond, ...(pace.perRecipient && { perRecipient }) } };
  return { name: "test", capabilities: () => capabilities, register: () => async () => {}, ...changes };
}

function deliveryTo(conversationId: string): Delivery {
  const entry = { conversationId, seq: 1, id: "e", at: new Date(), author: "bot" as const, text: "x" };
  return { id: "d", address: 1, entry, attempt: 1, language: "pl", sentParts: 0 };
}

/** A limiter whose clock goes on by 10 ms whenever it is asked, and when it let something through. */
function countedLimiter(): Limiter & { through: { key: string; at: number }[] } {
  let at = 0;
  const through: { key: string; at: number }[] = [];
  const { take } = memoryLimiter(() => at);
  return {
    through,
    async take(key, most, seconds) {
      at += 10;
      const now = at;
      const answer = await take(key, most, seconds);
      if (answer.allowed) through.push({ key, at: now });
      return answer;
    },
  };
}

test("no second holds more than the platform allows, wherever it begins, over two processes", async () => {
  const limiter = countedLimiter();
  const channel = channelWith({}, { perSecond: 30 });
  const paces = [openPace(limiter), openPace(limiter)];
  const all = Array.from({ length: 60 }, (_, at) => paces[at % 2]?.(channel, deliveryTo(`c${at}`)));
  await Promise.all(all);
  const times = limiter.through.map(({ at }) => at);
  expect(times).toHaveLength(60);
  for (const begins of times)
    expect(times.filter((at) => at >= begins && at < begins + 1000).length).toBeLessThanOrEqual(30);
});

test("one resident gets no more than they may, and the others do not wait for that", async () => {
  const limiter = countedLimiter();
  const channel = channelWith({}, { perSecond: 1_000, perRecipient: {} });
  const pace = openPace(limiter);
  const done: string[] = [];
  const names = ["anna", "anna", "anna", "jan"];
  // The third to Anna would wait for ten seconds of this clock.
  const waits = names.map((name) => pace(channel, deliveryTo(name)).then(() => done.push(name)));
  await Promise.all([waits[0], waits[1], waits[3]]);
  expect(done.sort()).toEqual(["anna", "anna", "jan"]);
  for (let at = 0; at < 1_000; at += 1) await limiter.take("time goes on", 1, 1);
  await waits[2];
  expect(done).toHaveLength(4);
});

test("that a consultant writes is shown once in a while over two processes, and only that", async () => {
  const bus = openMemoryBus();
  const shown: unknown[] = [];
  const channels = [channelWith({ showTyping: async (address) => void shown.push(address) }, { perSecond: 1 })];
  const asked: string[] = [];
  const outbox = {
    async addressOf(id: string) {
      asked.push(id);
      return id === "nobody's" ? undefined : { channel: id === "web" ? "directline" : "test", address: { of: id } };
    },
  };
  const parts = { channels, outbox, bus, limiter: bus, log };
  const [end, endOther] = [openTyping(parts), openTyping(parts)];
  for (const note of ["a:b:consultant", "a:b:consultant", "a:b:resident", "nobody's:consultant", "web:consultant"])
    await bus.publish("typing", note);
  await eventually(() => asked.length === 3 && shown.length === 1);
  expect(asked).toEqual(["a:b", "nobody's", "web"]);
  expect(shown).toEqual([{ of: "a:b" }]);
  end();
  endOther();
  await bus.publish("typing", "later:consultant");
  expect(asked).toHaveLength(3);
});
