import { randomUUID } from "node:crypto";
import type { Decision } from "../../src/conversation/decision";
import type { TurnRecord } from "../../src/conversation/outcome";
import type { Candidate, Intent } from "../../src/conversation/understanding";
import { describeOn } from "../databases";
import { at, type GivenStaff, givenStaff, later, silence } from "./staffGiven";

const passport: Intent = { kind: "article", id: "paszport" };
const pothole: Intent = { kind: "service", id: "pothole" };
const rephrase: Decision = { kind: "ask_to_rephrase" };
const answer: Decision = { kind: "answer", article: "paszport" };

describeOn("questions asked in vain", (fresh) => {
  let given: GivenStaff;
  let anna: string;
  beforeAll(async () => {
    given = await givenStaff(fresh);
    anna = await given.account("editor", "Anna");
  });
  beforeEach(async () => {
    await given.storage.db.deleteFrom("conversations").execute();
    await given.storage.db.deleteFrom("question_cares").execute();
  });
  afterAll(() => given.close());

  type Said = { because?: string; candidates?: Candidate[] };
  /** A turn in which the bot decided so about these words. */
  const turn = (id: string, words: string, decision: Decision, { because = "test", candidates = [] }: Said = {}) => {
    const { understanding, ...rest } = silence.record;
    const decided = { decision, because, rejected: [] };
    const record: TurnRecord = {
      ...{ ...rest, decided },
      understanding: { ...understanding, maskedText: words, candidates },
    };
    return given.says(id, "co innego niż w zapisie", { speaker: "bot", record });
  };
  const asked = async (since = at, most = 100) => {
    const found = await given.staff.questions.asked(since, most);
    return found.map(({ text, reasons }) => `${text}: ${reasons.join(" ")}`).sort();
  };
  const sources = async () => (await given.staff.questions.asked(at, 100)).map(({ source }) => source);

  test("are those the bot asked about again, and those it gave to a person for it", async () => {
    const one = await given.conversation("bot");
    await turn(one, "gdzie to", rephrase);
    await turn(one, "no gdzie", { kind: "ask_for_matter" });
    await turn(one, "nie wiem", { kind: "hand_off", reason: "not_understood" });
    await turn(one, "chcę z człowiekiem", { kind: "hand_off", reason: "asked_for_human" });
    await turn(one, "dziękuję", { kind: "small_talk", id: "thanks" });
    await turn(one, "mój adres", { kind: "continue_dialog" });
    await turn(one, "Żadne z tych", rephrase, { because: "a_button_was_pressed" });
    expect(await asked()).toEqual(["gdzie to: not_understood", "nie wiem: not_understood", "no gdzie: not_understood"]);
  });

  test("are those it called nobody's matter, and those it offered titles for of which none was pressed", async () => {
    const one = await given.conversation("bot");
    const offer: Decision = { kind: "offer", intents: [passport, pothole] };
    await turn(one, "czy wolno grillować nad Wisłą", { kind: "point_outside", id: "unrelated" });
    await turn(one, "kto wydaje wizy", { kind: "point_outside", id: "voivode" });
    await turn(one, "gdzie wypożyczę hulajnogę", offer);
    await turn(one, "dziura w jezdni", offer);
    const pressed = { sameAs: randomUUID(), text: "dziura w jezdni", instead: [passport], intent: pothole };
    const label = { ...pressed, proposedBy: "resident" as const };
    await given.says(one, "x", { effects: [{ kind: "propose_label", label }] });
    expect(await asked()).toEqual([
      "czy wolno grillować nad Wisłą: not_understood",
      "dziura w jezdni: proposed",
      "gdzie wypożyczę hulajnogę: not_understood",
    ]);
  });

  test("are answers right after which a person was needed, in the same conversation only", async () => {
    const [one, other] = [await given.conversation("bot"), await given.conversation("bot")];
    await turn(one, "ile za paszport", answer);
    await turn(other, "chcę z człowiekiem", { kind: "hand_off", reason: "asked_for_human" });
    expect(await asked()).toEqual([]);
    await turn(one, "człowiek", { kind: "hand_off", reason: "asked_for_human" });
    await turn(other, "Paszport", answer, { because: "a_button_was_pressed" });
    await turn(other, "człowiek", { kind: "hand_off", reason: "asked_for_human" });
    expect(await asked()).toEqual(["ile za paszport: handed_over"]);
  });

  test("are what residents pressed after an offer, with its meaning or with none", async () => {
    const one = await given.conversation("bot");
    const label = (text: string, intent?: Intent) => {
      const said = { sameAs: randomUUID(), text, instead: [passport], proposedBy: "resident" as const };
      return given.says(one, "x", {
        effects: [{ kind: "propose_label", label: { ...said, ...(intent && { intent }) } }],
      });
    };
    await label("dziura", pothole);
    await label("dziura w głowie");
    expect(await asked()).toEqual(["dziura w głowie: none_of_these", "dziura: proposed"]);
    const [found] = (await given.staff.questions.asked(at, 9)).filter(({ proposed }) => proposed.length > 0);
    expect(found).toMatchObject({ proposed: [pothole], language: "pl", source: expect.stringMatching(/^label:/) });
  });

  test("a consultant's word is about the turn itself: it stays one question", async () => {
    const one = await given.conversation("bot");
    await turn(one, "papier dla psa", answer);
    const seq = (await given.staff.desk.find(one, later(0)))?.lastSeq ?? 0;
    const recorded = await given.staff.labels.recorded(one, seq);
    const said = { sameAs: recorded?.messageId ?? "", text: "papier dla psa", instead: [passport] };
    const piotr = await given.account("consultant", "Piotr");
    for (const [accountId, intent] of [
      [anna, pothole],
      [piotr, passport],
    ] as const)
      await given.staff.labels.propose({ ...said, intent }, { conversationId: one, accountId, at: later(2) });
    await turn(one, "człowiek", { kind: "hand_off", reason: "asked_for_human" });
    const [only, ...others] = await given.staff.questions.asked(at, 9);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ source: `turn:${one}:${seq}`, text: "papier dla psa" });
    expect(new Set(only?.reasons)).toEqual(new Set(["handed_over", "refused", "proposed"]));
    expect(only?.proposed).toEqual(expect.arrayContaining([pothole, passport]));
  });

  test("come newest first, not older than asked for and not more", async () => {
    const one = await given.conversation("bot");
    for (const words of ["a", "b", "c"]) await turn(one, words, rephrase);
    expect(await asked(at, 2)).toHaveLength(2);
    expect(await asked(later(60))).toEqual([]);
  });

  test("tell what the bot took them for", async () => {
    const one = await given.conversation("bot");
    const candidates = [{ intent: passport, confidence: 0.4 }];
    await turn(one, "gdzie to", rephrase, { candidates });
    const [source = ""] = await sources();
    const thoughts = await given.staff.questions.thoughts([source, "label:x", "turn:nie ma:1", "turn:x:99999999999"]);
    expect(thoughts).toEqual(new Map([[source, candidates]]));
  });

  test("keep the last word of editors, and lose it when it is taken back", async () => {
    const { questions } = given.staff;
    const piotr = await given.account("editor", "Piotr");
    await questions.care({ sources: ["a", "b"], state: "taken", owner: piotr, by: anna, at, batch: "1", note: "" });
    const target = { draft: "d" };
    await questions.care({ sources: ["b"], state: "added", by: piotr, at: later(1), batch: "2", note: "ok\0", target });
    const states = async () => {
      const cares = await questions.cares(at);
      return [...cares].map(([source, { state, owner }]) => `${source} ${state} ${owner?.name ?? ""}`.trim()).sort();
    };
    expect(await states()).toEqual(["a taken Piotr", "b added"]);
    expect(await questions.batch("2")).toEqual({
      ...{ source: "b", state: "added", by: { id: piotr, name: "Piotr" }, at: later(1), batch: "2" },
      ...{ note: "ok\ufffd", target },
    });
    expect([await questions.undo("2"), await questions.undo("2")]).toEqual([true, false]);
    expect(await states()).toEqual(["a taken Piotr", "b taken Piotr"]);
    expect(await questions.cares(later(60))).toEqual(new Map());
  });

  test("are decided on by the thousand at once", async () => {
    const sources = Array.from({ length: 70_000 }, (_, n) => `turn:${n}:1`);
    await given.staff.questions.care({ sources, state: "done", by: anna, at, batch: "all", note: "" });
    expect((await given.staff.questions.cares(at)).size).toBe(sources.length);
  });
});
