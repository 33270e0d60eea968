import { randomUUID } from "node:crypto";
import type { House } from "../../../src/channels/channel";
import type { Outcome } from "../../../src/conversation/outcome";
import { openInbox } from "../../../src/inbox/inbox";
import { residentLeaves } from "../../../src/staff/residentLeaves";
import { openMemoryBus } from "../../../src/storage/memoryBus";
import { openRedis } from "../../../src/storage/redis";
import { openStorage, type Storage } from "../../../src/storage/storage";
import { freshEmbedded, freshPostgreSql } from "../../databases";
import { testRedisUrl } from "../../reachable";

export type RealHouse = House & { storage: Storage; close(): Promise<void> };

const log = { info() {}, warn() {}, error() {} };

/** The house on its real store, whose bot repeats what it hears. */
async function openHouse(where: {
  databaseUrl: string | undefined;
  dataFolder: string;
  redisPrefix?: string;
}): Promise<RealHouse> {
  const { redisPrefix: prefix } = where;
  const wakeUps = prefix === undefined ? openMemoryBus() : openRedis({ url: testRedisUrl, prefix, log });
  const storage = await openStorage({
    ...where,
    log,
    formatNumber: (year, count) => `KR-${year}-${count}`,
    onNews: (id, seq) => void wakeUps.publish("news", `${id}:${seq}`),
  });
  const inbox = openInbox({
    turns: storage.turns,
    handleTurn: ({ conversation, message }): Outcome => ({
      speaker: "bot",
      memory: conversation.memory,
      replies: [
        { text: `Słyszę: ${message.text || "(nic)"}`, choices: [{ title: "Człowiek", wish: { kind: "human" } }] },
      ],
      effects: [],
      record: {
        understanding: {
          maskedText: "",
          language: "pl",
          candidates: [],
          confidence: 0,
          knownWords: 0,
          telling: [],
          alarm: 0,
          vague: false,
          onlyAspect: false,
          question: false,
          entities: { serviceRequestIds: [], lines: [], plates: [] },
        },
        found: [],
        decided: { decision: { kind: "ask_to_rephrase" }, because: "a test", rejected: [] },
        bands: { answer: 0.8, start: 0.6, offer: 0.1, human: 0.4, danger: 0.3 },
        contentVersion: "test",
        modelVersion: "1",
      },
    }),
    giveUp: () => {
      throw new Error("the turn of this test never fails");
    },
    mentioned: () => [],
    desk: () => ({ open: false, present: 0, free: 0 }),
    log,
    now: () => new Date(),
    atOnce: 4,
  });
  return {
    storage,
    conversations: storage.conversations,
    accept: inbox.accept,
    leave: (id) => residentLeaves(id, { store: storage.staff, bus: wakeUps, log, now: () => new Date() }),
    files: storage.files,
    bus: wakeUps,
    limiter: wakeUps,
    log,
    now: () => new Date(),
    greeting: () => ({ text: "Dzień dobry. Jestem automatem." }),
    async close() {
      await inbox.close();
      await wakeUps.close();
      await storage.close();
    },
  };
}

/** One process with an embedded database of its own. */
export async function embeddedHouse(): Promise<RealHouse> {
  const fresh = await freshEmbedded();
  const house = await openHouse(fresh.options);
  return {
    ...house,
    async close() {
      await house.close();
      await fresh.drop();
    },
  };
}

/** Two processes' worth of houses that share a PostgreSQL schema of their own, and Redis. */
export async function twoHouses(): Promise<{ houses: [RealHouse, RealHouse]; close(): Promise<void> }> {
  const fresh = await freshPostgreSql();
  const redisPrefix = randomUUID();
  const open = () => openHouse({ ...fresh.options, redisPrefix });
  const houses: [RealHouse, RealHouse] = [await open(), await open()];
  return {
    houses,
    async close() {
      await Promise.all(houses.map((house) => house.close()));
      await fresh.drop();
    },
  };
}
