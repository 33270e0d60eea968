import { join } from "node:path";
import { registerApp } from "./api/app/registerApp";
import { registerApi } from "./api/registerApi";
import type { Channel, House } from "./channels/channel";
import type { Config } from "./config";
import { continueAt } from "./continueAt";
import type { Bus, Limiter } from "./conversation/bus";
import type { Language } from "./conversation/language";
import type { Log } from "./conversation/log";
import { openDelivery } from "./delivery/deliver";
import { openIntake } from "./delivery/intake";
import { openMailer } from "./delivery/mailer";
import { openTyping } from "./delivery/typing";
import { followFiles } from "./fileChanges";
import { filesAt } from "./filesAt";
import { apiContent } from "./forApi";
import { staffContent, staffSettings } from "./forStaff";
import { type Inbox, openInbox } from "./inbox/inbox";
import { prepareSearch } from "./knowledge/findArticles";
import { limitsOf } from "./limitsOf";
import { openLiveContent } from "./liveContent";
import type { Learning } from "./loadParts";
import { mapOf } from "./mapOf";
import { openChannels } from "./openChannels";
import { openPlaces } from "./openPlaces";
import { openLocate } from "./places/locate";
import { requestRoutes } from "./requestRoutes";
import { openRequestWork } from "./requestWork";
import { createAddresses } from "./server/addresses";
import { createMetrics } from "./server/metrics";
import { createServer } from "./server/server";
import { type Acting, openActing, openDeciding } from "./serviceRequests/acting";
import { openOffice } from "./serviceRequests/liveOffice";
import { formatNumber } from "./serviceRequests/number";
import { ensureAdministrator } from "./staff/administrator";
import type { StaffParts } from "./staff/parts";
import { watchPresence } from "./staff/presence";
import { openQueueKeeper } from "./staff/queueKeeper";
import { registerStaff } from "./staff/registerStaff";
import { residentLeaves } from "./staff/residentLeaves";
import { openSearchIndex } from "./staff/searchIndex";
import { openScheduler } from "./staff/studio/scheduler";
import { openMemoryBus } from "./storage/memoryBus";
import { openRedis } from "./storage/redis";
import { openStorage, type Storage } from "./storage/storage";
import { openStudio } from "./studioWork";
import { greeting } from "./turn/greeting";
import { handleFailure, handleTurn } from "./turn/handleTurn";
import type { Parts } from "./turn/parts";
import { findServiceRequestIds } from "./understanding/findContacts";

export type AppOptions = {
  config: Config;
  /** Folder with `dialogs/` and `knowledge/`. */
  contentFolder: string;
  /** Folder with the built widget and pages. */
  webFolder: string;
  /** Where what was learnt is kept, and how often the bot may be wrong. */
  learning?: Learning;
  /** What was made of that folder already. */
  parts?: Parts;
  /** Ways in and out beside those of the settings, or instead of them. */
  channels?: Channel[];
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
  const wakeUps: Bus & Limiter = config.REDIS_URL ? openRedis({ url: config.REDIS_URL, log }) : openMemoryBus();
  let wakeDelivery = (): void => {};
  const onNews = (conversationId: string, seq: number): void => {
    void wakeUps.publish("news", `${conversationId}:${seq}`);
    wakeDelivery();
  };
  // Without an address of its own it is the machine's, at the port that is known once it listens.
  let ownUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const tellDesk = (conversationId: string) => void wakeUps.publish("queue", conversationId);
  const tellChanged = (conversationId: string) => void wakeUps.publish("changed", conversationId);
  const storage = await openStorage({
    databaseUrl: config.DATABASE_URL,
    dataFolder: config.DATA_FOLDER,
    poolSize: config.DATABASE_POOL,
    filesAt: filesAt(config),
    log,
    formatNumber,
    pageUrl: (pageKey) => `${ownUrl}/sprawa/${pageKey}`,
    patience: staffSettings(config),
    decideAct: (...acted) => openDeciding(names)(...acted),
    onNews,
    onAlert: tellDesk,
    onDelivery: tellChanged,
    now,
  });
  const live = await openLiveContent({
    store: storage.content,
    folder: options.contentFolder,
    learning: options.learning ?? {},
    given: options.parts,
    bus: wakeUps,
    log,
    now,
  });
  const unfollow = options.parts
    ? () => {}
    : await followFiles({
        store: storage.content,
        live,
        folder: options.contentFolder,
        whenChanged: config.FILE_CHANGES,
        log,
        now,
      });
  const office = await openOffice({
    store: storage.office,
    durations: storage.requests.durations,
    defaults: () => live.current().parts.content.officeDefaults,
    bus: wakeUps,
    log,
    now,
  });
  // A turn asks once and keeps to the end what it got.
  const elsewhere = continueAt(config);
  const parts = (): Parts => ({ ...live.current().parts, office: office.current(), continueAt: elsewhere });
  const names = () => ({ ...parts().content, office: office.current() });
  const act = openActing({ store: storage.requests, names, now });
  const acting: Acting = async (id, ...rest) => {
    const done = await act(id, ...rest);
    if (!("refused" in done)) void wakeUps.publish("requests", id);
    return done;
  };
  const presence = await watchPresence({
    presence: storage.staff.presence,
    queue: storage.staff.queue,
    get hours() {
      return live.current().hours;
    },
    bus: wakeUps,
    log,
    now,
  });
  const { gazetteer, geocoder } = openPlaces(config, log);
  const metrics = createMetrics({ pending: async () => (await storage.turns.withPending(now(), 10_000)).length });

  const inbox = openInbox({
    turns: storage.turns,
    handleTurn: (turn) => handleTurn(turn, parts()),
    giveUp: (turn) => handleFailure(turn, parts()),
    mentioned: findServiceRequestIds,
    desk: presence.desk,
    locate: openLocate({ gazetteer, geocoder }),
    log,
    now,
    atOnce: config.DATABASE_URL ? Math.max(1, config.DATABASE_POOL - 2) : 1,
    onTurn: metrics.turn,
    onDecision: metrics.decision,
    onQueue: tellDesk,
    onRequest: () => void wakeUps.publish("requests", ""),
  });

  const addresses = createAddresses({ trustedProxies: config.TRUSTED_PROXIES, publicUrl: config.PUBLIC_URL });
  const secret = config.TOKEN_SECRET ?? (await storage.secret("tokens"));
  const { channels, ...opened } = openChannels({
    ...{ config, secret, addresses, metrics, storage, limiter: wakeUps, log, now },
    publicUrl: () => ownUrl,
    given: options.channels ?? [],
  });
  const { outbox, files, events } = storage;
  const outgoing = { outbox, channels, limiter: wakeUps, files, log, now };
  const delivery = openDelivery({ ...outgoing, onChange: tellChanged });
  const intake = openIntake({ events, channels, log, now });
  wakeDelivery = delivery.wake;
  const endTyping = openTyping({ channels, outbox, bus: wakeUps, limiter: wakeUps, log });
  const shown = (some: Parts) => staffContent({ ...some, office: office.current() }, gazetteer);
  const studio = openStudio({
    store: storage.content,
    live,
    shown,
    regression: storage.staff.regression,
    recentTexts: storage.recentTexts,
    now,
  });
  const staff: StaffParts = {
    store: storage.staff,
    bus: wakeUps,
    log,
    now,
    addresses,
    files: storage.files,
    requests: storage.requests,
    deliveries: storage.deliveries,
    acting,
    office: { ...storage.office, changed: office.changed },
    apiKeys: storage.apiKeys,
    content: () => shown(parts()),
    studio,
    settings: staffSettings(config),
    limitsOf: limitsOf(channels, now),
    secret,
  };
  const leave = (conversationId: string) => residentLeaves(conversationId, staff);
  const greet = (language: Language) => greeting(language, parts().content);
  const { receive } = intake;
  const house = houseOf(storage, inbox, { bus: wakeUps, limiter: wakeUps, log, now, receive, leave, greeting: greet });
  prepareSearch(staff.content());
  const queueKeeper = openQueueKeeper(staff);
  const searchIndex = openSearchIndex(staff);
  const scheduler = openScheduler(staff);
  const mailer = openMailer({ mails: storage.mails, url: config.SMTP_URL, from: config.MAIL_FROM, log, now });
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
    tiles: mapOf(config)?.origin,
    routes: [
      ...channels.map(
        (channel: Channel) => (http: Parameters<Channel["register"]>[0]) => channel.register(http, house),
      ),
      (http) => registerStaff(http, staff),
      (http) =>
        registerApp(http, {
          house,
          devices: storage.appDevices,
          apiKeys: storage.apiKeys,
          requests: storage.requests,
          acting,
          names,
          places: { ...geocoder, insideCity: gazetteer.insideCity },
          pageUrl: (pageKey) => `${ownUrl}/sprawa/${pageKey}`,
          clientAddress: addresses.clientAddress,
        }),
      (http) =>
        registerApi(http, {
          content: () => apiContent(parts(), now),
          apiKeys: storage.apiKeys,
          limiter: wakeUps,
          clientAddress: addresses.clientAddress,
          log,
          now,
        }),
      ...requestRoutes({
        storage,
        house,
        config,
        acting,
        names,
        secret,
        publicUrl: () => ownUrl,
        places: { ...geocoder, insideCity: gazetteer.insideCity },
        servicesFolder: join(options.contentFolder, "dialogs/services"),
        limiter: wakeUps,
        addresses,
        log,
        now,
      }),
    ],
    log,
  });
  intake.start(house);
  const { port } = await server.listen();
  ownUrl = config.PUBLIC_URL ?? `http://localhost:${port}`;
  const requestWork = openRequestWork({ storage, house, config, acting, names, secret, publicUrl: ownUrl, log, now });
  wakeUps.subscribe("requests", requestWork.wake);
  const administrator = await ensureAdministrator(storage.staff.accounts, now());

  return {
    port,
    database: storage.kind,
    ...(administrator && { administrator }),
    // From the door inwards: no new callers, then the turns that run, then what they write to.
    async close() {
      await server.close();
      await intake.close();
      await inbox.close();
      await queueKeeper.close();
      await searchIndex.close();
      await scheduler.close();
      await requestWork.close();
      await mailer.close();
      endTyping();
      await delivery.close();
      opened.close();
      presence.close();
      studio.close();
      unfollow();
      live.close();
      office.close();
      await wakeUps.close();
      await storage.close();
    },
  };
}

function houseOf(
  storage: Storage,
  inbox: Inbox,
  rest: Pick<House, "bus" | "limiter" | "log" | "now" | "receive" | "leave" | "greeting">,
): House {
  const { conversations, files, receipts, answeredElsewhere } = storage;
  return { ...rest, conversations, files, receipts, answeredElsewhere, accept: inbox.accept };
}
