import { resolve } from "node:path";
import { changed, type Documents } from "../../../src/content/documents";
import { documentsVersion } from "../../../src/content/documentsVersion";
import { folderOf } from "../../../src/content/folder";
import type { Mistake } from "../../../src/content/mistakes";
import { readDocuments } from "../../../src/content/readDocuments";
import { everyMistake } from "../../../src/everyMistake";
import type { Studio } from "../../../src/staff/studio/doors";
import { staffContent } from "./staffContent";
import type { StaffHouse } from "./staffHouse";

/** The house's studio without learning: the real store, filled with the project's documents, and every check there is. */
export async function lightStudio({ storage, now }: StaffHouse): Promise<Studio & { live: number[] }> {
  const store = storage.content;
  const project = readDocuments(resolve(__dirname, "../../.."));
  const documents = [...project].map(([path, text]) => ({ path, text, base: null }));
  await store.release({ kind: "seed", title: "Pliki", why: "", at: now(), documents });
  const live: number[] = [];
  const whole = async (changes: Parameters<Studio["check"]>[0]) => changed(await store.documents(), changes);
  const checked = new Map<string, Mistake[]>();
  const mistakesIn = (documents: Documents): Mistake[] => {
    const version = documentsVersion(documents);
    const mistakes = checked.get(version) ?? everyMistake(folderOf(documents));
    checked.set(version, mistakes);
    return mistakes;
  };
  return {
    store,
    live,
    documents: () => store.documents(),
    check: async (changes) => mistakesIn(await whole(changes)),
    async candidate(changes) {
      const documents = await whole(changes);
      const mistakes = mistakesIn(documents);
      return mistakes.length > 0 ? { mistakes } : { version: documentsVersion(documents), content: staffContent() };
    },
    effect: async () => Promise.reject(new Error("nothing is tried out here")),
    released: async () => void live.push(await store.newest()),
  };
}
