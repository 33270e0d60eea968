import type { Effect } from "../../../src/conversation/outcome";
import type { Claimed } from "../../../src/inbox/doors";
import { openDeciding } from "../../../src/serviceRequests/acting";
import type { Actor } from "../../../src/serviceRequests/doors";
import { formatNumber } from "../../../src/serviceRequests/number";
import { usualTiming } from "../../../src/serviceRequests/office";
import { describeOn } from "../../databases";
import { answer, arrival, conversationIn, openOn, pothole, seconds, turn } from "./given";

const office = {
  routing: { rules: [] },
  ways: { units: {} },
  sentences: { sentences: [] },
  timings: { usual: usualTiming, services: {} },
  topics: { off: [] },
  expected: () => undefined,
};
const decideAct = openDeciding(() => ({ services: new Map(), units: new Map(), office }));

const file = (more: Parameters<typeof pothole>[0] = {}): Effect => {
  return { kind: "file_service_request", request: pothole(more) };
};
const outcome = (...effects: Effect[]) => answer("", { effects });

describeOn("what reporters' turns know and do", (fresh) => {
  let storage: Awaited<ReturnType<typeof openOn>>;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await fresh();
    storage = await openOn(database, { decideAct });
    drop = () => database.drop();
  }, 120_000);
  afterAll(async () => {
    await storage.close();
    await drop();
  });

  /** What the turn on the next message may know. */
  async function known<Known>(conversationId: string, ask: (claimed: Claimed) => Promise<Known>): Promise<Known> {
    let found: Known | undefined;
    await storage.turns.accept(arrival(conversationId), seconds(50));
    const run = async (claimed: Claimed) => {
      found = await ask(claimed);
      return outcome();
    };
    await storage.turns.runNext(conversationId, run, () => seconds(50));
    if (found === undefined) throw new Error("no turn was run");
    return found;
  }

  test("its own service requests, the newest first, with their pages; nobody else's", async () => {
    const [mine, theirs] = [await conversationIn(storage), await conversationIn(storage)];
    const at = new Date("2041-05-05T10:00:00.000Z");
    await turn(storage, mine, outcome(file()), at);
    await turn(storage, mine, outcome(file({ service: "street-lamp" })), new Date("2041-05-06T10:00:00.000Z"));
    const own = await known(mine, ({ mine }) => mine());
    expect(own.map((one) => one.service)).toEqual(["street-lamp", "road-pothole"]);
    expect(own[1]).toMatchObject({ service_request_id: formatNumber(2041, 1), state: "received", stateSince: at });
    expect(own[1]?.page).toMatch(/^\/sprawa\/.{20,}/);
    expect(await known(theirs, ({ mine }) => mine())).toEqual([]);
  });

  test("when its reporter was last told of it here, and whether they said that it is fixed", async () => {
    const [own, id] = [await conversationIn(storage), formatNumber(2051, 1)];
    const at = (day: number) => new Date(`2051-05-0${day}T10:00:00.000Z`);
    await turn(storage, own, outcome(file()), at(1));
    const seen = async () => (await known(own, ({ mine }) => mine()))[0];
    expect(await seen()).toMatchObject({ toldAt: at(1), confirmed: false });
    const does = (kind: "finish" | "confirm", actor: Actor, day: number) =>
      storage.requests.act(id, (current) => decideAct(current, { kind }, actor, at(day)), at(day));
    await does("finish", { kind: "unit", unit: "ZDMK" }, 2);
    expect(await seen()).toMatchObject({ toldAt: at(2), confirmed: false });
    const due = await storage.notices.take(at(3), 100, 60);
    const notice = due.find(({ serviceRequestId }) => serviceRequestId === id);
    await storage.notices.say(notice?.id ?? "", { conversationId: own, text: "Zrobione." }, at(3));
    expect(await seen()).toMatchObject({ stateSince: at(2), toldAt: at(3), confirmed: false });
    await does("confirm", { kind: "resident" }, 4);
    expect(await seen()).toMatchObject({ stateSince: at(2), toldAt: at(3), confirmed: true });
  });

  test("what is near the point or at the address: open, public, of that kind", async () => {
    const anna = await conversationIn(storage);
    const point = { lat: 50.07, long: 19.94 };
    const at = new Date("2042-05-05T10:00:00.000Z");
    const here = { point, address: "ul. Długa 12", unit: "zdmk", service: "near" };
    await turn(
      storage,
      anna,
      outcome(file(here), file({ ...here, public: false }), file({ ...here, service: "x" })),
      at,
    );
    const one = { service_request_id: formatNumber(2042, 1), state: "received", agency_responsible: "zdmk", people: 1 };
    const search = { service: "near", point: { lat: 50.071, long: 19.94 }, address: "elsewhere" };
    expect(await known(anna, ({ nearby }) => nearby(search))).toEqual([
      { ...one, metres: 111, address: "ul. Długa 12" },
    ]);
    const byAddress = { service: "near", address: "ul. Długa 12" };
    expect(await known(anna, ({ nearby }) => nearby(byAddress))).toEqual([{ ...one, address: "ul. Długa 12" }]);
    expect(await known(anna, ({ nearby }) => nearby({ service: "near" }))).toEqual([]);
  });

  test("following somebody else's, but nothing private", async () => {
    const [anna, jan] = [await conversationIn(storage), await conversationIn(storage)];
    await turn(storage, anna, outcome(file(), file({ public: false })), new Date("2043-05-05T10:00:00.000Z"));
    const [open, hidden] = [formatNumber(2043, 1), formatNumber(2043, 2)];
    await turn(storage, jan, outcome({ kind: "follow_service_request", id: open, language: "uk" }));
    const followers = storage.db.selectFrom("service_request_followers").select(["kind", "language"]);
    expect(await followers.where("conversation_id", "=", jan).execute()).toEqual([
      { kind: "follower", language: "uk" },
    ]);
    const follow: Effect = { kind: "follow_service_request", id: hidden, language: "pl" };
    await expect(turn(storage, jan, outcome(follow))).rejects.toThrow("cannot be followed");
  });

  test("acting on one's own, once it may be; on nobody else's", async () => {
    const [anna, jan] = [await conversationIn(storage), await conversationIn(storage)];
    await turn(storage, anna, outcome(file()), new Date("2044-05-05T10:00:00.000Z"));
    const id = formatNumber(2044, 1);
    const withdraw: Effect = { kind: "act_on_service_request", id, act: "withdraw", words: "pomyłka" };
    await expect(turn(storage, jan, outcome(withdraw))).rejects.toThrow("not this conversation's");
    await turn(storage, anna, outcome(withdraw), new Date("2044-05-06T10:00:00.000Z"));
    const events = await storage.requests.events(id);
    expect(events.at(-1)).toMatchObject({ kind: "withdraw", actor: "resident", words: "pomyłka", state: "withdrawn" });
    await expect(turn(storage, anna, outcome(withdraw))).rejects.toThrow("not_now");
  });

  test("an answer with a photo, and one added: kept with the event, without where they were taken", async () => {
    const anna = await conversationIn(storage);
    await turn(storage, anna, outcome(file()), new Date("2052-05-05T10:00:00.000Z"));
    const id = formatNumber(2052, 1);
    const at = new Date("2052-05-06T10:00:00.000Z");
    const ask = { kind: "ask", words: "Po której stronie?" } as const;
    await storage.requests.act(id, (current) => decideAct(current, ask, { kind: "unit", unit: "ZDMK" }, at), at);
    const bytes = Buffer.from([0xff, 0xd8, 0xff]);
    const photo = await storage.files.save(anna, { name: "lewa.jpg", contentType: "image/jpeg", bytes });
    const attachments = [{ ...photo, position: { lat: 50.06, long: 19.94 } }];
    await turn(
      storage,
      anna,
      outcome({ kind: "act_on_service_request", id, act: "answer", words: "", attachments }),
      at,
    );
    const answer = (await storage.requests.events(id)).at(-1);
    expect(answer).toMatchObject({ kind: "answer", actor: "resident", words: "", attachments: [photo] });
    expect(answer?.attachments[0]).not.toHaveProperty("position");
    expect((await storage.requests.loadFile(id, photo.id))?.bytes).toEqual(bytes);
    const second = await storage.files.save(anna, { name: "prawa.jpg", contentType: "image/jpeg", bytes });
    const added = [{ ...second, position: { lat: 50.06, long: 19.94 } }];
    const add: Effect = { kind: "act_on_service_request", id, act: "add", words: "", attachments: added };
    await turn(storage, anna, outcome(add), at);
    expect((await storage.requests.events(id)).at(-1)).toMatchObject({ kind: "add", attachments: [second] });
    expect((await storage.requests.events(id)).at(-1)?.attachments[0]).not.toHaveProperty("position");
  });
});
