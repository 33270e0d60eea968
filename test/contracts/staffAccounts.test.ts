import { randomUUID } from "node:crypto";
import { describeOn } from "../databases";
import { at, everySkill, type GivenStaff, givenStaff, later } from "./staffGiven";

const browser = { device: "Firefox", viaProvider: false };

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
        given.staff.accounts.add(
          { id: randomUUID(), login, name: "A", role: "editor", passwordHash: "h", ...everySkill },
          at,
        ),
      );
      expect((await Promise.all(adding)).sort()).toEqual(["added", ...Array(7).fill("login_taken")]);
    });

    test("two administrators who demote each other at once leave one", async () => {
      const [one, two] = [await given.account("administrator"), await given.account("administrator")];
      const demote = (id: string) => given.staff.accounts.change(id, { role: "editor" }, at);
      expect((await Promise.all([demote(one), demote(two)])).sort()).toEqual(["changed", "last_administrator"]);
      expect(await given.staff.accounts.change(randomUUID(), { name: "B" }, at)).toBe("not_found");
    });

    test("lose their sessions with a new password, and when disabled", async () => {
      const id = await given.account();
      const open = async () => {
        const tokenHash = randomUUID();
        await given.staff.sessions.open({ tokenHash, accountId: id, ...browser }, at);
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

  describe("skills and teams", () => {
    test("of an account are kept, changed, and those of removed teams are gone", async () => {
      const [east, west] = [String(randomUUID()), String(randomUUID())];
      for (const id of [east, west]) await given.staff.teams.add({ id, name: `Team ${id}`, members: [] }, at);
      const id = await given.account();
      const skills = {
        capacity: 2,
        languages: ["uk" as const, "pl" as const],
        areas: ["odpady"],
        teams: [east, "none"],
      };
      await given.staff.accounts.change(id, skills, at);
      expect(await given.staff.accounts.withId(id)).toMatchObject({ ...skills, teams: [east] });
      await given.staff.accounts.change(id, { teams: [west] }, at);
      expect(await given.staff.teams.remove(west)).toBe(true);
      expect(await given.staff.teams.remove(west)).toBe(false);
      expect(await given.staff.accounts.withId(id)).toMatchObject({ capacity: 2, teams: [] });
    });

    test("a team has one name, and only people there are", async () => {
      const { teams } = given.staff;
      const [id, other, anna] = [String(randomUUID()), String(randomUUID()), await given.account()];
      const name = `Team ${id}`;
      expect(await teams.add({ id, name, members: [anna, anna] }, at)).toBe("added");
      expect(await teams.add({ id: other, name, members: [] }, at)).toBe("name_taken");
      expect(await teams.add({ id: other, name: `Team ${other}`, members: ["nobody"] }, at)).toBe("not_found");
      expect((await teams.all()).filter((team) => [id, other].includes(team.id))).toEqual([
        { id, name, members: [{ id: anna, name: "Anna" }] },
      ]);
      expect(await teams.change(other, { name, members: [] })).toBe("not_found");
      await teams.add({ id: other, name: `Team ${other}`, members: [anna] }, at);
      expect(await teams.change(other, { name, members: [] })).toBe("name_taken");
      expect(await teams.change(id, { name, members: ["nobody"] })).toBe("not_found");
      expect((await teams.all()).find((team) => team.id === id)?.members).toHaveLength(1);
      expect(await teams.change(id, { name, members: [] })).toBe("changed");
      expect((await teams.all()).find((team) => team.id === id)?.members).toEqual([]);
    });
  });

  describe("second factors", () => {
    const factor = (sealed: string) => ({ sealed, recoveryHashes: ["one", "two"], step: 100 });

    test("are in force only once confirmed, and only the newest secret can be", async () => {
      const { accounts } = given.staff;
      const id = await given.account();
      await accounts.beginSecondFactor(id, "first");
      await accounts.beginSecondFactor(id, "second");
      expect(await accounts.withId(id)).toMatchObject({ secondFactor: false, totpPending: "second" });
      expect(await accounts.setSecondFactor(id, factor("first"))).toBe(false);
      expect(await accounts.setSecondFactor(id, factor("second"))).toBe(true);
      const set = await accounts.withId(id);
      expect(set).toMatchObject({ secondFactor: true, totpSealed: "second" });
      expect(set).not.toHaveProperty("totpPending");
      expect(await accounts.beginSecondFactor(id, "third")).toBe(false);
    });

    test("take each time step and each recovery code once, also at once, and never an older step", async () => {
      const { accounts } = given.staff;
      const id = await given.account();
      await accounts.beginSecondFactor(id, "s");
      await accounts.setSecondFactor(id, factor("s"));
      const atOnce = async (code: { step: number } | { recoveryHash: string }) => {
        const spent = await Promise.all(Array.from({ length: 6 }, () => accounts.spendCode(id, code)));
        return spent.filter(Boolean).length;
      };
      expect(await atOnce({ step: 100 })).toBe(0);
      expect(await atOnce({ step: 101 })).toBe(1);
      expect(await atOnce({ step: 99 })).toBe(0);
      expect(await atOnce({ recoveryHash: "one" })).toBe(1);
      expect(await atOnce({ recoveryHash: "three" })).toBe(0);
      expect(await accounts.removeSecondFactor(id)).toBe(true);
      expect(await accounts.removeSecondFactor(id)).toBe(false);
      expect(await atOnce({ recoveryHash: "two" })).toBe(0);
    });
  });

  test("a subject of the identity provider is tied to one account, and an account to one subject", async () => {
    const { accounts } = given.staff;
    const [one, two, subject] = [await given.account(), await given.account(), randomUUID()];
    const tied = await Promise.all(Array.from({ length: 4 }, () => accounts.tie(one, subject)));
    expect(tied.filter(Boolean)).toHaveLength(1);
    expect(await accounts.tie(two, subject)).toBe(false);
    expect(await accounts.tie(one, randomUUID())).toBe(false);
    expect(await accounts.withSubject(subject)).toMatchObject({ id: one, oidc: true });
    expect(await accounts.withSubject(randomUUID())).toBeUndefined();
  });

  describe("sessions", () => {
    test("are listed, and ended one by one or all", async () => {
      const { sessions } = given.staff;
      const [mine, other] = [await given.account(), await given.account()];
      const open = (accountId: string, device: string, seconds: number) =>
        sessions.open({ tokenHash: randomUUID(), accountId, device, viaProvider: false }, later(seconds));
      await open(mine, "Firefox", 0);
      await open(mine, "Safari", 5);
      await open(other, "Edge", 5);
      const listed = await sessions.of(mine);
      expect(listed.map(({ device }) => device)).toEqual(["Safari", "Firefox"]);
      expect(await sessions.endOf(other, listed[0]?.id)).toBe(0);
      expect(await sessions.endOf(mine, listed[0]?.id)).toBe(1);
      expect(await sessions.endOf(mine)).toBe(1);
      expect(await sessions.of(other)).toHaveLength(1);
    });

    test("are touched forwards only, and forgotten when too old", async () => {
      const [tokenHash, accountId] = [randomUUID(), await given.account()];
      await given.staff.sessions.open({ tokenHash, accountId, ...browser }, at);
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
