import { randomUUID } from "node:crypto";
import { emptyMemory, type Speaker } from "../../src/conversation/conversation";
import type { Outcome } from "../../src/conversation/outcome";
import { formatNumber } from "../../src/serviceRequests/number";
import type { Role } from "../../src/staff/account";
import type { Act, Locked, Skills } from "../../src/staff/doors";
import { openStorage } from "../../src/storage/storage";
import type { FreshDatabase } from "../databases";

export const at = new Date("2026-11-20T10:00:00.000Z");
export const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

/** What an account has that a test says nothing of. */
export const everySkill: Skills = { capacity: 4, languages: ["pl"], areas: [], teams: [] };

export type GivenStaff = Awaited<ReturnType<typeof givenStaff>>;

/** A store with what the staff room's doors are tried on. */
export async function givenStaff(fresh: () => Promise<FreshDatabase>) {
  const database = await fresh();
  const news: string[] = [];
  const log = { info() {}, warn() {}, error() {} };
  const onNews = (id: string, seq: number) => void news.push(`${id}:${seq}`);
  const alerts: string[] = [];
  const onAlert = (id: string) => void alerts.push(id);
  const storage = await openStorage({ ...database.options, log, formatNumber, onNews, onAlert });
  const { staff } = storage;

  const says = async (conversationId: string, text: string, change: Partial<Outcome> = {}) => {
    const arrival = { conversationId, channel: "web", externalId: randomUUID(), text, attachments: [] };
    await storage.turns.accept(arrival, later(1));
    await storage.turns.runNext(
      conversationId,
      async ({ conversation: { speaker, memory } }) => ({ speaker, memory, ...silence, ...change }),
      () => later(1),
    );
  };
  return {
    storage,
    staff,
    /** Conversations that were told of, with the seq. */
    news,
    /** Conversations that somebody in danger was told of. */
    alerts,
    says,
    async account(role: Role = "consultant", name = "Anna") {
      const id = randomUUID();
      await staff.accounts.add({ id, login: `login-${id}`, name, role, passwordHash: "hash", ...everySkill }, at);
      return id;
    },
    /** A conversation with a greeting and one message. */
    async conversation(speaker: Speaker = "waiting") {
      const id = randomUUID();
      const begun = { id, channel: "web", residentId: "r", language: "pl" as const, greeting: { text: "Dzień dobry" } };
      await storage.conversations.open(begun, at);
      await says(id, "halo", { speaker });
      return id;
    },
    async close() {
      await storage.close();
      await database.drop();
    },
  };
}

/** The outcome of a turn that says and does nothing. */
export const silence: Pick<Outcome, "replies" | "effects" | "record"> = {
  replies: [],
  effects: [],
  record: {
    understanding: {
      maskedText: "halo",
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
    decided: { decision: { kind: "stay_silent" }, because: "test", rejected: [] },
    bands: { answer: 0.8, start: 0.6, offer: 0.1, human: 0.4, danger: 0.3 },
    contentVersion: "1",
    modelVersion: "1",
  },
};

/** An act by which one person takes a conversation that no other has. */
export const takes =
  (consultantId: string) =>
  async ({ conversation: { speaker } }: Locked): Promise<Act<"won" | "lost">> => {
    if (speaker === "consultant") return { result: "lost" };
    const entry = { id: randomUUID(), author: "system" as const, text: "ktoś tu jest" };
    return { result: "won", change: { speaker: "consultant", consultantId, memory: emptyMemory("pl"), entry } };
  };
