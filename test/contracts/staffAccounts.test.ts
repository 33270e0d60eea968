import { randomUUID } from "node:crypto";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later } from "./staffGiven";

describeOn("accounts, sessions and failed logins", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());

  describe("accounts", () => {
    test("with one login there is one, however many are added at once", async () => {
      const login = `same-${randomUUID()}`;
      const adding = Array.from({ length: 8 }, () =>
        given.staff.accounts.add({ id: randomUUID(), login, name: "A", role: "editor", passwordHash: "h" }, at),
      );
      expect((await Promise.all(adding)).sort()).toEqual(["added", ...Array(7).fill("login_taken")]);
    });

    test("two administrators who demote each other at once leave one", async () => {
      const [one, two] = [await given.account("admin"), await given.account("admin")];
      const demote = (id: string) => given.staff.accounts.change(id, { role: "editor" }, at);
      expect((await Promise.all([demote(one), demote(two)])).sort()).toEqual(["changed", "last_administrator"]);
      expect(await given.staff.accounts.change(randomUUID(), { name: "B" }, at)).toBe("not_found");
    });

    test("lose their sessions with a new password, and when disabled", async () => {
      const id = await given.account();
      const open = async () => {
        const tokenHash = randomUUID();
        await given.staff.sessions.open({ tokenHash, accountId: id }, at);
        return tokenHash;
      };
      const first = await open();
      expect(await given.staff.sessions.find(first)).toMatchObject({
        account: { id },
        createdAt: at,
        lastActiveAt: at,
      });
      await given.staff.accounts.setPassword(id, { hash: "new", mustChange: false }, at);
      expect(await given.staff.sessions.find(first)).toBeUndefined();
      const second = await open();
      await given.staff.accounts.change(id, { disabled: true }, at);
      expect(await given.staff.sessions.find(second)).toBeUndefined();
      await given.staff.accounts.change(id, { disabled: false }, at);
      expect(await given.staff.sessions.find(second)).toBeUndefined();
    });

    test("keep a password that is in use when a one-time one was meant to be renewed", async () => {
      const id = await given.account();
      const renew = (onlyIfSetBefore: Date) =>
        given.staff.accounts.setPassword(id, { hash: "again", mustChange: true, onlyIfSetBefore }, later(100));
      expect(await renew(at)).toBe(false);
      expect(await renew(later(1))).toBe(true);
      await given.staff.accounts.setPassword(id, { hash: "own", mustChange: false }, later(101));
      expect(await renew(later(500))).toBe(false);
    });
  });

  describe("sessions", () => {
    test("are touched forwards only, and forgotten when too old", async () => {
      const [tokenHash, accountId] = [randomUUID(), await given.account()];
      await given.staff.sessions.open({ tokenHash, accountId }, at);
      await given.staff.sessions.touch(tokenHash, later(60));
      await given.staff.sessions.touch(tokenHash, later(30));
      expect((await given.staff.sessions.find(tokenHash))?.lastActiveAt).toEqual(later(60));
      await given.staff.sessions.forget({ createdAt: at, lastActiveAt: later(60) });
      expect(await given.staff.sessions.find(tokenHash)).toBeDefined();
      await given.staff.sessions.forget({ createdAt: at, lastActiveAt: later(61) });
      expect(await given.staff.sessions.find(tokenHash)).toBeUndefined();
    });
  });

  describe("failed logins", () => {
    const locks = [0, 0, 60, 120];
    const old = later(-3600);

    test("lock for the time of the n-th one, and each counts once, also at once", async () => {
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => given.staff.failures.count(key, locks, at, old)),
      );
      expect(answers.filter((until) => until === undefined)).toHaveLength(3);
      expect(answers.filter((until) => until !== undefined)).toEqual(Array(7).fill(later(60)));
      expect(await given.staff.failures.count(key, locks, later(60), old)).toBeUndefined();
      expect(await given.staff.failures.count(key, locks, later(61), old)).toEqual(later(180));
      expect(await given.staff.failures.count(key, locks, later(200), old)).toBeUndefined();
      expect(await given.staff.failures.count(key, locks, later(201), old)).toEqual(later(320));
    });

    test("are forgotten after a success and after a long time", async () => {
      const [key, other] = [randomUUID(), randomUUID()];
      for (const one of [key, other]) for (let n = 0; n < 3; n++) await given.staff.failures.count(one, locks, at, old);
      await given.staff.failures.clear([key]);
      expect(await given.staff.failures.count(key, locks, later(1), old)).toBeUndefined();
      expect(await given.staff.failures.count(other, locks, later(1), old)).toEqual(later(60));
      expect(await given.staff.failures.count(other, locks, later(9000), later(5000))).toBeUndefined();
      expect(await given.staff.failures.count(other, locks, later(9001), later(5000))).toBeUndefined();
    });
  });
});
