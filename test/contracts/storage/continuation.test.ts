import { type Conversation, emptyMemory, type Memory } from "../../../src/conversation/conversation";
import type { Effect, Outcome } from "../../../src/conversation/outcome";
import type { Claimed } from "../../../src/inbox/doors";
import { OutcomeRefused } from "../../../src/inbox/doors";
import { answer, arrival, conversationIn, describeStorage, noon, pothole, seconds, textsOf, turn } from "./given";

const file = (more: Parameters<typeof pothole>[0] = {}): Effect => {
  return { kind: "file_service_request", request: pothole(more) };
};
const outcome = (...effects: Effect[]) => answer("", { effects });
const going = (code: string, more: Partial<Outcome> = {}): Outcome => {
  return answer("", { effects: [{ kind: "continue_conversation", code, farewell: "Dalej gdzie indziej." }], ...more });
};
const minutes = (n: number) => seconds(60 * n);

describeStorage("going on elsewhere", (given) => {
  /** What the turn on the next message may know. */
  async function known<Known>(id: string, ask: (claimed: Claimed) => Promise<Known>, at = noon): Promise<Known> {
    const found: Known[] = [];
    await given().storage.turns.accept(arrival(id), at);
    const run = async (claimed: Claimed) => {
      found.push(await ask(claimed));
      return answer("", { speaker: claimed.conversation.speaker, memory: claimed.conversation.memory });
    };
    await given().storage.turns.runNext(id, run, () => at);
    const [only] = found;
    if (only === undefined) throw new Error("no turn was run");
    return only;
  }

  const standing = (id: string): Promise<Conversation> => known(id, async ({ conversation }) => conversation);

  /** A code as the resident reads it. */
  async function codeFrom(id: string, at = noon): Promise<string> {
    await turn(given().storage, id, answer("{continuation_code}", { effects: [{ kind: "give_code" }] }), at);
    return (await textsOf(given().storage, id)).at(-1) ?? "";
  }

  async function two(): Promise<[string, string]> {
    return [await conversationIn(given().storage), await conversationIn(given().storage)];
  }

  test("a code is told in the reply and nowhere kept as it is", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    const code = await codeFrom(id);
    expect(code).toMatch(/^HEJ-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    const rows = await storage.db.selectFrom("continuation_codes").selectAll().execute();
    expect(rows.find((row) => row.conversation_id === id)).toMatchObject({ expires_at: minutes(15), used_at: null });
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test("what is known of a code: unknown, of this conversation, good, too old, replaced, used", async () => {
    const [there, here] = await two();
    const code = await codeFrom(there);
    const stateOf = async (asked: string, at = noon, id = here) =>
      (await known(id, ({ continuing }) => continuing(asked), at)).state;
    expect(await stateOf("HEJ-2222-2222")).toBe("unknown");
    expect(await stateOf(code, noon, there)).toBe("same_conversation");
    expect(await stateOf(code, minutes(14))).toBe("good");
    expect(await stateOf(code, minutes(15))).toBe("expired");
    const second = await codeFrom(there);
    expect([await stateOf(code), await stateOf(second)]).toEqual(["expired", "good"]);
    await turn(given().storage, here, going(second));
    expect(await stateOf(second)).toBe("used_up");
  });

  test("what was filed there is the resident's here, with its news and photos", async () => {
    const { storage } = given();
    const [there, here] = await two();
    const photo = await storage.files.save(there, {
      name: "a.jpg",
      contentType: "image/jpeg",
      bytes: Buffer.from("a"),
    });
    const other = await storage.files.save(there, {
      name: "b.jpg",
      contentType: "image/jpeg",
      bytes: Buffer.from("b"),
    });
    await turn(storage, there, outcome(file({ attachments: [photo] })));
    const [mine] = await known(there, ({ mine }) => mine());
    const id = mine?.service_request_id ?? "";
    const code = await codeFrom(there);
    const { old } = await known(here, ({ continuing }) => continuing(code));
    expect(old?.serviceRequestIds).toEqual([id]);
    await turn(storage, here, going(code));
    expect((await known(here, ({ mine }) => mine())).map((one) => one.service_request_id)).toEqual([id]);
    expect(await known(there, ({ mine }) => mine())).toEqual([]);
    expect(await known(here, ({ following }) => following())).toEqual([{ id, own: true, on: true }]);
    expect(await known(there, ({ following }) => following())).toEqual([]);
    expect((await storage.files.load(here, photo.id))?.bytes.toString()).toBe("a");
    expect((await storage.requests.loadFile(id, photo.id))?.bytes.toString()).toBe("a");
    expect(await storage.files.load(there, photo.id)).toBeUndefined();
    expect((await storage.files.load(there, other.id))?.bytes.toString()).toBe("b");
    expect((await textsOf(storage, there)).at(-1)).not.toBe("Dalej gdzie indziej.");
    expect(await textsOf(storage, there)).toContain("Dalej gdzie indziej.");
  });

  test("what is followed in both is followed once, and goes on where either did", async () => {
    const { storage } = given();
    const [there, here] = await two();
    await turn(storage, there, outcome(file()));
    const [mine] = await known(there, ({ mine }) => mine());
    const id = mine?.service_request_id ?? "";
    await turn(storage, here, outcome({ kind: "follow_service_request", id, language: "pl" }));
    await turn(storage, there, outcome({ kind: "unfollow_all" }));
    await turn(storage, here, going(await codeFrom(there)));
    expect(await known(here, ({ following }) => following())).toEqual([{ id, own: true, on: true }]);
  });

  test("the old conversation forgets its errand, and its photos wait here", async () => {
    const { storage } = given();
    const [there, here] = await two();
    const photo = await storage.files.save(there, {
      name: "a.jpg",
      contentType: "image/jpeg",
      bytes: Buffer.from("a"),
    });
    const dialog = { dialog: "report-problem", answers: {}, attachments: [photo], answered: [], missed: 0 };
    const memory: Memory = { ...emptyMemory("uk"), dialog, topic: "dowod" };
    await turn(storage, there, answer("", { memory }));
    const code = await codeFrom(there);
    await turn(storage, there, answer("", { memory }));
    const before = await known(here, ({ continuing }) => continuing(code));
    expect(before).toMatchObject({ state: "good", old: { speaker: "bot", memory } });
    await turn(storage, here, going(code, { memory }));
    expect((await standing(there)).memory).toEqual(emptyMemory("uk"));
    expect((await storage.files.load(here, photo.id))?.attachment.name).toBe("a.jpg");
  });

  test("whoever waited there leaves that queue and keeps the place in it", async () => {
    const { storage } = given();
    await storage.db.updateTable("conversations").set({ speaker: "bot", waiting_since: null }).execute();
    const [there, between] = await two();
    const here = await conversationIn(storage);
    const wait = (effects: Effect[]) => answer("{queue_position}", { speaker: "waiting", effects });
    await turn(storage, there, wait([{ kind: "enter_queue", waiting: {} }]), seconds(1));
    await turn(storage, between, wait([{ kind: "enter_queue", waiting: {} }]), seconds(2));
    const asked = answer("{continuation_code}", { speaker: "waiting", effects: [{ kind: "give_code" }] });
    await turn(storage, there, asked, seconds(3));
    const code = (await textsOf(storage, there)).at(-1) ?? "";
    const { effects } = going(code);
    await turn(storage, here, wait([...effects, { kind: "enter_queue", waiting: {} }]), seconds(4));
    expect((await textsOf(storage, here)).at(-1)).toBe("1");
    expect((await standing(there)).speaker).toBe("bot");
    const rows = storage.db.selectFrom("conversations").select(["id", "waiting_since"]);
    const waiting = await rows.where("waiting_since", "is not", null).orderBy("waiting_since").execute();
    expect(waiting).toEqual([
      { id: here, waiting_since: seconds(1) },
      { id: between, waiting_since: seconds(2) },
    ]);
    const waits = storage.db.selectFrom("queue_waits").select("how").where("conversation_id", "=", there);
    expect(await waits.execute()).toEqual([{ how: "resident_left" }]);
    expect(await storage.db.selectFrom("timers").select("kind").where("conversation_id", "=", there).execute()).toEqual(
      [],
    );
  });

  test("a consultant keeps the talk; the service requests come all the same", async () => {
    const { storage } = given();
    const [there, here] = await two();
    await turn(storage, there, outcome(file()));
    const code = await codeFrom(there);
    const memory = { ...emptyMemory("pl"), topic: "dowod" };
    await turn(storage, there, answer("", { speaker: "consultant", memory }));
    expect(await known(here, ({ continuing }) => continuing(code))).toMatchObject({ state: "held_by_consultant" });
    await turn(storage, here, going(code));
    expect(await standing(there)).toMatchObject({ speaker: "consultant", memory: { topic: "dowod" } });
    expect(await known(here, ({ mine }) => mine())).toHaveLength(1);
  });

  test("of two who write the same code at once only one gets what it leads to", async () => {
    const { storage, another } = given();
    const [there, here] = await two();
    const elsewhere = await conversationIn(storage);
    await turn(storage, there, outcome(file()));
    const code = await codeFrom(there);
    const tried = await Promise.allSettled([turn(storage, here, going(code)), turn(another, elsewhere, going(code))]);
    const refused = tried.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toEqual([expect.any(OutcomeRefused)]);
    expect((await textsOf(storage, there)).filter((text) => text === "Dalej gdzie indziej.")).toHaveLength(1);
  });

  test("no more news, and news again of what was filed here only", async () => {
    const { storage } = given();
    const [mine, other] = await two();
    await turn(storage, other, outcome(file()));
    const [theirs] = await known(other, (claimed) => claimed.mine());
    const followed: Effect = { kind: "follow_service_request", id: theirs?.service_request_id ?? "", language: "pl" };
    await turn(storage, mine, outcome(file(), followed));
    const on = async (id: string) => (await known(id, ({ following }) => following())).map(({ own, on }) => [own, on]);
    await turn(storage, mine, outcome({ kind: "unfollow_all" }));
    expect((await on(mine)).sort()).toEqual([
      [false, false],
      [true, false],
    ]);
    expect(await on(other)).toEqual([[true, true]]);
    await turn(storage, mine, outcome({ kind: "follow_again" }));
    expect((await on(mine)).sort()).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  test("what the resident wrote before is known, and nothing before the first", async () => {
    const { storage } = given();
    const id = await conversationIn(storage);
    expect((await known(id, async ({ before }) => [await before()]))[0]).toBeUndefined();
    await storage.turns.accept(arrival(id, "Długa 12"), noon);
    await storage.turns.runNext(
      id,
      async () => answer("Dziękuję"),
      () => noon,
    );
    expect(await known(id, ({ before }) => before())).toBe("Długa 12");
  });
});
