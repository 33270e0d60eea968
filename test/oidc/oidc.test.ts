import { resolve } from "node:path";
import type { AccountView, AuditView } from "../../src/staff/wire";
import { freshEmbedded } from "../databases";
import { type Person, visitor } from "../rooms/staff/person";
import { browser } from "./browser";
import { freePort, type Running, running } from "./processes";

const OWN = "spokojne-poranki-nad-Wisłą";
const START = "/console/api/session/oidc/start";

/** The people the provider knows. */
const people = {
  anna: { preferred_username: "Anna" },
  piotr: { email: "Piotr@krakow.example", email_verified: true },
  unverified: { email: "piotr@krakow.example", email_verified: false },
  impostor: { preferred_username: "anna" },
  ola: { preferred_username: "ola" },
  stranger: { preferred_username: "nikt", email: "nikt@krakow.example", email_verified: true },
};
let database: Awaited<ReturnType<typeof freshEmbedded>>;
let app: Running;
let provider: Running | undefined;
let [ours, theirs] = ["", ""];
let admin: Person;

const startApp = () =>
  running(["--import", "tsx", resolve(__dirname, "child.ts")], {
    PORT: new URL(ours).port,
    PUBLIC_URL: ours,
    DATA_FOLDER: database.options.dataFolder,
    LOG_LEVEL: "silent",
    SECOND_FACTOR_FOR: "supervisor",
    OIDC_ISSUER: theirs,
    OIDC_CLIENT_ID: "hejnal",
    OIDC_CLIENT_SECRET: "tajne-klienta",
    OIDC_TITLE: "Konto krakowskie",
  });
const startProvider = () =>
  running([
    resolve(__dirname, "provider.mjs"),
    new URL(theirs).port,
    `${ours}/console/api/session/oidc/callback`,
    JSON.stringify(people),
  ]);

beforeAll(async () => {
  database = await freshEmbedded();
  [ours, theirs] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
  app = await startApp();
  const told: { login: string; oneTimePassword: string } = JSON.parse(app.said[0] ?? "");
  admin = visitor(ours);
  await admin.logsIn(told.login, told.oneTimePassword);
  await admin.posts("password", { old: told.oneTimePassword, new: OWN });
  for (const login of ["anna", "piotr@krakow.example", "ola"])
    await admin.posts("accounts", { login, name: login, role: login === "ola" ? "supervisor" : "consultant" });
}, 180_000);
afterAll(async () => {
  await provider?.ends();
  await app.ends();
  await database.drop();
});

const accounts = async (): Promise<AccountView[]> => (await admin.gets("accounts")).body.accounts;
const accountOf = async (login: string) => (await accounts()).find((account) => account.login === login);

/** Goes through the provider as this person and back; answers where one ends up, and who one is there. */
async function comesAs(person: string) {
  const used = browser();
  const callback = await used.goes(ours + START, person, /oidc\/callback/);
  const target = (await used.opens(callback)).replace(ours, "");
  return { used, callback, target, who: await whoIs(used) };
}

async function whoIs(used: ReturnType<typeof browser>) {
  const { "hejnal-staff": token } = used.cookies(ours);
  if (!token) return undefined;
  const me = visitor(ours);
  me.cookie = `hejnal-staff=${token}`;
  return (await me.gets("session")).body;
}

test("the provider's absence is told on the login page, and one's own password still works", async () => {
  expect((await visitor(ours).gets("login-options")).body).toEqual({ password: true, oidc: "Konto krakowskie" });
  expect(await browser().opens(ours + START)).toBe(`${ours}/console?login=provider_unreachable`);
  expect((await visitor(ours).logsIn("admin", OWN)).status).toBe(200);
});

describe("with the provider there", () => {
  beforeAll(async () => {
    provider = await startProvider();
  }, 60_000);

  test("an account is found by its login the first time, however it is spelled, and tied", async () => {
    const { target, who } = await comesAs("anna");
    expect(target).toBe("/console");
    expect(who).toMatchObject({ account: { login: "anna", mustChangePassword: false } });
    expect(who.rights).toContain("work_desk");
    expect(await accountOf("anna")).toMatchObject({ oidc: true });
    const { items } = (await admin.gets("audit?act=logged_in")).body;
    expect(items.map(({ by, details }: AuditView) => `${by?.login} ${details.with}`)).toContain(
      "anna identity_provider",
    );
  });

  test("nobody gets an account that is tied to somebody else by calling themselves so", async () => {
    expect(await comesAs("impostor")).toMatchObject({ target: "/console?login=unknown_account", who: undefined });
  });

  test("an e-mail address counts when the provider has verified it", async () => {
    expect((await comesAs("unverified")).target).toBe("/console?login=unknown_account");
    expect((await comesAs("piotr")).who.account.login).toBe("piotr@krakow.example");
  });

  test("a stranger gets in nowhere, and no account is made", async () => {
    const before = (await accounts()).length;
    expect(await comesAs("stranger")).toMatchObject({ target: "/console?login=unknown_account", who: undefined });
    expect(await accounts()).toHaveLength(before);
  });

  test("a disabled account stays closed", async () => {
    const id = (await accountOf("piotr@krakow.example"))?.id;
    await admin.patches(`accounts/${id}`, { disabled: true });
    expect(await comesAs("piotr")).toMatchObject({ target: "/console?login=disabled", who: undefined });
  });

  test("the provider sees to the second factor of who comes through it, not of who comes with a password", async () => {
    expect((await comesAs("ola")).who).toMatchObject({ mustSetSecondFactor: false });
    const id = (await accountOf("ola"))?.id;
    const { oneTimePassword } = (await admin.posts(`accounts/${id}/password`)).body;
    const byPassword = visitor(ours);
    await byPassword.logsIn("ola", oneTimePassword);
    const settled = await byPassword.posts("password", { old: oneTimePassword, new: OWN });
    expect(settled.body).toMatchObject({ mustSetSecondFactor: true, rights: ["settle"] });
  });

  test("the ticket is a cookie no script can read and is gone afterwards", async () => {
    const started = await fetch(ours + START, { redirect: "manual" });
    expect(started.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^hejnal-ticket=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const asked = new URL(started.headers.get("location") ?? "").searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    const { used } = await comesAs("anna");
    expect(used.cookies(ours)).not.toHaveProperty("hejnal-ticket");
  });

  test("what somebody else began at the provider cannot be finished in my browser", async () => {
    const [mine, theirBrowser] = [browser(), browser()];
    const callback = await theirBrowser.goes(ours + START, "anna", /oidc\/callback/);
    expect(await mine.opens(callback)).toBe(`${ours}/console?login=expired`);
    await mine.opens(ours + START);
    expect(await mine.opens(callback)).toBe(`${ours}/console?login=expired`);
    expect(await whoIs(mine)).toBeUndefined();
  });

  test("a code that was never given, or was used before, lets nobody in", async () => {
    const used = browser();
    const callback = new URL(await used.goes(ours + START, "anna", /oidc\/callback/));
    callback.searchParams.set("code", "zmyślony");
    const { "hejnal-ticket": ticket } = used.cookies(ours);
    const replay = (address: string) =>
      fetch(address, { redirect: "manual", headers: { Cookie: `hejnal-ticket=${ticket}` } });
    expect((await replay(callback.href)).headers.get("location")).toBe("/console?login=refused");

    const again = browser();
    const real = await again.goes(ours + START, "anna", /oidc\/callback/);
    const kept = again.cookies(ours)["hejnal-ticket"];
    const twice = () => fetch(real, { redirect: "manual", headers: { Cookie: `hejnal-ticket=${kept}` } });
    expect((await twice()).headers.get("location")).toBe("/console");
    expect((await twice()).headers.get("location")).toBe("/console?login=refused");
  });

  test("whoever turns back at the provider is on the login page again", async () => {
    expect(await comesAs("cancels")).toMatchObject({ target: "/console?login=cancelled", who: undefined });
  });

  test("who is tied stays so, whatever the provider calls them later", async () => {
    provider?.child.kill("SIGUSR2");
    while (!provider?.said.includes("renamed")) await new Promise((later) => setTimeout(later, 20));
    expect((await comesAs("anna")).who.account.login).toBe("anna");
  });

  test("a restart of ours in between is not noticed", async () => {
    const used = browser();
    const callback = await used.goes(ours + START, "anna", /oidc\/callback/);
    await app.ends();
    app = await startApp();
    expect(await used.opens(callback)).toBe(`${ours}/console`);
    expect((await whoIs(used)).account.login).toBe("anna");
  }, 180_000);

  test("a provider that stops answering in mid-login is not waited for", async () => {
    const used = browser();
    const callback = await used.goes(ours + START, "anna", /oidc\/callback/);
    provider?.child.kill("SIGSTOP");
    expect(await used.opens(callback)).toBe(`${ours}/console?login=provider_unreachable`);
    expect((await visitor(ours).logsIn("admin", OWN)).status).toBe(200);
  });
});
