import { randomUUID } from "node:crypto";
import { ensureAdministrator } from "../../../src/staff/administrator";
import { hashPassword, oneTimePassword, passwordFits, passwordMistake } from "../../../src/staff/password";
import { openStaffHouse, PASSWORD, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
beforeAll(async () => {
  house = await openStaffHouse();
});
afterAll(() => house.close());

const MINUTE = 60_000;

describe("passwords", () => {
  test("are kept as argon2id with the cost OWASP asks for", async () => {
    expect(await hashPassword("dowolne hasło 1")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test("fit however the letters were composed, and only then", async () => {
    const stored = await hashPassword("zażółć gęślą jaźń".normalize("NFD"));
    expect(await passwordFits("zażółć gęślą jaźń".normalize("NFC"), stored)).toBe(true);
    expect(await passwordFits("zazolc gesla jazn", stored)).toBe(false);
    expect(await passwordFits("zażółć gęślą jaźń", undefined)).toBe(false);
  });

  test.each([
    ["krótkie-123", "too_short"],
    ["a".repeat(129), "too_long"],
    ["anna.nowak-2026!", "has_login"],
    ["123456789012", "too_common"],
    ["Hejnal-2026!!", "too_common"],
    ["hasłohasłohasło", "too_common"],
    ["Administrator1!", "too_common"],
    ["ababababababab", "too_common"],
    [PASSWORD, undefined],
    ["cztery zwykłe słowa razem", undefined],
  ])("%s: %s", (password, mistake) => {
    expect(passwordMistake(password, "anna.nowak")).toBe(mistake);
  });

  test("made for one use are all different and good enough for any login", () => {
    const made = Array.from({ length: 200 }, oneTimePassword);
    expect(new Set(made).size).toBe(200);
    expect(made.filter((password) => passwordMistake(password, "admin"))).toEqual([]);
  });
});

describe("the first administrator", () => {
  test("gets a password once, must change it, and is not told again afterwards", async () => {
    const { accounts } = house.storage.staff;
    const told = await ensureAdministrator(accounts, house.now());
    expect(told?.login).toBe("admin");
    expect(await ensureAdministrator(accounts, house.now())).toBeUndefined();

    house.passes(2 * MINUTE);
    const again = await ensureAdministrator(accounts, house.now());
    const admin = house.visitor();
    expect((await admin.logsIn("admin", told?.oneTimePassword ?? "")).status).toBe(401);
    expect((await admin.logsIn("Admin ", again?.oneTimePassword ?? "")).body).toMatchObject({
      account: { mustChangePassword: true },
      rights: ["settle"],
    });
    expect(await admin.gets("queue")).toMatchObject({ status: 403, error: "password_change_required" });

    const changed = await admin.posts("password", { old: again?.oneTimePassword, new: PASSWORD });
    expect(changed).toMatchObject({ status: 200, body: { account: { mustChangePassword: false } } });
    expect((await admin.gets("queue")).status).toBe(200);
    house.passes(2 * MINUTE);
    expect(await ensureAdministrator(accounts, house.now())).toBeUndefined();
  });
});

describe("changing one's password", () => {
  test("needs the old one, a good new one, and ends every other session", async () => {
    const anna = await house.hires("consultant");
    const elsewhere = house.visitor();
    await elsewhere.logsIn(anna.login, PASSWORD);
    const wanted = { old: PASSWORD, new: "kawa o siódmej na Kazimierzu" };

    expect((await anna.posts("password", { ...wanted, old: "nie to" })).body.error.because).toBe("wrong_old");
    expect((await anna.posts("password", { ...wanted, new: "za krótkie" })).body.error.because).toBe("too_short");
    expect((await anna.posts("password", { ...wanted, new: PASSWORD })).body.error.because).toBe("same_as_before");
    expect((await anna.posts("password", wanted)).status).toBe(200);

    expect((await anna.gets("session")).status).toBe(200);
    expect((await elsewhere.gets("session")).status).toBe(401);
    expect((await house.visitor().logsIn(anna.login, PASSWORD)).status).toBe(401);
    expect((await house.visitor().logsIn(anna.login, wanted.new)).status).toBe(200);
  });
});

describe("an administrator", () => {
  test("adds people, resets their passwords and disables them; their sessions end at once", async () => {
    const admin = await house.hires("administrator");
    const login = `ewa-${randomUUID().slice(0, 8)}`;
    const added = await admin.posts("accounts", { login: login.toUpperCase(), name: "Ewa", role: "consultant" });
    expect(added).toMatchObject({ status: 200, body: { account: { login, mustChangePassword: true } } });
    expect(await admin.posts("accounts", { login, name: "Inna Ewa", role: "editor" })).toMatchObject({
      status: 409,
      error: "login_taken",
    });
    const { id } = added.body.account;

    const ewa = house.visitor();
    await ewa.logsIn(login, added.body.oneTimePassword);
    await ewa.posts("password", { old: added.body.oneTimePassword, new: PASSWORD });
    expect((await ewa.gets("queue")).status).toBe(200);

    const reset = await admin.posts(`accounts/${id}/password`);
    expect((await ewa.gets("session")).status).toBe(401);
    expect((await ewa.logsIn(login, reset.body.oneTimePassword)).body.rights).toEqual(["settle"]);

    await admin.patches(`accounts/${id}`, { disabled: true });
    expect((await ewa.gets("session")).status).toBe(401);
    expect((await ewa.logsIn(login, reset.body.oneTimePassword)).error).toBe("login_refused");
    const { accounts } = (await admin.gets("accounts")).body;
    expect(accounts).toContainEqual(expect.objectContaining({ login, disabled: true, role: "consultant" }));
    expect(JSON.stringify(accounts)).not.toContain("argon2");
  });

  test("cannot lock the door from outside: neither oneself nor the last one goes", async () => {
    const admin = await house.hires("administrator");
    expect((await admin.patches(`accounts/${admin.id}`, { disabled: true })).error).toBe("yourself");
    expect((await admin.patches(`accounts/${admin.id}`, { role: "editor" })).error).toBe("yourself");
    expect((await admin.posts(`accounts/${admin.id}/password`)).error).toBe("yourself");
    expect((await admin.patches(`accounts/${randomUUID()}`, { name: "Nikt" })).status).toBe(404);
    expect((await admin.patches(`accounts/${admin.id}`, { role: "king" })).error).toBe("wrong_body");
    expect((await admin.patches(`accounts/${admin.id}`, { name: "Anna\0" })).error).toBe("wrong_body");
    expect((await admin.patches(`accounts/${admin.id}`, {})).error).toBe("wrong_body");
  });
});

test("nothing secret is ever logged", async () => {
  const secrets = JSON.stringify(house.logged);
  expect(house.logged.map(({ event }) => event)).toEqual(
    expect.arrayContaining(["staff_login", "staff_login_refused", "staff_password_changed", "staff_account_added"]),
  );
  expect(secrets).not.toContain(PASSWORD);
  expect(secrets).not.toMatch(/argon2|hejnal-staff=/);
});
