import type { DocumentList, DocumentView, DraftView } from "../../../src/staff/wire";
import type { Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

let house: StaffHouse;
let ewa: Person;
let karol: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("editor", "Ewa");
  karol = await house.hires("consultant", "Karol");
});
afterAll(() => house.close());

const lists = async (person = ewa): Promise<DocumentList> => (await person.gets("documents")).body;
const rowsOf = async (group: string) => (await lists()).groups.find((one) => one.group === group)?.documents ?? [];

async function draws(path: string, draft?: DraftView): Promise<DocumentView> {
  const query = new URLSearchParams({ path, ...(draft && { draft: draft.id }) });
  const came = await ewa.gets(`documents/tree?${query}`);
  expect(came.status).toBe(200);
  return came.body;
}

async function begins(document: string): Promise<DraftView> {
  const came = await ewa.posts("drafts", { document });
  expect(came.status).toBe(200);
  return came.body;
}

test("everything editors keep beside the articles is listed by what it is for, named in Polish", async () => {
  const { groups } = await lists(karol);
  expect(groups.map(({ group }) => group)).toEqual([
    "dialogs",
    "services",
    "phrases",
    "sentences",
    "replies",
    "smallTalk",
    "areas",
    "units",
    "timings",
    "hours",
    "offices",
    "outside",
  ]);
  expect(await rowsOf("dialogs")).toContainEqual({
    path: "dialogs/report-problem.yaml",
    title: house.parts.content().dialogs.dialogs.get("report-problem")?.title.pl,
    drafts: 0,
  });
  expect(await rowsOf("services")).toHaveLength(house.parts.content().services.size);
  expect((await rowsOf("phrases")).map(({ path }) => path)).toEqual([
    "dialogs/_bot.pl.yaml",
    "dialogs/_bot.en.yaml",
    "dialogs/_bot.uk.yaml",
    "dialogs/_phrases.yaml",
    "dialogs/_commands.yaml",
  ]);
  const listed = groups.flatMap(({ documents }) => documents.map(({ path }) => path));
  const released = [...(await house.parts.studio.documents()).keys()];
  expect(listed.toSorted()).toEqual(released.filter((path) => path.endsWith(".yaml")).toSorted());
});

test("a document is drawn as it is released, and as it stands in a draft", async () => {
  const path = "dialogs/services/pothole.yaml";
  const draft = await begins(path);
  const came = await ewa.posts(`drafts/${draft.id}/yaml`, {
    seen: draft.version,
    path,
    edits: [{ edit: "set", at: ["label", "en"], value: "A hole in the road" }],
  });
  expect(came.status).toBe(200);
  const english = ({ tree }: DocumentView) => {
    const label = tree?.kind === "map" && tree.fields.find(({ name }) => name === "label")?.value;
    return label && label.kind === "map" && label.fields.find(({ name }) => name === "en")?.value;
  };
  expect(english(await draws(path, draft))).toMatchObject({ kind: "text", value: "A hole in the road" });
  expect(english(await draws(path))).not.toMatchObject({ value: "A hole in the road" });
  expect(await rowsOf("services")).toContainEqual(expect.objectContaining({ path, drafts: 1 }));
});

test("a step is moved without a letter of the others changing", async () => {
  const path = "dialogs/idea.yaml";
  const draft = await begins(path);
  const before = draft.documents[0]?.text ?? "";
  const move = { edit: "move", at: ["steps", 0], to: 1 };
  const moved = await ewa.posts(`drafts/${draft.id}/yaml`, { seen: draft.version, path, edits: [move] });
  expect(moved.status).toBe(200);
  const back = await ewa.posts(`drafts/${draft.id}/yaml`, { seen: moved.body.version, path, edits: [move] });
  expect(moved.body.documents[0].text).not.toBe(before);
  expect(back.body.documents[0].text).toBe(before);
});

test("a mistake is told at its field, and text that is no YAML with its line instead of a form", async () => {
  const path = "dialogs/_bot.en.yaml";
  const draft = await begins(path);
  const edits = [{ edit: "set", at: ["acts", "add", "ask"], value: "Add {photo}?" }];
  const came = await ewa.posts(`drafts/${draft.id}/yaml`, { seen: draft.version, path, edits });
  expect(came.body.mistakes).toEqual([expect.objectContaining({ file: path, field: "acts.add.ask" })]);
  const { mistakes } = await draws(path, draft);
  expect(mistakes).toEqual([
    expect.objectContaining({ field: "acts.add.ask", message: expect.stringContaining("nieznana wartość {photo}") }),
  ]);
  const broken = { seen: came.body.version, documents: [{ path, text: "greeting: [\n" }] };
  expect((await ewa.posts(`drafts/${draft.id}/documents`, broken)).status).toBe(200);
  const view = await draws(path, draft);
  expect(view.tree).toBeUndefined();
  expect(view.text).toBe("greeting: [\n");
  expect(view.mistakes).toEqual([expect.objectContaining({ file: path, line: expect.any(Number), field: "" })]);
});

test("the bot's own words are part of what the content's version names", async () => {
  const path = "dialogs/_bot.pl.yaml";
  const changes = new Map([[path, (await draws(path)).text.replace("Wróć do asystenta", "Wróć do automatu")]]);
  const made = await house.parts.studio.candidate(changes);
  if ("mistakes" in made) throw new Error("no candidate");
  expect(made.version).not.toBe((await candidateNow()).version);
});

async function candidateNow() {
  const made = await house.parts.studio.candidate(new Map());
  if ("mistakes" in made) throw new Error("no candidate");
  return made;
}

test("what only a draft has so far is drawn and listed, too", async () => {
  const path = "knowledge/_accepted.yaml";
  const draft = await begins("knowledge/_outside.yaml");
  const text = "wrong_answers: 30\nwrong_reports: 2\n";
  const documents = [{ path, text, base: null }];
  const seen = { id: draft.id, version: draft.version };
  await house.parts.studio.store.changeDraft(seen.id, seen.version, { documents }, ewa.id, new Date());
  const { tree, mistakes } = await draws(path, draft);
  expect(tree).toMatchObject({ kind: "map", more: [] });
  expect(mistakes).toEqual([expect.objectContaining({ field: "wrong_answers" })]);
  expect(await rowsOf("accepted")).toEqual([{ path, title: expect.stringContaining("może się mylić"), drafts: 1 }]);
});

test("what is no document of editors, articles and drafts nobody has are not found", async () => {
  for (const path of ["knowledge/paszport.md", "dialogs/none.yaml", "../package.json", "dialogs/_none.yaml"])
    expect((await ewa.gets(`documents/tree?${new URLSearchParams({ path })}`)).status).toBe(404);
  expect((await ewa.gets("documents/tree?path=dialogs/idea.yaml&draft=none")).status).toBe(404);
  expect((await ewa.gets("documents/tree")).status).toBe(400);
});
