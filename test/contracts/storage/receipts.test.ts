import { randomUUID } from "node:crypto";
import type { Receipt, ReceiptState } from "../../../src/channels/channel";
import { memoryOf } from "../../../src/storage/memoryOf";
import { openReceipts } from "../../../src/storage/receipts";
import { answer, arrival, conversationIn, describeStorage, noon, seconds, turn } from "./given";

const LEASE_SECONDS = 30;

describeStorage("what became of what was sent", (given) => {
  let conversationId: string;
  beforeEach(async () => {
    await given().storage.db.deleteFrom("outbox").execute();
    conversationId = await conversationIn(given().storage, { address: 1 });
  });

  /** The greeting, sent as one part with this id of the platform's. */
  async function sent(platformId: string, at = noon): Promise<string> {
    const { outbox } = given().storage;
    const [delivery] = await outbox.take("web", seconds(60), 1, LEASE_SECONDS);
    await outbox.partSent(delivery?.id ?? "", 0, platformId, at);
    await outbox.done(delivery?.id ?? "", at);
    return delivery?.id ?? "";
  }
  const record = (state: ReceiptState, platformIds: string[], reason?: string) =>
    given().storage.receipts.record({ channel: "web", of: { platformIds }, state, ...(reason && { reason }) });
  const row = (id: string) =>
    given()
      .storage.db.selectFrom("outbox")
      .select(["state", "receipt", "reason"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
  const states: ReceiptState[] = ["sent", "failed", "delivered", "read"];

  test.each(states.flatMap((first) => states.map((second) => [first, second] as const)))(
    "after %s comes %s: what is known never moves back",
    async (first, second) => {
      const platformId = randomUUID();
      const id = await sent(platformId);
      await record(first, [platformId]);
      await record(second, [platformId]);
      expect((await row(id)).receipt).toBe(states[Math.max(states.indexOf(first), states.indexOf(second))]);
    },
  );

  test("a failure keeps its reason until it turns out to have arrived", async () => {
    const platformId = randomUUID();
    const id = await sent(platformId);
    await record("failed", [platformId], "131026 nie ma\0 takiego numeru");
    expect(await row(id)).toMatchObject({ receipt: "failed", reason: "131026 nie ma\ufffd takiego numeru" });
    await record("delivered", [platformId]);
    expect(await row(id)).toMatchObject({ receipt: "delivered", reason: null });
  });

  test("what is not ours is passed over, also beside what is, and on another channel", async () => {
    const [known, unknown] = [randomUUID(), randomUUID()];
    const id = await sent(known);
    await record("delivered", [unknown]);
    await given().storage.receipts.record({ channel: "other", of: { platformIds: [known] }, state: "read" });
    await given().storage.receipts.record({
      channel: "web",
      of: { conversationId: randomUUID(), until: seconds(60) },
      state: "read",
    });
    expect((await row(id)).receipt).toBeNull();
    await record("read", [unknown, known]);
    expect((await row(id)).receipt).toBe("read");
  });

  test("of a conversation everything sent until then, and nothing after it", async () => {
    await turn(given().storage, conversationId, answer("potem"), seconds(1));
    const first = await sent("w1", noon);
    const second = await sent("w2", seconds(10));
    const of = { conversationId, until: seconds(5) };
    await given().storage.receipts.record({ channel: "web", of, state: "read" });
    expect([(await row(first)).receipt, (await row(second)).receipt]).toEqual(["read", null]);
  });

  test("whoever looks at the conversation is told once, only when something changed", async () => {
    const told: string[] = [];
    const receipts = openReceipts(
      { db: given().storage.db, onNews() {} },
      () => noon,
      (id) => void told.push(id),
    );
    const platformId = randomUUID();
    await sent(platformId);
    const delivered: Receipt = { channel: "web", of: { platformIds: [platformId] }, state: "delivered" };
    await receipts.record(delivered);
    await receipts.record(delivered);
    await receipts.record({ ...delivered, state: "sent" });
    expect(told).toEqual([conversationId]);
  });

  test.each(["before", "after"])("a part that the platform shows us is known %s we wrote it down", async (when) => {
    const { outbox, receipts } = given().storage;
    const [delivery] = await outbox.take("web", noon, 1, LEASE_SECONDS);
    const id = delivery?.id ?? "";
    const platformId = randomUUID();
    if (when === "before") await receipts.partSent(id, 0, platformId);
    await outbox.partSent(id, 0, when === "before" ? undefined : platformId, noon);
    if (when === "after") await receipts.partSent(id, 0, platformId);
    await record("delivered", [platformId]);
    expect((await row(id)).receipt).toBe("delivered");
    expect(await outbox.take("web", seconds(LEASE_SECONDS), 1, LEASE_SECONDS)).toMatchObject([{ id, sentParts: 1 }]);
  });

  test("an invitation is no part of what it invites to, and nobody's part is nobody's", async () => {
    const { outbox, receipts } = given().storage;
    const [delivery] = await outbox.take("web", noon, 1, LEASE_SECONDS);
    await receipts.partSent(delivery?.id ?? "", -1, "the invitation");
    await receipts.partSent(randomUUID(), 0, "of nothing");
    expect(await outbox.take("web", seconds(LEASE_SECONDS), 1, LEASE_SECONDS)).toMatchObject([{ sentParts: 0 }]);
  });
});

describeStorage("an answer given in the platform's own inbox", (given) => {
  const said = (externalId: string, channel = "web") => ({ channel, externalId, text: "Odpisuję stąd." });
  const memory = async (id: string) => {
    const query = given().storage.db.selectFrom("conversations").select(["memory", "version"]).where("id", "=", id);
    const found = await query.executeTakeFirstOrThrow();
    return { ...memoryOf(found.memory), version: found.version };
  };

  test("is a line of the conversation once, is not sent, and the bot is silent for a while", async () => {
    const { storage, news } = given();
    const id = await conversationIn(storage, { address: 1 });
    await storage.db.deleteFrom("outbox").execute();
    const externalId = randomUUID();
    const before = Date.now();
    await storage.answeredElsewhere(id, said(externalId));
    await storage.answeredElsewhere(id, said(externalId));
    expect(await storage.conversations.entriesAfter(id, 1, 10)).toMatchObject([
      { author: "consultant", text: "Odpisuję stąd.", externalId },
    ]);
    expect(await storage.outbox.take("web", seconds(1), 10, LEASE_SECONDS)).toEqual([]);
    const { silentUntil = "" } = await memory(id);
    expect(Date.parse(silentUntil)).toBeGreaterThan(before);
    expect(news.filter(([about]) => about === id).at(-1)).toEqual([id, 2]);
  });

  test("given while a turn runs, makes the turn begin anew", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    await storage.turns.accept(arrival(id), noon);
    const { version } = await memory(id);
    await storage.answeredElsewhere(id, said(randomUUID()));
    expect((await memory(id)).version).toBe(version + 1);
  });

  test("is refused where there is no such conversation of that channel", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    await expect(storage.answeredElsewhere(randomUUID(), said("x"))).rejects.toThrow();
    await expect(storage.answeredElsewhere(id, said("y", "other"))).rejects.toThrow();
  });
});
