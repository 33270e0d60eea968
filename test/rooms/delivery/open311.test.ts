import { askPartners } from "../../../src/delivery/units/partnerUpdates";
import { unitRounds } from "../../../src/delivery/units/unitDelivery";
import { type House, openHouse } from "./house";
import { type Came, openReceiver, type Receiver } from "./receiver";

let house: House;
let partner: Partner;

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  partner = await openPartner();
  house.ways.zdmk = [
    {
      kind: "open311",
      endpoint: `${partner.server.url}/v2/`,
      apiKey: "our key",
      jurisdiction: "krakow",
      codes: { pothole: "007" },
    },
  ];
});
afterEach(async () => {
  await partner.server.close();
  await house.clear();
});
afterAll(() => house.close());

const work = async () => {
  const { parts, storage } = house;
  const rounds = unitRounds({ ...parts, deliveries: storage.deliveries, smtp: {}, patienceMs: 10_000 });
  while (await rounds.round());
  rounds.close();
};
const ask = () =>
  askPartners({
    ...house.parts,
    deliveries: house.storage.deliveries,
    requests: house.storage.requests,
    patienceMs: 10_000,
  });
const wordsOf = async (id: string) =>
  (await house.storage.requests.events(id)).map(({ kind, words }) => `${kind} ${words}`);

test("a matter is filed in the unit's own system, in its words and codes", async () => {
  const { id } = await house.file({ contact: { email: "anna@example.org" }, description: "Dziura\u000b & \u{1F6B2}" });
  await work();
  const [filed] = partner.posts("requests.xml");
  expect(filed?.headers["content-type"]).toBe("application/x-www-form-urlencoded; charset=utf-8");
  const fields = new URLSearchParams(filed?.body);
  expect(Object.fromEntries(fields)).toMatchObject({
    api_key: "our key",
    jurisdiction_id: "krakow",
    service_code: "007",
    lat: "50.0677",
    long: "19.9371",
    address_string: "ul. Długa 12",
    email: "anna@example.org",
    "attribute[size]": "medium",
  });
  expect(fields.get("description")).toMatch(
    new RegExp(`^\\[${id}\\] Dziura w jezdni\n[^]+Dziura & \u{1F6B2}\nhttps://hejnal`),
  );
  expect(fields.has("phone")).toBe(false);
  expect(await house.deliveries()).toMatchObject([{ state: "done", external_id: "0001" }]);
  expect(await house.state(id)).toBe("forwarded");
});

test("after a lost answer it asks whether the matter is there before it files again", async () => {
  await house.file();
  partner.losesAnswers = 1;
  await work();
  house.later(5);
  await work();
  expect(partner.posts("requests.xml")).toHaveLength(1);
  expect(await house.deliveries()).toMatchObject([{ state: "done", external_id: "0001", attempts: 2 }]);
  // Nothing came: then it is filed.
  await house.file();
  partner.isDown = true;
  await work();
  house.later(5);
  partner.isDown = false;
  await work();
  expect(partner.requests.size).toBe(2);
});

test("news of a matter that never was there is filed there, and not twice when its answer got lost", async () => {
  const { zdmk = [] } = house.ways;
  house.ways.zdmk = [];
  const { id } = await house.file();
  await work();
  house.ways.zdmk = zdmk;
  await house.acting(id, { kind: "start" }, { kind: "unit", unit: "zdmk" });
  await house.acting(id, { kind: "add", words: "Nadal jest" }, { kind: "resident" });
  partner.losesAnswers = 1;
  await work();
  house.later(5);
  await work();
  expect(partner.posts("requests.xml")).toHaveLength(1);
  expect((await house.deliveries()).map(({ state }) => state)).toEqual(["withheld", "done"]);
});

test("a token is asked about until it has a number", async () => {
  const { id } = await house.file();
  partner.givesTokens = true;
  await work();
  expect(await house.deliveries()).toMatchObject([{ state: "done", external_id: "token:T-0001" }]);
  await ask();
  expect(await house.deliveries()).toMatchObject([{ external_id: "token:T-0001" }]);
  partner.isDown = true;
  await ask();
  expect(house.logged).toContainEqual(expect.objectContaining({ event: "partner_not_read" }));
  partner.isDown = false;
  partner.givesTokens = false;
  await ask();
  expect(await house.deliveries()).toMatchObject([{ external_id: "0001" }]);
  expect(await house.state(id)).toBe("forwarded");
});

test("that it lies elsewhere is an update, also where only a token was given; without either staff is told", async () => {
  partner.givesTokens = true;
  const { id } = await house.file();
  await work();
  partner.givesTokens = false;
  const staff = { kind: "staff", accountId: "anna" } as const;
  await house.acting(id, { kind: "forward", unit: "zzm", because: "park" }, staff);
  await work();
  const [update, ...more] = partner.posts("servicerequestupdates.xml");
  expect([more, partner.requests.size]).toEqual([[], 1]);
  expect(Object.fromEntries(new URLSearchParams(update?.body))).toMatchObject({
    service_request_id: "0001",
    status: "INTERNAL_REFERRAL",
    description: expect.stringContaining("przekazaliśmy innej jednostce: Zarząd Zieleni"),
  });
  const nameless = await house.file();
  await work();
  await house.storage.db.updateTable("unit_deliveries").set({ external_id: null }).execute();
  await house.acting(nameless.id, { kind: "forward", unit: "zzm", because: "park" }, staff);
  await work();
  expect(partner.posts("servicerequestupdates.xml")).toHaveLength(1);
  expect((await house.deliveries()).map(({ state }) => state)).toContain("given_up");
  expect((await house.mails()).map(({ text }) => text).join()).toContain("no number to tell it by");
});

test("what they note is kept once, what they close is done; reopened here it stays open until they close it again", async () => {
  const { id } = await house.file();
  await work();
  const there = partner.requests.get("0001");
  if (!there) throw new Error("not filed");
  house.later(60);
  Object.assign(there, { notes: "Ekipa jedzie &lt;jutro&gt;" });
  await ask();
  await ask();
  expect((await wordsOf(id)).slice(2)).toEqual(["add Ekipa jedzie <jutro>"]);

  Object.assign(there, { status: "closed", notes: "Załatane", updated: house.clock.now });
  house.later(5);
  await ask();
  expect(await house.state(id)).toBe("done");
  house.later(60);
  await house.acting(id, { kind: "reopen", words: "Nadal jest" }, { kind: "resident" });
  await work();
  await ask();
  expect(await house.state(id)).toBe("forwarded");
  const [update] = partner.posts("servicerequestupdates.xml");
  expect(Object.fromEntries(new URLSearchParams(update?.body))).toMatchObject({
    service_request_id: "0001",
    status: "REOPEN",
    description: expect.stringMatching(/^Nadal jest\nhttps/),
  });

  house.later(60);
  Object.assign(there, { updated: house.clock.now, hasNoZone: true });
  await ask();
  expect((await wordsOf(id)).at(-1)).toBe("finish Załatane");
});

test.each([
  ["a page instead of an answer", "<html><body>login</body></html>"],
  ["words without end", "<service_requests>"],
  [
    "entities that expand without end",
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><service_requests><request><service_request_id>&b;</service_request_id></request></service_requests>',
  ],
])("%s is not taken for one", async (_, body) => {
  await house.file();
  partner.says = body;
  await work();
  expect(await house.deliveries()).toMatchObject([
    { state: "due", reason: expect.stringContaining("not an Open311 answer") },
  ]);
});

type There = { description: string; status: string; notes: string; updated: Date; hasNoZone?: boolean };
type Partner = Awaited<ReturnType<typeof openPartner>>;

/** Another city's server, as far as the standard goes. */
async function openPartner() {
  const partner = {
    requests: new Map<string, There>(),
    losesAnswers: 0,
    givesTokens: false,
    isDown: false,
    says: "",
    server: await openReceiver(),
    posts: (path: string) => partner.server.came.filter((came) => came.method === "POST" && came.path.endsWith(path)),
  };
  partner.server.answer = (came) => {
    if (partner.isDown) return "cut";
    if (partner.says) return { status: 200, body: partner.says };
    return answer(came, partner);
  };
  return partner;
}

function answer({ method, path, body }: Came, partner: Partner): ReturnType<Receiver["answer"]> {
  const { pathname, searchParams } = new URL(path, "http://partner");
  if (pathname.endsWith("/servicerequestupdates.xml"))
    return xml(
      "<service_request_updates><request_update><update_id>1</update_id></request_update></service_request_updates>",
    );
  const token = /\/tokens\/T-(\d+)\.xml$/.exec(pathname)?.[1];
  if (token) return requests(partner.givesTokens ? `<token>T-${token}</token>` : numbered(token));
  if (method === "POST") {
    const id = String(partner.requests.size + 1).padStart(4, "0");
    const description = new URLSearchParams(body).get("description") ?? "";
    partner.requests.set(id, { description, status: "open", notes: "", updated: house.clock.now });
    if (partner.losesAnswers-- > 0) return "cut";
    return requests(partner.givesTokens ? `<token>T-${id}</token>` : numbered(id));
  }
  const wanted = searchParams.get("service_request_id")?.split(",");
  const found = [...partner.requests].filter(([id]) => !wanted || wanted.includes(id));
  return requests(...found.map(([id, one]) => numbered(id) + drawn(one)));
}

const numbered = (id: string) => `<service_request_id>${id}</service_request_id>`;

function drawn({ description, status, notes, updated, hasNoZone }: There): string {
  const inKrakow = new Date(updated.getTime() + 3_600_000).toISOString().slice(0, 19);
  return [
    `<status>${status}</status><status_notes>${notes}</status_notes>`,
    `<description>${description.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</description>`,
    `<updated_datetime>${hasNoZone ? inKrakow : `${inKrakow}+01:00`}</updated_datetime>`,
  ].join("");
}

const requests = (...drawn: string[]) =>
  xml(`<service_requests>${drawn.map((one) => `<request>${one}</request>`).join("")}</service_requests>`);
const xml = (body: string) => ({ status: 200, body: `<?xml version="1.0" encoding="utf-8"?>\n${body}` });
