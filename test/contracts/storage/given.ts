import { randomUUID } from "node:crypto";
import type { Arrival } from "../../../src/conversation/message";
import type { NewContactTask, NewServiceRequest, Outcome } from "../../../src/conversation/outcome";
import type { Claimed } from "../../../src/inbox/doors";
import { formatNumber } from "../../../src/serviceRequests/number";
import { openStorage, type Storage, type StorageOptions } from "../../../src/storage/storage";
import { describeOn, type FreshDatabase } from "../../databases";
import { answer, quiet } from "./answers";

export { answer, quiet };

export const noon = new Date("2026-03-02T12:00:00.000Z");
export const seconds = (n: number): Date => new Date(noon.getTime() + n * 1000);

export type Given = {
  storage: Storage;
  database: FreshDatabase;
  /** A second store on the same database, where it allows that; otherwise the same one. */
  another: Storage;
  news: [conversationId: string, seq: number][];
};

export function openOn(database: FreshDatabase, options: Partial<StorageOptions> = {}): Promise<Storage> {
  return openStorage({ ...database.options, log: quiet, formatNumber, onNews() {}, ...options });
}

/** Declares tests that share one database and two stores on it. */
export function describeStorage(name: string, tests: (given: () => Given) => void): void {
  describeOn(name, (fresh) => {
    let given: Given;
    beforeAll(async () => {
      const database = await fresh();
      const news: Given["news"] = [];
      const storage = await openOn(database, { onNews: (...told) => void news.push(told) });
      const another = database.kind === "postgresql" ? await openOn(database) : storage;
      given = { database, storage, another, news };
    }, 120_000);
    afterAll(async () => {
      await given.storage.close();
      if (given.another !== given.storage) await given.another.close();
      await given.database.drop();
    });
    tests(() => given);
  });
}

/** A new conversation; its greeting has seq 1. */
export async function conversationIn(storage: Storage, more: { address?: unknown; id?: string } = {}): Promise<string> {
  const id = more.id ?? randomUUID();
  const greeting = { text: "Dzień dobry" };
  await storage.conversations.open({ id, channel: "web", residentId: "r", language: "pl", greeting, ...more }, noon);
  return id;
}

export function arrival(conversationId: string, text = "jak wyrobić dowód", externalId = randomUUID()): Arrival {
  return { conversationId, channel: "web", externalId, text, attachments: [] };
}

/** Accepts a message and runs the turn on it. */
export async function turn(
  { turns }: Pick<Storage, "turns">,
  conversationId: string,
  outcome: Outcome | ((claimed: Claimed) => Outcome),
  at = noon,
): Promise<void> {
  await turns.accept(arrival(conversationId), at);
  const run = async (claimed: Claimed) => (typeof outcome === "function" ? outcome(claimed) : outcome);
  await turns.runNext(conversationId, run, () => at);
}

export async function textsOf(storage: Storage, conversationId: string): Promise<string[]> {
  return (await storage.conversations.entriesAfter(conversationId, 0, 1000)).map((entry) => entry.text);
}

export function pothole(more: Partial<NewServiceRequest> = {}): NewServiceRequest {
  return {
    sameAs: randomUUID(),
    service: "road-pothole",
    kind: "report",
    serviceVersion: "3",
    unit: "ZDMK",
    routedBecause: "droga publiczna",
    description: "Dziura w jezdni",
    place: "Długa 12",
    answers: { size: "duża" },
    contact: { phone: "600 000 000" },
    attachments: [],
    language: "pl",
    public: true,
    sentence: "Przyjęliśmy zgłoszenie.",
    ...more,
  };
}

export function contactTask(more: Partial<NewContactTask> = {}): NewContactTask {
  return { sameAs: randomUUID(), contact: "anna@example.org", matter: "dowód", language: "pl", ...more };
}
