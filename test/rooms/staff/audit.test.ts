import { randomUUID } from "node:crypto";
import { routes } from "../../../src/staff/routes/table";
import type { AuditView } from "../../../src/staff/wire";
import type { Person } from "./person";
import { openStaffHouse, PASSWORD, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let ewa: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("administrator", "Ewa");
});
afterAll(() => house.close());

/** What the log says, oldest first. */
const lines = async (query: string): Promise<AuditView[]> => (await ewa.gets(`audit?${query}`)).body.items.reverse();
const actsOf = async (query: string) => (await lines(query)).map(({ act }) => act);

/** Every act the log knows, written down a second time on purpose; logins are noted where they are tried. */
const audited = {
  "POST session/end": "logged_out",
  "POST password": "password_changed",
  "POST sessions/:id/end": "session_ended",
  "POST second-factor/confirm": "second_factor_set",
  "POST second-factor/remove": "second_factor_removed",
  "POST accounts": "account_added",
  "PATCH accounts/:id": "account_changed",
  "POST accounts/:id/password": "password_reset",
  "POST accounts/:id/unlock": "account_unlocked",
  "POST accounts/:id/second-factor/remove": "second_factor_taken_away",
  "POST accounts/:id/sessions/end": "sessions_ended",
  "POST accounts/:id/sessions/:session/end": "session_ended",
  "POST teams": "team_added",
  "PATCH teams/:id": "team_changed",
  "POST teams/:id/remove": "team_removed",
  "POST conversations/:id/block": "resident_blocked",
  "POST blocks/:id/lift": "block_lifted",
  "POST conversations/:id/take": "took_over",
  "POST conversations/:id/accept": "took_over",
  "POST conversations/:id/transfer": "transferred",
  "POST conversations/:id/assign": "assigned",
  "POST conversations/:id/transcript": "transcript_sent",
  "POST conversations/:id/requests": "request_filed",
  "POST calls": "call_registered",
  "POST alerts/:id/seen": "alert_seen",
  "POST tasks/:id/done": "task_done",
  "GET conversations/:id": "looked_at_conversation",
  "GET forms/:service": "looked_at_conversation",
  "GET conversations/:id/files/:file": "looked_at_file",
  "GET tasks": "looked_at_tasks",
  "GET requests": "looked_at_requests",
  "GET requests/:id": "looked_at_request",
  "GET requests/:id/files/:file": "looked_at_request_file",
  "POST requests/:id/acts": "request_acted",
  "POST requests/:id/split": "request_split",
  "POST requests/acts": "requests_acted",
  "PATCH requests/:id": "request_changed",
  "PATCH requests": "requests_changed",
  "GET requests/export.csv": "requests_exported",
  "GET requests/export.xlsx": "requests_exported",
  "POST office/:id": "office_saved",
  "POST drafts/:id/acts": "draft_changed",
  "POST drafts/:id/decisions": "draft_decided",
  "POST releases/:number/revert": "content_reverted",
  "POST regression/:set/texts": "regression_added",
  "POST regression/import": "regression_added",
  "POST questions/:id/acts": "question_decided",
  "POST topics": "topic_switched_off",
  "POST regression/:set/remove": "regression_removed",
  "POST imports/faq": "articles_imported",
  "POST imports/page": "articles_imported",
  "POST api-keys": "api_key_added",
  "POST api-keys/:id/end": "api_key_ended",
  "GET conversations": "searched",
  "GET audit": "looked_at_audit",
};

test("every administrative act and every look at personal data is declared in the table of routes", () => {
  const declared = routes.flatMap(({ method, path, audit }) => (audit ? [[`${method} ${path}`, audit.act]] : []));
  expect(Object.fromEntries(declared)).toEqual(audited);
});

describe("looking at a conversation", () => {
  test("is noted once in ten minutes for each person, also when only new lines are asked for", async () => {
    const [anna, piotr] = [await house.hires("consultant"), await house.hires("supervisor")];
    const id = await house.conversation({ speaker: "waiting", said: ["mój PESEL to 44051401359"] });
    await anna.gets(`conversations/${id}?after=1`);
    await anna.gets(`conversations/${id}`);
    await piotr.gets(`conversations/${id}`);
    house.passes(9 * 60_000);
    await anna.gets(`conversations/${id}`);
    const noted = async () => (await lines(`subject=${id}`)).map(({ by, act }) => `${by?.login} ${act}`);
    const [byAnna, byPiotr] = [anna, piotr].map(({ login }) => `${login} looked_at_conversation`);
    expect(await noted()).toEqual([byAnna, byPiotr]);
    house.passes(2 * 60_000);
    await anna.gets(`conversations/${id}`);
    expect(await noted()).toEqual([byAnna, byPiotr, byAnna]);
    expect(JSON.stringify(await lines(`subject=${id}`))).not.toContain("44051401359");
  });

  test("that is not there is not noted", async () => {
    const id = randomUUID();
    await ewa.gets(`conversations/${id}`);
    expect(await lines(`subject=${id}`)).toEqual([]);
  });
});

describe("lists", () => {
  test("of requests and tasks are noted page by page, searches with masked words, plain lists not at all", async () => {
    const anna = await house.hires("consultant");
    await anna.gets("requests");
    await anna.gets("requests");
    await anna.gets("requests?before=KR-2026-000001-1");
    await anna.gets("tasks");
    await anna.gets("conversations?view=waiting");
    await anna.gets(`conversations?q=${encodeURIComponent("dziura 44051401359")}`);
    const noted = await lines(`account=${anna.id}`);
    expect(noted.map(({ act, subject }) => [act, subject?.id])).toEqual([
      ["logged_in", anna.id],
      ["looked_at_requests", "first"],
      ["looked_at_requests", "KR-2026-000001-1"],
      ["looked_at_tasks", "first"],
      ["searched", undefined],
    ]);
    expect(noted.at(-1)?.details).toEqual({ q: "dziura [PESEL]" });
  });
});

describe("administrative acts", () => {
  test("are noted with who, to whom and what, and without any password", async () => {
    const login = `jan-${randomUUID().slice(0, 8)}`;
    const { account, oneTimePassword } = (await ewa.posts("accounts", { login, name: "Jan", role: "consultant" })).body;
    await ewa.patches(`accounts/${account.id}`, { role: "supervisor" });
    const reset = (await ewa.posts(`accounts/${account.id}/password`)).body;
    await ewa.patches(`accounts/${account.id}`, { name: "J", role: "king" });
    await ewa.posts(`accounts/${account.id}/sessions/end`);
    const noted = await lines(`subject=${account.id}`);
    expect(noted.map(({ act, by, details }) => [act, by?.id, details])).toEqual([
      ["account_added", ewa.id, expect.objectContaining({ login, role: "consultant", capacity: 4 })],
      ["account_changed", ewa.id, { role: "supervisor" }],
      ["password_reset", ewa.id, {}],
      ["sessions_ended", ewa.id, { ended: 0 }],
    ]);
    for (const secret of [oneTimePassword, reset.oneTimePassword]) expect(JSON.stringify(noted)).not.toContain(secret);
  });

  test("passing conversations on tells to whom, never what was written beside it", async () => {
    const [anna, piotr] = [await house.hires("consultant"), await house.hires("consultant")];
    const id = await house.conversation({ speaker: "waiting" });
    await anna.posts(`conversations/${id}/take`);
    await anna.posts(`conversations/${id}/transfer`, {
      to: { account: piotr.id },
      note: "dzwonić 600 100 200",
      evenIfGone: true,
    });
    const noted = await lines(`subject=${id}`);
    expect(noted.map(({ act }) => act)).toEqual(["took_over", "transferred"]);
    expect(noted.at(-1)?.details).toEqual({ to: { account: piotr.id } });
  });
});

describe("logging in", () => {
  test("is noted, and so are refusals and the lock, once, with nothing that was typed", async () => {
    const anna = await house.hires("consultant");
    for (let n = 0; n < 9; n++) await house.visitor().logsIn(anna.login, "moje-tajne-hasło", `10.30.0.${n}`);
    const noted = await lines(`subject=${anna.id}`);
    expect(noted.map(({ act, by }) => [act, by?.id])).toEqual([
      ["logged_in", anna.id],
      ...Array(5).fill(["login_refused", undefined]),
      ["login_locked", undefined],
    ]);
    expect(noted.at(-1)?.details).toMatchObject({ what: "login" });
    await house.visitor().logsIn("moje-tajne-hasło", "x", "10.30.0.99");
    expect((await lines("act=login_refused")).at(-1)).not.toHaveProperty("subject");
    expect(JSON.stringify(await lines(""))).not.toContain("moje-tajne-hasło");
  });

  test("out, and a new password, too", async () => {
    const anna = await house.hires("consultant");
    await anna.posts("password", { old: PASSWORD, new: "kawa o siódmej na Kazimierzu" });
    await anna.posts("session/end");
    expect(await actsOf(`account=${anna.id}`)).toEqual(["logged_in", "password_changed", "logged_out"]);
  });
});

test("the log is read newest first, page by page, and reading it is noted too", async () => {
  const anna = await house.hires("consultant");
  for (let n = 0; n < 60; n++) await anna.gets(`requests?before=${n}`);
  const first = (await ewa.gets(`audit?account=${anna.id}`)).body;
  expect(first.items).toHaveLength(50);
  expect(first.items[0].subject.id).toBe("59");
  const second = (await ewa.gets(`audit?account=${anna.id}&before=${first.next}`)).body;
  expect(second.items).toHaveLength(11);
  expect(second).not.toHaveProperty("next");
  expect(await actsOf(`account=${ewa.id}&act=looked_at_audit`)).not.toEqual([]);
});

test("what cannot be noted is not shown", async () => {
  const broken = await openStaffHouse();
  const anna = await broken.hires("consultant");
  const id = await broken.conversation({ speaker: "waiting", said: ["sekret"] });
  broken.parts.store.audit.note = () => Promise.reject(new Error("no room on the disk"));
  const came = await anna.gets(`conversations/${id}`);
  expect(came.status).toBe(500);
  expect(JSON.stringify(came.body)).not.toContain("sekret");
  await broken.close();
});
