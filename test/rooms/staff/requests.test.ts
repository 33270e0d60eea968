import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import type { NewServiceRequest } from "../../../src/conversation/outcome";
import type { Act, Actor } from "../../../src/serviceRequests/doors";
import { dayOf } from "../../../src/staff/figures";
import type { RequestRow, RequestView } from "../../../src/staff/wire";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let anna: Person;
let piotr: Person;
let ewa: Person;
let jan: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  anna = await house.hires("consultant", "Anna");
  piotr = await house.hires("supervisor", "Piotr");
  ewa = await house.hires("administrator", "Ewa");
  jan = await house.hires("editor", "Jan");
});
afterAll(() => house.close());

const zdmk: Actor = { kind: "unit", unit: "zdmk" };
const system: Actor = { kind: "system" };
const HOUR = 60 * 60_000;

type More = Partial<NewServiceRequest> & { conversationId?: string };

async function file(more: More = {}, ago = 0): Promise<string> {
  const request: NewServiceRequest = {
    ...{ sameAs: randomUUID(), service: "pothole", kind: "report", serviceVersion: "1", unit: "zdmk" },
    ...{ routedBecause: "droga publiczna", description: "Wielka dziura", place: "na Długiej", address: "ul. Długa 12" },
    ...{ answers: {}, contact: { email: "anna@example.org" }, attachments: [], language: "pl", public: true },
    ...{ sentence: "Przyjęliśmy zgłoszenie.", dueDays: 14 },
    ...more,
  };
  return (await house.storage.requests.file({ ...request, source: "chat" }, new Date(house.now().getTime() - ago))).id;
}
const acting = (id: string, act: Act, actor: Actor) => house.parts.acting(id, act, actor);
const view = async (id: string, who = anna): Promise<RequestView> => (await who.gets(`requests/${id}`)).body;
const listed = async (query: string): Promise<RequestRow[]> => (await anna.gets(`requests?${query}`)).body.items;
const idsOf = async (query: string) => (await listed(query)).map(({ id }) => id);

describe("the list", () => {
  test("is narrowed by everything a page offers, and counted", async () => {
    const old = await file(
      { service: "street-lamp", unit: "tauron", district: "VII", description: "Ciemno", dueDays: 1 },
      72 * HOUR,
    );
    const idea = await file({ service: "idea", kind: "idea", district: "XI", description: "Ławka w parku" });
    const done = await file({ district: "XI", description: "Zapadnięty asfalt" });
    await acting(done, { kind: "finish" }, zdmk);
    const day = dayOf(house.now());
    const daysAgo = (days: number) => dayOf(new Date(house.now().getTime() - days * 24 * HOUR));
    expect(await idsOf("units=tauron")).toEqual([old]);
    expect(await idsOf("services=street-lamp,idea")).toEqual([idea, old]);
    expect(await idsOf("districts=XI&status=open&q=")).toEqual([idea]);
    expect(await idsOf("states=done,withdrawn")).toEqual([done]);
    expect(await idsOf("kind=idea")).toEqual([idea]);
    expect(await idsOf("overdue=1")).toEqual([old]);
    expect(await idsOf(`q=${encodeURIComponent("ławki park")}`)).toEqual([idea]);
    expect(await idsOf(`to=${daysAgo(2)}`)).toEqual([old]);
    expect(await idsOf(`from=${daysAgo(1)}&to=${day}&districts=XI`)).toEqual([done, idea]);
    await anna.patches(`requests/${idea}`, { assignedTo: anna.id });
    expect(await idsOf("assigned=me")).toEqual([idea]);
    expect(await idsOf(`assigned=${anna.id}&status=closed`)).toEqual([]);
    const [row] = await listed("kind=idea");
    expect(row).toMatchObject({
      ...{ id: idea, kind: "idea", state: "received", summary: "Ławka w parku", overdue: false, followers: 1 },
      ...{ assignedTo: { id: anna.id, name: "Anna", present: false }, awaitsModeration: true },
    });
    expect((await anna.gets("requests/counts")).body).toEqual({ open: 2, overdue: 1, mine: 1, byHand: 0 });
    for (const wrong of ["states=lost", "kind=x", "from=9999-01-01", "overdue=yes"])
      expect((await anna.gets(`requests?${wrong}`)).body.error).toMatchObject({ code: "wrong_body" });
  });

  test("draws marks of what lies within bounds", async () => {
    const id = await file({ service: "graffiti-vandalism", point: { lat: 50.0614, long: 19.9366 } });
    await file({ service: "graffiti-vandalism", point: { lat: 50.2, long: 20.2 } });
    const bounds = "south=50&west=19.9&north=50.1&east=20&services=graffiti-vandalism";
    expect((await anna.gets(`requests/map?${bounds}&zoom=15`)).body).toEqual([
      { point: { lat: 50.0614, long: 19.9366 }, count: 1, id, label: expect.any(String), state: "received" },
    ]);
    expect((await anna.gets("requests/map?zoom=3")).body.error.fields).toContain("south");
  });

  test("offers what to choose from, also to editors", async () => {
    const { services, units, districts, people } = (await jan.gets("requests/choices")).body;
    expect(services).toContainEqual(expect.objectContaining({ code: "pothole", label: "Dziura w jezdni" }));
    expect(services.flatMap(({ questions }: { questions: unknown[] }) => questions).length).toBeGreaterThan(5);
    expect(units).toContainEqual(expect.objectContaining({ id: "zdmk", byHand: true }));
    expect(districts).toHaveLength(18);
    expect(people.map(({ name }: { name: string }) => name).sort()).toEqual(["Anna", "Ewa", "Piotr"]);
  });
});

describe("one service request", () => {
  test("shows what is known, what may be done, and where else it could go", async () => {
    const id = await file({
      description: "Dziura, potrącił mnie pan Kowalski KR 12345",
      point: { lat: 50.01, long: 19.91 },
      contact: { phone: "600700800" },
    });
    const near = await file({ point: { lat: 50.0101, long: 19.9101 } });
    const other = await file({ service: "graffiti-vandalism", point: { lat: 50.01, long: 19.91 } });
    await acting(id, { kind: "forward", unit: "zdmk", because: "droga" }, system);
    const shown = await view(id);
    expect(shown).toMatchObject({
      ...{ id, version: 2, state: "forwarded", contact: { phone: "600700800" }, unit: { id: "zdmk" } },
      ...{ sure: "usual", language: "pl", source: "chat", duplicates: [], publicPhotos: [], notes: [] },
    });
    expect(shown.personal.map(({ kind }) => kind)).toEqual(["name", "plate"]);
    expect(shown.acts).toEqual(["forward", "ask", "refuse", "forward_outside", "merge", "split", "add"]);
    expect(shown.unitActs).toContain("finish");
    expect(shown.nearby.map((one) => [one.id, one.metres < 20])).toEqual([
      [near, true],
      [other, true],
    ]);
    expect(shown.events.map(({ kind, by }) => `${kind}: ${by}`)).toEqual(["filed: Mieszkaniec", "forward: Hejnał"]);
    expect(shown.deliveries).toMatchObject([{ event: 1, state: "due", attempts: 0 }]);
    expect(shown.templates.find(({ state }) => state === "done")?.text).not.toBe("");
    expect((await anna.gets("requests/KR-0")).status).toBe(404);
    const noted = (await ewa.gets(`audit?subject=${id}`)).body.items;
    expect(noted).toMatchObject([{ act: "looked_at_request", by: { id: anna.id } }]);
  });

  test("is acted on by staff and for the unit, never on what was not seen", async () => {
    const id = await file();
    const ask = { kind: "ask", words: "Po której stronie?", seen: 1 };
    expect((await anna.posts(`requests/${id}/acts`, { ...ask, words: " " })).body.error).toEqual({
      code: "act_refused",
      because: "words_missing",
    });
    expect((await anna.posts(`requests/${id}/acts`, ask)).body).toMatchObject({
      version: 2,
      state: "waiting_for_resident",
    });
    expect((await piotr.posts(`requests/${id}/acts`, ask)).body.error).toEqual({
      ...{ code: "act_refused", because: "stale", version: 2 },
    });
    const start = { kind: "finish", seen: 2, words: "Załatane" };
    expect((await anna.posts(`requests/${id}/acts`, start)).body.error.because).toBe("not_allowed");
    const done = (await anna.posts(`requests/${id}/acts`, { ...start, forUnit: true })).body;
    expect(done).toMatchObject({ state: "done", version: 3 });
    expect(done.events.at(-1)).toMatchObject({ kind: "finish", words: "Załatane" });
    expect(done.events.at(-1).by).toMatch(/^.+ \(przekazuje: Anna\)$/);
    const forward = { kind: "forward", seen: 3 };
    for (const [body, field] of [
      [{ ...forward, unit: "NIKT" }, "unit"],
      [{ kind: "merge", seen: 3 }, "into"],
      [{ kind: "forward_outside", seen: 3 }, "outside"],
    ] as const)
      expect((await anna.posts(`requests/${id}/acts`, body)).body.error).toEqual({
        code: "wrong_body",
        fields: [field],
      });
    expect((await anna.posts("requests/KR-0/acts", ask)).status).toBe(404);
  });

  test("merged into another one brings its followers along, until it is unmerged", async () => {
    const [first, second] = [
      await file({ contact: { email: "a@example.org" } }),
      await file({ contact: { email: "b@example.org" } }),
    ];
    const typed = first.toLowerCase().replaceAll("-", " ");
    const merged = (await anna.posts(`requests/${second}/acts`, { kind: "merge", into: typed, seen: 1 })).body;
    expect(merged).toMatchObject({ state: "duplicate", duplicateOf: first, acts: ["unmerge"] });
    expect(await view(first)).toMatchObject({ duplicates: [second], followers: 2 });
    const unmerged = (await anna.posts(`requests/${second}/acts`, { kind: "unmerge", seen: 2 })).body;
    expect(unmerged.state).toBe("received");
    expect((await view(first)).duplicates).toEqual([]);
  });

  describe("with two matters in it", () => {
    const point = { lat: 50.0677, long: 19.9371 };
    const lamp = { fault: "off", description: "Nie świeci latarnia przy kiosku" };
    const splitting = (more: object = {}) => {
      return { key: randomUUID(), seen: 1, service: "street-lamp", answers: lamp, photos: [], ...more };
    };

    test("is split by a form: same place, contact and conversation, and the photos chosen", async () => {
      const conversationId = await house.conversation();
      const contact = { phone: "600700800", email: "anna@example.org" };
      const id = await file({ contact, point, district: "I", language: "uk", conversationId });
      const photo = await house.storage.requests.saveFile(id, {
        ...{ name: "lampa.jpg", contentType: "image/jpeg", bytes: Buffer.from("jpeg") },
      });
      await acting(id, { kind: "add", words: "zdjęcie", attachments: [photo] }, { kind: "resident" });
      const body = splitting({ seen: 2, photos: [photo.id] });
      const { status, body: filed } = await anna.posts(`requests/${id}/split`, body);
      expect([status, filed]).toEqual([200, { service_request_id: expect.any(String), unit: expect.any(String) }]);
      expect((await anna.posts(`requests/${id}/split`, body)).body).toEqual(filed);
      const second = await view(filed.service_request_id);
      expect(second).toMatchObject({
        ...{ splitFrom: id, service: { code: "street-lamp" }, description: lamp.description, language: "uk" },
        ...{ place: "na Długiej", address: "ul. Długa 12", point, district: "I", contact, conversationId },
        ...{ source: "console", unit: { id: "zdmk" }, attachments: [{ name: "lampa.jpg" }] },
      });
      expect(second.answers).toContainEqual({ label: "Usterka", answer: "Nie świeci" });
      const [begun] = second.events;
      expect(begun).toMatchObject({ kind: "filed", by: "Anna", because: expect.stringContaining(`zgłoszenia ${id}`) });
      const first = await view(id);
      expect(first.events.at(-1)).toMatchObject({ kind: "split", into: second.id, because: "Nie działa latarnia" });
      expect([first.state, first.attachments, first.splitFrom]).toEqual(["received", [], undefined]);
      const [noted] = (await ewa.gets(`audit?act=request_split`)).body.items;
      expect(noted).toMatchObject({ subject: { id }, details: { into: second.id }, by: { id: anna.id } });
    });

    test("takes another place and a contact where the first has none, and routes like any other", async () => {
      const id = await file({ contact: {}, point });
      const answers = { ...lamp, place: "ul. Krótka 5", contact: "600 100 200" };
      const { body } = await anna.posts(`requests/${id}/split`, splitting({ answers }));
      const second = await view(body.service_request_id);
      expect(second).toMatchObject({ place: "ul. Krótka 5", contact: { phone: "600100200" } });
      expect(second).not.toHaveProperty("point");
    });

    test("stays whole when the form, the photos, the version or the state do not allow it", async () => {
      const id = await file();
      const refused = async (more: object, of = id) =>
        (await anna.posts(`requests/${of}/split`, splitting(more))).body.error;
      expect(await refused({ answers: {} })).toMatchObject({
        code: "form_mistakes",
        mistakes: expect.arrayContaining([expect.objectContaining({ slot: "description", problem: "missing" })]),
      });
      expect(await refused({ service: "nic" })).toEqual({ code: "unknown_intent", fields: ["service"] });
      expect(await refused({ service: "formal-complaint" })).toMatchObject({ code: "not_filed" });
      expect(await refused({ photos: ["obce"] })).toEqual({ code: "wrong_body", fields: ["photos"] });
      expect(await refused({ seen: 7 })).toEqual({ code: "act_refused", because: "stale", version: 1 });
      expect((await refused({}, "KR-0")).code).toBe("not_found");
      // It needs the form, so it is no act among others.
      const act = { kind: "split" };
      expect((await anna.posts(`requests/${id}/acts`, { ...act, seen: 1 })).body.error.fields).toEqual(["kind"]);
      const several = { requests: [{ id, seen: 1 }], act };
      expect((await anna.posts("requests/acts", several)).body.error.fields).toEqual(["act.kind"]);
      await acting(id, { kind: "withdraw" }, { kind: "resident" });
      expect(await refused({ seen: 2 })).toEqual({ code: "act_refused", because: "not_now" });
      expect((await view(id)).events.map(({ kind }) => kind)).toEqual(["filed", "withdraw"]);
    });
  });

  test("is assigned, given a time and noted on", async () => {
    const id = await file();
    const dueAt = new Date(house.now().getTime() + 48 * HOUR).toISOString();
    const changed = (await anna.patches(`requests/${id}`, { assignedTo: piotr.id, dueAt })).body;
    expect(changed).toMatchObject({ assignedTo: { name: "Piotr" }, dueAt });
    expect((await anna.patches(`requests/${id}`, { dueAt: "2020-01-01T00:00:00Z" })).error).toBe("in_the_past");
    expect((await anna.patches(`requests/${id}`, { assignedTo: jan.id })).body.error.fields).toEqual(["assignedTo"]);
    expect((await anna.patches(`requests/${id}`, { assignedTo: null })).body).not.toHaveProperty("assignedTo");
    const noted = (await anna.posts(`requests/${id}/notes`, { text: "Dzwoniłam, wracają w środę" })).body;
    expect(noted.notes).toMatchObject([{ by: "Anna", text: "Dzwoniłam, wracają w środę" }]);
  });

  test("is shown to everybody only as somebody who oversees the desk released it", async () => {
    const id = await file({ description: "Pan Nowak zalał piwnicę" });
    const photo = await house.storage.requests.saveFile(id, {
      ...{ name: "a.jpg", contentType: "image/jpeg", bytes: Buffer.from("jpeg") },
    });
    await acting(id, { kind: "add", words: "zdjęcie", attachments: [photo] }, { kind: "resident" });
    const release = { publicText: "Zalana piwnica", publicPhotos: [photo.id] };
    expect((await anna.patches(`requests/${id}`, release)).error).toBe("forbidden");
    expect((await piotr.patches(`requests/${id}`, { publicPhotos: ["obce"] })).body.error.fields).toEqual([
      "publicPhotos",
    ]);
    expect((await piotr.patches(`requests/${id}`, release)).body).toMatchObject({
      ...release,
      ...{ description: "Pan Nowak zalał piwnicę", awaitsModeration: false },
    });
    const sent = await anna.gets(`requests/${id}/files/${photo.id}`);
    expect([sent.status, sent.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect((await anna.gets(`requests/${await file()}/files/${photo.id}`)).status).toBe(404);
    const log = JSON.stringify((await ewa.gets(`audit?subject=${id}`)).body);
    expect(log).toContain("request_changed");
    expect(log).not.toMatch(/Zalana|Nowak/);
    const typed = await anna.posts("requests/check-text", { text: "tu mieszka pani Zofia" });
    expect(typed.body).toEqual({ personal: [{ from: 16, to: 21, kind: "name" }] });
  });

  test("of a kind that is private cannot be made public", async () => {
    const secret = [...house.parts.content().services.values()].find((one) => !one.public && !one.explain);
    const id = await file({ service: secret?.code ?? "", public: false });
    expect((await piotr.patches(`requests/${id}`, { public: true })).body.error.fields).toEqual(["public"]);
  });
});

test("several at once: what cannot be done is told one by one", async () => {
  const [a, b] = [await file(), await file()];
  await acting(b, { kind: "forward", unit: "zdmk", because: "x" }, system);
  const requests = [
    { id: a, seen: 1 },
    { id: b, seen: 1 },
    { id: "KR-0", seen: 1 },
  ];
  const over = await file();
  await acting(over, { kind: "finish" }, zdmk);
  const merged = await anna.posts("requests/acts", {
    requests: [{ id: a, seen: 1 }],
    act: { kind: "merge", into: over },
  });
  expect(merged.body).toEqual([{ id: a, done: false, refused: "into_closed" }]);
  const came = await anna.posts("requests/acts", { requests, act: { kind: "forward", unit: "mpo" } });
  expect(came.body).toEqual([
    { id: a, done: true },
    { id: b, done: false, refused: "stale" },
    { id: "KR-0", done: false, refused: "not_found" },
  ]);
  expect(await view(a)).toMatchObject({ unit: { id: "mpo" }, state: "forwarded" });
  const assigned = await anna.patches("requests", { ids: [a, b, "KR-0"], change: { assignedTo: anna.id } });
  expect(assigned.body.map(({ done }: { done: boolean }) => done)).toEqual([true, true, false]);
  expect((await view(b)).assignedTo?.name).toBe("Anna");
});

test("what a unit without a way was not told yet is to be passed on by hand", async () => {
  const id = await file({ unit: "kegw" });
  const delivery = await house.storage.db
    .selectFrom("unit_deliveries")
    .select("id")
    .where("service_request_id", "=", id)
    .executeTakeFirstOrThrow();
  const byHand = async () => (await anna.gets("requests/counts")).body.byHand;
  const before = await byHand();
  await house.storage.deliveries.withheld(delivery.id, "no_way", house.now());
  expect(await byHand()).toBe(before + 1);
  // What a press on the number shows is what was counted.
  expect([await idsOf("byHand=1&units=kegw"), (await idsOf("byHand=1")).length]).toEqual([[id], before + 1]);
  expect((await view(id)).deliveries).toMatchObject([{ state: "withheld", reason: "no_way" }]);
  await anna.posts(`requests/${id}/acts`, { kind: "start", forUnit: true, seen: 1 });
  expect(await byHand()).toBe(before);
});

describe("a few hundred as a file", () => {
  const evil = '=HYPERLINK("https://zly.example";"1")';
  beforeAll(async () => {
    for (let n = 0; n < 300; n++)
      await file({
        ...{ service: "litter", unit: "mpo", description: n === 7 ? evil : `Śmieci "nr" ${n}; <b>&\u0001` },
        ...{ address: n === 8 ? "@Rynek\nGłówny" : `Zielona ${n}`, point: { lat: 50 + n / 10_000, long: 19.95 } },
      });
  });
  const download = async (path: string) => {
    const came = await fetch(`${house.url}/console/api/requests/${path}`, { headers: { Cookie: piotr.cookie } });
    return { came, bytes: Buffer.from(await came.arrayBuffer()) };
  };

  test("comes page by page on the screen", async () => {
    const first = (await anna.gets("requests?services=litter")).body;
    const second = (await anna.gets(`requests?services=litter&before=${first.next}`)).body;
    const numbers = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(numbers).size).toBe(100);
    expect(numbers).toEqual([...numbers].sort().reverse());
  });

  test("CSV opens in a Polish spreadsheet and calculates nothing", async () => {
    const { came, bytes } = await download("export.csv?services=litter&description=1");
    expect(came.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const text = bytes.toString();
    expect(text.startsWith("\uFEFFNumer;Typ;Rodzaj;Stan;")).toBe(true);
    expect(text.split("\r\n")).toHaveLength(302);
    expect(text).toContain(`"'=HYPERLINK(""https://zly.example"";""1"")"`);
    expect(text).toContain(`"'@Rynek\nGłówny"`);
    expect(text).toContain(`"Śmieci ""nr"" 9; <b>&\u0001"`);
    expect(text.split("\r\n")[1]).toMatch(
      /^KR-\d{4}-\d{6}-\d;zgłoszenie;.+;przyjęte;\d{4}-\d\d-\d\d \d\d:\d\d;.+;;Zielona 0;50;19.95;/,
    );
    const plain = (await download("export.csv?services=litter")).bytes.toString();
    expect(plain).not.toContain("<b>");
  });

  test("XLSX is a workbook with texts, numbers and moments", async () => {
    const { bytes } = await download("export.xlsx?services=litter&description=1");
    const folder = mkdtempSync(join(tmpdir(), "hejnal-xlsx-"));
    const path = join(folder, "a.xlsx");
    writeFileSync(path, bytes);
    const part = (name: string) => execFileSync("unzip", ["-p", path, name], { encoding: "utf8" });
    const read = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", isArray: (name) => name === "c" });
    const { row: rows } = read.parse(part("xl/worksheets/sheet1.xml")).worksheet.sheetData;
    const sheets = read.parse(part("xl/workbook.xml")).workbook.sheets;
    expect(execFileSync("unzip", ["-tq", path], { encoding: "utf8" })).toContain("No errors");
    rmSync(folder, { recursive: true });
    expect(sheets.sheet.name).toBe("Zgłoszenia");
    expect(rows).toHaveLength(301);
    const cells = rows[8].c;
    expect(cells).toHaveLength(15);
    expect(cells[14]).toMatchObject({ t: "inlineStr", is: { t: { "#text": evil } } });
    expect(rows[10].c[14].is.t["#text"]).toBe('Śmieci "nr" 9; <b>&');
    expect(cells[8].v).toBeCloseTo(50.0007);
    // Days since 30 December 1899 by Kraków's clock, which is an hour or two ahead.
    const ahead = cells[10].v - (house.now().getTime() / (24 * HOUR) + 25_569);
    expect(ahead * 24).toBeGreaterThan(0.5);
    expect(ahead * 24).toBeLessThan(2.5);
  });

  test("is for those who oversee the desk, and noted with what it was narrowed by", async () => {
    expect((await anna.gets("requests/export.csv")).error).toBe("forbidden");
    expect((await piotr.gets("requests/export.csv?states=x")).error).toBe("wrong_body");
    await download("export.xlsx?units=mpo&q=Kowalski");
    const [line] = (await ewa.gets("audit?act=requests_exported")).body.items;
    expect(line).toMatchObject({ by: { id: piotr.id }, subject: { id: "xlsx" }, details: { units: "mpo", q: "…" } });
  });
});

describe("the office", () => {
  const rule = { id: "planty", service: "pothole", placeWords: ["plant*"], unit: "zzm", because: "Planty to zieleń" };
  const saves = (name: string, value: unknown, seen: number, who = jan) =>
    who.posts(`office/${name}`, { value, seen, why: "próba" });

  test("is set as numbered versions; who saw an older one gets the newer", async () => {
    expect((await jan.gets("office/routing")).body).toEqual({
      ...{ name: "routing", version: 0, value: { rules: [] }, history: [] },
    });
    expect((await saves("routing", { rules: [rule] }, 0)).body).toMatchObject({
      version: 1,
      history: [{ version: 1, by: "Jan", why: "próba" }],
    });
    const late = (await saves("routing", { rules: [] }, 0, piotr)).body.error;
    expect(late).toMatchObject({ code: "office_stale", version: 1, by: "Jan", value: { rules: [{ id: "planty" }] } });
    const id = await file({ place: "alejka na Plantach" });
    expect(await view(id)).toMatchObject({
      sure: "rule",
      alternatives: [{ unit: { id: "zzm" }, because: rule.because }],
    });
    await saves("routing", { rules: [] }, 1);
    expect((await jan.gets("office/routing/versions/1")).body.value.rules).toMatchObject([rule]);
    expect((await jan.gets("office/routing/versions/9")).status).toBe(404);
    expect((await jan.gets("office/inne")).status).toBe(404);
  });

  test("knows only units, kinds and answers there are", async () => {
    const mistakes = async (name: string, value: unknown) => (await saves(name, value, 2)).body.error.fields;
    expect(await mistakes("routing", { rules: [{ ...rule, unit: "NIKT", service: "nic" }] })).toEqual([
      "rules.0.service",
      "rules.0.unit",
    ]);
    expect(await mistakes("routing", { rules: [{ ...rule, when: { nie_ma: "x" } }] })).toEqual(["rules.0.when.nie_ma"]);
    expect(await mistakes("ways", { units: { NIKT: [] } })).toEqual(["units.NIKT"]);
    expect(await mistakes("timings", { usual: { dueDays: 0 } })).toContain("usual.dueDays");
    expect(await mistakes("sentences", { sentences: [] })).toContain("sentences");
  });

  test("never tells a secret again, keeps it behind the mask, and gives it to no other address", async () => {
    const webhook = { kind: "webhook", url: "https://zdmk.example/h", secret: "bardzo-tajne-hasło-123" };
    const partner = { kind: "open311", endpoint: "https://mpo.example/v2/", apiKey: "klucz", codes: {} };
    const made = await saves("ways", { units: { zdmk: [webhook], mpo: [partner] } }, 0);
    const hidden = { units: { zdmk: [{ ...webhook, secret: "••••" }], mpo: [{ ...partner, apiKey: "••••" }] } };
    expect(made.body.value).toEqual(hidden);
    const { units } = hidden;
    expect(
      (await saves("ways", { units: { mpo: units.mpo, zdmk: [...units.zdmk, { kind: "email", to: ["a@b.pl"] }] } }, 1))
        .status,
    ).toBe(200);
    const { ways } = house.parts.content().office;
    expect([ways.units.zdmk?.[0], ways.units.mpo?.[0]]).toEqual([webhook, partner]);
    const elsewhere = { ...webhook, url: "https://zly.example/h", secret: "••••" };
    expect((await saves("ways", { units: { zdmk: [elsewhere] } }, 2)).body.error.fields).toEqual([
      "units.zdmk.0.secret",
    ]);
    const other = { ...partner, endpoint: "https://zly.example/v2/", apiKey: "••••" };
    expect((await saves("ways", { units: { mpo: [other] } }, 2)).body.error.fields).toEqual(["units.mpo.0.apiKey"]);
    const everything = JSON.stringify([
      (await jan.gets("office/ways/versions/1")).body,
      (await ewa.gets("audit?subject=ways")).body,
    ]);
    expect(everything).toContain("office_saved");
    expect(everything).not.toMatch(/bardzo-tajne|klucz/);
  });

  test("is told what units sent back", async () => {
    const id = await file();
    await acting(id, { kind: "forward", unit: "zdmk", because: "x" }, system);
    await acting(id, { kind: "bounce", words: "To droga wewnętrzna" }, zdmk);
    expect((await jan.gets("office-bounces")).body.bounces).toMatchObject([
      { service: { code: "pothole" }, unit: { id: "zdmk" }, count: 1, reasons: ["To droga wewnętrzna"] },
    ]);
  });
});

test("a partner's key is shown once, kept as a hash, and ends", async () => {
  const { key, apiKey } = (await ewa.posts("api-keys", { name: "Aplikacja", perMinute: 60 })).body;
  const hash = createHash("sha256").update(key).digest("hex");
  expect(Buffer.from(key, "base64url")).toHaveLength(32);
  expect((await house.storage.apiKeys.findByHash(hash, house.now()))?.id).toBe(apiKey.id);
  const list = (await ewa.gets("api-keys")).body;
  expect(list).toMatchObject([{ name: "Aplikacja", perMinute: 60, createdBy: "Ewa" }]);
  expect(JSON.stringify(list)).not.toContain(key);
  expect((await ewa.posts("api-keys", { name: "x", perMinute: 1, unit: "NIKT" })).body.error.fields).toEqual(["unit"]);
  expect((await ewa.posts(`api-keys/${apiKey.id}/end`)).status).toBe(200);
  expect((await ewa.posts(`api-keys/${apiKey.id}/end`)).status).toBe(404);
  expect(await house.storage.apiKeys.findByHash(hash, house.now())).toBeUndefined();
});
