import { randomUUID } from "node:crypto";
import { proposedLabels } from "../../proposedLabels";
import { here } from "./deskWork";
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

const pothole = { kind: "service", id: "pothole" };

/** A conversation in which the bot answered this with an article. */
async function answered(text: string) {
  const id = await house.conversation();
  return { id, seq: await house.says(id, text) };
}

const corrects = (person: Person, { id, seq }: { id: string; seq: number }, intent: unknown = pothole) =>
  person.posts(`conversations/${id}/labels`, { seq, intent });

const proposedIn = (conversation: string) => proposedLabels(house.storage, conversation);

describe("what the right answer would have been", () => {
  test("goes to the editors with the words, what the bot did instead, and who says so", async () => {
    const message = await answered("dziura pod blokiem");
    expect(await corrects(anna, message)).toMatchObject({ status: 200, body: {} });
    expect(await proposedIn(message.id)).toEqual([
      {
        text: "dziura pod blokiem",
        intent: pothole,
        instead: [{ kind: "article", id: "dowod-osobisty" }],
        proposedBy: "consultant",
        by: "Anna",
        at: expect.any(Date),
      },
    ]);
  });

  test("holds the masked words only", async () => {
    const id = await house.conversation();
    const understanding = { maskedText: "dzwońcie: [telefon]", language: "pl" as const, candidates: [] };
    const decided = { decision: { kind: "ask_to_rephrase" as const }, because: "", rejected: [] };
    const seq = await house.says(id, "dzwońcie: 600 700 800");
    const record = JSON.stringify({ understanding, decided });
    await house.storage.db.updateTable("turn_records").set({ record }).where("conversation_id", "=", id).execute();
    await corrects(anna, { id, seq });
    expect(await proposedIn(id)).toMatchObject([{ text: "dzwońcie: [telefon]", instead: [] }]);
  });

  test("said again by the same person replaces the first word; somebody else's stands beside it", async () => {
    const message = await answered("latarnia nie świeci");
    await corrects(anna, message);
    await corrects(piotr, message, { kind: "talk", id: "thanks" });
    house.passes(1000);
    await corrects(anna, message, { kind: "service", id: "street-lamp" });
    expect(await proposedIn(message.id)).toMatchObject([
      { by: "Anna", intent: { id: "street-lamp" } },
      { by: "Piotr", intent: { kind: "talk", id: "thanks" } },
    ]);
  });

  test("can be said whoever holds the conversation, and changes nothing in it", async () => {
    const message = await answered("śmieci");
    await here(piotr);
    await piotr.posts(`conversations/${message.id}/take`);
    const before = (await anna.gets(`conversations/${message.id}`)).body;
    expect((await corrects(anna, message)).status).toBe(200);
    expect((await anna.gets(`conversations/${message.id}`)).body).toEqual(before);
  });

  test("must be something there is", async () => {
    const message = await answered("coś");
    const came = await corrects(anna, message, { kind: "article", id: "nie-ma-takiego" });
    expect(came).toMatchObject({ status: 400, body: { error: { code: "unknown_intent", fields: ["intent"] } } });
    expect(await proposedIn(message.id)).toEqual([]);
  });

  test("is about a resident's message with a turn of this conversation", async () => {
    const [message, other] = [await answered("coś"), await answered("coś innego")];
    const greeting = 1;
    const reply = message.seq + 1;
    for (const seq of [greeting, reply, 9999])
      expect(await corrects(anna, { ...message, seq })).toMatchObject({ status: 404, error: "not_found" });
    expect((await corrects(anna, { ...other, id: randomUUID() })).status).toBe(404);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["no message", { seq: undefined }, "seq"],
    ["a seq that no message has", { seq: 0 }, "seq"],
    ["half a seq", { seq: 1.5 }, "seq"],
    ["a seq in words", { seq: "2" }, "seq"],
    ["a seq beyond all", { seq: 2 ** 31 }, "seq"],
    ["no intent", { intent: undefined }, "intent"],
    ["an intent in words", { intent: "pothole" }, "intent"],
    ["an unknown kind", { intent: { kind: "joke", id: "x" } }, "intent.kind"],
    ["an empty name", { intent: { kind: "service", id: "" } }, "intent.id"],
    ["a name without end", { intent: { kind: "service", id: "a".repeat(201) } }, "intent.id"],
    ["a name no database keeps", { intent: { kind: "service", id: "a\0b" } }, "intent.id"],
    ["a foreign field", { intent: { ...pothole, confidence: 1 } }, "intent"],
    ["somebody else's name on it", { by: "piotr" }, ""],
  ])("%s is refused, naming the field", async (_, change, field) => {
    const { id, seq } = await answered("coś");
    const came = await anna.posts(`conversations/${id}/labels`, { seq, intent: pothole, ...change });
    expect(came).toMatchObject({ status: 400, body: { error: { code: "wrong_body", fields: [field] } } });
    expect(await proposedIn(id)).toEqual([]);
  });
});
