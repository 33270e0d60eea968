import type { Decision } from "../../src/conversation/decision";
import type { TurnRecord } from "../../src/conversation/outcome";
import type { Intent } from "../../src/conversation/understanding";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later, silence } from "./staffGiven";

const article = (id: string): Intent => ({ kind: "article", id });
const passport = article("paszport");
const id = article("dowod");

describeOn("what was recorded of articles", (fresh) => {
  let given: GivenStaff;
  beforeAll(async () => {
    given = await givenStaff(fresh);
  });
  beforeEach(async () => {
    await given.storage.db.deleteFrom("conversations").execute();
  });
  afterAll(() => given.close());

  type Turned = { because?: string; best?: Intent; confidence?: number };
  /** A turn in which the bot decided so. */
  const turn = (conversation: string, decision: Decision, { because = "it_is_clear", ...turned }: Turned = {}) => {
    const { best, confidence = 0.9 } = turned;
    const { understanding, ...rest } = silence.record;
    const candidates = best ? [{ intent: best, confidence }] : [];
    const decided = { decision, because, rejected: [] };
    const record: TurnRecord = { ...rest, understanding: { ...understanding, candidates }, decided };
    return given.says(conversation, "halo", { speaker: "bot", record });
  };
  const figures = (since = at) => given.staff.figures.articles(since);
  const nothing = { asked: 0, answered: 0, chosen: 0, refused: 0, handedOver: 0 };

  test("asked for is what was likeliest and sure enough to be offered; told is what the bot answered", async () => {
    const one = await given.conversation("bot");
    await turn(one, { kind: "answer", article: "paszport" }, { best: passport });
    await turn(one, { kind: "ask_to_rephrase" }, { best: passport, confidence: 0.05 });
    await turn(one, { kind: "offer", intents: [id, passport] }, { best: id, confidence: 0.3 });
    await turn(one, { kind: "answer_in_dialog", article: "dowod" }, { best: { kind: "service", id: "pothole" } });
    expect(await figures()).toEqual(
      new Map([
        ["paszport", { ...nothing, asked: 1, answered: 1 }],
        ["dowod", { ...nothing, asked: 1, answered: 1 }],
      ]),
    );
  });

  test("what a dialog is told, or said while a consultant speaks, asks for nothing", async () => {
    const one = await given.conversation("bot");
    for (const kind of ["continue_dialog", "stay_silent", "keep_waiting"] as const)
      await turn(one, { kind }, { best: passport });
    expect(await figures()).toEqual(new Map());
  });

  test("a title pressed is an answer, a further part pressed for is none of its own, and neither was asked in words", async () => {
    const one = await given.conversation("bot");
    const pressed = { because: "a_button_was_pressed", best: passport };
    await turn(one, { kind: "answer", article: "paszport" }, pressed);
    await turn(one, { kind: "answer", article: "paszport", section: "fee" }, pressed);
    expect((await figures()).get("paszport")).toEqual({ ...nothing, answered: 1 });
    await turn(one, { kind: "answer", article: "paszport", section: "fee" }, { best: passport });
    expect((await figures()).get("paszport")).toEqual({ ...nothing, asked: 1, answered: 2 });
  });

  test("handed over right after is the very next turn of the same conversation", async () => {
    const [one, other] = [await given.conversation("bot"), await given.conversation("bot")];
    await turn(one, { kind: "answer", article: "paszport" });
    await turn(other, { kind: "hand_off", reason: "asked_for_human" });
    expect((await figures()).get("paszport")).toEqual({ ...nothing, answered: 1 });
    await turn(one, { kind: "hand_off", reason: "asked_for_human" });
    await turn(one, { kind: "hand_off", reason: "asked_for_human" });
    await turn(other, { kind: "answer", article: "dowod" });
    await turn(other, { kind: "small_talk", id: "thanks" });
    await turn(other, { kind: "hand_off", reason: "asked_for_human" });
    expect(await figures()).toEqual(
      new Map([
        ["paszport", { ...nothing, answered: 1, handedOver: 1 }],
        ["dowod", { ...nothing, answered: 1 }],
      ]),
    );
  });

  test("chosen and refused are read off what residents pressed and consultants said", async () => {
    const one = await given.conversation("bot");
    const anna = await given.account();
    const label = (sameAs: string, intent?: Intent) => {
      const said = { sameAs, text: "x", instead: [passport, id], proposedBy: "resident" as const };
      return given.says(one, "x", {
        effects: [{ kind: "propose_label", label: { ...said, ...(intent && { intent }) } }],
      });
    };
    await label("m-1", passport);
    await label("m-2");
    const corrected = { sameAs: "m-3", text: "x", intent: id, instead: [passport] };
    const right = { sameAs: "m-4", text: "x", intent: id, instead: [id] };
    for (const said of [corrected, right])
      await given.staff.labels.propose(said, { conversationId: one, accountId: anna, at: later(2) });
    expect(await figures()).toEqual(
      new Map([
        ["paszport", { ...nothing, chosen: 1, refused: 2 }],
        ["dowod", { ...nothing, refused: 1 }],
      ]),
    );
  });

  test("what was before is not counted", async () => {
    const one = await given.conversation("bot");
    await turn(one, { kind: "answer", article: "paszport" }, { best: passport });
    await turn(one, { kind: "hand_off", reason: "asked_for_human" });
    expect(await figures(later(60))).toEqual(new Map());
  });
});
