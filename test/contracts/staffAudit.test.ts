import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

describeOn("the audit log", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());

  const anna = { id: randomUUID(), login: "anna" };
  const piotr = { id: randomUUID(), login: "piotr" };
  const look = (by: typeof anna, id: string, seconds: number) =>
    given.staff.audit.note({
      at: later(seconds),
      by,
      act: "looked_at_conversation",
      subject: { kind: "conversation", id },
      details: {},
    });
  const lines = (wanted: Partial<Parameters<GivenStaff["staff"]["audit"]["lines"]>[0]>) =>
    given.staff.audit.lines({ most: 100, ...wanted });

  test("tells who did what to what, newest first, by person, act and subject, page by page", async () => {
    await look(anna, "k1", 0);
    await look(piotr, "k1", 1);
    await look(anna, "k2", 2);
    await given.staff.audit.note({ at: later(3), act: "login_refused", details: { because: "wrong_password" } });

    const [newest, ...older] = await lines({});
    expect(newest).toEqual({
      id: expect.any(String),
      at: later(3),
      act: "login_refused",
      details: { because: "wrong_password" },
    });
    expect(older.map(({ by, subject }) => `${by?.login} ${subject?.id}`)).toEqual(["anna k2", "piotr k1", "anna k1"]);
    expect(await lines({ accountId: piotr.id })).toHaveLength(1);
    expect(await lines({ subjectId: "k1" })).toHaveLength(2);
    expect(await lines({ act: "login_refused" })).toHaveLength(1);
    const [first, second, third] = await lines({ most: 3 });
    expect(await lines({ before: third?.id ?? "" })).toEqual(older.slice(-1));
    expect([first?.id, second?.id]).toEqual([newest?.id, older[0]?.id]);
  });

  test("knows what was noted since", async () => {
    await look(anna, "k3", 60);
    const noted = (who: typeof anna, seconds: number) =>
      given.staff.audit.noted({
        accountId: who.id,
        act: "looked_at_conversation",
        subjectId: "k3",
        since: later(seconds),
      });
    expect(await noted(anna, 59)).toBe(true);
    expect(await noted(anna, 60)).toBe(false);
    expect(await noted(piotr, 0)).toBe(false);
  });

  test("can be neither changed nor shortened, by anybody", async () => {
    await given.staff.audit.note({ at, by: anna, act: "account_added", details: {} });
    const before = await lines({});
    const { db } = given.storage;
    for (const statement of [
      sql`update audit_log set login = 'nobody'`,
      sql`update audit_log set login = 'nobody' where false`,
      sql`delete from audit_log`,
      sql`truncate audit_log`,
      sql`insert into audit_log (at, act, details) values (now(), 'x', '{}') on conflict (id) do update set act = 'y'`,
    ])
      await expect(statement.execute(db)).rejects.toThrow("the audit log is append-only");
    expect(await lines({})).toEqual(before);
  });
});
