import sharp from "sharp";
import type { Act, Actor } from "../../../src/serviceRequests/doors";
import { freshEmbedded } from "../../databases";
import { picture } from "../../rooms/photos/pictures";
import { clientOf, json, members, type Pairs, refused, rowOf, rowsOf } from "./client";
import { fixMyStreetChecks } from "./fixMyStreet";
import { type OurServer, ourServer } from "./ourServer";

/** The checks of the list for which one must look into the house. */
let server: OurServer;
let key: string;
const { call, post } = clientOf(() => server.url);

beforeAll(async () => {
  server = await ourServer(freshEmbedded);
  ({ key } = await server.keyOf());
});
afterAll(async () => {
  await server?.close();
  expect(server.errors).toEqual([]);
});

let told = 0;
const report = (service = "pothole"): Pairs => [
  ["api_key", key],
  ["service_code", service],
  ["lat", "50.0614"],
  ["long", "19.9372"],
  ["description", `Dziura ${++told}`],
];
const answered = async (pairs: Pairs) =>
  members(await post("requests.xml", pairs), "service_requests", "request")[0] ?? {};
const filed = async (...more: Pairs) => String((await answered([...report(), ...more])).service_request_id);
const shown = async (id: string) => rowOf(rowsOf(json(await call(`requests/${id}.json`)))[0]);
const whole = async (id: string) => {
  const found = await server.storage.requests.find(id);
  if (!found) throw new Error(`no request ${id}`);
  return found;
};

test("5: after editors changed something the changeset is another one, and a later one", async () => {
  const read = async () => String(rowOf(json(await call("discovery.json"))).changeset);
  const before = await read();
  server.changeset.is = "2026-11-21T13:00:00+01:00";
  expect((await read()) > before).toBe(true);
});

test("12: what is private, an idea or a formal matter is neither listed, nor defined, nor taken", async () => {
  const codes = rowsOf(json(await call("services.json"))).map(({ service_code }) => service_code);
  for (const code of ["noise", "idea", "formal-complaint", "illegal-construction"]) {
    expect(codes).not.toContain(code);
    refused(await call(`services/${code}.xml`), 404);
    refused(await post("requests.xml", report(code)), 404);
  }
});

test("24: a danger is told before and after: the number to call comes first", async () => {
  const { attributes } = rowOf(json(await call("services/water-leak.json")));
  expect(rowsOf(attributes)[0]).toMatchObject({ variable: false, order: 1, required: false });
  const notice = (await answered(report("stray-animal"))).service_notice;
  expect(notice).toMatch(/\d{3}/);
});

test("28: what is filed reaches the unit's desk with its answers, place and contact", async () => {
  const id = await filed(
    ["attribute[size]", "big"],
    ["attribute[report_url]", "https://example.org/report/1"],
    ["address_string", "Długa 12"],
    ["email", "anna@example.org"],
  );
  expect(await whole(id)).toMatchObject({
    unit: "zdmk",
    answers: { size: "big" },
    place: "Długa 12",
    address: "ul. Długa 12",
    point: { lat: 50.0614, long: 19.9372 },
    contact: { email: "anna@example.org" },
    description: `Dziura ${told}`,
    public: true,
  });
  expect(await server.storage.deliveries.take(server.clock.now(), 100, 1)).toContainEqual(
    expect.objectContaining({ serviceRequestId: id, unit: "zdmk" }),
  );
});

test("37, 38: a list may be written with and without brackets; two answers to one question are refused", async () => {
  for (const name of ["attribute[size][]", "attribute[size]"])
    expect((await whole(await filed([name, "small"]))).answers).toEqual({ size: "small" });
  const twice: Pairs = [...report(), ["attribute[size]", "small"], ["attribute[size][]", "big"]];
  expect(refused(await post("requests.xml", twice), 400)).toContain("size");
});

test("41: a number must be one", async () => {
  expect(refused(await post("requests.xml", report("trial-number")), 400)).toContain("length");
  const wrong: Pairs = [...report("trial-number"), ["attribute[length]", "abc"]];
  expect(refused(await post("requests.xml", wrong), 400)).toContain("length");
  const { service_request_id } = await answered([...report("trial-number"), ["attribute[length]", "2.5"]]);
  expect((await whole(String(service_request_id))).answers).toEqual({ length: "2.5" });
});

test("42, 44, 46: words are shown only once a person released them, and then unchanged, with their line breaks", async () => {
  const words = "Zażółć 🚲 <b>gęślą</b> & „jaźń”\r\ndruga linia\ntrzecia";
  const id = String((await answered([...report().slice(0, 4), ["description", words]])).service_request_id);
  expect((await shown(id)).description).toBeNull();
  const { description } = await whole(id);
  await server.storage.requests.set(id, { publicText: description });
  const kept = words.replace("\r\n", "\n");
  expect((await shown(id)).description).toBe(kept);
  const [inXml] = members(await call(`requests/${id}.xml`), "service_requests", "request");
  expect(String(inXml?.description)).toBe(kept);
});

test("49: photos lose their position before they are kept, and are shown once a person released them", async () => {
  const bytes = await picture(80, 60).jpeg().toBuffer();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();
  const photo = new Blob([new Uint8Array(bytes)]);
  const id = await filed(["media", photo], ["photo2", photo]);
  const attachments = (await server.storage.requests.events(id)).flatMap((event) => event.attachments);
  expect(attachments).toHaveLength(2);
  const [first, second] = attachments.map((attachment) => attachment.id);
  if (!first || !second) throw new Error("two photos were sent");
  refused(await call(`media/${id}/${first}.jpg`), 404);
  await server.storage.requests.set(id, { publicPhotos: [first] });
  const response = await fetch(String((await shown(id)).media_url));
  const image = sharp(Buffer.from(await response.arrayBuffer()));
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  expect((await image.metadata()).exif).toBeUndefined();
  refused(await call(`media/${id}/${second}.jpg`), 404);
});

test("50: with a file that is no photo nothing is filed", async () => {
  const before = await server.storage.requests.count({});
  const program = new Blob([Buffer.from("MZ this program cannot be run")]);
  refused(await post("requests.xml", [...report(), ["media", program]]), 400);
  expect(await server.storage.requests.count({})).toBe(before);
});

test("51: links to pictures are kept for those who look at it, all of them, and shown to nobody else", async () => {
  const id = await filed(["media_url", "https://example.org/1.jpg"], ["media_url", "https://example.org/2.jpg"]);
  expect((await whole(id)).description).toMatch(/1\.jpg\n.*2\.jpg$/);
  expect(JSON.stringify(await shown(id))).not.toContain("example.org");
});

test("53: after ten minutes the same words are a new report; photos of a repeated one are kept once", async () => {
  const bytes = new Uint8Array(await picture(40, 30).png().toBuffer());
  const pairs: Pairs = [...report(), ["media", new Blob([bytes])]];
  const first = String((await answered(pairs)).service_request_id);
  server.clock.ahead += 9 * 60_000;
  expect((await answered(pairs)).service_request_id).toBe(first);
  expect((await server.storage.requests.events(first)).flatMap((event) => event.attachments)).toHaveLength(1);
  server.clock.ahead += 2 * 60_000;
  expect((await answered(pairs)).service_request_id).not.toBe(first);
});

test("54, 55: a batch service gives a token, and the token the number", async () => {
  const { service_request_id, token } = await answered(report("trial-batch"));
  expect([service_request_id, String(token)]).toEqual([undefined, expect.stringMatching(/^\S{20,}$/)]);
  const [found] = members(await call(`tokens/${token}.xml`), "service_requests", "request");
  expect(found).toMatchObject({ token, service_request_id: expect.stringMatching(/^KR-/) });
});

test("58: a blackbox service gives neither, and says so", async () => {
  const answer = await answered(report("trial-blackbox"));
  expect([answer.service_request_id, answer.token]).toEqual([undefined, undefined]);
  expect(answer.service_notice).toMatch(/nie można sprawdzić/);
});

test("63, 64, 98: a private request is as unknown as one that never was, everywhere", async () => {
  const id = await filed();
  await server.storage.requests.set(id, { public: false });
  const [hidden, never] = [await call(`requests/${id}.json`), await call("requests/KR-2026-999999-9.json")];
  refused(hidden, 404);
  expect(hidden.text).toBe(never.text);
  expect(json(await call(`requests.json?service_request_id=${id}`))).toEqual([]);
  expect((await call("requests.xml")).text).not.toContain(id);
  const update: Pairs = [
    ["api_key", key],
    ["service_request_id", id],
    ["status", "FIXED"],
    ["description", "x"],
  ];
  refused(await post("servicerequestupdates.xml", update), 404);
  expect((await whole(id)).state).toBe("received");
});

const unit: Actor = { kind: "unit", unit: "zdmk" };
const staff: Actor = { kind: "staff", accountId: "" };
const steps: [string, [Act, Actor][], string][] = [
  ["in progress", [[{ kind: "start" }, unit]], "open"],
  ["waiting for the resident", [[{ kind: "ask", words: "Który pas?" }, unit]], "open"],
  ["done", [[{ kind: "finish" }, unit]], "closed"],
  ["not feasible", [[{ kind: "refuse", words: "Nie da się." }, unit]], "closed"],
  ["outside", [[{ kind: "forward_outside", outside: { owner: "GDDKiA", contact: "x" } }, staff]], "closed"],
  ["withdrawn", [[{ kind: "withdraw" }, { kind: "resident" }]], "closed"],
  [
    "reopened",
    [
      ...([
        [{ kind: "finish" }, unit],
        [{ kind: "reopen", words: "Nadal." }, staff],
      ] as [Act, Actor][]),
    ],
    "open",
  ],
];

test.each(steps)("81, 82: %s", async (_, acts, status) => {
  const id = await filed();
  const before = await shown(id);
  server.clock.ahead += 2000;
  for (const [act, actor] of acts) expect(await server.acting(id, act, actor)).not.toHaveProperty("refused");
  const after = await shown(id);
  expect(after.status).toBe(status);
  expect(Date.parse(String(after.updated_datetime))).toBeGreaterThan(Date.parse(String(before.updated_datetime)));
  expect(JSON.stringify(after)).not.toMatch(/Który pas|Nie da się|Nadal/);
});

test("82: a duplicate is closed", async () => {
  const [id, into] = [await filed(), await filed()];
  await server.acting(id, { kind: "merge", into }, staff);
  expect((await shown(id)).status).toBe("closed");
});

test("84: when it may be done comes from past ones, and only while it is open", async () => {
  const id = await filed();
  const { requested_datetime, expected_datetime } = await shown(id);
  const days = (Date.parse(String(expected_datetime)) - Date.parse(String(requested_datetime))) / 86_400_000;
  expect(Math.round(days)).toBe(10);
  await server.acting(id, { kind: "finish" }, unit);
  expect((await shown(id)).expected_datetime).toBeNull();
});

test("85: notes tell what changed, in public sentences only", async () => {
  const id = await filed();
  await server.acting(id, { kind: "start", words: "Tajne słowa" }, unit);
  const [request] = rowsOf(json(await call(`requests/${id}.json?extensions=true`)));
  expect(rowsOf(request?.notes)).toMatchObject([{ type: "IN_PROCESS", description: expect.stringMatching(/\S/) }]);
  expect(JSON.stringify(request)).not.toContain("Tajne");
  expect(request?.extended_attributes).toMatchObject({ channel: "open311", detailed_status: "IN_PROCESS" });
});

test("91: after the key's limit comes 429 with Retry-After; other keys go on", async () => {
  const slow = await server.keyOf(2);
  const pairs = () => report().map(([name, value]): Pairs[number] => [name, name === "api_key" ? slow.key : value]);
  for (let n = 0; n < 2; n++) await answered(pairs());
  const got = await post("requests.json", pairs());
  refused(got, 429);
  expect(Number(got.headers.get("retry-after"))).toBeGreaterThan(0);
  await filed();
});

test("31: an ended key is worth nothing", async () => {
  const ended = await server.keyOf();
  await server.storage.apiKeys.end(ended.id, server.clock.now());
  refused(await post("requests.xml", [["api_key", ended.key]]), 403);
});

test("99: an update older than the last change keeps its words", async () => {
  const id = await filed();
  await server.acting(id, { kind: "add", words: "Nowsze słowa" }, staff);
  const update = { api_key: key, service_request_id: id, status: "FIXED", description: "Dawne słowa" };
  const pairs: Pairs = [...Object.entries(update), ["updated_datetime", "2020-01-01T00:00:00Z"]];
  members(await post("servicerequestupdates.xml", pairs), "service_request_updates", "request_update");
  const events = await server.storage.requests.events(id);
  expect(events.at(-1)).toMatchObject({ kind: "add", state: "received", words: "Dawne słowa" });
});

test("96, 97: a unit's own system acts for its unit; partners speak only for who reported through them", async () => {
  const [own, foreign, other] = [
    await server.keyOf(100, "zdmk"),
    await server.keyOf(100, "mpo"),
    await server.keyOf(100),
  ];
  const id = await filed();
  const update = (with_: string, status: string): Pairs => [
    ["api_key", with_],
    ["service_request_id", id],
    ["status", status],
    ["description", `Stan ${status}`],
  ];
  for (const { key: wrong } of [foreign, other])
    refused(await post("servicerequestupdates.xml", update(wrong, "FIXED")), 403);
  await post("servicerequestupdates.xml", update(key, "IN_PROGRESS"));
  expect((await whole(id)).state).toBe("received");
  await post("servicerequestupdates.xml", update(own.key, "IN_PROGRESS"));
  expect((await whole(id)).state).toBe("in_progress");
  const [answer] = rowsOf(json(await post("servicerequestupdates.json", update(own.key, "FIXED"))));
  const events = await server.storage.requests.events(id);
  expect(events.at(-1)).toMatchObject({ state: "done", actor: "unit:zdmk", words: "Stan FIXED" });
  expect(answer?.update_id).toBe(`${id}.${events.length}`);
  refused(await post("servicerequestupdates.xml", update(own.key, "NO_FURTHER_ACTION")), 400);
});

test("95: an update that broke while it was taken is taken when it is sent again", async () => {
  const id = await filed();
  const update: Pairs = [
    ["api_key", key],
    ["service_request_id", id],
    ["update_id", "theirs-1"],
    ["description", "Nadal jest"],
  ];
  const { id: partner } = (await server.storage.apiKeys.list())[0] ?? { id: "" };
  await server.storage.deliveries.seen(`open311:${partner}`, "theirs-1", server.clock.now());
  const ids = [];
  for (let tries = 0; tries < 2; tries++)
    ids.push(rowsOf(json(await post("servicerequestupdates.json", update)))[0]?.update_id);
  expect(ids).toEqual([`${id}.2`, `${id}.2`]);
  expect((await server.storage.requests.events(id)).map(({ words }) => words)).toEqual(["", "Nadal jest"]);
});

describe("a client made as FixMyStreet's", () => fixMyStreetChecks(() => server));

// The last one, because nobody reads here after it.
test("who reads all the time is told to wait", async () => {
  for (let n = 0; n < 600; n++) await server.limiter.take("open311:read:127.0.0.1", 600, 60);
  expect((await call("services.xml")).status).toBe(429);
});
