import type { Channel, House } from "./channels/channel";
import { channelsFor } from "./channels/index";
import type { Config } from "./config";
import type { Bus, Limiter } from "./conversation/bus";
import type { Log } from "./conversation/log";
import type { Intent } from "./conversation/understanding";
import { openDelivery } from "./delivery/deliver";
import { type Inbox, openInbox } from "./inbox/inbox";
import { fixedParts, type LiveParts, type Others } from "./liveParts";
import { createAddresses } from "./server/addresses";
import { createMetrics } from "./server/metrics";
import { createServer } from "./server/server";
import { formatNumber } from "./serviceRequests/number";
import { ensureAdministrator } from "./staff/administrator";
import { watchPresence } from "./staff/presence";
import { registerStaff } from "./staff/registerStaff";
import { openMemoryBus } from "./storage/memoryBus";
import { openRedis } from "./storage/redis";
import { openStorage, type Storage } from "./storage/storage";
import { greeting } from "./turn/greeting";
import { handleFailure, handleTurn } from "./turn/handleTurn";
import { namesIn } from "./turn/namesIn";
import type { Content, Parts } from "./turn/parts";
import { findServiceRequestIds } from "./understanding/findContacts";

export type AppOptions = {
  config: Config;
  /** Folder with `dialogs/` and `knowledge/`. */
  contentFolder: string;
  /** Folder with the built widget and pages. */
  webFolder: string;
  /** What is made of that folder: as it is now for ever, or as editors change it. */
  parts: Parts | LiveParts;
  log: Log;
  now(): Date;
};

export type App = {
  port: number;
  database: Storage["kind"];
  /** Set when nobody could log in until now. */
  administrator?: { login: string; oneTimePassword: string };
  close(): Promise<void>;
};

/** Joins the rooms and starts serving; the only place that knows them all. Read it top down to see how the house is built. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log, now } = options;
  const live = "current" in options.parts ? options.parts : fixedParts(options.parts, options.contentFolder);
  // A turn asks once and keeps to the end what it got.
  const parts = () => live.current().parts;
  const wakeUps: Bus & Limiter = config.REDIS_URL ? openRedis({ url: config.REDIS_URL, log }) : openMemoryBus();
  let wakeDelivery = (): void => {};
  const onNews = (conversationId: string, seq: number): void => {
    void wakeUps.publish("news", `${conversationId}:${seq}`);
    wakeDelivery();
  };
  const tellDesk = (conversationId: string) => void wakeUps.publish("queue", conversationId);
  const storage = await openStorage({
    databaseUrl: config.DATABASE_URL,
    dataFolder: config.DATA_FOLDER,
    poolSize: config.DATABASE_POOL,
    log,
    formatNumber,
    onNews,
    onAlert: tellDesk,
  });
  const presence = await watchPresence({
    presence: storage.staff.presence,
    get hours() {
      return live.current().hours;
    },
    bus: wakeUps,
    log,
    now,
  });
  const metrics = createMetrics({ pending: async () => (await storage.turns.withPending(now(), 10_000)).length });

  const inbox = openInbox({
    turns: storage.turns,
    handleTurn: (turn) => handleTurn(turn, parts()),
    giveUp: (turn) => handleFailure(turn, parts()),
    mentioned: findServiceRequestIds,
    desk: presence.desk,
    log,
    now,
    atOnce: config.DATABASE_URL ? Math.max(1, config.DATABASE_POOL - 2) : 1,
    onTurn: metrics.turn,
    onDecision: metrics.decision,
    onQueue: tellDesk,
  });

  const addresses = createAddresses({ trustedProxies: config.TRUSTED_PROXIES, publicUrl: config.PUBLIC_URL });
  const secret = config.TOKEN_SECRET ?? (await storage.secret("tokens"));
  const channels = channelsFor({ config, secret, addresses, metrics });
  const delivery = openDelivery({ outbox: storage.outbox, channels, log, now });
  wakeDelivery = delivery.wake;
  const house = houseOf(storage, inbox, { bus: wakeUps, limiter: wakeUps, log, now });
  const staff = {
    store: storage.staff,
    bus: wakeUps,
    log,
    now,
    addresses,
    files: storage.files,
    get names() {
      return namesIn(parts().content);
    },
    knows: (intent: Intent) => isKnown(intent, parts().content),
  };
  const server = createServer({
    host: config.HOST,
    port: config.PORT,
    addresses,
    metrics,
    metricsToken: config.METRICS_TOKEN,
    readiness: [
      { name: "database", required: true, check: storage.answers },
      { name: "wake_ups", required: false, check: async () => wakeUps.healthy() },
    ],
    staticFolder: options.webFolder,
    routes: [
      ...channels.map(
        (channel: Channel) => (http: Parameters<Channel["register"]>[0]) => channel.register(http, house),
      ),
      (http) => registerStaff(http, staff),
    ],
    log,
  });
  const { port } = await server.listen();
  live.join(othersOn(wakeUps));
  const administrator = await ensureAdministrator(storage.staff.accounts, now());

  return {
    port,
    database: storage.kind,
    ...(administrator && { administrator }),
    // From the door inwards: no new callers, then the turns that run, then what they write to.
    async close() {
      await server.close();
      await inbox.close();
      await delivery.close();
      presence.close();
      live.close();
      await wakeUps.close();
      await storage.close();
    },
  };
}

function houseOf(storage: Storage, inbox: Inbox, rest: Pick<House, "bus" | "limiter" | "log" | "now">): House {
  const { conversations, files } = storage;
  return { ...rest, conversations, files, accept: inbox.accept, greeting };
}

/** Processes tell each other that content changed. */
function othersOn(bus: Bus): Others {
  return {
    tell: (version) => void bus.publish("content", version),
    hear: (told) => void bus.subscribe("content", told),
  };
}

/** Whether editors' files hold what the intent names. */
function isKnown({ kind, id }: Intent, { articles, services, dialogs, smallTalk, outside }: Content): boolean {
  const named = { article: articles, service: services, dialog: dialogs.dialogs, talk: smallTalk, outside };
  return named[kind].has(id);
}
