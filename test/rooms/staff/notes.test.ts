import { randomUUID } from "node:crypto";
import { takenBy } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
let piotr: Person;
let ewa: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
  piotr = await house.hires("consultant", "Piotr");
  ewa = await house.hires("editor", "Ewa");
});
afterAll(() => house.close());

/** What the pages are told while something is done. */
async function toldDuring(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const stops = (["news", "changed", "queue"] as const).map((topic) =>
    house.bus.subscribe(topic, (what) => heard.push(`${topic} ${what}`.trim())),
  );
  await work();
  for (const stop of stops) stop();
  return heard;
}

const noting = (text: string, mentions: string[] = []) => ({ text, mentions, key: randomUUID() });

describe("a private note", () => {
  test("stands beside the thread for colleagues, oldest first, and is no line of it", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    const first = await anna.posts(`conversations/${id}/notes`, noting("  Dzwonić po 15.  "));
    expect(first).toMatchObject({ status: 200, body: { text: "Dzwonić po 15.", by: "Anna", mentions: [] } });
    house.passes(1000);
    await piotr.posts(`conversations/${id}/notes`, noting("Znam tę sprawę."));
    const { body } = await piotr.gets(`conversations/${id}`);
    expect(body.notes.map(({ text, by }: Record<string, string>) => `${by}: ${text}`)).toEqual([
      "Anna: Dzwonić po 15.",
      "Piotr: Znam tę sprawę.",
    ]);
    expect(body.lastSeq).toBe(lastSeq);
    expect(await house.storage.conversations.entriesAfter(id, lastSeq, 10)).toEqual([]);
  });

  test("with the same key ten times at once is written once", async () => {
    const id = await house.conversation();
    const same = noting("Raz.");
    const came = await Promise.all(Array.from({ length: 10 }, () => anna.posts(`conversations/${id}/notes`, same)));
    expect(came.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect((await anna.gets(`conversations/${id}`)).body.notes).toHaveLength(1);
  });

  test("tells those it mentions until they have seen it", async () => {
    const id = await house.conversation();
    const told = await toldDuring(() => anna.posts(`conversations/${id}/notes`, noting("Zerkniesz?", [piotr.id])));
    expect(told).toEqual([`changed ${id}`, "queue"]);
    const [mention] = (await piotr.gets("queue")).body.mentions;
    expect(mention).toMatchObject({ conversationId: id, by: "Anna", text: "Zerkniesz?" });
    expect((await anna.gets("queue")).body.mentions).toEqual([]);
    expect((await piotr.posts(`mentions/${mention.noteId}/seen`)).status).toBe(200);
    expect((await piotr.gets("queue")).body.mentions).toEqual([]);
  });

  test("mentions only people who may read the conversation", async () => {
    const id = await house.conversation();
    for (const stranger of [ewa.id, randomUUID(), ""]) {
      const came = await anna.posts(`conversations/${id}/notes`, noting("Zerkniesz?", [piotr.id, stranger]));
      expect(came.body.error).toEqual({ code: "wrong_body", fields: ["mentions"] });
    }
    expect((await anna.gets(`conversations/${id}`)).body.notes).toEqual([]);
  });

  test.each([
    ["nothing", { text: "  " }],
    ["4001 characters", { text: "a".repeat(4001) }],
    ["somebody else's name", { text: "a", by: "Piotr" }],
  ])("of %s is refused", async (_, body) => {
    const id = await house.conversation();
    const came = await anna.posts(`conversations/${id}/notes`, { ...noting("a"), ...body });
    expect(came).toMatchObject({ status: 400, error: "wrong_body" });
  });

  test("needs a conversation, and leaves no words in the log", async () => {
    expect((await anna.posts(`conversations/${randomUUID()}/notes`, noting("tajne słowa"))).error).toBe("not_found");
    expect(JSON.stringify(house.logged)).not.toContain("tajne");
  });
});

describe("tags", () => {
  test("are put on and taken off, tidied, each once", async () => {
    const id = await house.conversation();
    const first = { add: ["  pilne   sprawy ", "pilne sprawy", "drogi"] };
    expect((await anna.posts(`conversations/${id}/tags`, first)).body.tags.sort()).toEqual(["drogi", "pilne sprawy"]);
    const told = await toldDuring(() => piotr.posts(`conversations/${id}/tags`, { remove: ["drogi", "nie ma"] }));
    expect(told).toEqual([`changed ${id}`, "queue"]);
    expect((await anna.gets(`conversations/${id}`)).body.tags).toEqual(["pilne sprawy"]);
  });

  test("are twenty at most", async () => {
    const id = await house.conversation();
    const twenty = Array.from({ length: 20 }, (_, n) => `etykieta ${n}`);
    expect((await anna.posts(`conversations/${id}/tags`, { add: twenty })).status).toBe(200);
    expect((await anna.posts(`conversations/${id}/tags`, { add: ["jeszcze"] })).error).toBe("too_many");
    expect((await anna.posts(`conversations/${id}/tags`, { add: ["jeszcze"], remove: ["etykieta 3"] })).status).toBe(
      200,
    );
    expect((await anna.gets(`conversations/${id}`)).body.tags).toHaveLength(20);
  });

  test.each([[[""]], [["a".repeat(41)]], ["drogi"]])("%j is refused", async (add) => {
    const id = await house.conversation();
    expect((await anna.posts(`conversations/${id}/tags`, { add })).error).toBe("wrong_body");
  });

  test("need a conversation", async () => {
    expect((await anna.posts(`conversations/${randomUUID()}/tags`, { add: ["a"] })).error).toBe("not_found");
  });
});
