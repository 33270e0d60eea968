import type { ServedChannel } from "../channelServer";
import { eventually } from "../client";
import type { Failure } from "../platform";
import { type Resident, resident } from "./people";

/** What happens when the platform does not take what we send. */
export function failing(served: () => ServedChannel, can: { block: boolean; close: boolean }): void {
  let anna: Resident;
  let conversationId: string;
  beforeEach(async () => {
    anna = resident(served());
    conversationId = await anna.begins();
  });
  afterEach(() => served().clock.go());
  const texts = (who: Resident) => who.news().map(({ text }) => text.trim().split("\n")[0]);
  const rows = () =>
    served()
      .house.storage.db.selectFrom("outbox")
      .select(["state", "reason", "attempts", "due_at"])
      .where("conversation_id", "=", conversationId)
      .orderBy("seq")
      .execute();
  const after = async (failures: Failure[], text: string) => {
    served().fake.failNext(...failures);
    await anna.sends({ kind: "text", text });
  };
  const last = async () => (await rows()).at(-1);

  test("what fails is tried again, and what was said after it waits for it", async () => {
    const { down } = served().fake.failures;
    await after([down, down, down], "odpowiedzi 3");
    expect(texts(anna)).toEqual(["Odpowiedź 1", "Odpowiedź 2", "Odpowiedź 3"]);
    expect((await rows()).slice(-3).map(({ attempts }) => attempts)).toEqual([4, 1, 1]);
  });

  test("a line that breaks or an answer that makes no sense loses nothing", async () => {
    await after(["cut", { status: 503, bytes: Buffer.from("<html>") }], "odpowiedzi 2");
    expect(texts(anna)).toEqual(["Odpowiedź 1", "Odpowiedź 2"]);
  });

  test("whoever is too fast waits as long as the platform wants, with everything it is about", async () => {
    const { clock, fake, house } = served();
    const jan = resident(served());
    await jan.begins();
    clock.stop();
    fake.failNext(fake.failures.tooFast);
    await served().post(anna.does({ kind: "text", text: "odpowiedzi 1" }));
    clock.forward(0.1);
    const refused = await eventually(async () => {
      const row = await last();
      return row?.state === "due" && row.reason !== null && row;
    });
    const restSeconds = (refused.due_at.getTime() - clock.now().getTime()) / 1000;
    expect(restSeconds).toBeGreaterThan(0.5);
    await served().post(jan.does({ kind: "text", text: "odpowiedzi 1" }));
    clock.forward(0.1);
    await eventually(async () => (await jan.said()).length === 2);
    const reads = clock.reads();
    await eventually(() => clock.reads() > reads + 20);
    // Where only this one resident got too much, the others need not wait; what the whole channel waits for is no try.
    const isAboutOne = refused.attempts === 1;
    expect([...anna.news(), ...(isAboutOne ? [] : jan.news())]).toEqual([]);
    clock.forward(restSeconds);
    clock.go();
    await house.settled();
    expect([texts(anna), texts(jan)]).toEqual([["Odpowiedź 1"], ["Odpowiedź 1"]]);
  });

  test("a token that expired loses nothing, however long that takes, and goes on once it works", async () => {
    const { clock, fake } = served();
    const { expired } = fake.failures;
    const before = (await rows()).length;
    fake.failNext(...Array.from({ length: 3 }, () => expired));
    await served().post(anna.does({ kind: "text", text: "odpowiedzi 2" }));
    await eventually(async () => {
      clock.forward(20);
      const news = (await rows()).slice(before);
      return news.length === 2 && news.every(({ state }) => state === "done");
    });
    expect(texts(anna)).toEqual(["Odpowiedź 1", "Odpowiedź 2"]);
    // Days without a token would otherwise use up all tries.
    expect((await rows()).slice(-2).map(({ attempts }) => attempts)).toEqual([1, 1]);
  });

  test("what the platform will never take is given up with its reason, and the next ones go on", async () => {
    await after([served().fake.failures.never], "odpowiedzi 2");
    expect(texts(anna)).toEqual(["Odpowiedź 2"]);
    expect((await rows()).slice(-2)).toMatchObject([
      { state: "given_up", attempts: 1, reason: expect.stringMatching(/\S/) },
      { state: "done" },
    ]);
  });

  if (can.block)
    test("who blocked us is left in peace", async () => {
      const { blocked } = served().fake.failures;
      await after(blocked === undefined ? [] : [blocked], "odpowiedzi 1");
      expect(texts(anna)).toEqual([]);
      expect(await last()).toMatchObject({ state: "given_up", reason: "blocked", attempts: 1 });
    });

  if (can.close)
    test("where the window is closed it waits until the resident writes, and comes in order", async () => {
      const { windowClosed } = served().fake.failures;
      const each = windowClosed === undefined ? [] : [windowClosed, windowClosed];
      await after(each, "odpowiedzi 2");
      expect(texts(anna)).toEqual([]);
      expect((await rows()).slice(-2)).toMatchObject([{ state: "held" }, { state: "held" }]);
      await anna.sends({ kind: "text", text: "jestem" });
      expect(texts(anna)).toEqual(["Odpowiedź 1", "Odpowiedź 2", "Słyszę: jestem"]);
    });
}
