import { randomUUID } from "node:crypto";
import { type Acting, openActing, openSplitting } from "../../../src/serviceRequests/acting";
import type { Act, Actor, Filter, ServiceRequest } from "../../../src/serviceRequests/doors";
import { usualTiming } from "../../../src/serviceRequests/office";
import { conversationIn, describeStorage, type Given, noon, pothole, seconds } from "./given";

const resident: Actor = { kind: "resident" };
const zdmk: Actor = { kind: "unit", unit: "ZDMK" };
const system: Actor = { kind: "system" };
const staff: Actor = { kind: "staff", accountId: "anna" };
const forwarded: Act = { kind: "forward", unit: "ZDMK", because: "droga publiczna" };
const photo = { id: "photo-1", name: "dziura.jpg", contentType: "image/jpeg", sizeBytes: 3 };
const days = (n: number) => seconds(n * 24 * 60 * 60);

describeStorage("service requests", (given) => {
  let clock = noon;
  const store = () => given().storage.requests;
  const actingOn = ({ requests }: Given["storage"]): Acting =>
    openActing({ store: requests, names: () => names, now: () => clock });
  const acting: Acting = (...told) => actingOn(given().storage)(...told);
  beforeEach(() => {
    clock = noon;
  });

  async function file(more: Parameters<typeof pothole>[0] & { conversationId?: string; at?: Date } = {}) {
    const { at = noon, conversationId, ...rest } = more;
    const filing = { ...pothole(rest), source: "open311", ...(conversationId !== undefined && { conversationId }) };
    return (await store().file(filing, at)).id;
  }
  const found = async (id: string): Promise<ServiceRequest> => {
    const request = await store().find(id);
    if (!request) throw new Error(`${id} is not there`);
    return request;
  };
  const deliveries = (id: string) =>
    given()
      .storage.db.selectFrom("unit_deliveries")
      .select(["event", "unit", "state"])
      .where("service_request_id", "=", id)
      .orderBy("event")
      .execute();
  const told = async (id: string) => {
    const rows = await given()
      .storage.db.selectFrom("service_request_notices as notice")
      .innerJoin("service_request_followers as follower", "follower.key", "notice.follower")
      .select(["notice.event", "follower.email"])
      .where("notice.service_request_id", "=", id)
      .orderBy("notice.event")
      .orderBy("follower.email")
      .execute();
    return rows.map(({ event, email }) => `${event} ${email}`);
  };
  const ids = async (filter: Filter, most = 100) => (await store().list(filter, { most })).map(({ id }) => id);

  test("what is filed is found by number, page and token, begins its history and is to be brought to its unit", async () => {
    const conversationId = await conversationIn(given().storage);
    const request = {
      ...pothole({ contact: { email: " Anna@Example.org " }, dueDays: 14, district: "I", address: "ul. Długa 12" }),
      ...{ point: { lat: 50.067, long: 19.937 }, attachments: [photo], source: "open311", conversationId },
    };
    // Where a photo was taken helped to find the place; it is not kept.
    const sent = { ...request, attachments: [{ ...photo, position: { lat: 50.1, long: 20.1 } }] };
    const [filed, again] = await Promise.all(
      [given().storage, given().another].map(({ requests }) => requests.file(sent, noon)),
    );
    if (!filed) throw new Error("nothing was filed");
    expect([again, await store().file(request, seconds(5))]).toEqual([filed, filed]);
    const { id, pageKey, token } = filed;
    const known = await found(id);
    const { sameAs: _, routedBecause, dueDays: __, ...rest } = request;
    expect(known).toEqual({
      ...rest,
      ...{ id, pageKey, because: routedBecause, state: "received", stateSince: noon, version: 1, status: "open" },
      ...{ dueAt: days(14), publicPhotos: [], requestedAt: noon, updatedAt: noon, followers: 1, supporters: 0 },
    });
    expect(await store().findByPageKey(pageKey)).toEqual(known);
    expect(await store().findByToken(token)).toEqual({ id });
    expect(await Promise.all([store().find("KR-0"), store().findByPageKey("x"), store().findByToken("x")])).toEqual(
      Array(3).fill(undefined),
    );
    expect(await store().events(id)).toEqual([
      {
        ...{ number: 1, at: noon, kind: "filed", actor: "resident", state: "received", unit: "ZDMK" },
        ...{ because: routedBecause, words: "", attachments: [], sentence: "Przyjęliśmy zgłoszenie." },
      },
    ]);
    expect(await deliveries(id)).toEqual([{ event: 1, unit: "ZDMK", state: "due" }]);
    // The same person by the same way is the reporter already.
    const reporter = await store().follow(id, { by: { email: "anna@example.org" }, language: "pl" }, noon);
    expect(reporter.already).toBe(true);
    expect(await store().follow(id, { by: { conversationId }, language: "pl" }, noon)).toEqual(reporter);
  });

  test("from the unit's question to fixed, reopened and fixed again; each step is kept, told and sent once", async () => {
    const id = await file({ contact: { email: "a@example.org" } });
    const { key } = await store().follow(id, { by: { email: "b@example.org" }, language: "uk" }, noon);
    await acting(id, forwarded, system);
    expect(await acting(id, forwarded, system)).toEqual({ refused: "not_now" });
    await acting(id, { kind: "start" }, zdmk);
    await acting(id, { kind: "ask", words: "Po której stronie?" }, zdmk);
    expect(await acting(id, { kind: "answer", words: "Po parzystej\0", attachments: [photo] }, resident)).toEqual({
      number: 5,
      state: "in_progress",
    });
    await store().unfollow(key, noon);
    clock = days(2);
    await acting(id, { kind: "finish" }, { kind: "unit", unit: "ZDMK", via: "anna" });
    clock = days(3);
    await acting(id, { kind: "reopen", words: "Znowu jest" }, resident);
    await acting(id, forwarded, system);
    clock = days(4);
    await acting(id, { kind: "finish" }, zdmk);
    expect(await acting("KR-0", forwarded, system)).toEqual({ refused: "unknown" });
    expect(await acting(id, { kind: "withdraw" }, resident, 1)).toEqual({ refused: "stale" });

    const events = await store().events(id);
    expect(events.map(({ number, kind, state }) => `${number} ${kind} ${state}`)).toEqual([
      "1 filed received",
      "2 forward forwarded",
      "3 start in_progress",
      "4 ask waiting_for_resident",
      "5 answer in_progress",
      "6 finish done",
      "7 reopen received",
      "8 forward forwarded",
      "9 finish done",
    ]);
    expect(events[4]).toMatchObject({ words: "Po parzystej\ufffd", attachments: [photo], actor: "resident" });
    expect(events[5]).toMatchObject({ actor: "unit:ZDMK:consultant:anna", sentence: "gotowe" });
    expect(await found(id)).toMatchObject({
      ...{ state: "done", status: "closed", version: 9, stateSince: days(4), updatedAt: days(4), sentence: "gotowe" },
    });
    expect((await deliveries(id)).map(({ event }) => event)).toEqual([1, 5, 7]);
    expect(await told(id)).toEqual([
      ...["2 a@example.org", "2 b@example.org", "3 a@example.org", "3 b@example.org"],
      ...["4 a@example.org", "4 b@example.org", "6 a@example.org", "8 a@example.org", "9 a@example.org"],
    ]);
    const asked = given().storage.db.selectFrom("service_request_ask_fixed").select(["event", "due_at", "done_at"]);
    expect(await asked.where("service_request_id", "=", id).orderBy("event").execute()).toEqual([
      { event: 6, due_at: days(2 + usualTiming.askFixedDays), done_at: days(3) },
      { event: 9, due_at: days(4 + usualTiming.askFixedDays), done_at: null },
    ]);
  });

  test("of many acts at once none is lost", async () => {
    const { storage, another } = given();
    const id = await file();
    await acting(id, forwarded, system);
    const acts = Array.from({ length: 20 }, (_, n) =>
      actingOn(n % 2 ? storage : another)(id, { kind: "add", words: `uwaga ${n}` }, resident),
    );
    await Promise.all(acts);
    const events = await store().events(id);
    expect(events.map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, n) => n + 1));
    expect(new Set(events.map(({ words }) => words)).size).toBe(21);
    expect((await deliveries(id)).length).toBe(21);
    expect((await found(id)).version).toBe(22);
  });

  test("what did not reach its unit stays here when it goes to another one or is over", async () => {
    const [moved, over] = [await file(), await file()];
    await acting(moved, { kind: "forward", unit: "ZZM", because: "to zieleń" }, staff);
    await acting(over, { kind: "withdraw" }, resident);
    expect(await deliveries(moved)).toEqual([
      { event: 1, unit: "ZDMK", state: "withheld" },
      { event: 2, unit: "ZZM", state: "due" },
    ]);
    expect(await found(moved)).toMatchObject({ unit: "ZZM", because: "to zieleń", state: "forwarded" });
    expect(await deliveries(over)).toEqual([{ event: 1, unit: "ZDMK", state: "withheld" }]);
    await acting(moved, { kind: "bounce", words: "Nie nasze" }, { kind: "unit", unit: "ZZM" });
    const bounces = await store().bounces(noon);
    expect(bounces).toEqual([{ service: "road-pothole", unit: "ZZM", count: 1, reasons: ["Nie nasze"] }]);
    expect(await store().bounces(seconds(1))).toEqual([]);
  });

  test("followers of a duplicate follow what it is a duplicate of, once, until they are unmerged", async () => {
    const first = await file({ contact: { email: "a@example.org" } });
    const second = await file({ contact: { email: "b@example.org" } });
    await store().follow(second, { by: { email: "a@example.org" }, language: "pl" }, noon);
    expect(await acting(second, { kind: "merge", into: "KR-0" }, staff)).toEqual({ refused: "unknown" });
    clock = seconds(10);
    await acting(second, { kind: "merge", into: first }, staff);
    expect(await found(second)).toMatchObject({ state: "duplicate", duplicateOf: first });
    expect(await acting(first, { kind: "merge", into: second }, staff)).toEqual({ refused: "not_now" });
    await acting(first, forwarded, system);
    expect(await told(first)).toEqual(["2 a@example.org", "2 b@example.org"]);
    expect(await told(second)).toEqual(["2 a@example.org", "2 b@example.org"]);
    await acting(second, { kind: "unmerge" }, staff);
    expect(await found(second)).toMatchObject({ state: "received", followers: 2 });
    expect(await deliveries(second)).toEqual([
      { event: 1, unit: "ZDMK", state: "withheld" },
      { event: 3, unit: "ZDMK", state: "due" },
    ]);
    expect(await found(second)).not.toHaveProperty("duplicateOf");
    expect((await found(first)).followers).toBe(1);
  });

  test("two merged into each other at once do not both become duplicates", async () => {
    const { storage, another } = given();
    const [first, second] = [await file(), await file()];
    const merged = await Promise.all([
      actingOn(storage)(first, { kind: "merge", into: second }, staff),
      actingOn(another)(second, { kind: "merge", into: first }, staff),
    ]);
    expect(merged.filter((one) => "refused" in one)).toEqual([{ refused: "not_now" }]);
  });

  test("nothing is merged into what is over, until that is reopened", async () => {
    const [id, over] = [await file(), await file()];
    await acting(over, { kind: "finish" }, zdmk);
    expect(await acting(id, { kind: "merge", into: over }, staff)).toEqual({ refused: "into_closed" });
    expect(await found(id)).toMatchObject({ state: "received", version: 1 });
    await acting(over, { kind: "reopen" }, staff);
    expect(await acting(id, { kind: "merge", into: over }, staff)).toMatchObject({ state: "duplicate" });
  });

  const splittingOn = ({ requests }: Given["storage"]) =>
    openSplitting({ store: requests, names: () => names, now: () => clock });
  const lamp = (more: Parameters<typeof pothole>[0] = {}) =>
    pothole({ service: "street-lamp", unit: "TAURON", description: "Nie świeci latarnia", ...more });

  test("a second matter is split off once, told to its reporter and to the unit that has the first", async () => {
    const { storage, another } = given();
    const conversationId = await conversationIn(storage);
    const id = await file({ conversationId, contact: { email: "a@example.org" } });
    await store().follow(id, { by: { email: "b@example.org" }, language: "pl" }, noon);
    await acting(id, forwarded, system);
    const request = lamp({ contact: { email: "a@example.org" }, routedBecause: "latarnia", public: false });
    clock = days(1);
    const split = (seen: number, on = storage) => splittingOn(on)(id, { request, photos: [] }, staff, seen);
    expect(await splittingOn(storage)("KR-0", { request, photos: [] }, staff, 1)).toEqual({ refused: "unknown" });
    expect(await split(1)).toEqual({ refused: "stale" });
    const [once, again] = await Promise.all([split(2), split(2, another)]);
    expect(again).toEqual(once);
    await acting(id, { kind: "finish" }, zdmk);
    // The same press once more, long after: the first matter has moved on.
    expect(await split(2)).toEqual(once);
    expect(await splittingOn(storage)(id, { request: lamp(), photos: [] }, staff, 4)).toEqual({ refused: "not_now" });
    const second = "id" in once ? once.id : "";
    expect(await found(second)).toMatchObject({
      ...{ splitFrom: id, conversationId, source: "console", state: "received", unit: "TAURON", followers: 1 },
      ...{ contact: { email: "a@example.org" }, requestedAt: days(1), because: "latarnia" },
    });
    expect(await ids({ conversationId })).toEqual([second, id]);
    expect(await store().events(second)).toMatchObject([
      { kind: "filed", actor: "consultant:anna", because: `latarnia; wydzielone ze zgłoszenia ${id}` },
    ]);
    expect(await deliveries(second)).toEqual([{ event: 1, unit: "TAURON", state: "due" }]);
    const events = await store().events(id);
    expect(events.map(({ number, kind, state }) => `${number} ${kind} ${state}`).slice(2)).toEqual([
      "3 split forwarded",
      "4 finish done",
    ]);
    expect(events[2]).toMatchObject({ into: second, because: "street-lamp", sentence: "", actor: "consultant:anna" });
    expect((await deliveries(id)).map(({ event }) => event)).toEqual([1, 3]);
    // The second one is private: who only follows the first does not hear of it.
    expect((await told(id)).filter((line) => line.startsWith("3"))).toEqual(["3 a@example.org"]);
    const open = await file({ contact: { email: "a@example.org" } });
    await store().follow(open, { by: { email: "b@example.org" }, language: "pl" }, noon);
    expect(await splittingOn(storage)(open, { request: lamp(), photos: [] }, staff, 1)).toHaveProperty("id");
    expect(await told(open)).toEqual(["2 a@example.org", "2 b@example.org"]);
  });

  test("photos chosen go along: of a chat as they are, the first matter's own as copies, and nothing is left behind", async () => {
    const { storage, another } = given();
    const conversationId = await conversationIn(storage);
    const jpeg = (name: string) => ({ name, contentType: "image/jpeg", bytes: Buffer.from(name) });
    const inChat = await storage.files.save(conversationId, jpeg("chat.jpg"));
    const unchosen = await storage.files.save(conversationId, jpeg("inne.jpg"));
    const id = await file({ conversationId, attachments: [inChat, unchosen] });
    const own = await store().saveFile(id, jpeg("strona.jpg"));
    await acting(id, { kind: "add", attachments: [own] }, resident);
    const stranger = await store().saveFile(await file(), jpeg("obce.jpg"));
    const rows = async () => {
      const files = storage.db.selectFrom("files").select("id");
      return (await files.orderBy("id").execute()).map((row) => row.id);
    };
    const before = await rows();
    const photos = [own.id, inChat.id, stranger.id, inChat.id];
    const split = (seen: number, request = lamp(), on = storage) =>
      splittingOn(on)(id, { request, photos }, staff, seen);
    expect(await split(1)).toEqual({ refused: "stale" });
    expect(await rows()).toEqual(before);
    const request = lamp();
    const [done, again] = await Promise.all([split(2, request), split(2, request, another)]);
    expect([again, await split(2, request)]).toEqual([done, done]);
    expect(await rows()).toHaveLength(before.length + 1);
    const second = await found("id" in done ? done.id : "");
    const [first, copy] = second.attachments;
    expect([first, copy?.name, second.attachments.length]).toEqual([inChat, "strona.jpg", 2]);
    expect(copy?.id).not.toBe(own.id);
    for (const [request, { id: fileId, name }] of [
      [second.id, inChat],
      [second.id, copy ?? own],
      [id, own],
      [id, inChat],
    ] as const)
      expect((await store().loadFile(request, fileId))?.bytes.toString()).toBe(name);
    expect(await store().loadFile(id, copy?.id ?? "")).toBeUndefined();
    expect(await store().loadFile(second.id, unchosen.id)).toBeUndefined();
  });

  test("lists are narrowed by everything, newest first, page by page", async () => {
    const at = (n: number) => new Date(Date.UTC(2040, 0, 1, n));
    const made = { service: "list", unit: "U", district: "V" };
    const a = await file({ ...made, at: at(1), place: "Żółta 3", description: "tajne: Kowalski", point: near(0) });
    const b = await file({ ...made, at: at(2), kind: "idea", public: false, address: "ul. Ęcka 7", dueDays: 1 });
    const c = await file({ ...made, at: at(3), unit: "W", district: "VI", description: "Zepsuta latarnia" });
    await store().set(a, { assignedTo: null, publicText: "Wyrwa w asfalcie", publicPhotos: ["photo-1"] });
    clock = at(4);
    await acting(c, { kind: "forward", unit: "X", because: "bo tak" }, staff);

    const of = { services: ["list"] };
    const cases: [Filter, string[]][] = [
      [of, [c, b, a]],
      [{ ...of, ids: [a, b, "KR-0"] }, [b, a]],
      [{ services: [] }, []],
      [{ ...of, units: ["U", "X"] }, [c, b, a]],
      [{ ...of, states: ["forwarded"] }, [c]],
      [{ ...of, states: ["received"], status: ["open"] }, [b, a]],
      [{ ...of, kind: "idea" }, [b]],
      [{ ...of, districts: ["V"], public: true }, [a]],
      [{ ...of, overdueAt: at(27) }, [b]],
      [{ ...of, requestedFrom: at(2), requestedTo: at(3) }, [c, b]],
      [{ ...of, updatedFrom: at(4), updatedTo: at(4) }, [c]],
      [{ ...of, bounds: boundsAround(near(0)) }, [a]],
      [{ ...of, text: "żółta" }, [a]],
      [{ ...of, text: "LATARNI zepsut" }, [c]],
      [{ ...of, text: "ecka" }, [b]],
      [{ ...of, text: b.slice(0, 11) }, [c, b, a]],
      [{ ...of, text: ` ${b.toLowerCase().replaceAll("-", " ")}` }, [b]],
      [{ ...of, text: "kowalski" }, [a]],
      [{ ...of, text: "kowalski", public: true }, []],
      [{ ...of, text: "asfalt':* & 'x", public: true }, []],
      [{ ...of, text: "wyrwa Asfalcie", public: true }, [a]],
    ];
    for (const [filter, expected] of cases) {
      expect({ filter, ids: await ids(filter) }).toEqual({ filter, ids: expected });
      expect(await store().count(filter)).toBe(expected.length);
    }
    const [page = []] = [await store().list(of, { most: 2 })];
    expect(page[0]).not.toHaveProperty("contact");
    expect(await ids(of, 2)).toEqual([c, b]);
    expect((await store().list(of, { most: 2, after: b })).map(({ id }) => id)).toEqual([a]);
    const streamed: string[] = [];
    for await (const one of store().stream(of)) streamed.push(`${one.id} ${one.contact.phone}`);
    expect(streamed).toEqual([a, b, c].map((id) => `${id} 600 000 000`));
  });

  test("near each other they are one mark on the map, and candidates for duplicates by distance", async () => {
    const of = { services: ["near"], bounds: boundsAround(near(0), 0.1) };
    const [here, there] = [
      await file({ service: "near", point: near(0) }),
      await file({ service: "near", point: near(200) }),
    ];
    const far = await file({ service: "near", point: near(5000), public: false });
    const closed = await file({ service: "near", point: near(10) });
    await acting(closed, { kind: "withdraw" }, resident);
    await store().follow(there, { by: { email: "x@example.org" }, language: "pl" }, noon);
    const marks = await store().marks({ ...of, status: ["open"] }, 0.03, 10);
    expect(marks).toHaveLength(2);
    expect(marks[0]).toEqual({ point: { lat: expect.closeTo(near(100).lat, 6), long: near(0).long }, count: 2 });
    expect(marks[1]).toMatchObject({ count: 1, id: far, service: "near", state: "received" });
    expect(await store().marks(of, 0.0001, 2)).toHaveLength(2);
    const search = { point: near(0), service: "near", metres: 250, most: 10 };
    const nearby = await store().nearby(search);
    expect(nearby.map(({ id, metres, people }) => ({ id, metres, people }))).toEqual([
      { id: here, metres: 0, people: 1 },
      { id: there, metres: 200, people: 2 },
    ]);
    expect((await store().nearby({ ...search, except: here })).map(({ id }) => id)).toEqual([there]);
    expect(await store().nearby({ ...search, metres: 10_000, public: true })).toHaveLength(2);
  });

  test("one person follows once and supports once", async () => {
    const id = await file({ kind: "idea" });
    const followed = { by: { email: "Ola@example.org" }, language: "en" as const };
    const { key, already } = await store().follow(id, followed, noon);
    expect([already, await store().findFollower(key)]).toEqual([false, { id, language: "en", ended: false }]);
    expect([await store().unfollow(key, noon), await store().unfollow("x", noon)]).toEqual([true, false]);
    expect(await store().findFollower(key)).toMatchObject({ ended: true });
    expect(await store().follow(id, followed, noon)).toEqual({ key, already: false });
    expect(await store().follow(id, followed, noon)).toEqual({ key, already: true });
    expect(await store().support(id, "ola", noon)).toEqual({ supporters: 1, already: false });
    expect(await store().support(id, "jan", noon)).toEqual({ supporters: 2, already: false });
    expect(await store().support(id, "ola", noon)).toEqual({ supporters: 2, already: true });
    expect(await found(id)).toMatchObject({ followers: 2, supporters: 2 });
  });

  test("what staff set and note stays beside the history", async () => {
    const { storage } = given();
    const id = await file();
    const anna = randomUUID();
    const account = { id: anna, login: anna, name: "Anna", role: "consultant" as const, passwordHash: "x" };
    await storage.staff.accounts.add({ ...account, capacity: 4, languages: ["pl"], areas: [], teams: [] }, noon);
    expect(await store().set(id, { assignedTo: anna, dueAt: days(9), publicText: "tekst", public: false })).toBe(true);
    expect(await found(id)).toMatchObject({ assignedTo: anna, dueAt: days(9), publicText: "tekst", public: false });
    expect(await ids({ assignedTo: anna })).toEqual([id]);
    await store().set(id, { assignedTo: null, dueAt: null, publicText: null, publicPhotos: ["a"] });
    const known = await found(id);
    expect([known.assignedTo, known.dueAt, known.publicText, known.publicPhotos]).toEqual([
      ...[undefined, undefined, undefined, ["a"]],
    ]);
    expect([await store().set("KR-0", { public: true }), await store().set(id, {})]).toEqual([false, true]);
    await store().addNote(id, { accountId: anna, text: "dzwoniłam" }, noon);
    expect(await store().notes(id)).toMatchObject([{ accountId: anna, author: "Anna", text: "dzwoniłam", at: noon }]);
    expect(await store().events(id)).toHaveLength(1);
  });

  test("files are seen through the service request they were sent with, and no other", async () => {
    const { storage } = given();
    const conversationId = await conversationIn(storage);
    const bytes = Buffer.from("jpg");
    const jpeg = { name: "a.jpg", contentType: "image/jpeg", bytes };
    const [sent, answered, other] = [
      await storage.files.save(conversationId, jpeg),
      await storage.files.save(conversationId, jpeg),
      await storage.files.save(conversationId, jpeg),
    ];
    const id = await file({ conversationId, attachments: [sent] });
    expect(await ids({ conversationId })).toEqual([id]);
    await acting(id, { kind: "add", attachments: [answered] }, resident);
    const own = await store().saveFile(id, { ...jpeg, name: "b.jpg" });
    const seen = (fileId: string) => store().loadFile(id, fileId);
    expect(await seen(own.id)).toEqual({ attachment: own, bytes });
    expect(await seen(sent.id)).toEqual({ attachment: sent, bytes });
    expect(await seen(answered.id)).toEqual({ attachment: answered, bytes });
    expect(await seen(other.id)).toBeUndefined();
    expect(await store().loadFile(await file(), own.id)).toBeUndefined();
  });

  test("how long it took is told from ten on", async () => {
    for (let n = 1; n <= 10; n++) {
      const id = await file({ service: "lasts", at: days(-n) });
      clock = noon;
      if (n === 10) expect((await store().durations(noon)).filter(({ service }) => service === "lasts")).toEqual([]);
      await acting(id, { kind: "finish" }, resident);
    }
    const lasting = (await store().durations(noon)).filter(({ service }) => service === "lasts");
    expect(lasting).toEqual([{ service: "lasts", unit: "ZDMK", fromDays: 2, toDays: 8, count: 10 }]);
    expect(await store().durations(seconds(1))).toEqual([]);
  });
});

/** So many metres to the north of a place nothing else is near to. */
const near = (metres: number) => ({ lat: 50.1 + metres / 111_195, long: 20.1 });

function boundsAround({ lat, long }: { lat: number; long: number }, degrees = 0.001) {
  return { south: lat - degrees, north: lat + degrees, west: long - degrees, east: long + degrees };
}

const done = { state: "done" as const, text: { pl: "gotowe", en: "done", uk: "готово" } };
const names = {
  services: new Map(),
  units: new Map(),
  office: {
    routing: { rules: [] },
    ways: { units: {} },
    sentences: { sentences: [done] },
    timings: { usual: usualTiming, services: {} },
    topics: { off: [] },
    expected: () => undefined,
  },
};
