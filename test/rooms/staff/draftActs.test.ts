import { changesIn } from "../../../src/content/documents";
import type { Studio } from "../../../src/staff/studio/doors";
import type { DraftView } from "../../../src/staff/wire";
import { acts, decides, pathOf, writes } from "./draftWork";
import { lightStudio } from "./lightStudio";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let studio: Studio & { live: number[] };
let ewa: Person;
let marta: Person;
let szef: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  studio = await lightStudio(house);
  house.parts.studio = studio;
  ewa = await house.hires("editor", "Ewa");
  marta = await house.hires("editor", "Marta");
  szef = await house.hires("supervisor", "Szef");
});
afterAll(() => house.close());
beforeEach(() => {
  house.parts.settings.twoPeople = false;
});

const reads = async ({ id }: { id: string }, person = ewa): Promise<DraftView> =>
  (await person.gets(`drafts/${id}`)).body;

/** What publishing has to confirm. */
async function candidateOf(draft: DraftView): Promise<string> {
  const candidate = await studio.candidate(changesIn(draft));
  return "mistakes" in candidate ? "" : candidate.version;
}

const publishes = async (person: Person, draft: DraftView, why = "") =>
  decides(person, draft, "publish", { why, confirmed: await candidateOf(draft) });

const noted = async (act: string, subjectId: string) => house.storage.staff.audit.lines({ act, subjectId, most: 5 });

describe("publishing", () => {
  test("makes a release of what changed, goes live, ends the draft and is written down", async () => {
    const draft = await writes(ewa, "paszport", "Nowy wydział");
    const came = await publishes(ewa, draft, "zmiana wydziału");
    expect(came).toMatchObject({
      status: 200,
      body: {
        release: { kind: "draft", title: draft.title, why: "zmiana wydziału", by: "Ewa", paths: [pathOf("paszport")] },
      },
    });
    const { number } = came.body.release;
    expect(studio.live.at(-1)).toBe(number);
    expect((await studio.documents()).get(pathOf("paszport"))).toContain("unit: Nowy wydział\n");
    expect((await ewa.gets(`drafts/${draft.id}`)).status).toBe(404);
    expect(await noted("content_published", String(number))).toMatchObject([
      { by: { id: ewa.id }, details: { title: draft.title, why: "zmiana wydziału", paths: 1 } },
    ]);
  });

  test("is of what was seen: after any other change the confirmation counts no more", async () => {
    const draft = await writes(ewa, "ceidg", "Jeden");
    const other = await writes(marta, "pesel-ukr", "Inny");
    const confirmed = await candidateOf(draft);
    expect((await publishes(marta, other)).status).toBe(200);
    const late = await decides(ewa, draft, "publish", { why: "", confirmed });
    expect(late).toMatchObject({ status: 409, body: { error: { code: "not_published", because: "not_seen" } } });
    expect((await publishes(ewa, draft)).status).toBe(200);
  });

  test("is refused with mistakes, each told, and nothing is written", async () => {
    const draft = await writes(ewa, "wymeldowanie", "");
    const newest = await studio.store.newest();
    const came = await decides(ewa, draft, "publish", { why: "", confirmed: "x" });
    expect(came).toMatchObject({ status: 400, error: "content_mistakes" });
    expect(came.body.error.mistakes).toMatchObject([{ file: pathOf("wymeldowanie"), field: "unit" }]);
    expect(await studio.store.newest()).toBe(newest);
  });

  test("overwrites nothing that was released meanwhile", async () => {
    const draft = await writes(ewa, "karta-krakowska", "Mój");
    const path = pathOf("karta-krakowska");
    const base = (await studio.documents()).get(path) ?? "";
    const documents = [{ path, text: `${base}\n`, base }];
    await studio.store.release({ kind: "import", title: "z plików", why: "", at: house.now(), documents });
    const came = await publishes(ewa, draft);
    expect(came.body.error).toEqual({ code: "not_published", because: "moved", paths: [path] });
    const taken: DraftView = (await acts(ewa, draft, "take_over")).body;
    expect((await publishes(ewa, taken)).status).toBe(200);
  });

  test("of a draft that another one just changed, or published, is refused", async () => {
    const draft = await writes(ewa, "mapy-ewidencja-gruntow", "Jeden");
    const confirmed = await candidateOf(draft);
    await acts(marta, draft, "assign", { owner: marta.id });
    const late = await decides(ewa, draft, "publish", { why: "", confirmed });
    expect(late).toMatchObject({ status: 409, body: { error: { draft: { owner: { name: "Marta" } } } } });
    const twice = await Promise.all([1, 2].map(async () => publishes(ewa, await reads(draft))));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    expect(twice.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("needs something that changed", async () => {
    const draft: DraftView = (await ewa.posts("drafts", { article: "kck-kontakt" })).body;
    for (const came of [await publishes(ewa, draft), await acts(ewa, draft, "submit", { why: "" })])
      expect(came).toMatchObject({ status: 400, body: { error: { code: "wrong_body", fields: ["documents"] } } });
  });
});

describe("a review", () => {
  test("is asked for, answered with a note, and starts again with every change of the texts", async () => {
    const draft = await writes(ewa, "punkty-karne", "Jeden");
    const submitted: DraftView = (await acts(ewa, draft, "submit", { why: "nowy wydział" })).body;
    expect(submitted).toMatchObject({ state: "review", why: "nowy wydział" });
    expect((await reads(draft, szef)).may).toEqual(["approve", "return", "publish", "schedule"]);
    expect((await decides(szef, submitted, "return")).error).toBe("wrong_body");
    const returned: DraftView = (await decides(szef, submitted, "return", { note: "a źródło?" })).body;
    expect(returned).toMatchObject({
      state: "writing",
      review: { verdict: "returned", note: "a źródło?", by: { name: "Szef" } },
    });
    const changed = await writes(ewa, "punkty-karne", "Dwa");
    expect(changed.review).toMatchObject({ note: "a źródło?" });
    const again: DraftView = (await acts(ewa, changed, "submit", { why: "" })).body;
    const approved: DraftView = (await decides(szef, again, "approve")).body;
    expect(approved).toMatchObject({ state: "approved", review: { verdict: "approved", by: { name: "Szef" } } });
    const rewritten = await writes(marta, "punkty-karne", "Trzy");
    expect(rewritten.state).toBe("writing");
    expect(rewritten).not.toHaveProperty("review");
  });

  test("by two people: whoever wrote in it may not approve it, and nothing goes out without it", async () => {
    house.parts.settings.twoPeople = true;
    const draft = await writes(ewa, "park-and-ride", "Jeden");
    expect(draft).toMatchObject({ twoPeople: true, may: ["submit", "assign", "discard"] });
    const at = new Date(house.now().getTime() + 60_000).toISOString();
    for (const refused of [await publishes(ewa, draft), await decides(szef, draft, "schedule", { why: "", at })])
      expect(refused).toMatchObject({ status: 409, body: { error: { because: "not_approved" } } });
    const submitted: DraftView = (await acts(ewa, draft, "submit", { why: "" })).body;
    expect((await decides(ewa, submitted, "approve")).body.error).toEqual({
      code: "not_published",
      because: "own_work",
    });
    const approved: DraftView = (await decides(marta, submitted, "approve")).body;
    expect((await reads(approved)).may).toContain("publish");
    const { release } = (await publishes(ewa, approved)).body;
    expect(release).toMatchObject({ by: "Ewa", approvedBy: "Marta" });
  });

  test("by two people counts everybody who wrote, not the last one only", async () => {
    house.parts.settings.twoPeople = true;
    await writes(ewa, "zastrzezenie-pesel", "Jeden");
    const draft = await writes(marta, "zastrzezenie-pesel", "Dwa");
    const submitted: DraftView = (await acts(marta, draft, "submit", { why: "" })).body;
    for (const writer of [ewa, marta])
      expect((await decides(writer, submitted, "approve")).body.error).toMatchObject({ because: "own_work" });
    expect((await decides(szef, submitted, "approve")).body.state).toBe("approved");
  });

  test("is only where it fits: an act for another state is refused", async () => {
    const draft = await writes(ewa, "halas-cisza-nocna", "Jeden");
    for (const came of [await acts(ewa, draft, "unschedule"), await decides(szef, draft, "approve")])
      expect(came).toMatchObject({ status: 400, body: { error: { code: "wrong_body", fields: ["act"] } } });
  });
});

describe("a draft", () => {
  test("is scheduled for a time to come, moved, and taken back", async () => {
    const draft = await writes(ewa, "rezerwacja-wizyty", "Jeden");
    const at = (seconds: number) => new Date(house.now().getTime() + seconds * 1000).toISOString();
    expect((await decides(szef, draft, "schedule", { why: "", at: at(-5) })).error).toBe("in_the_past");
    expect((await decides(szef, draft, "schedule", { why: "", at: "jutro" })).error).toBe("wrong_body");
    const time = at(3600);
    const scheduled: DraftView = (await decides(szef, draft, "schedule", { why: "od jutra", at: time })).body;
    expect(scheduled).toMatchObject({ state: "scheduled", publishAt: time, why: "od jutra" });
    const later: DraftView = (await decides(szef, scheduled, "schedule", { why: "", at: at(7200) })).body;
    expect(later.publishAt).not.toBe(time);
    const back = (await acts(ewa, later, "unschedule")).body;
    expect(back).toMatchObject({ state: "approved" });
    expect(back).not.toHaveProperty("publishAt");
  });

  test("is given to somebody there is, and thrown away by its version", async () => {
    const draft = await writes(ewa, "ceidg", "Dwa");
    expect((await acts(ewa, draft, "assign", { owner: "nikt" })).body.error.fields).toEqual(["owner"]);
    const given: DraftView = (await acts(ewa, draft, "assign", { owner: marta.id })).body;
    expect(given.owner).toEqual({ id: marta.id, name: "Marta" });
    expect((await acts(ewa, draft, "discard")).error).toBe("draft_stale");
    expect(await acts(ewa, given, "discard")).toMatchObject({ status: 200, body: {} });
    expect((await ewa.gets(`drafts/${draft.id}`)).status).toBe(404);
    expect(await noted("draft_discarded", draft.id)).toMatchObject([{ by: { id: ewa.id } }]);
  });

  test("is decided on by those who publish, written by those who write", async () => {
    const draft = await writes(ewa, "kck-kontakt", "Jeden");
    expect((await acts(szef, draft, "submit", { why: "" })).error).toBe("forbidden");
    expect((await decides(ewa, draft, "submit", { why: "" })).error).toBe("wrong_body");
    const ola = await house.hires("consultant", "Ola");
    expect((await ola.gets(`drafts/${draft.id}`)).body.may).toEqual([]);
    expect((await decides(ola, draft, "approve")).error).toBe("forbidden");
  });
});
