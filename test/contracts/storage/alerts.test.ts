import { randomUUID } from "node:crypto";
import type { Effect, NewAlert } from "../../../src/conversation/outcome";
import { describeOn } from "../../databases";
import { at, type GivenStaff, givenStaff, later } from "../staffGiven";

const alert = (more: Partial<NewAlert> = {}): Effect => ({
  kind: "alert",
  alert: { sameAs: randomUUID(), reason: "danger", text: "pali się w klatce", language: "pl", ...more },
});

describeOn("an alert", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());
  const openIn = async (conversationId: string) =>
    (await given.staff.alerts.open(1000)).filter((one) => one.conversationId === conversationId);

  test("is there with the turn that raised it, and whoever watches the desk is told after the commit", async () => {
    const id = await given.conversation("bot");
    given.alerts.length = 0;
    await given.says(id, "pali się", { effects: [alert({ text: "pali się u [telefon]", language: "uk" })] });
    expect(given.alerts).toEqual([id]);
    expect(await openIn(id)).toEqual([
      {
        id: expect.any(String),
        conversationId: id,
        reason: "danger",
        text: "pali się u [telefon]",
        language: "uk",
        at: later(1),
      },
    ]);
  });

  test("of a repeated turn is written and told once; another reason of the same message is another alert", async () => {
    const id = await given.conversation("bot");
    given.alerts.length = 0;
    const sameAs = randomUUID();
    const same = { effects: [alert({ sameAs })] };
    await given.says(id, "pali się", same);
    await given.says(id, "pali się", same);
    expect(given.alerts).toEqual([id]);
    expect(await openIn(id)).toHaveLength(1);
    await given.says(id, "pali się", { effects: [alert({ sameAs }), alert({ sameAs, reason: "crisis" })] });
    expect((await openIn(id)).map(({ reason }) => reason).sort()).toEqual(["crisis", "danger"]);
  });

  test("of a turn that fails leaves no trace and wakes nobody", async () => {
    const id = await given.conversation("bot");
    given.alerts.length = 0;
    // Refused by the database itself, after the first is written. Only what is not typed can be so wrong.
    const refused = JSON.parse(JSON.stringify(alert()));
    refused.alert.reason = "boredom";
    await expect(given.says(id, "pali się", { effects: [alert(), refused] })).rejects.toThrow("alerts_reason_check");
    expect([await openIn(id), given.alerts]).toEqual([[], []]);
  });

  test("is seen by one person, however many press at once, and all learn who it was", async () => {
    const id = await given.conversation("bot");
    await given.says(id, "pali się", { effects: [alert()] });
    const [open] = await openIn(id);
    const names = ["Anna", "Piotr", "Ewa", "Jan"];
    const people = await Promise.all(names.map((name) => given.account("consultant", name)));
    const see = (person: string, n: number) => given.staff.alerts.see(open?.id ?? "", person, later(n));
    const came = await Promise.all(people.map(see));
    const [first, ...others] = came.filter((one) => one?.isFirst);
    expect(others).toEqual([]);
    expect(came.map((one) => ({ ...one, isFirst: true }))).toEqual(Array(4).fill(first));
    expect(await openIn(id)).toEqual([]);
    expect(await given.staff.alerts.see(randomUUID(), people[0] ?? "", at)).toBeUndefined();
  });

  test("comes before the older ones, and no more than are asked for", async () => {
    const id = await given.conversation("bot");
    await given.says(id, "raz i dwa", { effects: [alert({ text: "raz" }), alert({ text: "dwa" })] });
    await given.storage.db
      .updateTable("alerts")
      .set({ at: later(60) })
      .where("text", "=", "raz")
      .execute();
    await given.storage.db
      .updateTable("alerts")
      .set({ at: later(90) })
      .where("text", "=", "dwa")
      .execute();
    expect((await openIn(id)).map(({ text }) => text)).toEqual(["dwa", "raz"]);
    expect(await given.staff.alerts.open(1)).toMatchObject([{ text: "dwa" }]);
  });
});
