import { randomUUID } from "node:crypto";
import type { Effect, NewAlert } from "../../../src/conversation/outcome";
import { here, words } from "./deskWork";
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

/** A conversation with the bot in which somebody may be in danger. */
async function alarmed(text: string, more: Partial<NewAlert> = {}) {
  const id = await house.conversation();
  const alert = { sameAs: randomUUID(), reason: "danger" as const, text, language: "pl" as const, ...more };
  const effects: Effect[] = [{ kind: "alert", alert }];
  await house.says(id, text, { effects });
  return id;
}

type Item = { id: string; conversationId: string };
async function alertsOf(person: Person, ...conversations: string[]): Promise<Item[]> {
  const { alerts }: { alerts: Item[] } = (await person.gets("queue")).body;
  return alerts.filter(({ conversationId }) => conversations.includes(conversationId));
}

describe("an alert", () => {
  test("stands in the desk's list until it is seen, newest first, with all that a glance needs", async () => {
    const older = await alarmed("czuję gaz na klatce");
    house.passes(1000);
    const newer = await alarmed("nie chcę już żyć", { reason: "crisis", language: "uk" });
    const alerts = await alertsOf(anna, older, newer);
    expect(alerts).toEqual([
      {
        id: expect.any(String),
        conversationId: newer,
        reason: "crisis",
        text: "nie chcę już żyć",
        language: "uk",
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
      expect.objectContaining({ conversationId: older, reason: "danger", text: "czuję gaz na klatce" }),
    ]);
    expect((await anna.posts(`alerts/${alerts[0]?.id}/seen`)).status).toBe(200);
    expect(await alertsOf(piotr, older, newer)).toMatchObject([{ conversationId: older }]);
  });

  test("is seen by whoever was first; who comes later reads the same, without a refusal", async () => {
    const id = await alarmed("pali się");
    const [alert] = await alertsOf(anna, id);
    house.logged.length = 0;
    const path = `alerts/${alert?.id}/seen`;
    const first = await anna.posts(path, { by: "Piotr" });
    house.passes(5000);
    const later = await piotr.posts(path);
    expect(first).toMatchObject({ status: 200, body: { by: "Anna" } });
    expect([later.status, later.body]).toEqual([200, first.body]);
    const seen = { event: "staff_alert_seen", fields: { alert: alert?.id, by: anna.id } };
    expect(house.logged.filter(({ event }) => event === seen.event)).toEqual([seen]);
  });

  test("wakes every open page when it is raised and when it is first seen, and only then", async () => {
    const heard: string[] = [];
    const stop = house.bus.subscribe("queue", (note) => heard.push(note));
    const id = await alarmed("ktoś leży na torach");
    expect(heard).toEqual([id]);
    const [alert] = await alertsOf(anna, id);
    await anna.posts(`alerts/${alert?.id}/seen`);
    await piotr.posts(`alerts/${alert?.id}/seen`);
    stop();
    expect(heard).toHaveLength(2);
  });

  test("lets a consultant take over though nobody asked for a person and the bot answers", async () => {
    const id = await alarmed("sąsiad bije żonę");
    await here(anna);
    const taken = await anna.posts(`conversations/${id}/take`);
    expect(taken).toMatchObject({ status: 200, body: { speaker: "consultant", holder: { name: "Anna" } } });
    expect((await anna.posts(`conversations/${id}/say`, words("Jestem.", taken.body.lastSeq))).status).toBe(200);
    expect(await alertsOf(anna, id)).toEqual([]);
  });

  test("that never was cannot be seen", async () => {
    for (const id of [randomUUID(), "a'b", "%E2%82%AC"])
      expect(await anna.posts(`alerts/${id}/seen`)).toMatchObject({ status: 404, error: "not_found" });
  });

  test("leaves no words of the resident in the log", async () => {
    await alarmed("tajemnicze słowa z alarmu");
    expect(JSON.stringify(house.logged)).not.toContain("tajemnicze");
  });
});
