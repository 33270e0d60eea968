import { randomUUID } from "node:crypto";
import Redis, { type Result } from "ioredis";
import type { Bus, Limiter, Topic } from "../conversation/bus";
import type { Log } from "../conversation/log";
import { hearersOf } from "./hearers";
import { memoryLimiter } from "./memoryLimiter";

const topics: Topic[] = ["news", "changed", "typing", "viewing", "queue", "content", "office", "requests"];

/** A resident does not wait for Redis: what takes longer goes on without it. */
const ANSWER_WITHIN_MS = 300;
/** A connection on which nothing comes back is given up and made anew. */
const SILENT_AT_MOST_MS = 2_000;
const BEAT_EVERY_MS = 2_000;
const LONGEST_PAUSE_MS = 2_000;

// A window begins with the first use of its key and ends by itself.
const COUNT_IN_WINDOW = `
  local count = redis.call('INCR', KEYS[1])
  if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
  return { count, redis.call('PTTL', KEYS[1]) }`;

declare module "ioredis" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: a type cannot be added to
  interface RedisCommander<Context> {
    countInWindow(key: string, windowMs: number): Result<[count: number, endsInMs: number], Context>;
  }
}

export type RedisOptions = {
  url: string;
  log: Log;
  /** Keeps installations that share one Redis apart. */
  prefix?: string;
};

/**
 * Wake-ups and limits for several processes. Redis may be away at any time: then this process still hears itself and
 * counts by itself, and as soon as Redis is back everything goes on by itself.
 */
export function openRedis({ url, log, prefix = "hejnal" }: RedisOptions): Bus & Limiter {
  const hearers = hearersOf(log);
  const alone = memoryLimiter(Date.now);
  const self = randomUUID();
  const commands = connect(url, prefix, log);
  const subscriber = connect(url, prefix, log);
  let subscribed = false;

  commands.defineCommand("countInWindow", { numberOfKeys: 1, lua: COUNT_IN_WINDOW });
  subscriber.on("ready", async () => {
    try {
      await subscriber.subscribe(...topics.map((topic) => `${prefix}:${topic}`));
      subscribed = true;
    } catch {
      subscriber.disconnect(true);
    }
  });
  subscriber.on("close", () => {
    subscribed = false;
  });
  subscriber.on("message", (channel, message) => {
    const topic = topics.find((name) => channel === `${prefix}:${name}`);
    const [sender, note] = [message.slice(0, self.length), message.slice(self.length)];
    if (topic && sender !== self) hearers.tell(topic, note);
  });
  // A subscriber sends nothing by itself, so without this it would not notice that nobody is at the other end.
  const beat = setInterval(() => {
    for (const connection of [commands, subscriber]) connection.ping().catch(() => {});
  }, BEAT_EVERY_MS).unref();

  return {
    async publish(topic, note) {
      hearers.tell(topic, note);
      await commands.publish(`${prefix}:${topic}`, self + note).catch(() => {});
    },
    subscribe: hearers.add,
    healthy: () => commands.status === "ready" && subscribed,
    async take(key, most, windowSeconds) {
      try {
        const [count, endsInMs] = await commands.countInWindow(
          `${prefix}:limit:${key}`,
          Math.round(windowSeconds * 1000),
        );
        const allowed = count <= most;
        return { allowed, retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil(endsInMs / 1000)) };
      } catch {
        return alone.take(key, most, windowSeconds);
      }
    },
    async close() {
      clearInterval(beat);
      hearers.clear();
      commands.disconnect();
      subscriber.disconnect();
    },
  };
}

function connect(url: string, connectionName: string, log: Log): Redis {
  const redis = new Redis(url, {
    connectionName,
    enableOfflineQueue: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: ANSWER_WITHIN_MS,
    socketTimeout: SILENT_AT_MOST_MS,
    disconnectTimeout: 500,
    retryStrategy: (attempt) => Math.min(50 * 2 ** (attempt - 1), LONGEST_PAUSE_MS),
  });
  let away = false;
  redis.on("error", (error) => {
    if (!away) log.warn("redis_away", { error: error.message });
    away = true;
  });
  redis.on("ready", () => {
    if (away) log.info("redis_back");
    away = false;
  });
  return redis;
}
