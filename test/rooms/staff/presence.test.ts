import { watchPresence } from "../../../src/staff/presence";
import { here } from "./deskWork";
import type { Person } from "./person";
import { openStaffHouse, PASSWORD, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
});
afterAll(() => house.close());

describe("the desk", () => {
  const hours = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
    exceptions: [{ date: "2031-03-04", open: [{ from: "08:00", to: "12:00" }], why: "test" }],
  };
  const quiet = () => {};
  const parts = () => ({
    presence: house.storage.staff.presence,
    queue: house.storage.staff.queue,
    hours,
    bus: house.bus,
    log: { info: quiet, warn: quiet, error: quiet },
    now: house.now,
  });
  const until = async (holds: () => boolean) => {
    for (let tries = 0; tries < 400 && !holds(); tries++) await new Promise((r) => setTimeout(r, 25));
    expect(holds()).toBe(true);
  };

  test("is open while somebody available is there, whatever the hours, and empties when the page is gone", async () => {
    const watched = await watchPresence(parts());
    expect(watched.desk()).toEqual({ open: false, present: 0, free: 0 });
    await here(anna);
    await until(() => watched.desk().present === 1);
    expect(watched.desk()).toEqual({ open: true, present: 1, free: 4 });
    await here(anna, false);
    await until(() => watched.desk().present === 0);
    await here(anna);
    await until(() => watched.desk().present === 1);
    house.passes(46_000);
    await until(() => watched.desk().present === 0);
    watched.close();
  });

  test("tells when it opens next, and is open then even before anybody came", async () => {
    const at = (iso: string) => ({ ...parts(), now: () => new Date(iso) });
    const before = await watchPresence(at("2031-03-03T12:00:00Z"));
    expect(before.desk()).toEqual({ open: false, present: 0, free: 0, opensAt: new Date("2031-03-04T07:00:00Z") });
    const during = await watchPresence(at("2031-03-04T08:00:00Z"));
    expect(during.desk()).toEqual({ open: true, present: 0, free: 0 });
    before.close();
    during.close();
  });

  test("tells how long people waited lately, from five on, and only while somebody is there", async () => {
    const minutes = async (...waits: number[]) => {
      for (const wait of waits) {
        const id = await house.conversation({ speaker: "waiting" });
        house.passes(wait * 60_000);
        await anna.logsIn(anna.login, PASSWORD);
        await here(anna);
        await anna.posts(`conversations/${id}/take`);
      }
    };
    const wait = async () => {
      const watched = await watchPresence(parts());
      watched.close();
      return watched.desk().wait;
    };
    await minutes(3, 4, 5, 6);
    expect(await wait()).toBeUndefined();
    await minutes(20);
    expect(await wait()).toMatchObject({ fromMinutes: 3, toMinutes: 7 });
    await here(anna, false);
    expect(await wait()).toBeUndefined();
    house.passes(3 * 60 * 60_000);
    await anna.logsIn(anna.login, PASSWORD);
    await here(anna);
    expect(await wait()).toBeUndefined();
    await here(anna, false);
  });

  test("counts a person once, however many pages are open, and a disabled one not at all", async () => {
    const admin = await house.hires("administrator");
    const piotr = await house.hires("consultant", "Piotr");
    for (let n = 0; n < 3; n++) await here(piotr);
    const since = new Date(house.now().getTime() - 45_000);
    expect(await house.storage.staff.presence.count(since)).toEqual({ present: 1, free: 4 });
    await admin.patches(`accounts/${piotr.id}`, { disabled: true });
    expect(await house.storage.staff.presence.count(since)).toEqual({ present: 0, free: 0 });
  });
});
