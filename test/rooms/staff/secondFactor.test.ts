import { Secret, TOTP } from "otpauth";
import { seal, unseal } from "../../../src/staff/sealed";
import type { Person } from "./person";
import { openStaffHouse, PASSWORD, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
beforeAll(async () => {
  house = await openStaffHouse("embedded", { settings: { secondFactorFor: ["administrator"] } });
});
afterAll(() => house.close());

const STEP = 30_000;
const codeAt = (secret: string, shift = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now().getTime() + shift });

/** Sets up an authenticator; answers its secret and the recovery codes. The next code is a new one. */
async function setsUp(person: Person): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await person.posts("second-factor/begin")).body;
  const set = await person.posts("second-factor/confirm", { code: codeAt(secret) });
  expect(set.status).toBe(200);
  house.passes(STEP);
  return { secret, recoveryCodes: set.body.recoveryCodes };
}
const enters = (person: Person, code?: string) => house.visitor().logsIn(person.login, PASSWORD, "10.9.0.1", code);

describe("setting up a second factor", () => {
  test("needs a code of the new secret before it counts; then ten recovery codes are told once", async () => {
    const anna = await house.hires("consultant");
    const first = (await anna.posts("second-factor/begin")).body;
    const begun = (await anna.posts("second-factor/begin")).body;
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/.*issuer=Hejna%C5%82.*secret=[A-Z2-7]{32}/);
    expect((await enters(anna)).status).toBe(200);

    expect((await anna.posts("second-factor/confirm", { code: "000000" })).error).toBe("code_refused");
    expect((await anna.posts("second-factor/confirm", { code: codeAt(first.secret) })).error).toBe("code_refused");
    const set = await anna.posts("second-factor/confirm", { code: codeAt(begun.secret) });
    expect(new Set(set.body.recoveryCodes).size).toBe(10);
    expect((await anna.gets("session")).body.account.secondFactor).toBe(true);
    expect((await enters(anna)).error).toBe("second_factor_needed");
  });

  test("ends the person's other sessions and cannot be done over the one in force", async () => {
    const anna = await house.hires("consultant");
    const elsewhere = house.visitor();
    await elsewhere.logsIn(anna.login, PASSWORD);
    await setsUp(anna);
    expect((await elsewhere.gets("session")).status).toBe(401);
    expect((await anna.gets("session")).status).toBe(200);
    expect((await anna.posts("second-factor/begin")).status).toBe(409);
    expect((await anna.posts("second-factor/confirm", { code: "123456" })).error).toBe("code_refused");
  });

  test("comes first of all for roles that need one", async () => {
    const ewa = await house.hires("administrator");
    expect((await ewa.gets("session")).body).toMatchObject({ mustSetSecondFactor: true, rights: ["settle"] });
    expect(await ewa.gets("accounts")).toMatchObject({ status: 403, error: "second_factor_required" });
    const { secret } = await setsUp(ewa);
    expect((await ewa.gets("session")).body).toMatchObject({ mustSetSecondFactor: false });
    expect((await ewa.gets("accounts")).status).toBe(200);
    await ewa.posts("second-factor/remove", { password: PASSWORD, code: codeAt(secret) });
    expect((await ewa.gets("accounts")).error).toBe("second_factor_required");
  });
});

describe("logging in with a second factor", () => {
  test("says that a code is needed only to who knows the password", async () => {
    const anna = await house.hires("consultant");
    const { secret } = await setsUp(anna);
    const guess = await house.visitor().logsIn(anna.login, "nie to hasło", "10.9.0.2");
    expect(guess.error).toBe("login_refused");
    const withCode = await house.visitor().logsIn(anna.login, "nie to hasło", "10.9.0.2", codeAt(secret));
    expect(withCode.error).toBe("login_refused");
    expect((await enters(anna, "12345678")).error).toBe("code_refused");
    expect((await enters(anna, codeAt(secret))).status).toBe(200);
  });

  test("takes the codes of half a minute before and after, and no others", async () => {
    const anna = await house.hires("consultant");
    const { secret } = await setsUp(anna);
    house.passes(10 * STEP);
    expect((await enters(anna, codeAt(secret, -2 * STEP))).error).toBe("code_refused");
    expect((await enters(anna, codeAt(secret, 2 * STEP))).error).toBe("code_refused");
    expect((await enters(anna, codeAt(secret, -STEP))).status).toBe(200);
    expect((await enters(anna, codeAt(secret))).status).toBe(200);
    expect((await enters(anna, codeAt(secret, STEP))).status).toBe(200);
  });

  test("never takes the same code twice, nor an older one after a newer", async () => {
    const anna = await house.hires("consultant");
    const { secret } = await setsUp(anna);
    house.passes(10 * STEP);
    const code = codeAt(secret);
    const atOnce = await Promise.all(Array.from({ length: 4 }, () => enters(anna, code)));
    expect(atOnce.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await enters(anna, codeAt(secret, -STEP))).error).toBe("code_refused");
  });

  test("takes each recovery code once, however it is typed", async () => {
    const anna = await house.hires("consultant");
    const { recoveryCodes } = await setsUp(anna);
    const [first = "", second = ""] = recoveryCodes;
    expect((await enters(anna, first)).status).toBe(200);
    expect((await enters(anna, first)).error).toBe("code_refused");
    expect((await enters(anna, second.toUpperCase().replaceAll("-", " "))).status).toBe(200);
    const stored = await house.storage.db.selectFrom("staff_accounts").selectAll().where("id", "=", anna.id).execute();
    for (const code of recoveryCodes) expect(JSON.stringify(stored)).not.toContain(code);
  });

  test("locks after five wrong codes, though the password was right each time; the administrator unlocks", async () => {
    const anna = await house.hires("consultant");
    const { secret } = await setsUp(anna);
    for (let n = 1; n <= 5; n++) {
      expect((await enters(anna)).error).toBe("second_factor_needed");
      expect((await enters(anna, "1234567")).error).toBe("code_refused");
    }
    expect(await enters(anna, codeAt(secret))).toMatchObject({
      status: 429,
      body: { error: { retryAfterSeconds: 60 } },
    });

    const ewa = await house.hires("administrator");
    await setsUp(ewa);
    const listed = async () =>
      (await ewa.gets("accounts")).body.accounts.find(({ id }: { id: string }) => id === anna.id);
    expect(Date.parse((await listed()).lockedUntil)).toBeGreaterThan(house.now().getTime());
    expect((await ewa.posts(`accounts/${anna.id}/unlock`)).body.account.lockedUntil).toBeUndefined();
    expect((await enters(anna, codeAt(secret))).status).toBe(200);
  });
});

describe("removing a second factor", () => {
  test("needs the password and a code, and both are guarded against guessing", async () => {
    const anna = await house.hires("consultant");
    const { secret } = await setsUp(anna);
    const remove = (password: string, code: string) => anna.posts("second-factor/remove", { password, code });
    expect((await remove("nie to hasło", codeAt(secret))).error).toBe("password_refused");
    expect((await remove(PASSWORD, "000000")).error).toBe("code_refused");
    for (let n = 1; n <= 4; n++) await remove(PASSWORD, "000000");
    expect((await remove(PASSWORD, codeAt(secret))).error).toBe("locked");
    house.passes(61_000);
    expect((await remove(PASSWORD, codeAt(secret))).status).toBe(200);
    expect((await enters(anna)).status).toBe(200);
  });

  test("by an administrator helps who lost the phone, and logs out whoever holds it", async () => {
    const [anna, ewa] = [await house.hires("consultant"), await house.hires("administrator")];
    await setsUp(anna);
    await setsUp(ewa);
    expect((await ewa.posts(`accounts/${ewa.id}/second-factor/remove`)).error).toBe("yourself");
    const removed = await ewa.posts(`accounts/${anna.id}/second-factor/remove`);
    expect(removed.body.account).toMatchObject({ id: anna.id, secondFactor: false });
    expect((await anna.gets("session")).status).toBe(401);
    expect((await enters(anna)).status).toBe(200);
  });
});

describe("a sealed secret", () => {
  const given = { secret: "s".repeat(32), purpose: "second factor", owner: "anna" } as const;
  const sealed = seal("ABC", given);

  test("can be read again by every process with the same secret, and by nobody else", () => {
    expect(unseal(sealed, { ...given })).toBe("ABC");
    expect(unseal(sealed, { ...given, secret: "t".repeat(32) })).toBeUndefined();
    expect(unseal(sealed, { ...given, owner: "piotr" })).toBeUndefined();
    expect(unseal(sealed, { ...given, purpose: "identity provider" })).toBeUndefined();
  });

  test("is different each time and cannot be changed", () => {
    expect(seal("ABC", given)).not.toBe(sealed);
    const bytes = Buffer.from(sealed, "base64url");
    for (let n = 0; n < bytes.length; n++) {
      const changed = Buffer.from(bytes);
      changed[n] = (changed[n] ?? 0) ^ 1;
      expect(unseal(changed.toString("base64url"), given)).toBeUndefined();
    }
    expect(unseal("", given)).toBeUndefined();
  });

  test("is what the database keeps", async () => {
    const anna = await house.hires("consultant");
    const { secret } = await setsUp(anna);
    const account = await house.storage.staff.accounts.withId(anna.id);
    expect(account?.totpSealed).not.toContain(secret);
    expect(JSON.stringify(house.logged)).not.toContain(secret);
  });
});
