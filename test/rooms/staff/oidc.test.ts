import { seal } from "../../../src/staff/sealed";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

// What needs no provider; `test/oidc` logs in at a real one.
let house: StaffHouse;
const oidc = { issuer: "https://konto.example", clientId: "c", clientSecret: "s", title: "Konto" };
beforeAll(async () => {
  house = await openStaffHouse("embedded", { publicUrl: "https://czat.example.org", settings: { oidc } });
});
afterAll(() => house.close());

const given = (query: string, ticket?: string) =>
  fetch(`${house.url}/console/api/session/oidc/callback?${query}`, {
    redirect: "manual",
    ...(ticket !== undefined && { headers: { Cookie: `__Host-hejnal-ticket=${ticket}` } }),
  });
const whereTo = async (query: string, ticket?: string) => (await given(query, ticket)).headers.get("location");
const ticket = (change: object = {}, secret = house.parts.secret) => {
  const kept = { state: "mine", nonce: "n", verifier: "v", until: house.now().getTime() + 60_000, ...change };
  return seal(JSON.stringify(kept), { secret, purpose: "identity provider", owner: "browser" });
};

test("who comes back without a ticket, with an old, a foreign or a made-up one begins anew", async () => {
  expect(await whereTo("state=mine&code=x")).toBe("/console?login=expired");
  expect(await whereTo("state=mine&code=x", "made-up")).toBe("/console?login=expired");
  expect(await whereTo("state=mine&code=x", ticket({ until: house.now().getTime() - 1 }))).toBe(
    "/console?login=expired",
  );
  expect(await whereTo("state=mine&code=x", ticket({}, "another secret"))).toBe("/console?login=expired");
  expect(await whereTo("state=other&code=x", ticket())).toBe("/console?login=expired");
  expect(await whereTo("code=x", ticket())).toBe("/console?login=expired");
});

test("whom the provider sends back with an error is told so, and the ticket is used up", async () => {
  const came = await given("state=mine&error=access_denied", ticket());
  expect(came.status).toBe(302);
  expect(came.headers.get("location")).toBe("/console?login=cancelled");
  expect(came.headers.getSetCookie()[0]).toMatch(
    /^__Host-hejnal-ticket=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});

test("without a provider there is no such way in", async () => {
  const plain = await openStaffHouse();
  expect((await plain.visitor().gets("login-options")).body).toEqual({ password: true });
  expect((await plain.visitor().gets("session/oidc/start")).error).toBe("not_found");
  expect((await plain.visitor().gets("session/oidc/callback?code=x")).error).toBe("not_found");
  await plain.close();
});
