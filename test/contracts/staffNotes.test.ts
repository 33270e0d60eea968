import { randomUUID } from "node:crypto";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

describeOn("private notes", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());

  const note = (conversationId: string, byId: string, change = {}) => {
    return { id: randomUUID(), conversationId, text: "Dzwonić po 15.", byId, mentions: [], at, ...change };
  };

  test("come oldest first, the newest of many, with who wrote them and whom they mention", async () => {
    const { notes } = given.staff;
    const [id, anna, piotr] = [
      await given.conversation(),
      await given.account(),
      await given.account("consultant", "Piotr"),
    ];
    for (const n of [3, 1, 2])
      await notes.add(note(id, anna, { text: `notatka ${n}`, at: later(n), mentions: n === 2 ? [piotr, anna] : [] }));
    const found = await notes.of(id, 2);
    expect(found.map(({ text }) => text)).toEqual(["notatka 2", "notatka 3"]);
    expect(found[0]).toMatchObject({ by: "Anna", byId: anna, mentions: [anna, piotr].sort(), at: later(2) });
    expect(await notes.of(await given.conversation(), 10)).toEqual([]);
  });

  test("are added once per id, however often and at once", async () => {
    const [id, anna] = [await given.conversation(), await given.account()];
    const same = note(id, anna, { mentions: [anna, anna] });
    const added = await Promise.all(Array.from({ length: 10 }, () => given.staff.notes.add(same)));
    expect(added).toEqual(Array(10).fill(true));
    expect(await given.staff.notes.of(id, 10)).toHaveLength(1);
  });

  test("belong to a conversation that exists", async () => {
    expect(await given.staff.notes.add(note(randomUUID(), await given.account()))).toBe(false);
  });

  test("wait for those they mention until each has seen them", async () => {
    const { notes } = given.staff;
    const [id, anna, piotr] = [await given.conversation(), await given.account(), await given.account()];
    const both = note(id, anna, { mentions: [anna, piotr] });
    const newer = note(id, anna, { mentions: [piotr], at: later(9) });
    await notes.add(both);
    await notes.add(newer);
    const waiting = async (account: string) => (await notes.mentioning(account, 10)).map((one) => one.id);
    expect(await waiting(piotr)).toEqual([newer.id, both.id]);
    await notes.seen(both.id, piotr, later(10));
    await notes.seen(both.id, piotr, later(11));
    expect(await waiting(piotr)).toEqual([newer.id]);
    expect(await waiting(anna)).toEqual([both.id]);
  });
});
