import { here, takenBy, words } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
let piotr: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
  piotr = await house.hires("consultant", "Piotr");
});
afterAll(() => house.close());

describe("taking over", () => {
  test("is told to the resident in their language, by name", async () => {
    const { id } = await takenBy(anna, house, { memory: { language: "uk" } });
    const entries = await house.storage.conversations.entriesAfter(id, 0, 100);
    expect(entries.at(-1)).toMatchObject({
      author: "system",
      occasion: "consultant_joined",
      text: "З Вами розмовляє Anna з Краківського контакт-центру. Відповідає людина, а не автомат.",
    });
    expect((await house.storage.conversations.find(id))?.speaker).toBe("consultant");
  });

  test("of one conversation by many at once: one wins, the others learn who", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => house.hires("consultant", `Osoba ${n}`)));
    await Promise.all(people.map((person) => here(person)));
    const id = await house.conversation({ speaker: "waiting" });
    const came = await Promise.all(people.map((person) => person.posts(`conversations/${id}/take`)));
    const winners = came.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const name = winners[0]?.body.holder.name;
    const told = came.filter(({ status }) => status === 409).map(({ body }) => body.error);
    expect(told).toEqual(Array(19).fill({ code: "held", by: name }));
    const joined = (await house.storage.conversations.entriesAfter(id, 0, 100)).filter(({ occasion }) => occasion);
    expect(joined).toHaveLength(1);
  });

  test("twice by the same person changes nothing; straight from the bot is allowed", async () => {
    const id = await house.conversation({ said: ["dzień dobry"] });
    const first = await anna.posts(`conversations/${id}/take`);
    const second = await anna.posts(`conversations/${id}/take`);
    expect(first.status).toBe(200);
    expect(second.body.lastSeq).toBe(first.body.lastSeq);
  });

  test("from a consultant whose page is gone is allowed, from one who is there is not", async () => {
    const { id } = await takenBy(anna, house);
    expect((await piotr.posts(`conversations/${id}/take`)).body.error).toEqual({ code: "held", by: "Anna" });
    house.passes(60_000);
    expect((await piotr.posts(`conversations/${id}/take`)).status).toBe(200);
    expect((await anna.posts(`conversations/${id}/say`, words("halo", 99))).body.error).toEqual({
      code: "not_yours",
      by: "Piotr",
    });
  });

  test("silences the bot: what the resident says next waits for the consultant", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    await house.says(id, "jest tam kto?");
    const entries = await house.storage.conversations.entriesAfter(id, lastSeq, 100);
    expect(entries.map(({ author }) => author)).toEqual(["resident"]);
  });
});

describe("leaving", () => {
  const dialog = {
    dialog: "report-problem",
    service: "pothole",
    answers: { place: "Długa 12" },
    attachments: [],
    asked: "size",
    answered: ["place"],
    missed: 2,
  };
  const memoryOf = async (id: string) => (await house.storage.staff.desk.find(id, house.now()))?.conversation;

  test("hands back to the bot, which asks its question again", async () => {
    const { id, lastSeq } = await takenBy(anna, house, { memory: { dialog, topic: "drogi", misunderstood: 2 } });
    expect((await anna.posts(`conversations/${id}/return`)).status).toBe(200);
    const conversation = await memoryOf(id);
    const { missed: _, ...kept } = dialog;
    expect(conversation).toMatchObject({ speaker: "bot", memory: { dialog: kept, topic: "drogi", misunderstood: 0 } });
    expect(conversation?.consultantId).toBeUndefined();
    expect(conversation?.memory.handoff).toBeUndefined();
    const [entry, question] = await house.storage.conversations.entriesAfter(id, lastSeq, 10);
    expect(entry).toMatchObject({ occasion: "returned_to_bot", author: "system" });
    expect(question).toMatchObject({ author: "bot", text: expect.stringContaining("Jak duża jest dziura?") });
    expect(question?.choices?.map(({ title }) => title)).toContain("Jak dłoń");
    expect(conversation?.memory.offered).toEqual(question?.choices);
  });

  test("hands back without a dialog with the buttons as they were, and keeps a note for colleagues", async () => {
    const offered = [{ title: "Zgłoś problem", wish: { kind: "start" as const, dialog: "report-problem" } }];
    const { id, lastSeq } = await takenBy(anna, house, { memory: { offered } });
    expect((await anna.posts(`conversations/${id}/return`, { note: "Pyta o drobiazgi." })).status).toBe(200);
    expect((await memoryOf(id))?.memory.offered).toEqual(offered);
    expect(await house.storage.conversations.entriesAfter(id, lastSeq, 10)).toHaveLength(1);
    const { notes } = (await piotr.gets(`conversations/${id}`)).body;
    expect(notes).toMatchObject([{ text: "Pyta o drobiazgi.", by: "Anna" }]);
  });

  test("asks how it was when the consultant wants to know, in the resident's language", async () => {
    const { id, lastSeq } = await takenBy(anna, house, { memory: { language: "en", dialog } });
    const closing = { reason: "solved", note: "", askRating: true };
    expect((await anna.posts(`conversations/${id}/close`, closing)).status).toBe(200);
    const [closed, question] = await house.storage.conversations.entriesAfter(id, lastSeq, 10);
    expect(closed).toMatchObject({ occasion: "closed" });
    expect(question?.choices?.map(({ title }) => title)).toEqual([
      "1 – bad",
      "2 – poor",
      "3 – so-so",
      "4 – good",
      "5 – very good",
    ]);
    const memory = (await memoryOf(id))?.memory;
    expect(memory).toEqual({ language: "en", misunderstood: 0, offered: question?.choices });
  });

  test("closes with a reason that is kept, and leaves nothing for the bot to come back to", async () => {
    const { id } = await takenBy(anna, house, { memory: { dialog } });
    for (const note of [" ", "a\0b"])
      expect((await anna.posts(`conversations/${id}/close`, { reason: "other", note })).error).toBe("wrong_body");
    expect((await anna.posts(`conversations/${id}/close`, { reason: "solved", note: "wymieniono" })).status).toBe(200);
    expect((await memoryOf(id))?.memory.dialog).toBeUndefined();
    expect((await piotr.gets(`conversations/${id}`)).body).toMatchObject({
      speaker: "closed",
      closed: { reason: "solved" },
      closing: { reason: "solved", note: "wymieniono", by: "Anna" },
      entries: expect.arrayContaining([expect.objectContaining({ occasion: "closed" })]),
    });
    expect((await anna.posts(`conversations/${id}/take`)).error).toBe("closed");
    expect((await anna.posts(`conversations/${id}/say`, words("jeszcze", 99))).error).toBe("closed");
  });

  test("is for the holder only", async () => {
    const { id } = await takenBy(anna, house);
    for (const act of ["return", "close"]) {
      const came = await piotr.posts(`conversations/${id}/${act}`, act === "close" ? { reason: "spam", note: "" } : {});
      expect(came.body.error).toEqual({ code: "not_yours", by: "Anna" });
    }
  });
});
