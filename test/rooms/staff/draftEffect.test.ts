import type { DraftView, EffectView } from "../../../src/staff/wire";
import { decides, writes } from "./draftWork";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let ewa: Person;
let szef: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("editor", "Ewa");
  szef = await house.hires("supervisor", "Szef");
});
afterAll(() => house.close());

const saves = async (draft: DraftView, change: object): Promise<DraftView> => {
  const form = { ...draft.article, ...change };
  return (await ewa.posts(`drafts/${draft.id}/article`, { seen: draft.version, form })).body;
};

test("what a draft would change is seen first, and what was seen is what can be published", async () => {
  const begun: DraftView = (await ewa.posts("drafts", { article: "paszport" })).body;
  const phrasings = [...(begun.article?.phrasings ?? []), "skrzydlaty dokument do odlotu za ocean"];
  const draft = await saves(begun, { phrasings });
  const effect: EffectView = (await ewa.gets(`drafts/${draft.id}/effect`)).body;
  expect(effect.candidate).not.toBe("");
  expect(effect.tried.labelled).toBeGreaterThan(100);
  const publish = (confirmed: string) => decides(szef, draft, "publish", { why: "tak mówią", confirmed });
  expect((await publish("inne")).body.error).toEqual({ code: "not_published", because: "not_seen" });
  expect(await publish(effect.candidate)).toMatchObject({ status: 200, body: { release: { number: 2, by: "Szef" } } });
  expect((await house.parts.studio.documents()).get("knowledge/paszport.md")).toContain("za ocean");
  // Two models are learnt on the way.
}, 300_000);

test("nothing is tried out while there are mistakes; they are told", async () => {
  const draft = await writes(ewa, "ceidg", "");
  const came = await szef.gets(`drafts/${draft.id}/effect`);
  expect(came).toMatchObject({ status: 400, error: "content_mistakes" });
  expect(came.body.error.mistakes).toMatchObject([{ file: "knowledge/ceidg.md", field: "unit" }]);
});
