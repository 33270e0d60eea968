import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Changes, Documents } from "../../src/content/documents";
import type { Release } from "../../src/content/doors";
import { ContentError } from "../../src/content/mistakes";
import { readDocuments } from "../../src/content/readDocuments";
import { type FileChanges, followFiles } from "../../src/fileChanges";
import { type LiveContent, openLiveContent } from "../../src/liveContent";
import { formatNumber } from "../../src/serviceRequests/number";
import { openMemoryBus } from "../../src/storage/memoryBus";
import { openStorage, type Storage } from "../../src/storage/storage";
import { firstTurn } from "../../src/turn/firstTurn";
import { handleTurn } from "../../src/turn/handleTurn";
import { builtProgram } from "../builtOnce";
import { type FreshDatabase, freshPostgreSql } from "../databases";
import { realModelFile, realParts } from "../learnt";
import { describeIfPostgreSql } from "../reachable";

jest.setTimeout(120_000);
const root = resolve(__dirname, "../..");
const PATH = "knowledge/karta-krakowska.md";
const log = { info() {}, warn() {}, error() {} };
const now = () => new Date();

/** The short answer of an article, another one each time. */
const saying = (documents: Documents, answer: string): Changes => {
  const text = documents.get(PATH) ?? "";
  return new Map([[PATH, text.replace(/\n---\n[\s\S]*?\n\n/, `\n---\n${answer}\n\n`)]]);
};

describeIfPostgreSql("content that is released while processes serve from it", () => {
  let database: FreshDatabase;
  let storage: Storage;
  let one: LiveContent;
  let other: LiveContent;
  const bus = openMemoryBus();
  const open = async () => {
    const learning = { modelFile: realModelFile(), thread: await builtProgram("src/learnThread.ts") };
    return openLiveContent({ store: storage.content, folder: root, learning, given: realParts(), bus, log, now });
  };
  beforeAll(async () => {
    database = await freshPostgreSql();
    storage = await openStorage({ ...database.options, log, formatNumber, onNews() {} });
    one = await open();
    await one.newest();
    other = await open();
  });
  afterAll(async () => {
    one.close();
    other.close();
    await storage.close();
    await database.drop();
  });
  const said = (content: LiveContent) =>
    handleTurn(firstTurn("karta krakowska", now()), content.current().parts).replies[0]?.text ?? "";
  const isSaid = async (content: LiveContent, answer: string): Promise<void> => {
    for (let tries = 0; tries < 4000 && !said(content).includes(answer); tries++)
      await new Promise((later) => setTimeout(later, 5));
    expect(said(content)).toContain(answer);
  };
  const release = async (answer: string): Promise<Release> => {
    const { documents } = await one.newest();
    const changes = saying(documents, answer);
    await one.prepare(changes);
    const written = [...changes].map(([path, text]) => ({ path, text, base: documents.get(path) ?? null }));
    const done = await storage.content.release({ kind: "draft", title: "t", why: "w", at: now(), documents: written });
    if (!("release" in done)) throw new Error(JSON.stringify(done));
    await one.released();
    return done.release;
  };

  test("an empty store is filled from the files, byte for byte, once", async () => {
    expect(await storage.content.newest()).toBe(1);
    expect(await storage.content.documents()).toEqual(readDocuments(root));
    expect((await other.newest()).release).toBe(1);
  });

  test("a release is live in the process that made it, and in another", async () => {
    await release("Pierwsza zmiana.");
    expect(said(one)).toContain("Pierwsza zmiana.");
    await isSaid(other, "Pierwsza zmiana.");
    expect(other.current().parts.content.version).toBe(one.current().parts.content.version);
    expect(other.current().parts.modelVersion).toBe(one.current().parts.modelVersion);
  });

  test("what is announced is ready in another process before it is released", async () => {
    const { documents } = await one.newest();
    const changes = saying(documents, "Zapowiedziana zmiana.");
    const written = [...changes].map(([path, text]) => ({ path, text, base: documents.get(path) ?? null }));
    const subject = `document:${PATH}`;
    const added = await storage.content.addDraft({
      subject,
      title: "t",
      why: "w",
      origin: "editor",
      documents: written,
      at: now(),
    });
    if (!("draft" in added)) throw new Error("there was one");
    const { version } = await one.prepare(changes);
    await one.announce(added.draft.id, version);
    for (let tries = 0; tries < 4000 && !other.shelf.has(version); tries++)
      await new Promise((later) => setTimeout(later, 5));
    expect(other.shelf.has(version)).toBe(true);
    expect(said(other)).not.toContain("Zapowiedziana");
    await storage.content.removeDraft(added.draft.id, added.draft.version);
  });

  test("every turn is of one release, whatever is published meanwhile", async () => {
    const heard = new Set<string>();
    let turns = 0;
    let running = true;
    const talking = (async () => {
      while (running) {
        for (const content of [one, other]) {
          const { record, replies } = handleTurn(firstTurn("karta krakowska", now()), content.current().parts);
          heard.add(`${record.contentVersion} ${replies[0]?.text.split("\n")[0]}`);
          turns += 1;
        }
        await new Promise((later) => setTimeout(later, 10));
      }
    })();
    for (const answer of ["Wydanie pod obciążeniem A.", "Wydanie pod obciążeniem B."]) {
      await release(answer);
      await isSaid(other, answer);
    }
    running = false;
    await talking;
    const versions = [...heard].map((line) => line.slice(0, 12));
    expect(turns).toBeGreaterThan(20);
    expect(heard.size).toBeGreaterThanOrEqual(3);
    expect(new Set(versions).size).toBe(heard.size);
  });

  test("mistakes are told with file and line, and nothing changes", async () => {
    const { documents, release: before } = await one.newest();
    const broken = (documents.get(PATH) ?? "").replace("competence: city", "competence: mayor");
    const refused = one.check(new Map([[PATH, broken]]));
    await expect(refused).rejects.toBeInstanceOf(ContentError);
    await expect(refused).rejects.toMatchObject({ mistakes: [{ file: PATH, field: "competence" }] });
    expect((await one.newest()).release).toBe(before);
  });

  test("what an older program took and this one cannot is refused at the start, with the way to mend it", async () => {
    const base = (await storage.content.documents()).get(PATH) ?? "";
    const documents = [{ path: PATH, text: base.replace("competence: city", "competence: mayor"), base }];
    await storage.content.release({ kind: "import", title: "t", why: "w", at: now(), documents });
    await expect(open()).rejects.toThrow(/competence: może tu być tylko: city, other[\s\S]*npm run content -- export/);
  });
});

describeIfPostgreSql("files that change after the first start", () => {
  let database: FreshDatabase;
  let storage: Storage;
  let live: LiveContent;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "hejnal-files-"));
    for (const name of ["dialogs", "knowledge"]) cpSync(join(root, name), join(folder, name), { recursive: true });
    database = await freshPostgreSql();
    storage = await openStorage({ ...database.options, log, formatNumber, onNews() {} });
    const learning = { modelFile: realModelFile(), thread: await builtProgram("src/learnThread.ts") };
    const bus = openMemoryBus();
    live = await openLiveContent({ store: storage.content, folder, learning, given: realParts(), bus, log, now });
    await live.newest();
  });
  afterEach(async () => {
    live.close();
    await storage.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });
  const look = async (whenChanged: FileChanges["whenChanged"]): Promise<void> =>
    (await followFiles({ store: storage.content, live, folder, whenChanged, log, now }))();
  const write = (answer: string): void => {
    const text = readFileSync(join(folder, PATH), "utf8");
    writeFileSync(join(folder, PATH), saying(new Map([[PATH, text]]), answer).get(PATH) ?? "");
  };

  test("are offered as one draft, again when they change again, and nothing is live", async () => {
    await look("offer");
    expect(await storage.content.drafts()).toEqual([]);
    write("Raz.");
    await look("offer");
    write("Dwa.");
    await look("offer");
    const [draft, ...more] = await storage.content.drafts();
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ subject: "files", origin: "files", state: "writing" });
    const { documents } = (draft && (await storage.content.draft(draft.id))) ?? { documents: [] };
    expect(documents.map(({ path }) => path)).toEqual([PATH]);
    expect(documents[0]?.text).toContain("Dwa.");
    expect(await storage.content.newest()).toBe(1);
  });

  test("are live at once where that is wanted, but never over an editor's work", async () => {
    write("Z plików.");
    await look("publish");
    expect(await storage.content.newest()).toBe(2);
    expect((await storage.content.documents()).get(PATH)).toContain("Z plików.");
    expect(await storage.content.drafts()).toEqual([]);

    const base = (await storage.content.documents()).get(PATH) ?? "";
    const text = base.replace("Z plików.", "Od redaktora.");
    const documents = [{ path: PATH, text, base }];
    await storage.content.release({ kind: "draft", title: "t", why: "w", at: now(), documents });
    write("Znowu z plików.");
    await look("publish");
    expect((await storage.content.documents()).get(PATH)).toContain("Od redaktora.");
    expect(await storage.content.drafts()).toMatchObject([{ subject: "files" }]);
  });
});
