import { randomUUID } from "node:crypto";
import type { ContentStore, Draft, DraftChange, DraftChanged, Editor, NewDraft } from "../../../src/content/doors";
import { describeStorage, noon, seconds } from "../storage/given";
import { document, editor, newDraft } from "./given";

describeStorage("drafts", (given) => {
  let content: ContentStore;
  let another: ContentStore;
  let anna: Editor;
  let ewa: Editor;
  beforeAll(async () => {
    content = given().storage.content;
    another = given().another.content;
    anna = await editor(given().storage, "Anna");
    ewa = await editor(given().storage, "Ewa");
  });
  beforeEach(async () => {
    await given().storage.db.deleteFrom("content_drafts").execute();
  });

  const documents = [document("knowledge/a.md", "1"), document("knowledge/b.md", null, "b\r\n")];
  const added = async (more: Partial<NewDraft> = {}): Promise<Draft> => {
    const made = await content.addDraft(newDraft(documents, { by: anna.id, ...more }));
    if ("exists" in made) throw new Error("there is one already");
    return made.draft;
  };
  const changedTo = (changed: DraftChanged): Draft => {
    if (!("draft" in changed)) throw new Error(`not changed: ${JSON.stringify(changed)}`);
    return changed.draft;
  };
  const change = async (draft: Draft, what: DraftChange, by = ewa) =>
    changedTo(await content.changeDraft(draft.id, draft.version, what, by.id, seconds(9)));

  test("begin with who wrote them, and are found by id and by subject", async () => {
    const draft = await added({ subject: "article:dowod" });
    expect(draft).toEqual({
      id: draft.id,
      subject: "article:dowod",
      title: "Dowód osobisty",
      why: "nowa opłata",
      origin: "editor",
      state: "writing",
      version: 1,
      documents,
      startedBy: anna,
      writtenBy: anna,
      writers: [anna.id],
      startedAt: noon,
      writtenAt: noon,
    });
    expect(await another.draft(draft.id)).toEqual(draft);
    expect(await another.draftAbout("article:dowod")).toEqual(draft);
    expect(await content.draft(randomUUID())).toBeUndefined();
    expect(await content.draftAbout("article:other")).toBeUndefined();
  });

  test("that no person began have no writer", async () => {
    const draft = await added({ by: undefined, origin: "files", documents: [] });
    expect(draft).toMatchObject({ origin: "files", documents: [], writers: [] });
    expect(draft).not.toHaveProperty("startedBy");
    expect(draft).not.toHaveProperty("writtenBy");
  });

  test("are one of a subject, however many begin one at once", async () => {
    const subject = "article:dowod";
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? content : another).addDraft(newDraft(documents, { subject }))),
    );
    const [only, ...none] = made.flatMap((one) => ("draft" in one ? [one.draft] : []));
    expect(none).toEqual([]);
    expect(made.flatMap((one) => ("exists" in one ? [one.exists] : []))).toEqual(Array(19).fill(only));
  });

  test("are listed by when they were written in, without their texts", async () => {
    const [first, second, third] = [await added(), await added({ at: seconds(1) }), await added()];
    await change(first, { documents: [document("knowledge/c.md", "c")] });
    await change(third, { title: "Inny" });
    const listed = await content.drafts();
    expect(listed.map(({ id }) => id).slice(0, 2)).toEqual([first.id, second.id]);
    expect(listed[0]?.documents).toEqual([document("knowledge/c.md", null)]);
    expect(listed[2]).toMatchObject({ id: third.id, title: "Inny", version: 2 });
    expect(listed[2]?.documents).toEqual(documents.map(({ path }) => document(path, null)));
  });

  test("get other documents as a whole, and remember everybody who wrote", async () => {
    const draft = await added();
    const written = await change(draft, { documents: [document("knowledge/a.md", "\uFEFF2\r\n🚋", "1")] });
    expect(written).toEqual({
      ...draft,
      version: 2,
      documents: [document("knowledge/a.md", "\uFEFF2\r\n🚋", "1")],
      writtenBy: ewa,
      writers: [anna.id, ewa.id],
      writtenAt: seconds(9),
    });
    expect((await change(written, { documents: [] }, anna)).writers).toEqual([anna.id, ewa.id]);
  });

  test("keep their writer, their time and their documents whatever else changes", async () => {
    const draft = await added();
    const publishAt = seconds(60);
    const review = { verdict: "approved" as const, note: "dobrze", by: ewa.id };
    const all = { title: "T", why: "W", state: "scheduled" as const, owner: ewa.id, review, publishAt, problem: "P" };
    const changed = await change(draft, all);
    expect(changed).toEqual({
      ...draft,
      version: 2,
      title: "T",
      why: "W",
      state: "scheduled",
      owner: ewa,
      review: { verdict: "approved", note: "dobrze", by: ewa, at: seconds(9) },
      publishAt,
      problem: "P",
    });
    expect(await change(changed, {})).toEqual({ ...changed, version: 3 });
    const none = { owner: null, review: null, publishAt: null, problem: null, state: "writing" as const };
    const bare = await change({ ...changed, version: 3 }, none);
    expect(bare).toEqual({ ...draft, version: 4, title: "T", why: "W" });
  });

  test("seen in an older state are not changed and not thrown away", async () => {
    const draft = await added();
    const now = await change(draft, { documents: [document("knowledge/a.md", "2")] });
    const late = { title: "spóźniony", documents: [] };
    expect(await content.changeDraft(draft.id, 1, late, anna.id, noon)).toEqual({ stale: now });
    expect(await content.removeDraft(draft.id, 1)).toEqual({ stale: now });
    expect(await content.draft(draft.id)).toEqual(now);
    expect(await content.removeDraft(draft.id, 2)).toEqual({ draft: now });
    expect(await content.removeDraft(draft.id, 2)).toEqual({ gone: true });
    expect(await content.changeDraft(draft.id, 2, late, anna.id, noon)).toEqual({ gone: true });
    expect(await content.drafts()).toEqual([]);
  });

  test("saved by twenty at once keep what one wrote; the others are shown it", async () => {
    let draft = await added();
    for (let round = 0; round < 10; round++) {
      const seen = draft.version;
      const saves = await Promise.all(
        Array.from({ length: 20 }, (_, n) => {
          const texts = [document("knowledge/a.md", `${round} ${n}`), document(`knowledge/b${n}.md`, "b")];
          const store = n % 2 ? content : another;
          return store.changeDraft(draft.id, seen, { documents: texts }, n % 3 ? anna.id : ewa.id, seconds(round));
        }),
      );
      const [won, ...none] = saves.flatMap((save, n) => ("draft" in save ? [{ n, draft: save.draft }] : []));
      expect(none).toEqual([]);
      draft = won?.draft ?? draft;
      expect(draft).toMatchObject({ version: seen + 1, writtenBy: (won?.n ?? 0) % 3 ? anna : ewa });
      expect(draft.documents.map(({ text }) => text)).toEqual([`${round} ${won?.n}`, "b"]);
      expect(saves.filter((save) => !("draft" in save))).toEqual(Array(19).fill({ stale: draft }));
      expect(await another.draft(draft.id)).toEqual(draft);
    }
  });

  test("are due when they are scheduled and their time has come", async () => {
    const scheduled = async (at: number, state: Draft["state"] = "scheduled") =>
      change(await added(), { state, publishAt: seconds(at) });
    const [later, sooner] = [await scheduled(20), await scheduled(10)];
    await scheduled(5, "approved");
    await scheduled(30);
    expect(await content.dueDrafts(seconds(9))).toEqual([]);
    expect(await content.dueDrafts(seconds(20))).toEqual([sooner, later]);
  });
});
