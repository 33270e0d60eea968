import { randomUUID } from "node:crypto";
import type { Bus } from "../../../src/conversation/bus";
import { emptyMemory, type HandoffReason, type Memory, type Speaker } from "../../../src/conversation/conversation";
import type { NewWaiting, Outcome } from "../../../src/conversation/outcome";
import { createAddresses } from "../../../src/server/addresses";
import { createMetrics } from "../../../src/server/metrics";
import { createServer } from "../../../src/server/server";
import { openActing } from "../../../src/serviceRequests/acting";
import { openOffice } from "../../../src/serviceRequests/liveOffice";
import { formatNumber } from "../../../src/serviceRequests/number";
import type { Role } from "../../../src/staff/account";
import type { Skills } from "../../../src/staff/doors";
import type { StaffParts, StaffSettings } from "../../../src/staff/parts";
import { hashPassword } from "../../../src/staff/password";
import { registerStaff } from "../../../src/staff/registerStaff";
import { openMemoryBus } from "../../../src/storage/memoryBus";
import { openStorage, type Storage } from "../../../src/storage/storage";
import { freshEmbedded, freshPostgreSql } from "../../databases";
import { houseStudio } from "./houseStudio";
import { type Person, visitor } from "./person";
import { staffContent } from "./staffContent";

/** A contact centre for tests: real store, real server, a clock that can be moved, wake-ups within the process. */
export type StaffHouse = {
  storage: Storage;
  url: string;
  bus: Bus;
  /** What the staff room got, for keepers and workers that are started by hand. */
  parts: StaffParts;
  logged: { event: string; fields: Record<string, unknown> }[];
  now(): Date;
  passes(milliseconds: number): void;
  /** Somebody without a session. */
  visitor(): Person;
  /** Somebody with an account and a settled password, logged in. */
  hires(role: Role, name?: string, skills?: Partial<Skills>): Promise<Person>;
  /** A conversation in which the resident said these things; each has been through a turn. */
  conversation(given?: Given): Promise<string>;
  says(conversationId: string, text: string, outcome?: Partial<Outcome>): Promise<number>;
  close(): Promise<void>;
};

type Given = {
  speaker?: Speaker;
  said?: string[];
  memory?: Partial<Memory>;
  reason?: HandoffReason;
  channel?: string;
  /** The same words for the same resident. */
  residentId?: string;
  /** What the queue knows of the matter. */
  waiting?: NewWaiting;
};

export type HouseOptions = { publicUrl?: string; staticFolder?: string; settings?: Partial<StaffSettings> } & Partial<
  Pick<StaffParts, "limitsOf">
>;

const settings: StaffSettings = {
  offerSeconds: 45,
  silentSeconds: 300,
  waitAlarmSeconds: 600,
  secondFactorFor: [],
  twoPeople: false,
  importHosts: [],
  uploadMegabytes: 10,
  mail: true,
};

export const PASSWORD = "spokojne-poranki-nad-Wisłą";

export async function openStaffHouse(
  database: "postgresql" | "embedded" = "embedded",
  options: HouseOptions = {},
): Promise<StaffHouse> {
  const fresh = database === "embedded" ? await freshEmbedded() : await freshPostgreSql();
  const bus = openMemoryBus();
  const storage = await openStorage({
    ...fresh.options,
    onNews: (id, seq) => void bus.publish("news", `${id}:${seq}`),
    onAlert: (id) => void bus.publish("queue", id),
    log: { info() {}, warn() {}, error() {} },
    formatNumber,
  });
  const logged: StaffHouse["logged"] = [];
  const note = (event: string, fields: Record<string, unknown> = {}) => void logged.push({ event, fields });
  const log = { info: note, warn: note, error: note };
  let shift = 0;
  const now = () => new Date(Date.now() + shift);
  const addresses = createAddresses({ trustedProxies: 1, publicUrl: options.publicUrl });
  const passwordHash = await hashPassword(PASSWORD);
  const office = await openOffice({
    store: storage.office,
    durations: storage.requests.durations,
    defaults: () => staffContent().office,
    ...{ bus, log, now },
  });
  const content = () => ({ ...staffContent(), office: office.current() });
  const studio = houseStudio({ storage, bus, log, now });
  const parts: StaffParts = {
    studio,
    store: storage.staff,
    files: storage.files,
    requests: storage.requests,
    deliveries: storage.deliveries,
    acting: openActing({ store: storage.requests, names: content, now }),
    office: { ...storage.office, changed: office.changed },
    apiKeys: storage.apiKeys,
    bus,
    log,
    now,
    addresses,
    content,
    settings: { ...settings, publicUrl: options.publicUrl, ...options.settings },
    limitsOf: options.limitsOf ?? (() => undefined),
    secret: "tajemnica-tylko-do-testów",
  };
  const server = createServer({
    host: "127.0.0.1",
    port: 0,
    addresses,
    metrics: createMetrics(),
    readiness: [],
    ...(options.staticFolder && { staticFolder: options.staticFolder }),
    routes: [(restify) => registerStaff(restify, parts)],
    log,
  });
  const { port } = await server.listen();
  const url = `http://127.0.0.1:${port}`;
  const channels = new Map<string, string>();
  const says = async (conversationId: string, text: string, outcome: Partial<Outcome> = {}) => {
    const channel = channels.get(conversationId) ?? "web";
    const arrival = { conversationId, channel, externalId: randomUUID(), text, attachments: [] };
    const { seq } = await storage.turns.accept(arrival, now());
    await storage.turns.runNext(conversationId, async ({ conversation }) => turnOn(text, conversation, outcome), now);
    return seq;
  };

  return {
    storage,
    url,
    bus,
    parts,
    logged,
    now,
    passes(milliseconds) {
      shift += milliseconds;
    },
    visitor: () => visitor(url),
    async hires(role, name = role, skills = {}) {
      const id = randomUUID();
      const login = `${role}-${id.slice(0, 8)}`;
      const usual: Skills = { capacity: 4, languages: ["pl"], areas: [], teams: [] };
      await storage.staff.accounts.add({ id, login, name, role, passwordHash, ...usual, ...skills }, now());
      await storage.staff.accounts.setPassword(id, { hash: passwordHash, mustChange: false }, now());
      const person = visitor(url, { id, login });
      await person.logsIn(login, PASSWORD);
      return person;
    },
    async conversation({ speaker = "bot", said = [], memory = {}, reason = "asked_for_human", ...given } = {}) {
      const id = randomUUID();
      const { waiting = {}, ...from } = given;
      const begun = { id, channel: "web", residentId: `r-${id}`, ...from, greeting: { text: "Dzień dobry!" } };
      channels.set(id, begun.channel);
      await storage.conversations.open({ ...begun, language: memory.language ?? "pl" }, now());
      for (const text of said) await says(id, text);
      const handoff = { reason, since: now().toISOString(), summary: "Prosi o człowieka." };
      const kept = { ...emptyMemory("pl"), ...memory, ...(speaker === "waiting" && { handoff }) };
      if (speaker !== "bot" || Object.keys(memory).length > 0)
        await says(id, said.at(-1) ?? "chcę z człowiekiem", {
          speaker,
          memory: kept,
          ...(speaker === "waiting" && { effects: [{ kind: "enter_queue", waiting }] }),
        });
      return id;
    },
    says,
    async close() {
      await server.close();
      office.close();
      await studio.close();
      await storage.close();
      await fresh.drop();
    },
  };
}

function turnOn(
  text: string,
  { speaker, memory }: { speaker: Speaker; memory: Memory },
  outcome: Partial<Outcome>,
): Outcome {
  const intent = { kind: "article" as const, id: "dowod-osobisty" };
  const understanding = {
    maskedText: text,
    language: memory.language,
    candidates: [{ intent, confidence: 0.9 }],
    confidence: 0.9,
    knownWords: 1,
    telling: [],
    alarm: 0,
    vague: false,
    onlyAspect: false,
    question: false,
    entities: { serviceRequestIds: [], lines: [], plates: [] },
  };
  const decided = { decision: { kind: "answer" as const, article: intent.id }, because: "it_is_clear", rejected: [] };
  const record = {
    understanding,
    found: [],
    decided,
    bands: { answer: 0.8, start: 0.6, offer: 0.1, human: 0.4, danger: 0.3 },
    contentVersion: "test",
    modelVersion: "1",
  };
  const silent = speaker === "consultant";
  return { speaker, memory, replies: silent ? [] : [{ text: `Bot: ${text}` }], effects: [], record, ...outcome };
}
