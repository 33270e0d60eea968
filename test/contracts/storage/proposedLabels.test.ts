import { randomUUID } from "node:crypto";
import type { Decision } from "../../../src/conversation/decision";
import type { Effect, NewLabel } from "../../../src/conversation/outcome";
import type { Intent } from "../../../src/conversation/understanding";
import { describeOn } from "../../databases";
import { proposedLabels } from "../../proposedLabels";
import { type GivenStaff, givenStaff, later, silence } from "../staffGiven";

const pothole: Intent = { kind: "service", id: "road-pothole" };
const lamp: Intent = { kind: "service", id: "street-lamp" };
const card: Intent = { kind: "article", id: "dowod-osobisty" };

const label = (more: Partial<NewLabel> = {}): Effect => ({
  kind: "propose_label",
  label: { sameAs: randomUUID(), text: "dziura", instead: [card, lamp], proposedBy: "resident", ...more },
});

describeOn("a proposed label", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  afterAll(() => given.close());
  const proposedIn = (conversationId: string) => proposedLabels(given.storage, conversationId);
  /** The seq of the last thing said. */
  const saidLast = async (id: string) => (await given.staff.desk.find(id, later(0)))?.lastSeq ?? 0;
  const decided = (decision: Decision) => ({
    record: { ...silence.record, decided: { decision, because: "test", rejected: [] } },
  });

  test("by a resident's click is kept with the turn, once however often it is repeated", async () => {
    const id = await given.conversation("bot");
    const sameAs = randomUUID();
    await given.says(id, "to", { effects: [label({ sameAs, intent: pothole })] });
    await given.says(id, "to", { effects: [label({ sameAs, intent: lamp })] });
    expect(await proposedIn(id)).toEqual([
      {
        text: "dziura",
        intent: pothole,
        instead: [card, lamp],
        proposedBy: "resident",
        at: later(1),
      },
    ]);
    await given.says(id, "nic z tego", { effects: [label()] });
    expect((await proposedIn(id)).map(({ intent }) => intent)).toEqual(expect.arrayContaining([pothole, undefined]));
  });

  test("by a consultant is replaced by the same person's next word, not by somebody else's or the resident's", async () => {
    const id = await given.conversation("bot");
    const sameAs = randomUUID();
    const people = [await given.account("consultant", "Anna"), await given.account("consultant", "Piotr")];
    await given.says(id, "to", { effects: [label({ sameAs, intent: card })] });
    const [anna = "", piotr = ""] = people;
    const proposes = (accountId: string, intent: Intent, seconds: number) =>
      given.staff.labels.propose(
        { sameAs, text: "dziura", intent, instead: [] },
        { conversationId: id, accountId, at: later(seconds) },
      );
    await proposes(anna, lamp, 10);
    await proposes(piotr, lamp, 20);
    await proposes(anna, pothole, 30);
    const proposed = await proposedIn(id);
    expect(proposed.map(({ by, intent, at }) => ({ by, intent, at }))).toEqual([
      { by: "Anna", intent: pothole, at: later(30) },
      { by: "Piotr", intent: lamp, at: later(20) },
      { by: undefined, intent: card, at: later(1) },
    ]);
    await Promise.all(Array.from({ length: 8 }, () => proposes(anna, lamp, 40)));
    expect(await proposedIn(id)).toHaveLength(3);
  });

  test.each<[Decision, Intent[]]>([
    [{ kind: "answer", article: "dowod-osobisty" }, [card]],
    [{ kind: "answer_in_dialog", article: "dowod-osobisty", section: "fee" }, [card]],
    [{ kind: "start_dialog", dialog: "report-problem", service: "road-pothole" }, [pothole]],
    [{ kind: "start_dialog", dialog: "check-status" }, [{ kind: "dialog", id: "check-status" }]],
    [{ kind: "small_talk", id: "greeting" }, [{ kind: "talk", id: "greeting" }]],
    [{ kind: "point_outside", id: "zus" }, [{ kind: "outside", id: "zus" }]],
    [{ kind: "offer", intents: [card, lamp] }, [card, lamp]],
    [{ kind: "hand_off", reason: "not_understood" }, []],
    [{ kind: "stay_silent" }, []],
  ])("names what the bot did: %j", async (decision, instead) => {
    const id = await given.conversation("bot");
    await given.says(id, "dziura", decided(decision));
    const seq = await saidLast(id);
    const [entry] = await given.staff.desk.entriesAfter(id, seq - 1, 1);
    const recorded = await given.staff.labels.recorded(id, seq);
    expect(recorded).toEqual({ messageId: entry?.id, maskedText: "halo", instead });
  });

  test("is about a resident's message that had its turn, of that very conversation", async () => {
    const [id, other] = [await given.conversation("bot"), await given.conversation("bot")];
    await given.says(other, "jeszcze raz");
    const greeting = 1;
    expect(await given.staff.labels.recorded(id, greeting)).toBeUndefined();
    expect(await given.staff.labels.recorded(id, await saidLast(other))).toBeUndefined();
    expect(await given.staff.labels.recorded(randomUUID(), 2)).toBeUndefined();
    const late = { conversationId: id, channel: "web", externalId: randomUUID(), text: "potem", attachments: [] };
    const { seq } = await given.storage.turns.accept(late, later(2));
    expect(await given.staff.labels.recorded(id, seq)).toBeUndefined();
  });

  test("leaves no trace of a turn that fails", async () => {
    const id = await given.conversation("bot");
    const refused = JSON.parse(JSON.stringify(label()));
    refused.label.proposedBy = "nobody";
    const failing = given.says(id, "to", { effects: [label(), refused] });
    await expect(failing).rejects.toThrow("proposed_labels_proposed_by_check");
    expect(await proposedIn(id)).toEqual([]);
  });
});
