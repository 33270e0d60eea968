import { randomUUID } from "node:crypto";
import { makeOffers } from "../../../src/staff/queue/offers";
import { runTimers } from "../../../src/staff/queue/timers";
import { residentLeaves } from "../../../src/staff/residentLeaves";
import { here, ids, takenBy, words } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
let piotr: Person;
let ewa: Person;
const team = randomUUID();
beforeAll(async () => {
  house = await openStaffHouse("embedded", { settings: { offerSeconds: 45 } });
  anna = await house.hires("consultant", "Anna");
  piotr = await house.hires("consultant", "Piotr");
  ewa = await house.hires("supervisor", "Ewa");
  await house.storage.staff.teams.add({ id: team, name: "Wydział Podatków", members: [piotr.id] }, house.now());
});
afterAll(() => house.close());
afterEach(async () => {
  await house.storage.db.deleteFrom("conversations").execute();
  await house.storage.db.deleteFrom("staff_presence").execute();
});

const seen = async (id: string) => (await anna.gets(`conversations/${id}`)).body;
const transfer = (id: string, to: object, more: object = {}, by = anna) =>
  by.posts(`conversations/${id}/transfer`, { to, note: "", ...more });

describe("a conversation is passed on", () => {
  test("to a person: the resident reads to whom, and it is theirs to accept, for twice the usual time", async () => {
    const { id } = await takenBy(anna, house);
    await here(piotr);
    const before = house.now().getTime();
    expect((await transfer(id, { account: piotr.id }, { note: "chodzi o podatek" })).status).toBe(200);
    const view = await seen(id);
    expect(view).toMatchObject({
      speaker: "waiting",
      offered: { to: { id: piotr.id } },
      notes: [{ text: "chodzi o podatek" }],
    });
    expect(Date.parse(view.offered.until)).toBeGreaterThanOrEqual(before + 90_000);
    expect(view.entries.at(-1)).toMatchObject({ occasion: "transferred", text: expect.stringContaining("Piotr") });
    expect((await anna.posts(`conversations/${id}/say`, words("jeszcze ja", view.lastSeq))).error).toBe("not_yours");
    expect((await piotr.posts(`conversations/${id}/accept`)).body).toMatchObject({
      speaker: "consultant",
      holder: { name: "Piotr" },
    });
  });

  test("who does not take it lets it go to the open queue, but not back to where it came from", async () => {
    const { id } = await takenBy(anna, house);
    await here(piotr);
    await transfer(id, { account: piotr.id });
    house.passes(91_000);
    for (const person of [anna, piotr]) await here(person);
    await runTimers(house.parts);
    await makeOffers(house.parts);
    expect((await seen(id)).offered).toBeUndefined();
    await here(ewa);
    await makeOffers(house.parts);
    expect((await seen(id)).offered.to.id).toBe(ewa.id);
  });

  test("to a team: only its members are asked, and it stands before those who came later", async () => {
    const { id } = await takenBy(anna, house);
    house.passes(1000);
    const later = await house.conversation({ speaker: "waiting" });
    await here(piotr);
    await here(ewa);
    expect((await transfer(id, { team })).status).toBe(200);
    expect(ids((await anna.gets("queue")).body.waiting)).toEqual([id, later]);
    await makeOffers(house.parts);
    const view = await seen(id);
    expect(view).toMatchObject({ team: { name: "Wydział Podatków" }, offered: { to: { id: piotr.id } } });
    expect(view.entries.at(-1).text).toContain("Wydział Podatków");
  });

  test("to nobody who is there only when that is meant", async () => {
    const { id } = await takenBy(anna, house);
    expect((await transfer(id, { account: piotr.id })).error).toBe("nobody_there");
    expect((await transfer(id, { team })).error).toBe("nobody_there");
    await here(piotr, false);
    expect((await transfer(id, { team })).error).toBe("nobody_there");
    expect((await seen(id)).speaker).toBe("consultant");
    expect((await transfer(id, { team }, { evenIfGone: true })).status).toBe(200);
    expect((await seen(id)).speaker).toBe("waiting");
  });

  test("neither to oneself, nor to nobody, nor to who does not work at the desk", async () => {
    const { id } = await takenBy(anna, house);
    const analyst = await house.hires("analyst");
    expect((await transfer(id, { account: anna.id })).error).toBe("yourself");
    for (const to of [{ account: randomUUID() }, { team: randomUUID() }, { account: analyst.id }])
      expect((await transfer(id, to, { evenIfGone: true })).status).toBe(404);
    expect((await transfer(randomUUID(), { account: ewa.id }, { evenIfGone: true })).status).toBe(404);
  });

  test("by its holder or a supervisor, not by another consultant", async () => {
    const { id } = await takenBy(anna, house);
    await here(piotr);
    expect((await transfer(id, { team }, {}, piotr)).body.error).toEqual({ code: "not_yours", by: "Anna" });
    expect((await transfer(id, { team }, {}, ewa)).status).toBe(200);
    await piotr.posts(`conversations/${id}/take`);
    await piotr.posts(`conversations/${id}/close`, { reason: "solved", note: "" });
    expect((await transfer(id, { team }, {}, ewa)).error).toBe("closed");
  });
});

describe("a supervisor gives conversations away", () => {
  test.each(["bot", "waiting", "consultant"] as const)("one that is with %s", async (speaker) => {
    const id = speaker === "consultant" ? (await takenBy(anna, house)).id : await house.conversation({ speaker });
    expect((await ewa.posts(`conversations/${id}/assign`, { account: piotr.id })).status).toBe(200);
    const view = await seen(id);
    expect(view).toMatchObject({ speaker: "consultant", holder: { name: "Piotr" } });
    expect(view.entries.at(-1)).toMatchObject({ occasion: "consultant_joined", authorName: "Piotr" });
    const again = await ewa.posts(`conversations/${id}/assign`, { account: piotr.id });
    expect([again.status, (await seen(id)).lastSeq]).toEqual([200, view.lastSeq]);
  });

  test("but not to nobody, and nothing that is closed", async () => {
    const { id } = await takenBy(anna, house);
    expect((await ewa.posts(`conversations/${id}/assign`, { account: randomUUID() })).status).toBe(404);
    await anna.posts(`conversations/${id}/close`, { reason: "solved", note: "" });
    expect((await ewa.posts(`conversations/${id}/assign`, { account: piotr.id })).error).toBe("closed");
  });
});

test("colleagues are told with who is there and how much they hold", async () => {
  await takenBy(anna, house);
  await here(piotr, false);
  const { people, teams } = (await ewa.gets("colleagues")).body;
  const known = Object.fromEntries(people.map((one: { id: string }) => [one.id, one]));
  expect(known[anna.id]).toMatchObject({ name: "Anna", present: true, available: true, holds: 1, capacity: 4 });
  expect(known[piotr.id]).toMatchObject({ present: true, available: false, holds: 0, languages: ["pl"], areas: [] });
  expect(people.every((one: object) => !("role" in one))).toBe(true);
  expect(teams).toEqual([{ id: team, name: "Wydział Podatków", present: 0 }]);
  await here(piotr);
  expect((await ewa.gets("colleagues")).body.teams[0].present).toBe(1);
});

describe("the resident ends the chat", () => {
  test("while waiting: out of the queue, counted as left", async () => {
    const id = await house.conversation({ speaker: "waiting" });
    await Promise.all([residentLeaves(id, house.parts), residentLeaves(id, house.parts)]);
    expect((await anna.gets("queue")).body.waiting).toEqual([]);
    const waits = await house.storage.db.selectFrom("queue_waits").select("how").execute();
    expect(waits).toEqual([{ how: "resident_left" }]);
    expect(await seen(id)).toMatchObject({ speaker: "bot" });
    expect(await house.storage.staff.timers.due(new Date("2100-01-01"), 10)).toEqual([]);
  });

  test("while a consultant has it: the consultant reads so once, and owes no answer", async () => {
    const { id } = await takenBy(anna, house);
    await house.says(id, "to wszystko, dziękuję", { effects: [{ kind: "await_consultant" }] });
    for (let n = 0; n < 3; n++) await residentLeaves(id, house.parts);
    const view = await seen(id);
    expect(view.entries.filter((entry: { occasion?: string }) => entry.occasion === "resident_left")).toHaveLength(1);
    expect(view).toMatchObject({ speaker: "consultant", holder: { name: "Anna" } });
    expect(await house.storage.staff.timers.due(new Date("2100-01-01"), 10)).toEqual([]);
  });

  test("while the bot speaks, or of a conversation nobody knows: nothing happens", async () => {
    const id = await house.conversation();
    const { lastSeq } = await seen(id);
    await residentLeaves(id, house.parts);
    await residentLeaves(randomUUID(), house.parts);
    expect((await seen(id)).lastSeq).toBe(lastSeq);
  });
});
