import type { Role } from "../../../src/staff/account";
import { routes } from "../../../src/staff/routes/table";
import { change, type Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

const everybody: Role[] = ["consultant", "supervisor", "editor", "analyst", "administrator"];
const atDesk: Role[] = ["consultant", "supervisor", "administrator"];
const leaders: Role[] = ["supervisor", "administrator"];
const readers: Role[] = ["consultant", "supervisor", "editor", "administrator"];
const officeKeepers: Role[] = ["supervisor", "editor", "administrator"];
const editors: Role[] = ["editor", "administrator"];
const administrator: Role[] = ["administrator"];

/** Every route and who may call it, written down a second time on purpose. */
const table: Record<string, Role[]> = {
  "GET login-options": everybody,
  "POST session": everybody,
  "GET session/oidc/start": everybody,
  "GET session/oidc/callback": everybody,
  "GET session": everybody,
  "POST session/end": everybody,
  "POST password": everybody,
  "POST presence": everybody,
  "GET sessions": everybody,
  "POST sessions/:id/end": everybody,
  "POST second-factor/begin": everybody,
  "POST second-factor/confirm": everybody,
  "POST second-factor/remove": everybody,
  "GET queue": atDesk,
  "GET filters": atDesk,
  "GET colleagues": atDesk,
  "GET conversations": atDesk,
  "GET conversations/:id": atDesk,
  "GET conversations/:id/files/:file": atDesk,
  "GET conversations/:id/suggestions": atDesk,
  "POST conversations/:id/files": atDesk,
  "POST conversations/:id/take": atDesk,
  "POST conversations/:id/say": atDesk,
  "POST conversations/:id/typing": atDesk,
  "POST conversations/:id/return": atDesk,
  "POST conversations/:id/close": atDesk,
  "POST conversations/:id/labels": atDesk,
  "POST conversations/:id/accept": atDesk,
  "POST conversations/:id/decline": atDesk,
  "POST conversations/:id/transfer": atDesk,
  "POST conversations/:id/assign": leaders,
  "POST conversations/:id/snooze": atDesk,
  "POST conversations/:id/wake": atDesk,
  "POST conversations/:id/notes": atDesk,
  "POST conversations/:id/tags": atDesk,
  "POST conversations/:id/block": atDesk,
  "POST conversations/:id/requests": atDesk,
  "POST conversations/:id/transcript": atDesk,
  "POST mentions/:noteId/seen": atDesk,
  "POST alerts/:id/seen": atDesk,
  "GET tasks": atDesk,
  "POST tasks/:id/done": atDesk,
  "GET requests": atDesk,
  "GET requests/counts": atDesk,
  "GET requests/choices": readers,
  "GET requests/map": atDesk,
  "GET requests/:id": atDesk,
  "GET requests/:id/files/:file": atDesk,
  "GET requests/export.csv": leaders,
  "GET requests/export.xlsx": leaders,
  "POST requests/check-text": atDesk,
  "POST requests/:id/acts": atDesk,
  "POST requests/acts": atDesk,
  "POST requests/:id/split": atDesk,
  "PATCH requests/:id": atDesk,
  "PATCH requests": atDesk,
  "POST requests/:id/notes": atDesk,
  "GET office/:id": officeKeepers,
  "GET office/:id/versions/:version": officeKeepers,
  "POST office/:id": officeKeepers,
  "GET office-bounces": officeKeepers,
  "GET topics": readers,
  "POST topics": officeKeepers,
  "GET api-keys": administrator,
  "POST api-keys": administrator,
  "POST api-keys/:id/end": administrator,
  "GET forms/:service": atDesk,
  "POST calls": atDesk,
  "GET blocks": leaders,
  "POST blocks/:id/lift": leaders,
  "GET people": leaders,
  "GET figures/day": ["supervisor", "analyst", "administrator"],
  "GET knowledge": readers,
  "GET knowledge/:id": readers,
  "GET knowledge-studio": readers,
  "GET knowledge-studio/:id": readers,
  "GET knowledge-studio/:id/guidance": readers,
  "GET knowledge-studio/:id/preview": readers,
  "GET documents": readers,
  "GET documents/tree": readers,
  "GET drafts": readers,
  "POST drafts": editors,
  "GET drafts/:id": readers,
  "POST drafts/:id/documents": editors,
  "POST drafts/:id/article": editors,
  "POST drafts/:id/yaml": editors,
  "GET drafts/:id/guidance": readers,
  "GET drafts/:id/preview": readers,
  "GET drafts/:id/effect": officeKeepers,
  "POST drafts/:id/acts": editors,
  "POST drafts/:id/decisions": officeKeepers,
  "GET releases": readers,
  "GET releases/:number": readers,
  "POST releases/:number/revert": officeKeepers,
  "POST knowledge-bench": officeKeepers,
  "POST knowledge-bench/csv": officeKeepers,
  "GET regression": officeKeepers,
  "GET regression/:set": officeKeepers,
  "GET regression/:set/export": officeKeepers,
  "POST regression/:set/run": officeKeepers,
  "POST regression/:set/texts": ["editor", "administrator"],
  "POST regression/:set/remove": ["editor", "administrator"],
  "POST regression/import": ["editor", "administrator"],
  "GET knowledge-coverage": officeKeepers,
  "GET knowledge-risk": officeKeepers,
  "POST knowledge-risk": ["editor", "administrator"],
  "GET imports": ["editor", "administrator"],
  "POST imports/faq": ["editor", "administrator"],
  "POST imports/page": ["editor", "administrator"],
  "GET intents": readers,
  "GET shortcuts": readers,
  "GET areas": readers,
  "GET services": readers,
  "GET questions": ["editor", "administrator"],
  "GET questions/:id": ["editor", "administrator"],
  "POST questions/:id/acts": ["editor", "administrator"],
  "GET accounts": administrator,
  "POST accounts": administrator,
  "PATCH accounts/:id": administrator,
  "POST accounts/:id/password": administrator,
  "POST accounts/:id/unlock": administrator,
  "POST accounts/:id/second-factor/remove": administrator,
  "GET accounts/:id/sessions": administrator,
  "POST accounts/:id/sessions/end": administrator,
  "POST accounts/:id/sessions/:session/end": administrator,
  "GET teams": administrator,
  "POST teams": administrator,
  "PATCH teams/:id": administrator,
  "POST teams/:id/remove": administrator,
  "GET audit": administrator,
};
const rows = Object.entries(table).map(([route, allowed]) => {
  const [method = "", path = ""] = route.split(" ");
  return { route, method, path: path.replace(/:\w+/g, "nobody"), allowed };
});
const changes = rows.filter(({ method }) => method !== "GET");
const open = ["GET login-options", "POST session", "GET session/oidc/start", "GET session/oidc/callback"];
const behindLogin = rows.filter(({ route }) => !open.includes(route));

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

test("only logging in is open to strangers", () => {
  const strangers = routes.filter(({ right }) => right === "anyone").map(({ method, path }) => `${method} ${path}`);
  expect(strangers.sort()).toEqual([...open].sort());
});

test("the table above names every route there is", () => {
  const there = routes.map(({ method, path }) => `${method} ${path}`);
  expect({
    missingInTheTable: there.filter((route) => !(route in table)),
    onlyInTheTable: Object.keys(table).filter((route) => !there.includes(route)),
  }).toEqual({ missingInTheTable: [], onlyInTheTable: [] });
});

describe.each(behindLogin)("$route", (row) => {
  test("is closed without a session", async () => {
    const nobody = { ...headersOf("administrator"), Cookie: "" };
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
    const headers = { ...headersOf("administrator"), ...but };
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
  expect(statuses).toEqual([200, 200, 403, 403, 200]);
});

test("who is demoted loses the rights at once", async () => {
  const jan = await house.hires("supervisor");
  await people.get("administrator")?.patches(`accounts/${jan.id}`, { role: "editor" });
  expect((await jan.gets("queue")).status).toBe(403);
});
