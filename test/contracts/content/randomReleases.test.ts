import type { DocumentChange, DraftDocument } from "../../../src/content/doors";
import { randomBelow } from "../../random";
import { describeStorage } from "../storage/given";
import { newRelease } from "./given";

type State = Map<string, string>;
const STEPS = 150;

describeStorage("content after any releases", (given) => {
  test.each([1, 2])("is what a list of states says, at every release (seed %i)", async (seed) => {
    const { storage, another } = given();
    const stores = [storage.content, another.content];
    for (const table of ["content_revisions", "content_releases"] as const)
      await storage.db.deleteFrom(table).execute();
    const below = randomBelow(seed);
    const pick = <Item>(items: readonly Item[]): Item | undefined => items[below(items.length)];
    const states: State[] = [new Map()];
    const changes: DocumentChange[][] = [];
    for (let step = 0; step < STEPS; step++) {
      const [store = storage.content, now = new Map()] = [pick(stores), states.at(-1)];
      const documents = pickChanges(now, below);
      const moved = documents.filter(({ path, base }) => (now.get(path) ?? null) !== base).map(({ path }) => path);
      const released = await store.release(newRelease(documents));
      if (moved.length > 0) expect(released).toEqual({ moved });
      else {
        expect(released).toMatchObject({ release: { number: states.length } });
        changes.push(documents.map(({ path, base, text }) => ({ path, before: base, after: text })));
        states.push(after(now, documents));
      }
      const at = below(states.length);
      expect(await store.documents(at)).toEqual(states[at]);
      expect(await store.documents()).toEqual(states.at(-1));
    }
    for (const [number, state] of states.entries()) expect(await storage.content.documents(number)).toEqual(state);
    for (const [index, changed] of changes.entries()) {
      const sorted = changed.sort((a, b) => (a.path < b.path ? -1 : 1));
      expect((await storage.content.released(index + 1))?.documents).toEqual(sorted);
    }
  });
});

const PATHS = Array.from({ length: 12 }, (_, n) => `${n % 2 ? "dialogs" : "knowledge/en"}/d${n}.md`);
const TEXTS = ["", "a", "a\r\n", "\uFEFFa", "b\n", '"\\', "NULL", "🚋"];

/** Some documents, mostly as they are, each with another text or none. */
function pickChanges(now: State, below: (n: number) => number): DraftDocument[] {
  const paths = PATHS.filter(() => below(5) === 0);
  return paths.map((path) => ({
    path,
    text: below(4) === 0 ? null : (TEXTS[below(TEXTS.length)] ?? null),
    base: below(25) === 0 ? "what nobody wrote" : (now.get(path) ?? null),
  }));
}

function after(now: State, documents: DraftDocument[]): State {
  const next = new Map(now);
  for (const { path, text } of documents) {
    if (text === null) next.delete(path);
    else next.set(path, text);
  }
  return next;
}
