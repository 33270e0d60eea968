import { randomUUID } from "node:crypto";
import { openSearchIndex } from "../../../src/staff/searchIndex";
import { ids, takenBy } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
});
afterAll(() => house.close());

const open = (house: StaffHouse) => openSearchIndex(house.parts);
const caughtUp = async () => {
  while ((await house.storage.staff.search.behind(1)).length > 0) await new Promise((later) => setTimeout(later, 20));
};
const list = async (query: string) => {
  const { status, body } = await anna.gets(`conversations?${query}`);
  expect(status).toBe(200);
  return body;
};
const found = async (q: string) => ids((await list(`q=${encodeURIComponent(q)}`)).items);

describe("searching conversations", () => {
  let index: ReturnType<typeof open>;
  beforeAll(() => {
    index = open(house);
  });
  afterAll(() => index.close());

  test("finds what people said in any inflection and without diacritics, never what the bot said", async () => {
    const id = await house.conversation({ said: ["zgłosiłam dziurę na Długiej"] });
    await house.conversation({ said: ["pytam o paszport"] });
    await caughtUp();
    for (const q of ["zgłoszenia o dziurach", "Dluga", "dziur", "DZIURĘ dluga"]) expect(await found(q)).toEqual([id]);
    expect(await found("bot")).toEqual([]);
    expect(await found("dziura paszport")).toEqual([]);
  });

  test("finds a conversation by the number of a request that only the bot named", async () => {
    const replies = [{ text: "Przyjęte: KR-2026-000123-7." }];
    const id = await house.conversation();
    await house.says(id, "zgłaszam", { replies });
    await caughtUp();
    expect(await found("kr-2026-000123-7")).toEqual([id]);
    expect(await found("KR-2026-000124-7")).toEqual([]);
  });

  test("finds what a consultant answered, and a word of a moment ago", async () => {
    const { id, lastSeq } = await takenBy(anna, house);
    const said = { text: "Wysyłam wzór upoważnienia", lastSeq, key: randomUUID() };
    expect((await anna.posts(`conversations/${id}/say`, said)).status).toBe(200);
    await caughtUp();
    expect(await found("wzory upoważnień")).toEqual([id]);
  });

  test("finds a private note, by the desk that may read it", async () => {
    const id = await house.conversation();
    await house.storage.staff.notes.add({
      id: randomUUID(),
      conversationId: id,
      text: "dzwoniła sekretarka burmistrza",
      byId: anna.id,
      mentions: [],
      at: house.now(),
    });
    await house.bus.publish("changed", id);
    await caughtUp();
    expect(await found("sekretarki burmistrz")).toEqual([id]);
  });
});

describe("the index behind the conversations", () => {
  test("reads at its start what nobody had read, also when several start at once", async () => {
    const id = await house.conversation({ said: ["hulajnogi na Plantach"] });
    expect(await found("hulajnoga")).toEqual([]);
    const several = [open(house), open(house), open(house)];
    await caughtUp();
    await Promise.all(several.map((one) => one.close()));
    expect(await found("hulajnoga")).toEqual([id]);
  });

  test("is not kept from the rest by a failure, and finds what that left undone", async () => {
    const { search } = house.parts.store;
    let failures = 0;
    const failing: typeof search = {
      ...search,
      index: async () => {
        failures++;
        throw new Error("baza nie odpowiada");
      },
    };
    const broken = openSearchIndex({ ...house.parts, store: { ...house.parts.store, search: failing } });
    const id = await house.conversation({ said: ["rzeźba smoka"] });
    while (failures === 0) await new Promise((later) => setTimeout(later, 20));
    await broken.close();
    expect(house.logged.map(({ event }) => event)).toContain("search_index_failed");
    const whole = open(house);
    await caughtUp();
    await whole.close();
    expect(await found("smok rzeźby")).toEqual([id]);
  });
});

describe("lists", () => {
  test("are narrowed by what there is to narrow by", async () => {
    const id = await house.conversation({ channel: "telegram", memory: { language: "uk" } });
    await house.storage.staff.desk.tag(id, { add: ["pilne"], remove: [], most: 20 });
    const { body } = await anna.gets("filters");
    expect(body.channels).toEqual(expect.arrayContaining(["telegram", "web"]));
    expect(body.tags).toContain("pilne");
    expect(body.areas.length).toBeGreaterThan(0);
    expect(ids((await list("channel=telegram&tag=pilne&view=all")).items)).toEqual([id]);
    expect(ids((await list("tag=pilne&area=&team=&q=")).items)).toEqual([id]);
    expect((await list("tag=nieznana")).items).toEqual([]);
  });

  test("come page by page, newest first, none twice, none left out", async () => {
    const made = [];
    for (let n = 0; n < 55; n++) {
      house.passes(1);
      made.push(await house.conversation({ channel: "email" }));
    }
    const first = await list("channel=email");
    await house.conversation({ channel: "email" });
    const second = await list(`channel=email&before=${encodeURIComponent(first.next)}`);
    expect(first.items).toHaveLength(50);
    expect(second.next).toBeUndefined();
    expect(ids([...first.items, ...second.items])).toEqual(made.reverse());
  });

  test("a cursor nobody can read asks for the first page", async () => {
    const first = ids((await list("")).items);
    for (const cursor of ["x", "~", "~a", "2026-11-20T10:00:00Z~", "9999-99-99~a", "x".repeat(500)])
      expect(ids((await list(`before=${cursor}`)).items)).toEqual(first);
  });

  test("what cannot be asked is refused by field", async () => {
    const refused = await anna.gets(`conversations?view=secret&language=xx&q=${"x".repeat(201)}`);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toEqual({ code: "wrong_body", fields: ["view", "q", "language"] });
    expect((await anna.gets("conversations?q=a%00b")).status).toBe(400);
  });

  test("are for the desk only", async () => {
    const analyst = await house.hires("analyst");
    for (const path of ["conversations", "filters"]) expect((await analyst.gets(path)).status).toBe(403);
    expect((await house.visitor().gets("conversations")).status).toBe(401);
  });
});
