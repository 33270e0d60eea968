import { emptyMemory } from "../../../src/conversation/conversation";
import type { Claimed } from "../../../src/inbox/doors";
import { formatNumber } from "../../../src/serviceRequests/number";
import {
  answer,
  arrival,
  contactTask,
  conversationIn,
  describeStorage,
  noon,
  pothole,
  seconds,
  textsOf,
  turn,
} from "./given";

const now = () => noon;

describeStorage("a turn", (given) => {
  test("hands over the conversation and its oldest pending message, and commits the answer behind it", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const message = arrival(id, "pierwsza");
    const { messageId } = await storage.turns.accept(message, seconds(1));
    await storage.turns.accept(arrival(id, "druga"), seconds(2));
    const claims: Claimed[] = [];
    const run = async (claimed: Claimed) => {
      claims.push(claimed);
      return answer(`odpowiedź na: ${claimed.message.text}`);
    };
    expect(await storage.turns.runNext(id, run, now)).toBe("ran");
    expect(await storage.turns.runNext(id, run, now)).toBe("ran_last");
    expect(await storage.turns.runNext(id, run, now)).toBe("nothing");
    expect(claims.map(({ message: { seq, text } }) => [seq, text])).toEqual([
      [2, "pierwsza"],
      [3, "druga"],
    ]);
    expect(claims[0]).toMatchObject({
      conversation: { id, channel: "web", residentId: "r", version: 0, speaker: "bot", memory: emptyMemory("pl") },
      message: { ...message, id: messageId, seq: 2, at: seconds(1) },
      failures: 0,
    });
    expect(claims[1]?.conversation.version).toBe(1);
    expect(await textsOf(storage, id)).toEqual([
      "Dzień dobry",
      "pierwsza",
      "druga",
      "odpowiedź na: pierwsza",
      "odpowiedź na: druga",
    ]);
  });

  test("everything in the outcome comes back", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const choices = [
      { title: "Co przygotować", wish: { kind: "read" as const, article: "dowod-osobisty", section: "need" as const } },
      { title: "Człowiek", wish: { kind: "human" as const } },
    ];
    const memory = {
      ...emptyMemory("uk"),
      otherLanguage: "en" as const,
      topic: "dowod-osobisty",
      offered: choices,
      misunderstood: 2,
      lastTurnAt: noon.toISOString(),
      handoff: { reason: "asked_for_human" as const, since: noon.toISOString(), summary: "Prosi o człowieka" },
      dialog: {
        dialog: "report-problem",
        service: "road-pothole",
        answers: { place: "Długa 12", size: "" },
        attachments: [{ id: "f", name: "dziura.jpg", contentType: "image/jpeg", sizeBytes: 3 }],
        asked: "confirm",
        answered: ["place", "size"],
        missed: 1,
      },
    };
    const outcome = answer("", { speaker: "waiting", memory, replies: [{ text: "A", choices }, { text: "B" }] });
    await turn(storage, id, outcome, seconds(3));
    await turn(storage, id, ({ conversation }) => {
      expect(conversation).toMatchObject({ speaker: "waiting", version: 1 });
      expect(conversation.memory).toEqual(memory);
      return answer("C");
    });
    const entries = await storage.conversations.entriesAfter(id, 2, 10);
    expect(entries.filter(({ author }) => author === "bot")).toEqual([
      { conversationId: id, seq: 3, id: expect.any(String), at: seconds(3), author: "bot", text: "A", choices },
      { conversationId: id, seq: 4, id: expect.any(String), at: seconds(3), author: "bot", text: "B" },
      { conversationId: id, seq: 6, id: expect.any(String), at: noon, author: "bot", text: "C" },
    ]);
    expect(await storage.conversations.find(id)).toMatchObject({ lastSeq: 6, speaker: "bot", language: "pl" });
    const record = await storage.db
      .selectFrom("turn_records")
      .select(["at", "language", "decision", "record"])
      .where("conversation_id", "=", id)
      .where("seq", "=", 2)
      .executeTakeFirst();
    expect(record).toEqual({ at: seconds(3), language: "pl", decision: "answer", record: outcome.record });
  });

  test("a silent bot leaves the consultant where he is", async () => {
    const { storage, news } = given();
    const id = await conversationIn(storage);
    const taken = { speaker: "consultant" as const, consultant_id: "ola" };
    await storage.db.updateTable("conversations").set(taken).where("id", "=", id).execute();
    const silent = answer("", { speaker: "consultant", replies: [] });
    await turn(storage, id, silent);
    await turn(storage, id, ({ conversation }) => {
      expect(conversation).toMatchObject({ speaker: "consultant", consultantId: "ola", version: 1 });
      return silent;
    });
    expect(await textsOf(storage, id)).toHaveLength(3);
    expect(news.filter(([about]) => about === id).map(([, seq]) => seq)).toEqual([1, 2, 3]);
  });

  test("one that throws saves nothing and passes its error on; failures are counted", async () => {
    const { storage, news } = given();
    const id = await conversationIn(storage);
    await storage.turns.accept(arrival(id), noon);
    const broken = storage.turns.runNext(id, () => Promise.reject(new Error("zepsute")), now);
    await expect(broken).rejects.toThrow("zepsute");
    expect(await storage.turns.noteFailure(id)).toBe(1);
    expect(await storage.turns.noteFailure(id)).toBe(2);
    const seen: number[] = [];
    const run = async ({ failures, conversation }: Claimed) => {
      seen.push(failures, conversation.version);
      return answer("jednak");
    };
    expect(await storage.turns.runNext(id, run, now)).toBe("ran_last");
    expect(seen).toEqual([2, 0]);
    expect(await storage.turns.noteFailure(id)).toBe(0);
    expect(news.filter(([about]) => about === id).map(([, seq]) => seq)).toEqual([1, 2, 3]);
  });

  test("an effect that fails leaves nothing of the turn", async () => {
    const { storage } = given();
    const id = await conversationIn(storage, { address: { chat: 1 } });
    await storage.turns.accept(arrival(id), noon);
    const year = new Date("2041-06-01T12:00:00Z");
    const file = { kind: "file_service_request" as const, request: pothole() };
    const contact = { kind: "leave_contact" as const, task: contactTask() };
    // Refused by the database itself, after the others are written. Only what is not typed can be so wrong.
    const refused = JSON.parse(JSON.stringify({ ...file, request: pothole({ sameAs: "refused" }) }));
    refused.request.kind = "complaint";
    const doomed = answer("przyjęte", { speaker: "waiting", effects: [file, contact, refused] });
    await expect(
      storage.turns.runNext(
        id,
        async () => doomed,
        () => year,
      ),
    ).rejects.toThrow("service_requests_kind_check");
    expect(await textsOf(storage, id)).toHaveLength(2);
    expect(await storage.conversations.find(id)).toMatchObject({ lastSeq: 2, speaker: "bot" });
    expect(await storage.serviceRequests([formatNumber(2041, 1)])).toEqual([]);
    expect(
      await storage.db.selectFrom("contact_tasks").selectAll().where("conversation_id", "=", id).execute(),
    ).toEqual([]);
    const filed = answer("numer {service_request_id}", { effects: [file] });
    await storage.turns.runNext(
      id,
      async () => filed,
      () => year,
    );
    expect((await textsOf(storage, id)).at(-1)).toBe(`numer ${formatNumber(2041, 1)}`);
  });

  test("a memory that an older version wrote and this one cannot read does not silence the bot", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const memory = JSON.stringify({ language: "uk", dialog: "once a string" });
    await storage.db.updateTable("conversations").set({ memory }).where("id", "=", id).execute();
    await turn(storage, id, ({ conversation }) => {
      expect(conversation.memory).toEqual(emptyMemory("uk"));
      return answer("dalej");
    });
    expect((await textsOf(storage, id)).at(-1)).toBe("dalej");
  });

  test("two stores at once run every message once, in order", async () => {
    const { storage, another } = given();
    const ids = await Promise.all([1, 2, 3].map(() => conversationIn(storage)));
    const ran: string[] = [];
    const runAll = async (store: typeof storage, id: string) => {
      for (;;) {
        const result = await store.turns.runNext(
          id,
          async ({ message }) => {
            ran.push(`${id} ${message.seq}`);
            return answer(`na ${message.text}`);
          },
          now,
        );
        if (result === "nothing") return;
      }
    };
    await Promise.all(
      ids.flatMap((id) => Array.from({ length: 30 }, (_, n) => storage.turns.accept(arrival(id, `m${n}`), noon))),
    );
    await Promise.all(ids.flatMap((id) => [runAll(storage, id), runAll(another, id), runAll(another, id)]));
    for (const id of ids) {
      expect(ran.filter((line) => line.startsWith(id))).toEqual(Array.from({ length: 30 }, (_, n) => `${id} ${n + 2}`));
      const texts = await textsOf(storage, id);
      expect(texts.slice(31)).toEqual(texts.slice(1, 31).map((text) => `na ${text}`));
    }
  });

  test("messages that arrive while turns run are never overlooked by the last of them", async () => {
    const { storage, another } = given();
    const id = await conversationIn(storage);
    const answered: number[] = [];
    const run = async ({ message }: Claimed) => {
      answered.push(message.seq);
      return answer("");
    };
    // Each store runs turns after each message it accepted and stops as the inbox does; nobody sweeps.
    const acceptAndRun = async (store: typeof storage) => {
      await store.turns.accept(arrival(id), noon);
      while ((await store.turns.runNext(id, run, now)) === "ran");
    };
    await Promise.all(Array.from({ length: 60 }, (_, n) => acceptAndRun(n % 2 ? storage : another)));
    expect(await storage.turns.withPending(seconds(1), 1000)).not.toContain(id);
    expect(answered).toHaveLength(60);
    expect(new Set(answered).size).toBe(60);
  });
});
