import { setTimeout as wait } from "node:timers/promises";
import type { Studio } from "../../../src/staff/studio/doors";
import { openScheduler } from "../../../src/staff/studio/scheduler";
import type { DraftView } from "../../../src/staff/wire";
import { decides, pathOf, writes } from "./draftWork";
import { lightStudio } from "./lightStudio";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let studio: Studio & { live: number[] };
let ewa: Person;
let szef: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  studio = await lightStudio(house);
  house.parts.studio = studio;
  ewa = await house.hires("editor", "Ewa");
  szef = await house.hires("supervisor", "Szef");
});
afterAll(() => house.close());

/** Shorter than a session lasts. */
const A_WHILE = 5 * 60_000;

/** Written by Ewa, to be published by Szef's word in a while. */
async function scheduled(article: string, unit: string): Promise<DraftView> {
  const draft = await writes(ewa, article, unit);
  const at = new Date(house.now().getTime() + A_WHILE).toISOString();
  return (await decides(szef, draft, "schedule", { why: "od nowego roku", at })).body;
}

/** So many processes look until nothing is due any more. */
async function schedulersLook(processes = 1): Promise<void> {
  const schedulers = Array.from({ length: processes }, () => openScheduler(house.parts));
  while ((await studio.store.dueDrafts(house.now())).length > 0) await wait(20);
  await Promise.all(schedulers.map((scheduler) => scheduler.close()));
}

test("what is not due yet waits", async () => {
  const draft = await scheduled("paszport", "Jeden");
  const newest = await studio.store.newest();
  await schedulersLook();
  expect(await studio.store.newest()).toBe(newest);
  expect(await studio.store.draft(draft.id)).toMatchObject({ state: "scheduled" });
});

test("what is due is published once, whoever looks, in the name of who set the time", async () => {
  const draft = await scheduled("ceidg", "Dwa");
  const before = await studio.store.newest();
  house.passes(A_WHILE);
  await schedulersLook(3);
  const [release] = await studio.store.releases({ path: pathOf("ceidg"), most: 1 });
  expect(release).toMatchObject({ kind: "draft", why: "od nowego roku", by: { name: "Szef" } });
  expect(await studio.store.draft(draft.id)).toBeUndefined();
  const titles = (await studio.store.releases({ most: 10 }))
    .filter(({ number }) => number > before)
    .map(({ paths }) => paths);
  expect(titles.sort()).toEqual([[pathOf("ceidg")], [pathOf("paszport")]]);
  expect(studio.live).toContain(release?.number);
  const subjectId = String(release?.number);
  expect(await house.storage.staff.audit.lines({ act: "content_published", subjectId, most: 5 })).toMatchObject([
    { by: { id: szef.id }, details: { scheduled: true } },
  ]);
});

test("what was released differently meanwhile is not overwritten: it goes back with the reason, told in the list", async () => {
  const draft = await scheduled("wymeldowanie", "Trzy");
  const path = pathOf("wymeldowanie");
  const base = (await studio.documents()).get(path) ?? "";
  const documents = [{ path, text: base.replace("confidence:", "# nowe\nconfidence:"), base }];
  await studio.store.release({ kind: "import", title: "z plików", why: "", at: house.now(), documents });
  house.passes(A_WHILE);
  await schedulersLook(2);
  const { items } = (await ewa.gets("drafts")).body;
  const row = items.find(({ id }: DraftView) => id === draft.id);
  expect(row).toMatchObject({ state: "writing", problem: expect.stringContaining(path) });
  expect(row).not.toHaveProperty("publishAt");
  expect((await studio.documents()).get(path)).toContain("# nowe");
});

test("what has become wrong goes back with its mistakes; the next save clears them", async () => {
  const draft = await scheduled("park-and-ride", "Cztery");
  const [path, text] = [pathOf("nocna-prohibicja"), (await studio.documents()).get(pathOf("nocna-prohibicja")) ?? ""];
  const title = draft.title;
  const documents = [{ path, text: text.replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`), base: text }];
  await studio.store.release({ kind: "import", title: "z plików", why: "", at: house.now(), documents });
  house.passes(A_WHILE);
  await schedulersLook();
  const back = await studio.store.draft(draft.id);
  expect(back).toMatchObject({ state: "writing", problem: expect.stringMatching(/błędy: knowledge\/.*title/) });
  expect(back).not.toHaveProperty("review");
  expect(await writes(ewa, "park-and-ride", "Pięć")).not.toHaveProperty("problem");
});
