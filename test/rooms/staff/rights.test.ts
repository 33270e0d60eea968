import { routes } from "../../../src/staff/routes/table";
import { change, type Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

const everybody = ["consultant", "editor", "manager", "admin"] as const;
type Role = (typeof everybody)[number];
const readers: Role[] = ["consultant", "manager", "admin"];
const workers: Role[] = ["consultant", "admin"];

/** Every route and who may call it, written down a second time on purpose. */
const table: Record<string, Role[]> = {
  "POST session": [...everybody],
  "GET session": [...everybody],
  "POST session/end": [...everybody],
  "POST password": [...everybody],
  "POST presence": [...everybody],
  "GET queue": readers,
  "GET conversations": readers,
  "GET conversations/:id": readers,
  "GET conversations/:id/files/:file": readers,
  "POST conversations/:id/take": workers,
  "POST conversations/:id/say": workers,
  "POST conversations/:id/typing": workers,
  "POST conversations/:id/return": workers,
  "POST conversations/:id/close": workers,
  "POST conversations/:id/labels": workers,
  "POST alerts/:id/seen": workers,
  "GET tasks": readers,
  "POST tasks/:id/done": workers,
  "GET requests": readers,
  "GET labels": ["editor", "admin"],
  "GET accounts": ["admin"],
  "POST accounts": ["admin"],
  "PATCH accounts/:id": ["admin"],
  "POST accounts/:id/password": ["admin"],
};
const rows = Object.entries(table).map(([route, allowed]) => {
  const [method = "", path = ""] = route.split(" ");
  return { route, method, path: path.replace(":id", "nobody").replace(":file", "none"), allowed };
});
const changes = rows.filter(({ method }) => method !== "GET");
const behindLogin = rows.filter(({ route }) => route !== "POST session");

let house: StaffHouse;
const people = new Map<Role, Person>();
beforeAll(async () => {
  house = await openStaffHouse();
  for (const role of everybody) people.set(role, await house.hires(role));
});
afterAll(() => house.close());

const call = ({ method, path }: { method: string; path: string }, headers: Record<string, string>) =>
  house.visitor().sends(method, path, method === "GET" ? undefined : "{}", headers);
const headersOf = (role: Role) => change(people.get(role) ?? house.visitor());

test("the table above names every route there is", () => {
  expect(Object.keys(table).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});

describe.each(behindLogin)("$route", (row) => {
  test("is closed without a session", async () => {
    const nobody = { ...headersOf("admin"), Cookie: "" };
    expect(await call(row, nobody)).toMatchObject({ status: 401, error: "no_session" });
    expect(await call(row, { ...nobody, Cookie: "hejnal-staff=made-up" })).toMatchObject({ status: 401 });
  });

  // Logging out would end the session the other rows need; it has a test of its own.
  if (row.route === "POST session/end") return;
  test.each(everybody)("answers a %s as the table says", async (role) => {
    const came = await call(row, headersOf(role));
    if (row.allowed.includes(role)) expect([200, 400, 404]).toContain(came.status);
    else expect(came).toMatchObject({ status: 403, error: "forbidden" });
  });
});

describe.each(changes)("$route from elsewhere", (row) => {
  const asAdmin = (but: Record<string, string>) => {
    const headers = { ...headersOf("admin"), ...but };
    return call(row, Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== "")));
  };

  test("is refused when another site sends it, or nobody says who does", async () => {
    expect((await asAdmin({ "Sec-Fetch-Site": "cross-site" })).error).toBe("wrong_origin");
    expect((await asAdmin({ "Sec-Fetch-Site": "same-site" })).error).toBe("wrong_origin");
    expect((await asAdmin({ "Sec-Fetch-Site": "" })).error).toBe("wrong_origin");
    expect((await asAdmin({ "Sec-Fetch-Site": "", Origin: "https://zly.example" })).error).toBe("wrong_origin");
    expect((await asAdmin({ "Sec-Fetch-Site": "", Origin: "null" })).error).toBe("wrong_origin");
  });

  test("is refused when it is no JSON, as forms of other sites are not", async () => {
    expect(await asAdmin({ "Content-Type": "text/plain" })).toMatchObject({ status: 415 });
    expect(await asAdmin({ "Content-Type": "application/x-www-form-urlencoded" })).toMatchObject({ status: 415 });
  });

  if (row.route === "POST session") return;
  test("is refused without the session's own CSRF token", async () => {
    expect(await asAdmin({ "X-CSRF-Token": "" })).toMatchObject({ status: 403, error: "csrf" });
    const stolen = headersOf("consultant")["X-CSRF-Token"] ?? "";
    expect(await asAdmin({ "X-CSRF-Token": stolen })).toMatchObject({ status: 403, error: "csrf" });
  });
});

test("a browser that says only its origin may change things from our own page", async () => {
  const { "Sec-Fetch-Site": _, ...older } = headersOf("editor");
  const here = JSON.stringify({ available: false, active: true });
  expect((await house.visitor().sends("POST", "presence", here, { ...older, Origin: house.url })).status).toBe(200);
});

test("only who works at the desk can be available there", async () => {
  const statuses = await Promise.all(
    everybody.map(
      async (role) => (await people.get(role)?.posts("presence", { available: true, active: true }))?.status,
    ),
  );
  expect(statuses).toEqual([200, 403, 403, 200]);
});

test("the live stream is open to readers only", async () => {
  const asked = everybody.map(async (role) => {
    const stop = new AbortController();
    const response = await fetch(`${house.url}/console/api/live`, { headers: headersOf(role), signal: stop.signal });
    stop.abort();
    return response.status;
  });
  expect(await Promise.all(asked)).toEqual([200, 403, 200, 200]);
  expect((await fetch(`${house.url}/console/api/live`)).status).toBe(401);
});

test("who is demoted loses the rights at once", async () => {
  const jan = await house.hires("manager");
  await people.get("admin")?.patches(`accounts/${jan.id}`, { role: "editor" });
  expect((await jan.gets("queue")).status).toBe(403);
});
