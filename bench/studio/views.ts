import { changed, type Documents } from "../../src/content/documents";
import { readDocuments } from "../../src/content/readDocuments";
import type { DraftView } from "../../src/staff/wire";
import { steadyRandom } from "../../src/understanding/steadyRandom";
import { freePort, start } from "../console/program";
import { spreadOf } from "../spread";
import { addEditor, editorAt, must, storeOf } from "./editor";

const ARTICLES = 5_000;
const TIMES = 15;
const SYLLABLES =
  "ba ce do fi ga ho ja ku le mo na pa ro si ta wu za bro czy dru gra kle mni plo prze sta tru zwo".split(" ");

/** Every view of the studio with 5,000 articles, over HTTP, the first call of each left out. */
export async function measureViews(databaseUrl: string): Promise<void> {
  const storage = await storeOf(databaseUrl);
  await addEditor(storage);
  const documents = [...manyArticles(readDocuments("."), ARTICLES)].map(([path, text]) => ({ path, text, base: null }));
  await storage.content.release({ kind: "seed", title: "5000", why: "bench", at: new Date(), documents });
  await storage.content.keepSeeds(readDocuments("."));
  const port = await freePort();
  const program = await start(databaseUrl, port);
  try {
    const editor = await editorAt(`http://127.0.0.1:${port}`);
    const begun: DraftView = await must(editor.posts("drafts", { article: "made-200" }));
    const form = { ...begun.article, answer: "Inna odpowiedź." };
    const draft: DraftView = await must(editor.posts(`drafts/${begun.id}/article`, { seen: begun.version, form }));
    const views = [
      "knowledge-studio",
      "knowledge-studio?q=dow%C3%B3d&sort=used",
      "knowledge-studio/made-201",
      "knowledge-studio/made-201/guidance",
      "knowledge-studio/made-201/preview",
      "knowledge-coverage",
      "drafts",
      `drafts/${draft.id}`,
      `drafts/${draft.id}/guidance`,
      `drafts/${draft.id}/preview`,
      "documents",
      "releases",
      "questions",
      "topics",
      "regression",
    ];
    console.log(`${ARTICLES} articles, p50 and most of ${TIMES} calls, in ms:`);
    for (const view of views) {
      const times: number[] = [];
      for (let n = 0; n <= TIMES; n++) {
        const begun = performance.now();
        await must(editor.gets(view));
        if (n > 0) times.push(performance.now() - begun);
      }
      console.log(`  ${view}: ${spreadOf(times).p50.toFixed(0)}  ${Math.max(...times).toFixed(0)}`);
    }
  } finally {
    program.kill("SIGTERM");
    await new Promise((done) => program.once("close", done));
    await storage.close();
  }
}

/** Our own, and the rest of their form with words of their own. */
function manyArticles(own: Documents, many: number): Documents {
  const random = steadyRandom(11);
  const pick = (from: string[]) => from[Math.floor(random() * from.length)] ?? "";
  const word = () => pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
  const models = [...own].filter(([path]) => /^knowledge\/[a-z0-9-]+\.md$/.test(path));
  const made = new Map<string, string>();
  for (let n = models.length; n < many; n++) {
    const [, model = ""] = models[n % models.length] ?? [];
    const lines = (count: number) =>
      Array.from({ length: count }, () => `  - ${word()} ${word()} ${word()}`).join("\n");
    const text = model
      .replace(/^title: .*/m, `title: ${word()} ${word()} ${n}`)
      .replace(/^phrasings:\n(?: +- .*\n)+/m, `phrasings:\n${lines(8)}\n`)
      .replace(/^related:.*\n(?: +- .*\n)*/m, "related: []\n")
      .replaceAll(
        /^( +)phrasings:\n(?: +- .*\n)+/gm,
        (_, indent) => `${indent}phrasings:\n${lines(4).replaceAll(/^ +/gm, `${indent}  `)}\n`,
      );
    made.set(`knowledge/made-${n}.md`, text);
  }
  return changed(own, made);
}
