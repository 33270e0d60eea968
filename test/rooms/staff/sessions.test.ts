import { change } from "./person";
import { openStaffHouse, PASSWORD, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
beforeAll(async () => {
  house = await openStaffHouse();
});
afterAll(() => house.close());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("a session", () => {
  test("is a random cookie no script can read, of which only the hash is stored", async () => {
    const anna = await house.hires("consultant");
    const other = await house.visitor().logsIn(anna.login, PASSWORD);
    const [cookie = ""] = other.headers.getSetCookie();
    expect(cookie).toMatch(/^hejnal-staff=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(other.headers.get("cache-control")).toBe("no-store");
    const token = cookie.split(/[=;]/)[1] ?? "";
    const sessions = house.storage.db.selectFrom("staff_sessions").selectAll().where("account_id", "=", anna.id);
    const stored = await sessions.execute();
    expect(stored).toHaveLength(2);
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored)).not.toContain(other.body.csrf);
    expect(other.body.csrf).not.toBe(anna.csrf);
  });

  test("ends half an hour after the last sign of the person", async () => {
    const anna = await house.hires("consultant");
    house.passes(29 * MINUTE);
    await anna.posts("presence", { available: true, active: true });
    house.passes(29 * MINUTE);
    expect((await anna.gets("session")).status).toBe(200);
    house.passes(2 * MINUTE);
    expect((await anna.gets("session")).status).toBe(401);
  });

  test("is not kept alive by a page that nobody touches", async () => {
    const anna = await house.hires("consultant");
    for (let minute = 0; minute < 30; minute += 10) {
      expect((await anna.posts("presence", { available: true, active: false })).status).toBe(200);
      expect((await anna.gets("queue")).status).toBe(200);
      house.passes(10 * MINUTE);
    }
    expect((await anna.posts("presence", { available: true, active: false })).status).toBe(401);
  });

  test("ends after eight hours, whatever one does, and says so before", async () => {
    const anna = await house.hires("consultant");
    const begun = house.now().getTime();
    let endsAt = 0;
    for (let quarter = 0; quarter < 31; quarter++) {
      house.passes(15 * MINUTE);
      const { body } = await anna.posts("presence", { available: true, active: true });
      endsAt = Date.parse(body.endsAt);
      expect(endsAt).toBeGreaterThan(house.now().getTime());
    }
    expect(endsAt - begun).toBeLessThanOrEqual(8 * HOUR);
    house.passes(15 * MINUTE);
    expect((await anna.posts("presence", { available: true, active: true })).status).toBe(401);
  });

  test("ends with the log-out, also for whoever kept the cookie", async () => {
    const anna = await house.hires("consultant");
    const { cookie, csrf } = anna;
    const present = async () => house.storage.staff.presence.isAvailable(anna.id, new Date(0));
    await anna.posts("presence", { available: true, active: true });
    expect(await present()).toBe(true);
    const out = await anna.posts("session/end");
    expect(out.headers.getSetCookie()[0]).toMatch(/^hejnal-staff=; Max-Age=0/);
    expect((await house.visitor().sends("GET", "session", undefined, change({ cookie, csrf }))).status).toBe(401);
    expect(await present()).toBe(false);
  });
});

test("over https the cookie is for https and this host only", async () => {
  const secure = await openStaffHouse(undefined, { publicUrl: "https://czat.example.org" });
  const anna = await secure.hires("consultant");
  expect(anna.cookie).toMatch(/^__Host-hejnal-staff=/);
  expect((await anna.gets("session")).status).toBe(200);
  const downgraded = { Cookie: anna.cookie.replace("__Host-", "") };
  expect((await secure.visitor().sends("GET", "session", undefined, downgraded)).status).toBe(401);
  const again = await secure.visitor().logsIn(anna.login, PASSWORD);
  expect(again.headers.getSetCookie()[0]).toMatch(/Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  await secure.close();
});

describe("guessing passwords", () => {
  const guess = (login: string, address: string) => house.visitor().logsIn(login, "nie to hasło wcale", address);

  test("locks the login after five failures, for longer and longer; the right password does not help", async () => {
    const anna = await house.hires("consultant");
    for (let n = 1; n <= 5; n++) expect((await guess(anna.login, `10.1.0.${n}`)).status).toBe(401);
    const locked = await house.visitor().logsIn(anna.login, PASSWORD, "10.1.0.6");
    expect(locked).toMatchObject({ status: 429, error: "locked", body: { error: { retryAfterSeconds: 60 } } });
    expect(locked.headers.get("retry-after")).toBe("60");

    house.passes(61_000);
    expect((await guess(anna.login, "10.1.0.7")).status).toBe(401);
    expect((await guess(anna.login, "10.1.0.8")).body.error.retryAfterSeconds).toBe(120);
    house.passes(121_000);
    expect((await house.visitor().logsIn(anna.login, PASSWORD, "10.1.0.9")).status).toBe(200);
    expect((await guess(anna.login, "10.1.0.9")).status).toBe(401);
  });

  test("tells nothing about which logins exist: an unknown one fails and locks the same way", async () => {
    const anna = await house.hires("consultant");
    const told = async (login: string, net: string) => {
      const came = [];
      for (let n = 1; n <= 6; n++) came.push(await guess(login, `${net}.${n}`));
      return came.map(({ status, body }) => ({ status, body }));
    };
    expect(await told("nie.ma.takiej", "10.2.0")).toEqual(await told(anna.login, "10.3.0"));
  });

  test("by fifty at once gets five tries, not fifty", async () => {
    const anna = await house.hires("consultant");
    const tries = Array.from({ length: 50 }, (_, n) => guess(anna.login, `10.4.0.${n}`));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(45);
  });

  test("of many logins from one address locks the address, but not its neighbours", async () => {
    const anna = await house.hires("consultant");
    const statuses = [];
    for (let n = 1; n <= 21; n++) statuses.push((await guess(`login${n}`, "10.5.0.1")).status);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
    expect(statuses[20]).toBe(429);
    expect((await house.visitor().logsIn(anna.login, PASSWORD, "10.5.0.1")).status).toBe(429);
    expect((await house.visitor().logsIn(anna.login, PASSWORD, "10.5.0.2")).status).toBe(200);
  });

  test("of a disabled account looks like any wrong password", async () => {
    const admin = await house.hires("administrator");
    const gone = await house.hires("consultant");
    await admin.patches(`accounts/${gone.id}`, { disabled: true });
    const right = await house.visitor().logsIn(gone.login, PASSWORD, "10.6.0.1");
    const wrong = await guess(gone.login, "10.6.0.1");
    expect({ status: right.status, body: right.body }).toEqual({ status: wrong.status, body: wrong.body });
  });
});
