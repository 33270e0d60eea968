import { randomUUID } from "node:crypto";
import { UnknownConversation } from "../../../src/inbox/doors";
import { arrival, conversationIn, describeStorage, noon, seconds, textsOf } from "./given";

describeStorage("accepting a message", (given) => {
  test("50 at once to one conversation are all there, in one row without gaps", async () => {
    const { storage, another } = given();
    const id = await conversationIn(storage);
    const accepted = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (n % 2 ? storage : another).turns.accept(arrival(id, `m${n}`), noon)),
    );
    const seqs = accepted.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 50 }, (_, n) => n + 2));
    const entries = await storage.conversations.entriesAfter(id, 1, 100);
    expect(entries.map(({ seq }) => seq)).toEqual(seqs);
    for (const [n, { seq, messageId }] of accepted.entries())
      expect(entries[seq - 2]).toMatchObject({ seq, id: messageId, text: `m${n}`, author: "resident" });
  });

  test("the same external id twice is one message", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const message = arrival(id);
    const first = await storage.turns.accept(message, noon);
    const second = await storage.turns.accept({ ...message, text: "inaczej" }, seconds(5));
    expect(first).toEqual({ messageId: expect.any(String), seq: 2, duplicate: false });
    expect(second).toEqual({ ...first, duplicate: true });
    expect(await storage.turns.accept(arrival(id), noon)).toMatchObject({ seq: 3, duplicate: false });
    expect(await textsOf(storage, id)).toEqual(["Dzień dobry", "jak wyrobić dowód", "jak wyrobić dowód"]);
  });

  test("the same external id raced is one message, and leaves no gap", async () => {
    const { storage, another } = given();
    const id = await conversationIn(storage);
    const message = arrival(id);
    const raced = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? storage : another).turns.accept(message, noon)),
    );
    expect(raced.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(raced.map(({ messageId, seq }) => `${messageId} ${seq}`)).size).toBe(1);
    expect(await storage.turns.accept(arrival(id), noon)).toMatchObject({ seq: 3 });
  });

  test("the same external id on another channel is another message", async () => {
    const { storage } = given();
    const web = await conversationIn(storage);
    const sms = randomUUID();
    const greeting = { text: "Dzień dobry" };
    await storage.conversations.open({ id: sms, channel: "sms", residentId: "r", language: "pl", greeting }, noon);
    const message = arrival(web);
    await storage.turns.accept(message, noon);
    const other = await storage.turns.accept({ ...message, conversationId: sms, channel: "sms" }, noon);
    expect(other.duplicate).toBe(false);
  });

  test("nobody can write into a conversation that is not there or not on the channel", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const unknown = storage.turns.accept(arrival("nowhere"), noon);
    await expect(unknown).rejects.toEqual(new UnknownConversation("nowhere"));
    await expect(storage.turns.accept({ ...arrival(id), channel: "sms" }, noon)).rejects.toThrow(UnknownConversation);
    expect(await textsOf(storage, id)).toEqual(["Dzień dobry"]);
  });

  test("what PostgreSQL cannot keep is replaced, the message is not lost", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const said = 'zero \0, pół znaku \ud83d, \\u0000 i \\\\ "cytat" 👍 ąęż\n';
    const message = arrival(id, said, `\0${randomUUID()}`);
    await storage.turns.accept(message, noon);
    expect(await textsOf(storage, id)).toContain('zero \ufffd, pół znaku \ufffd, \\u0000 i \\\\ "cytat" 👍 ąęż\n');
    expect(await storage.turns.accept(message, noon)).toMatchObject({ duplicate: true });
  });

  test("attachments and the time of arrival come back as they were", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const photo = { id: "f1", name: "dziura.jpg", contentType: "image/jpeg", sizeBytes: 12 };
    const message = { ...arrival(id), attachments: [photo] };
    const { messageId } = await storage.turns.accept(message, seconds(1.234));
    expect(await storage.conversations.entriesAfter(id, 1, 10)).toEqual([
      {
        conversationId: id,
        seq: 2,
        id: messageId,
        at: seconds(1.234),
        author: "resident",
        text: message.text,
        attachments: [photo],
        externalId: message.externalId,
      },
    ]);
  });

  test("news is told once the message can be read by others, and not for a repeated one", async () => {
    const { storage, another, news } = given();
    const id = await conversationIn(storage);
    const message = arrival(id);
    await storage.turns.accept(message, noon);
    await storage.turns.accept(message, noon);
    expect(news.filter(([about]) => about === id)).toEqual([
      [id, 1],
      [id, 2],
    ]);
    expect(await textsOf(another, id)).toHaveLength(2);
  });

  test("conversations with messages waiting since before a moment, the longest waiting first", async () => {
    const { storage } = given();
    const [late, early, fresh] = await Promise.all([1, 2, 3].map(() => conversationIn(storage)));
    if (!late || !early || !fresh) throw new Error("no conversations");
    await storage.turns.accept(arrival(late), new Date("2001-01-01T00:00:02Z"));
    await storage.turns.accept(arrival(early), new Date("2001-01-01T00:00:01Z"));
    await storage.turns.accept(arrival(early), new Date("2001-01-01T00:00:03Z"));
    await storage.turns.accept(arrival(fresh), new Date("2001-01-01T00:00:04Z"));
    expect(await storage.turns.withPending(new Date("2001-01-01T00:00:04Z"), 10)).toEqual([early, late]);
    expect(await storage.turns.withPending(new Date("2001-01-01T00:00:04Z"), 1)).toEqual([early]);
  });
});
