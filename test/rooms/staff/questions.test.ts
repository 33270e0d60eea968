import type { Decision } from "../../../src/conversation/decision";
import type { TurnRecord } from "../../../src/conversation/outcome";
import type { QuestionList, QuestionRow, QuestionView } from "../../../src/staff/wire";
import type { Came, Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

jest.setTimeout(120_000);

let house: StaffHouse;
let ewa: Person;
let ola: Person;
let anna: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("editor", "Ewa");
  ola = await house.hires("administrator", "Ola");
  anna = await house.hires("consultant", "Anna");
});
beforeEach(async () => {
  await house.storage.db.deleteFrom("conversations").execute();
  await house.storage.db.deleteFrom("question_cares").execute();
  for (const { id, version } of await store().drafts()) await store().removeDraft(id, version);
});
afterAll(() => house.close());
const store = () => house.parts.studio.store;

const card = { kind: "article", id: "dowod-osobisty-wymiana" } as const;
const rephrase: Decision = { kind: "ask_to_rephrase" };

/** A turn on these words, which the bot decided so about. */
async function asks(text: string, decision: Decision = rephrase, language: "pl" | "en" = "pl"): Promise<string> {
  const id = await house.conversation({ memory: { language } });
  await says(id, text, decision, language);
  return id;
}
async function says(id: string, text: string, decision: Decision, language: "pl" | "en" = "pl"): Promise<number> {
  const understanding: TurnRecord["understanding"] = {
    ...{ maskedText: text, language, candidates: [{ intent: card, confidence: 0.3 }], confidence: 0.3, knownWords: 1 },
    ...{ telling: [], alarm: 0, vague: false, onlyAspect: false, question: false },
    entities: { serviceRequestIds: [], lines: [], plates: [] },
  };
  const bands = { answer: 0.8, start: 0.6, offer: 0.1, human: 0.4, danger: 0.3 };
  const decided = { decision, because: "test", rejected: [] };
  const record = { understanding, found: [], decided, bands, contentVersion: "test", modelVersion: "1" };
  return house.says(id, text, { record });
}

const list = async (query = ""): Promise<QuestionList> => (await ewa.gets(`questions${query}`)).body;
const one = async (query = ""): Promise<QuestionRow> => {
  const { items } = await list(query);
  expect(items).toHaveLength(1);
  return items[0] as QuestionRow;
};
const view = async ({ id }: { id: string }): Promise<QuestionView> => (await ewa.gets(`questions/${id}`)).body;
const acts = ({ id }: { id: string }, body: object, person = ewa): Promise<Came> =>
  person.posts(`questions/${id}/acts`, body);
const said = (text: string, language = "pl") => ({ text, language });
const counts = async () => {
  const { counts } = await list();
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
};

describe("the inbox of questions", () => {
  test("puts what is asked alike together, the most asked first, with why and what the bot thought", async () => {
    await asks("kot utknął na drzewie");
    for (const text of ["zgubiłem kartę do parkomatu", "zgubiłam karty do parkomatu", "zgubiłem kartę do parkomatu"])
      await asks(text);
    const { items, found, counts } = await list();
    expect(items.map(({ sample, times, texts }) => ({ sample, times, texts }))).toEqual([
      { sample: "zgubiłem kartę do parkomatu", times: 3, texts: 2 },
      { sample: "kot utknął na drzewie", times: 1, texts: 1 },
    ]);
    expect({ found, open: counts.open }).toEqual({ found: 2, open: 2 });
    expect(items[0]).toMatchObject({
      reasons: [{ reason: "not_understood", times: 3 }],
      thought: [{ intent: card, meaning: expect.any(String), confidence: 0.3 }],
      languages: ["pl"],
      state: "open",
      settledBefore: 0,
    });
    expect((await view(items[0] as QuestionRow)).members).toMatchObject([
      { text: "zgubiłem kartę do parkomatu", times: 2, reasons: ["not_understood"] },
      { text: "zgubiłam karty do parkomatu", times: 1 },
    ]);
  });

  test("tells a consultant's word and a hand-off of the same message as one question", async () => {
    const id = await asks("papier dla psa", { kind: "answer", article: card.id });
    const seq = await says(id, "psi papier", { kind: "answer", article: card.id });
    const corrected = await anna.posts(`conversations/${id}/labels`, {
      seq,
      intent: { kind: "service", id: "pothole" },
    });
    expect(corrected.status).toBe(200);
    await says(id, "człowiek", { kind: "hand_off", reason: "asked_for_human" });
    const row = await one();
    expect(row).toMatchObject({ sample: "psi papier", times: 1 });
    expect(row.reasons.map(({ reason }) => reason).sort()).toEqual(["handed_over", "refused"]);
    expect(row.proposed).toMatchObject([{ intent: { kind: "service", id: "pothole" }, times: 1 }]);
  });

  test("is narrowed by reason, language and words, and comes in pages", async () => {
    const nouns = [
      "lampy",
      "krzaki",
      "mosty",
      "ptaki",
      "rowery",
      "wiaty",
      "tablice",
      "studnie",
      "schody",
      "drzewa",
      "kosze",
    ];
    for (const [n, noun] of nouns.entries()) for (const m of [0, 1]) await asks(`${noun} numer${n} sprawa${m}x${n}`);
    await asks("lost my umbrella", rephrase, "en");
    expect((await list("?language=en")).items).toMatchObject([{ sample: "lost my umbrella" }]);
    expect((await list("?q=UMBRELLA")).items).toHaveLength(1);
    expect((await list("?reason=handed_over")).items).toEqual([]);
    const first = await list();
    expect(first.items).toHaveLength(20);
    const second = await list(`?from=${first.next}`);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(first.found);
    expect(second.next).toBeUndefined();
    for (const wrong of ["?state=x", "?reason=x", "?from=-1", "?other=1"])
      expect((await ewa.gets(`questions${wrong}`)).error).toBe("wrong_body");
  });

  test("shows no personal data, even where a record should hold some", async () => {
    await asks("dzwońcie na 600 700 800 w sprawie karty");
    const row = await one();
    expect(JSON.stringify([row, await view(row)])).not.toContain("600 700 800");
    expect(row.sample).toBe("dzwońcie na [telefon] w sprawie karty");
  });

  test("knows no group of another name", async () => {
    expect((await ewa.gets("questions/nobody")).status).toBe(404);
    expect((await acts({ id: "nobody" }, { act: "done" })).status).toBe(404);
  });
});

describe("what an editor decides", () => {
  test("settles all of the group; what comes again opens it anew; undo takes it back", async () => {
    await asks("kot na drzewie");
    const row = await one();
    const done = await acts(row, { act: "out_of_scope", note: "to nie nasze" });
    expect(done).toMatchObject({ status: 200, body: { batch: expect.any(String) } });
    expect(await counts()).toEqual({ out_of_scope: 1 });
    const settled = await view(row);
    expect(settled.cares).toMatchObject([{ state: "out_of_scope", by: "Ewa", note: "to nie nasze" }]);
    await asks("koty na drzewie");
    expect(await one()).toMatchObject({ id: row.id, times: 1, sample: "koty na drzewie", settledBefore: 1 });
    expect((await acts(row, { act: "undo", batch: done.body.batch })).status).toBe(200);
    expect(await one()).toMatchObject({ id: row.id, times: 2, settledBefore: 0 });
    expect((await acts(row, { act: "undo", batch: done.body.batch })).status).toBe(404);
  });

  test("gives it to somebody who may decide, and back to nobody", async () => {
    await asks("kot na drzewie");
    const row = await one();
    const { people } = await list();
    expect(people.map(({ name }) => name).sort()).toEqual(["Ewa", "Ola"]);
    expect((await acts(row, { act: "give", owner: anna.id })).error).toBe("wrong_body");
    expect((await acts(row, { act: "give", owner: ola.id })).status).toBe(200);
    expect(await one("?state=taken")).toMatchObject({ owner: { id: ola.id, name: "Ola" } });
    expect((await acts(row, { act: "give", owner: null })).status).toBe(200);
    expect(await counts()).toEqual({ open: 1 });
  });

  test("is in the audit log without a resident's word", async () => {
    await asks("kot sąsiadki na drzewie");
    await acts(await one(), { act: "done" });
    const { body } = await ola.gets("audit?act=question_decided");
    expect(body.items[0]).toMatchObject({ act: "question_decided", details: { what: "done" } });
    expect(JSON.stringify(body)).not.toContain("sąsiadki");
  });

  test.each<[string, object]>([
    ["an unknown act", { act: "learn" }],
    ["no texts", { act: "new_article", title: "Koty", texts: [] }],
    ["a text without a word", { act: "add_phrasing", intent: card, texts: [said("600 700 800")], anyway: true }],
    ["a title too short", { act: "new_article", title: "K", texts: [said("kot")] }],
    ["a foreign field", { act: "done", why: "x" }],
  ])("%s is refused", async (_, body) => {
    await asks("kot na drzewie");
    expect((await acts(await one(), body)).error).toBe("wrong_body");
    expect(await counts()).toEqual({ open: 1 });
  });
});
