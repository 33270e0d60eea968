import type { ContentStore } from "../../../src/content/doors";
import type { Storage } from "../../../src/storage/storage";
import { describeStorage, noon, seconds } from "../storage/given";
import { document, editor, newDraft, newRelease, written } from "./given";

describeStorage("what was released", (given) => {
  let content: ContentStore;
  let another: ContentStore;
  let storage: Storage;
  beforeAll(() => {
    ({ storage } = given());
    content = storage.content;
    another = given().another.content;
  });
  beforeEach(async () => {
    for (const table of ["content_revisions", "content_releases", "content_drafts"] as const)
      await storage.db.deleteFrom(table).execute();
  });

  const state = async (release?: number) => Object.fromEntries(await content.documents(release));
  const release = async (...documents: ReturnType<typeof document>[]) =>
    written(await content.release(newRelease(documents)));

  test("is nothing at first", async () => {
    expect(await content.newest()).toBe(0);
    expect(await state()).toEqual({});
    expect(await content.releases({ most: 10 })).toEqual([]);
    expect(await content.released(1)).toBeUndefined();
  });

  test("comes back byte for byte", async () => {
    const texts = new Map([
      ["dialogs/_phrases.yaml", "\uFEFFa: 1\r\nb: 2\r\n"],
      ["dialogs/services/lamp.yaml", ""],
      ["knowledge/dowod.md", "---\ntitle: „Dowód” \\ \"a\" {b} 'c' $1\n---\n👩🏽‍🚒 zażółć\t\u0001\u2028 NULL\n\n"],
      ["knowledge/en/dowod.md", "NULL"],
      ["knowledge/long.md", `${"ą🚋\r\n".repeat(300_000)}`],
    ]);
    const { number } = await release(...[...texts].map(([path, text]) => document(path, text)));
    for (const store of [content, another]) expect([...(await store.documents(number))]).toEqual([...texts]);
    const released = await content.released(number);
    expect(released?.documents).toEqual([...texts].map(([path, after]) => ({ path, before: null, after })));
  });

  test("is told with who did it, why and what it changed", async () => {
    const [anna, ewa] = [await editor(storage, "Anna"), await editor(storage, "Ewa")];
    const seed = await content.release(newRelease([document("knowledge/a.md", "1")], { kind: "seed" }));
    expect(seed).toEqual({
      release: {
        number: 1,
        kind: "seed",
        title: "Dowód osobisty",
        why: "nowa opłata",
        at: noon,
        paths: ["knowledge/a.md"],
      },
    });
    const more = { kind: "revert", by: anna.id, approvedBy: ewa.id, reverts: 1, at: seconds(5) } as const;
    const documents = [document("knowledge/b.md", "1"), document("knowledge/a.md", null, "1")];
    const { release } = { release: written(await another.release(newRelease(documents, more))) };
    expect(release).toMatchObject({ number: 2, by: anna, approvedBy: ewa, reverts: 1, at: seconds(5) });
    expect(release.paths).toEqual(["knowledge/a.md", "knowledge/b.md"]);
    expect(await content.released(2)).toEqual({
      release,
      documents: [
        { path: "knowledge/a.md", before: "1", after: null },
        { path: "knowledge/b.md", before: null, after: "1" },
      ],
    });
  });

  test("stays readable as it was, through changes, deletions and second beginnings", async () => {
    await release(document("dialogs/a.yaml", "1"), document("dialogs/b.yaml", "1"));
    await release(document("dialogs/a.yaml", "2", "1"));
    await release(document("dialogs/a.yaml", null, "2"));
    await release(document("dialogs/a.yaml", "4"));
    await release();
    expect(await content.newest()).toBe(5);
    const states = await Promise.all([0, 1, 2, 3, 4, 5, undefined].map(state));
    const b = { "dialogs/b.yaml": "1" };
    expect(states).toEqual([
      {},
      { "dialogs/a.yaml": "1", ...b },
      { "dialogs/a.yaml": "2", ...b },
      b,
      { "dialogs/a.yaml": "4", ...b },
      { "dialogs/a.yaml": "4", ...b },
      { "dialogs/a.yaml": "4", ...b },
    ]);
    expect((await content.released(4))?.documents).toEqual([{ path: "dialogs/a.yaml", before: null, after: "4" }]);
  });

  test("is found by document, by folder, and page by page", async () => {
    await release(document("knowledge/en/a.md", "1"));
    await release(document("knowledge/a.md", "1"));
    await release(document("knowledge/en/a.md", "2", "1"), document("knowledge/en/b.md", "1"));
    await release(document("knowledge/entry.md", "1"));
    const numbers = async (asked: Partial<Parameters<ContentStore["releases"]>[0]>) =>
      (await content.releases({ most: 10, ...asked })).map(({ number }) => number);
    expect(await numbers({})).toEqual([4, 3, 2, 1]);
    expect(await numbers({ most: 2 })).toEqual([4, 3]);
    expect(await numbers({ most: 2, before: 3 })).toEqual([2, 1]);
    expect(await numbers({ path: "knowledge/en/a.md" })).toEqual([3, 1]);
    expect(await numbers({ path: "knowledge/en/" })).toEqual([3, 1]);
    expect(await numbers({ path: "knowledge/" })).toEqual([4, 3, 2, 1]);
    expect(await numbers({ path: "knowledge/", before: 4, most: 1 })).toEqual([3]);
    expect(await numbers({ path: "knowledge/e_/" })).toEqual([]);
  });

  test("is not written over what somebody else released meanwhile", async () => {
    await release(document("knowledge/a.md", "1"), document("knowledge/b.md", "1"), document("knowledge/c.md", "1"));
    const asked = newRelease([
      document("knowledge/a.md", "2", "1"),
      document("knowledge/b.md", "2", "other"),
      document("knowledge/c.md", "2"),
      document("knowledge/d.md", null, "1"),
    ]);
    const moved = ["knowledge/b.md", "knowledge/c.md", "knowledge/d.md"];
    expect(await content.release(asked)).toEqual({ moved });
    expect(await content.newest()).toBe(1);
    expect((await state())["knowledge/a.md"]).toBe("1");
  });

  test("by twenty at once has numbers without holes, and none is lost", async () => {
    const released = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? content : another).release(newRelease([document(`knowledge/a${n}.md`, `${n}`)])),
      ),
    );
    const numbers = released.map((one) => written(one).number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(await state()).toEqual(
      Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`knowledge/a${n}.md`, `${n}`])),
    );
  });

  test("by twenty at once who saw the same text is one; the others are told it moved", async () => {
    await release(document("knowledge/a.md", "before"), document("knowledge/b.md", "before"));
    const released = await Promise.all(
      Array.from({ length: 20 }, (_, n) => {
        const documents = [document("knowledge/a.md", `${n}`, "before"), document(`knowledge/b${n}.md`, "beside")];
        return (n % 2 ? content : another).release(newRelease(documents));
      }),
    );
    const [won, ...none] = released.flatMap((one, n) => ("release" in one ? [n] : []));
    expect(none).toEqual([]);
    expect(released.filter((_, n) => n !== won)).toEqual(Array(19).fill({ moved: ["knowledge/a.md"] }));
    expect(await state()).toEqual({
      "knowledge/a.md": `${won}`,
      [`knowledge/b${won}.md`]: "beside",
      "knowledge/b.md": "before",
    });
    expect(await content.newest()).toBe(2);
  });

  test("may be six thousand documents", async () => {
    const documents = Array.from({ length: 6_000 }, (_, n) =>
      document(`knowledge/article-${String(n).padStart(4, "0")}.md`, `${n} ${"treść ".repeat(300)}`),
    );
    const { paths } = await release(...documents);
    expect(paths).toEqual(documents.map(({ path }) => path));
    expect([...(await content.documents())]).toEqual(documents.map(({ path, text }) => [path, text]));
  });

  describe("from a draft", () => {
    const documents = [document("knowledge/a.md", "1")];
    const added = async () => {
      const made = await content.addDraft(newDraft(documents));
      if (!("draft" in made)) throw new Error("there is one already");
      return made.draft;
    };

    test("takes the draft away", async () => {
      const { id, version } = await added();
      written(await content.release(newRelease(documents, { draft: { id, version } })));
      expect(await content.draft(id)).toBeUndefined();
      expect(await storage.db.selectFrom("content_draft_documents").selectAll().execute()).toEqual([]);
    });

    test("is refused when the draft is not what was seen, and nothing is written", async () => {
      const draft = await added();
      const { id } = draft;
      expect(await content.release(newRelease(documents, { draft: { id, version: 2 } }))).toEqual({ stale: true });
      const gone = { id: "gone", version: 1 };
      expect(await content.release(newRelease(documents, { draft: gone }))).toEqual({ stale: true });
      expect(await content.newest()).toBe(0);
      expect(await content.draft(id)).toEqual(draft);
    });

    test("that moved leaves the draft as it is", async () => {
      const draft = await added();
      await release(document("knowledge/a.md", "other"));
      const seen = { id: draft.id, version: draft.version };
      expect(await content.release(newRelease(documents, { draft: seen }))).toEqual({ moved: ["knowledge/a.md"] });
      expect(await content.draft(draft.id)).toEqual(draft);
    });

    test("against a save of the same draft: one of the two wins, never both", async () => {
      for (let round = 0; round < 20; round++) {
        const path = `knowledge/race${round}.md`;
        const made = await content.addDraft(newDraft([document(path, "1")]));
        if (!("draft" in made)) throw new Error("there is one already");
        const { id, version } = made.draft;
        const saved = { documents: [document(path, "2")] };
        const [released, changed] = await Promise.all([
          content.release(newRelease([document(path, "1")], { draft: { id, version } })),
          another.changeDraft(id, version, saved, undefined, seconds(1)),
        ]);
        const { [path]: now } = await state();
        if ("release" in released) expect([changed, now]).toEqual([{ gone: true }, "1"]);
        else {
          expect([released, now]).toEqual([{ stale: true }, undefined]);
          expect((await content.draft(id))?.documents).toEqual(saved.documents);
        }
      }
    });
  });
});
