import { randomUUID } from "node:crypto";
import { UnknownConversation } from "../../../src/inbox/doors";
import { answer, conversationIn, describeStorage, noon, seconds, turn } from "./given";

describeStorage("conversations", (given) => {
  test("begin once with the greeting, however many open them at once", async () => {
    const { storage, another, news } = given();
    const id = randomUUID();
    const choices = [{ title: "Zgłoś problem", wish: { kind: "start" as const, dialog: "report-problem" } }];
    const greeting = { text: "Cześć", choices };
    const wanted = { id, channel: "web", residentId: "r1", language: "en" as const, greeting };
    const heads = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? storage : another).conversations.open(wanted, noon)),
    );
    expect(heads.filter(({ created }) => created)).toHaveLength(1);
    const head = { id, channel: "web", residentId: "r1", language: "en", speaker: "bot", lastSeq: 1 };
    for (const { created, ...rest } of heads) expect(rest).toEqual(head);
    expect(await storage.conversations.find(id)).toEqual(head);
    const entries = await storage.conversations.entriesAfter(id, 0, 10);
    expect(entries).toEqual([
      { conversationId: id, seq: 1, id: expect.any(String), at: noon, author: "bot", text: "Cześć", choices },
    ]);
    expect(news.filter(([about]) => about === id).length).toBeLessThanOrEqual(1);
    await turn(storage, id, ({ conversation }) => {
      expect(conversation.memory.offered).toEqual(choices);
      return answer("");
    });
  });

  test("that are not there are not found and have no entries", async () => {
    const { storage } = given();
    expect(await storage.conversations.find("nowhere")).toBeUndefined();
    expect(await storage.conversations.entriesAfter("nowhere", 0, 10)).toEqual([]);
    expect(
      await storage.turns.runNext(
        "nowhere",
        async () => answer(""),
        () => noon,
      ),
    ).toBe("nothing");
  });

  test("keep their address when somebody else opens them", async () => {
    const { storage } = given();
    const id = await conversationIn(storage, { address: { chat: 1 } });
    const stranger = { id, channel: "web", residentId: "stranger", language: "pl" as const, greeting: { text: "" } };
    const head = await storage.conversations.open({ ...stranger, address: { chat: 2 } }, noon);
    expect(head).toMatchObject({ residentId: "r", created: false });
    const row = storage.db.selectFrom("conversations").select("address").where("id", "=", id);
    expect(await row.executeTakeFirst()).toEqual({ address: { chat: 1 } });
  });

  test("are read on from any seq, as many lines as asked for", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    for (let n = 0; n < 3; n++) await turn(storage, id, answer(`odpowiedź ${n}`), seconds(n));
    const seqs = async (after: number, most: number) =>
      (await storage.conversations.entriesAfter(id, after, most)).map(({ seq }) => seq);
    expect(await seqs(0, 100)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await seqs(2, 3)).toEqual([3, 4, 5]);
    expect(await seqs(7, 10)).toEqual([]);
  });
});

describeStorage("files", (given) => {
  test("come back byte for byte, to their conversation only", async () => {
    const { storage, another } = given();
    const [mine, other] = [await conversationIn(storage), await conversationIn(storage)];
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, n) => n % 256));
    const file = { name: "dziura\0 na Długiej.jpg", contentType: "image/jpeg", bytes };
    const attachment = await storage.files.save(mine, file);
    expect(attachment).toMatchObject({
      name: "dziura\ufffd na Długiej.jpg",
      contentType: "image/jpeg",
      sizeBytes: 100_000,
    });
    const loaded = await another.files.load(mine, attachment.id);
    expect(loaded?.attachment).toEqual(attachment);
    expect(Buffer.isBuffer(loaded?.bytes) && loaded.bytes.equals(bytes)).toBe(true);
    expect(await storage.files.load(other, attachment.id)).toBeUndefined();
    expect(await storage.files.load(mine, "nothing")).toBeUndefined();
  });

  test("belong to a conversation that is there", async () => {
    const file = { name: "a", contentType: "text/plain", bytes: Buffer.from("a") };
    await expect(given().storage.files.save("nowhere", file)).rejects.toEqual(new UnknownConversation("nowhere"));
  });
});
