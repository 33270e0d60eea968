import { randomUUID } from "node:crypto";
import { emptyMemory } from "../../src/conversation/conversation";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

describeOn("what residents say of a talk", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());

  const closes = async (id: string, asksRating: boolean) => {
    const accountId = await given.account();
    const entry = { id: randomUUID(), author: "system" as const, text: "koniec", occasion: "closed" as const };
    const closing = { reason: "solved" as const, note: "", accountId };
    const botAsks = { text: "Jak było?", choices: [{ title: "5", wish: { kind: "rate" as const, score: 5 } }] };
    const asked = asksRating ? { asksRating, botAsks } : {};
    const change = { speaker: "closed" as const, memory: emptyMemory("pl"), entry, closing, ...asked };
    return given.staff.desk.act(id, at, async () => ({ result: "closed", change }), later(2));
  };
  const rates = (id: string, score: number) =>
    given.says(id, String(score), { speaker: "closed", effects: [{ kind: "rate", score }] });

  test("is kept with the talk and shown in lists; the word comes later", async () => {
    const id = await given.conversation("consultant");
    await closes(id, true);
    expect(await given.staff.ratings.of(id)).toBeUndefined();
    await rates(id, 4);
    expect(await given.staff.ratings.of(id)).toEqual({ conversationId: id, score: 4, at: later(1) });
    await given.says(id, "miło", { speaker: "closed", effects: [{ kind: "rate_in_words", word: "miło\0" }] });
    expect(await given.staff.ratings.of(id)).toMatchObject({ score: 4, word: "miło\ufffd" });
    const found = await given.staff.desk.find(id, at);
    expect(found).toMatchObject({
      score: 4,
      closed: { reason: "solved", at: later(2) },
      conversation: { speaker: "closed" },
    });
  });

  test("belongs to the talk that was closed last", async () => {
    const id = await given.conversation("consultant");
    await closes(id, true);
    await rates(id, 1);
    await given.says(id, "jeszcze jedno", { speaker: "consultant" });
    await closes(id, true);
    expect(await given.staff.ratings.of(id)).toMatchObject({ score: 1 });
    await rates(id, 5);
    expect(await given.staff.ratings.of(id)).toMatchObject({ score: 5 });
  });

  test("is nothing where nobody asked", async () => {
    const id = await given.conversation("consultant");
    await closes(id, false);
    await rates(id, 5);
    expect(await given.staff.ratings.of(id)).toBeUndefined();
  });

  test("is asked by the bot right after the line that closes", async () => {
    const id = await given.conversation("consultant");
    given.news.length = 0;
    await closes(id, true);
    const lines = (await given.storage.conversations.entriesAfter(id, 2, 10)).slice(-2);
    expect(lines.map(({ author }) => author)).toEqual(["system", "bot"]);
    expect(lines[1]).toMatchObject({ text: "Jak było?", choices: [{ title: "5" }] });
    expect(given.news).toEqual([`${id}:${lines[1]?.seq}`]);
  });
});
