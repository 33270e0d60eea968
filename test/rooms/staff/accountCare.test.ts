import { randomUUID } from "node:crypto";
import type { AccountView, OpenSessionView, TeamView } from "../../../src/staff/wire";
import type { Person } from "./person";
import { openStaffHouse, PASSWORD, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let ewa: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("administrator", "Ewa");
});
afterAll(() => house.close());

const listed = async (id: string): Promise<AccountView | undefined> =>
  (await ewa.gets("accounts")).body.accounts.find((account: AccountView) => account.id === id);

describe("skills", () => {
  test("are given with the account or later, within limits", async () => {
    const login = `olena-${randomUUID().slice(0, 8)}`;
    const skills = { capacity: 2, languages: ["uk", "pl"], areas: ["odpady"], teams: [] };
    const { account } = (await ewa.posts("accounts", { login, name: "Olena", role: "consultant", ...skills })).body;
    expect(account).toMatchObject({ ...skills, secondFactor: false, oidc: false });
    await ewa.patches(`accounts/${account.id}`, { capacity: 0, languages: ["en"] });
    expect(await listed(account.id)).toMatchObject({ capacity: 0, languages: ["en"], areas: ["odpady"] });
    for (const wrong of [{ capacity: 21 }, { capacity: -1 }, { languages: [] }, { languages: ["de"] }])
      expect((await ewa.patches(`accounts/${account.id}`, wrong)).error).toBe("wrong_body");
  });
});

describe("teams", () => {
  test("are made, changed and removed; the names are different", async () => {
    const anna = await house.hires("consultant", "Anna");
    const name = `Odpady ${randomUUID()}`;
    const { id } = (await ewa.posts("teams", { name, members: [anna.id] })).body;
    const team = async () => (await ewa.gets("teams")).body.teams.find((one: TeamView) => one.id === id);
    expect(await team()).toEqual({ id, name, members: [{ id: anna.id, name: "Anna" }] });
    expect((await listed(anna.id))?.teams).toEqual([id]);

    expect((await ewa.posts("teams", { name, members: [] })).error).toBe("name_taken");
    expect((await ewa.posts("teams", { name: "Inny", members: ["nikt"] })).error).toBe("wrong_body");
    expect((await ewa.patches(`teams/${id}`, { name: `${name}!`, members: [] })).status).toBe(200);
    expect(await team()).toMatchObject({ name: `${name}!`, members: [] });
    expect((await ewa.posts(`teams/${id}/remove`)).status).toBe(200);
    expect((await ewa.posts(`teams/${id}/remove`)).error).toBe("not_found");
    expect((await ewa.patches(`teams/${id}`, { name, members: [] })).error).toBe("not_found");
  });
});

describe("open sessions", () => {
  const sessionsOf = async (person: Person, path = "sessions"): Promise<OpenSessionView[]> =>
    (await person.gets(path)).body.sessions;
  const isIn = async (person: Person) => (await person.gets("session")).status === 200;
  const second = async ({ login }: Person) => {
    const elsewhere = house.visitor();
    await elsewhere.logsIn(login, PASSWORD);
    return elsewhere;
  };

  test("are listed to oneself, without what would let anybody in, and can be ended there", async () => {
    const anna = await house.hires("consultant");
    const elsewhere = await second(anna);
    const sessions = await sessionsOf(anna);
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    expect(Object.keys(sessions[0] ?? {}).sort()).toEqual(["createdAt", "current", "device", "id", "lastActiveAt"]);
    const other = sessions.find(({ current }) => !current)?.id;
    expect((await anna.posts(`sessions/${other}/end`)).status).toBe(200);
    expect([await isIn(anna), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await anna.posts(`sessions/${other}/end`)).error).toBe("not_found");
  });

  test("that ran out are not shown", async () => {
    const anna = await house.hires("consultant");
    house.passes(29 * 60_000);
    const elsewhere = await second(anna);
    house.passes(2 * 60_000);
    expect(await sessionsOf(elsewhere)).toHaveLength(1);
    await ewa.logsIn(ewa.login, PASSWORD);
  });

  test("of others cannot be ended by a colleague, however the id is found out", async () => {
    const [anna, piotr] = [await house.hires("consultant"), await house.hires("consultant")];
    const [session] = await sessionsOf(anna);
    expect((await piotr.posts(`sessions/${session?.id}/end`)).error).toBe("not_found");
    expect((await ewa.posts(`accounts/${piotr.id}/sessions/${session?.id}/end`)).error).toBe("not_found");
    expect(await isIn(anna)).toBe(true);
  });

  test("end with one's own by logging out here", async () => {
    const anna = await house.hires("consultant");
    const [mine] = await sessionsOf(anna);
    const ended = await anna.posts(`sessions/${mine?.id}/end`);
    expect(ended.headers.getSetCookie()[0]).toMatch(/^hejnal-staff=; Max-Age=0/);
    expect(await isIn(anna)).toBe(false);
  });

  test("are seen and ended by the administrator, one or all; who has none left is not at the desk", async () => {
    const anna = await house.hires("consultant");
    const elsewhere = await second(anna);
    await anna.posts("presence", { available: true, active: true });
    const sessions = await sessionsOf(ewa, `accounts/${anna.id}/sessions`);
    expect(sessions.map(({ current }) => current)).toEqual([false, false]);
    const isThere = () => house.storage.staff.presence.isAvailable(anna.id, new Date(0));

    await ewa.posts(`accounts/${anna.id}/sessions/${sessions[0]?.id}/end`);
    expect(await isThere()).toBe(true);
    expect((await ewa.posts(`accounts/${anna.id}/sessions/end`)).body).toEqual({ ended: 1 });
    expect([await isIn(anna), await isIn(elsewhere), await isThere()]).toEqual([false, false, false]);
    expect((await ewa.gets("accounts/nikt/sessions")).error).toBe("not_found");
    expect((await ewa.posts("accounts/nikt/sessions/end")).error).toBe("not_found");
  });
});

describe("a locked login", () => {
  const guesses = async ({ login }: Person, times: number) => {
    for (let n = 0; n < times; n++) await house.visitor().logsIn(login, "nie to", `10.20.0.${n}`);
  };

  test("is shown to the administrator until when, and unlocked", async () => {
    const anna = await house.hires("consultant");
    await guesses(anna, 5);
    const until = Date.parse((await listed(anna.id))?.lockedUntil ?? "");
    expect(until - house.now().getTime()).toBeLessThanOrEqual(60_000);
    expect((await house.visitor().logsIn(anna.login, PASSWORD, "10.20.1.1")).error).toBe("locked");
    await ewa.posts(`accounts/${anna.id}/unlock`);
    expect(await listed(anna.id)).not.toHaveProperty("lockedUntil");
    expect((await house.visitor().logsIn(anna.login, PASSWORD, "10.20.1.1")).status).toBe(200);
    expect((await ewa.posts("accounts/nikt/unlock")).error).toBe("not_found");
  });

  test("is also what wrong old passwords lead to when somebody sits down at an open console", async () => {
    const anna = await house.hires("consultant");
    const tries = { old: "nie to hasło", new: "kawa o siódmej na Kazimierzu" };
    for (let n = 0; n < 5; n++) expect((await anna.posts("password", tries)).body.error.because).toBe("wrong_old");
    expect(await anna.posts("password", { ...tries, old: PASSWORD })).toMatchObject({ status: 429, error: "locked" });
    expect((await house.visitor().logsIn(anna.login, PASSWORD, "10.20.2.1")).error).toBe("locked");
  });

  test("is not what a right old password with a poor new one leads to", async () => {
    const anna = await house.hires("consultant");
    for (let n = 0; n < 6; n++)
      expect((await anna.posts("password", { old: PASSWORD, new: "krótkie" })).body.error.because).toBe("too_short");
  });
});
