import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Channel, House } from "../../../src/channels/channel";
import type { Outcome } from "../../../src/conversation/outcome";
import type { Reply } from "../../../src/conversation/reply";
import { openDelivery } from "../../../src/delivery/deliver";
import { openIntake } from "../../../src/delivery/intake";
import { openInbox } from "../../../src/inbox/inbox";
import { residentLeaves } from "../../../src/staff/residentLeaves";
import { openMemoryBus } from "../../../src/storage/memoryBus";
import { openRedis } from "../../../src/storage/redis";
import { openStorage, type Storage } from "../../../src/storage/storage";
import type { Turn } from "../../../src/turn/handleTurn";
import { freshEmbedded, freshPostgreSql } from "../../databases";
import { testRedisUrl } from "../../reachable";
import { eventually } from "./client";

export type RealHouse = House & {
  storage: Storage;
  /** What the platforms' events and our answers wait for; as soon as nothing is left of either. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

export type Behaviour = {
  /** The channels it is the house of; their events are handled and what is said is brought to them. */
  channels?: Channel[];
  /** What the bot answers; without it it repeats what it hears. */
  answer?(turn: Turn): Reply[];
  now?(): Date;
  /** Sooner than the real ones, so that tests need not wait. */
  settleMs?: number;
  retrySeconds?(attempt: number): number;
  /** So many times faster goes the time in which what may be done how often is counted. */
  hurry?: number;
};

const log = { info() {}, warn() {}, error() {} };

/** The house on its real store, whose bot repeats what it hears. */
async function openHouse(
  where: { databaseUrl: string | undefined; dataFolder: string; redisPrefix?: string },
  { channels = [], answer = repeat, now = () => new Date(), settleMs, retrySeconds, hurry = 1 }: Behaviour = {},
): Promise<RealHouse> {
  const { redisPrefix: prefix } = where;
  let wakeDelivery = (): void => {};
  const wakeUps =
    prefix === undefined
      ? openMemoryBus({ now: () => Date.now() * hurry })
      : openRedis({ url: testRedisUrl, prefix, log });
  const storage = await openStorage({
    ...where,
    log,
    formatNumber: (year, count) => `KR-${year}-${count}`,
    onNews: (id, seq) => {
      void wakeUps.publish("news", `${id}:${seq}`);
      wakeDelivery();
    },
    now,
  });
  const inbox = openInbox({
    turns: storage.turns,
    handleTurn: (turn) => outcomeOf(turn, turn.conversation.speaker === "bot" ? answer(turn) : []),
    giveUp: () => {
      throw new Error("the turn of this test never fails");
    },
    mentioned: () => [],
    desk: () => ({ open: false, present: 0, free: 0 }),
    log,
    now,
    atOnce: where.databaseUrl ? 4 : 1,
  });
  const { outbox, events, files, receipts, answeredElsewhere } = storage;
  const patience = { everyMs: 50, ...(retrySeconds && { retrySeconds }) };
  const delivery = openDelivery({ outbox, channels, limiter: wakeUps, files, log, now, ...patience });
  wakeDelivery = delivery.wake;
  const intake = openIntake({ events, channels, log, now, ...patience, ...(settleMs !== undefined && { settleMs }) });
  const house: RealHouse = {
    storage,
    receive: intake.receive,
    receipts,
    answeredElsewhere,
    conversations: storage.conversations,
    accept: inbox.accept,
    leave: (id) => residentLeaves(id, { store: storage.staff, bus: wakeUps, log, now }),
    files,
    bus: wakeUps,
    limiter: wakeUps,
    log,
    now,
    greeting: () => ({ text: "Dzień dobry. Jestem automatem." }),
    async settled() {
      const names = channels.map(({ name }) => name);
      await eventually(async () => {
        const { rows } = await sql<{ left: number }>`select (
            (select count(*) from channel_events where state = 'due' and channel = any(${names}::text[]))
            + (select count(*) from entries where state = 'pending')
            + (select count(*) from outbox where state = 'due' and channel = any(${names}::text[])))::int as left`.execute(
          storage.db,
        );
        return rows[0]?.left === 0;
      });
    },
    async close() {
      await intake.close();
      await inbox.close();
      await delivery.close();
      await wakeUps.close();
      await storage.close();
    },
  };
  intake.start(house);
  return house;
}

/** These replies, whose last buttons are remembered as offered. */
function outcomeOf({ conversation: { speaker, memory } }: Turn, replies: Reply[]): Outcome {
  const offered = replies.at(-1)?.choices ?? [];
  return { speaker, memory: { ...memory, offered }, replies, effects: [], record: emptyRecord };
}

const emptyRecord: Outcome["record"] = {
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
};

const repeat = ({ message }: Turn): Reply[] => [
  { text: `Słyszę: ${message.text || "(nic)"}`, choices: [{ title: "Człowiek", wish: { kind: "human" } }] },
];

/** One process with an embedded database of its own. */
export async function embeddedHouse(behaviour: Behaviour = {}): Promise<RealHouse> {
  const fresh = await freshEmbedded();
  const house = await openHouse(fresh.options, behaviour);
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
