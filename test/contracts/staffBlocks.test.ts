import { randomUUID } from "node:crypto";
import type { Claimed } from "../../src/inbox/doors";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later, silence } from "./staffGiven";

const DAY = 24 * 60 * 60;

describeOn("blocked residents", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());

  const opens = async (residentId: string, channel = "web") => {
    const id = randomUUID();
    const begun = { id, channel, residentId, language: "pl" as const, greeting: { text: "Dzień dobry" } };
    await given.storage.conversations.open(begun, at);
    return id;
  };
  const blocks = async (conversationId: string, seconds = DAY) => {
    const block = { until: later(seconds), reason: "groźby", accountId: await given.account() };
    return given.staff.desk.act(conversationId, at, async (locked) => ({ result: await locked.block(block) }), at);
  };
  /** What a turn on the conversation is told. */
  const told = async (conversationId: string, channel = "web") => {
    const arrival = { conversationId, channel, externalId: randomUUID(), text: "halo", attachments: [] };
    await given.storage.turns.accept(arrival, later(1));
    let until: Date | undefined;
    const run = async ({ conversation: { speaker, memory }, blockedUntil }: Claimed) => {
      until = blockedUntil;
      return { speaker, memory, ...silence };
    };
    await given.storage.turns.runNext(conversationId, run, () => later(1));
    return until;
  };

  test("are blocked in all their conversations on the channel, nobody else is", async () => {
    const [id, other] = [await opens("r1"), await opens("r1")];
    const [elsewhere, somebody] = [await opens("r1", "phone"), await opens("r2")];
    const block = await blocks(id);
    expect(block).toMatchObject({
      conversationId: id,
      until: later(DAY),
      reason: "groźby",
      by: "Anna",
      channel: "web",
    });
    for (const one of [id, other]) {
      expect(await given.staff.blocks.of(one, later(5))).toEqual(block);
      expect(await told(one)).toEqual(later(DAY));
    }
    expect(await given.staff.blocks.of(somebody, later(5))).toBeUndefined();
    expect(await told(somebody)).toBeUndefined();
    expect(await told(elsewhere, "phone")).toBeUndefined();
  });

  test("are free again when it is over or lifted, once", async () => {
    const [id, anna] = [await opens("r3"), await given.account()];
    await blocks(id, 10);
    expect(await given.staff.blocks.of(id, later(11))).toBeUndefined();
    const block = await blocks(id);
    expect(await given.staff.blocks.lift(block?.id ?? "", anna, later(20))).toBe(true);
    expect(await given.staff.blocks.lift(block?.id ?? "", anna, later(21))).toBe(false);
    expect(await given.staff.blocks.of(id, later(22))).toBeUndefined();
    expect(await told(id)).toEqual(later(10));
  });

  test("are listed in force first, then the newest", async () => {
    const [over, inForce, lifted] = [
      await blocks(await opens("a"), 5),
      await blocks(await opens("b")),
      await blocks(await opens("c")),
    ];
    await given.staff.blocks.lift(lifted?.id ?? "", await given.account("consultant", "Piotr"), later(6));
    const ours = [over, inForce, lifted].map((block) => block?.id);
    const listed = (await given.staff.blocks.all(later(10), 100)).filter(({ id }) => ours.includes(id));
    expect(listed[0]).toEqual(inForce);
    expect(listed).toHaveLength(3);
    expect(listed).toContainEqual(over);
    expect(listed.find(({ id }) => id === lifted?.id)?.lifted).toEqual({ by: "Piotr", at: later(6) });
  });

  test("are residents of a conversation that exists", async () => {
    expect(await blocks(randomUUID())).toBeUndefined();
  });

  test("are not blocked by an act that failed", async () => {
    const [id, accountId] = [await opens("r9"), await given.account()];
    const failing = given.staff.desk.act(
      id,
      at,
      async (locked) => {
        await locked.block({ until: later(DAY), reason: "groźby", accountId });
        throw new Error("the line of the closing could not be written");
      },
      at,
    );
    await expect(failing).rejects.toThrow("could not be written");
    expect(await given.staff.blocks.of(id, later(1))).toBeUndefined();
  });
});
