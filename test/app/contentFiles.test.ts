import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Documents, difference } from "../../src/content/documents";
import { readDocuments } from "../../src/content/readDocuments";
import type { Storage } from "../../src/storage/storage";
import { builtProgram } from "../builtOnce";
import { openOn } from "../contracts/storage/given";
import { type FreshDatabase, freshEmbedded, freshPostgreSql } from "../databases";
import { randomBelow } from "../random";
import { describeIfPostgreSql } from "../reachable";

const root = resolve(__dirname, "../..");
const shipped = readDocuments(root);

type Ran = { code: number | null; out: string; err: string };

/** Runs the command in the folder, as a process of its own. */
async function content(database: FreshDatabase, cwd: string, ...args: string[]): Promise<Ran> {
  const { databaseUrl = "", dataFolder } = database.options;
  const { DATABASE_URL, DATA_FOLDER, ...rest } = process.env;
  const env = { ...rest, DATABASE_URL: databaseUrl, DATA_FOLDER: dataFolder || "unused", LOG_LEVEL: "silent" };
  const script = await builtProgram("src/contentFiles.ts");
  const child = spawn(process.execPath, [script, ...args], { cwd, env });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  await once(child, "close");
  return { code: child.exitCode, out, err };
}

const emptyFolder = () => mkdtemp(join(tmpdir(), "hejnal-content-"));

/** A folder with the shipped content. */
async function copyOfContent(): Promise<string> {
  const folder = await emptyFolder();
  for (const name of ["dialogs", "knowledge"]) await cp(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

async function make(folder: string, documents: Documents): Promise<void> {
  const before = readDocuments(folder);
  for (const [path, text] of difference(before, documents))
    if (text === null) await rm(join(folder, path));
    else await mkdir(dirname(join(folder, path)), { recursive: true }).then(() => writeFile(join(folder, path), text));
}

describeIfPostgreSql("npm run content", () => {
  let database: FreshDatabase;
  let storage: Storage;
  let folder: string;
  beforeEach(async () => {
    database = await freshPostgreSql();
    storage = await openOn(database);
    folder = await copyOfContent();
  });
  afterEach(async () => {
    await storage.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });
  const run = (...args: string[]) => content(database, folder, ...args);

  test("releases files and writes them back, byte for byte, whatever editors did to them", async () => {
    const below = randomBelow(20_261_121);
    const out = await emptyFolder();
    let files: Documents = shipped;
    for (let round = 1; round <= 3; round++) {
      files = edited(files, below, harmless);
      await make(folder, files);
      const imported = await run("import", "--publish", "--why", `runda ${round}`);
      expect(imported).toMatchObject({ code: 0, err: "", out: expect.stringContaining(`number ${round}.`) });
      expect(await run("export", out, "--prune")).toMatchObject({ code: 0, err: "" });
      expect(await bytesIn(out, files)).toEqual(files);
      expect(readDocuments(out)).toEqual(files);
    }
    expect(await run("diff", out)).toEqual({ code: 0, out: "", err: "" });
    const releases = await storage.content.releases({ most: 10 });
    expect(releases.map(({ kind, why }) => `${kind} ${why}`)).toEqual([3, 2, 1].map((n) => `import runda ${n}`));
    const early = await storage.content.documents(1);
    expect((await run("export", out, "--release", "1", "--prune")).code).toBe(0);
    expect(readDocuments(out)).toEqual(early);
    await rm(out, { recursive: true });
  }, 180_000);

  test("makes a draft of what differs, even of what is not right yet, and replaces it the next time", async () => {
    expect((await run("import", "--publish")).code).toBe(0);
    const below = randomBelow(5);
    for (let round = 0; round < 2; round++) {
      const files = edited(shipped, below, anything);
      await make(folder, files);
      expect((await run("import", "--why", `runda ${round}`)).code).toBe(0);
      const [draft, ...more] = await storage.content.drafts();
      expect(more).toEqual([]);
      expect(draft).toMatchObject({ subject: "files", origin: "import", why: `runda ${round}`, version: round + 1 });
      const { documents = [] } = (await storage.content.draftAbout("files")) ?? {};
      expect(new Map(documents.map(({ path, text }) => [path, text]))).toEqual(
        new Map([...difference(shipped, files)].sort(([a], [b]) => (a < b ? -1 : 1))),
      );
      for (const { path, base } of documents) expect(base).toBe(shipped.get(path) ?? null);
    }
    expect(await storage.content.newest()).toBe(1);
  });

  test("a release of the files ends the draft that held the same", async () => {
    expect((await run("import", "--publish")).code).toBe(0);
    await make(folder, new Map(shipped).set("knowledge/_notatki.md", "na później\n"));
    expect((await run("import")).out).toContain("A knowledge/_notatki.md");
    expect((await run("import", "--publish")).out).toContain("number 2.");
    expect(await storage.content.drafts()).toEqual([]);
    expect((await run("import", "--publish")).out).toBe("Nothing differs from release 2.\n");
  });

  test("tells the difference as git does", async () => {
    expect((await run("import", "--publish")).code).toBe(0);
    const path = "dialogs/_commands.yaml";
    await make(folder, new Map(shipped).set(path, `${shipped.get(path)}# nowe\n`).set("knowledge/_a.md", "a"));
    const { code, out } = await run("diff");
    expect(code).toBe(1);
    expect(out).toContain(`--- a/${path}\n+++ b/${path}\n@@ -`);
    expect(out).toContain("\n+# nowe\n");
    expect(out).toContain("--- /dev/null\n+++ b/knowledge/_a.md\n@@ -0,0 +1,1 @@\n+a\n\\ No newline at end of file\n");
  });

  test("tells every mistake with file, line and field, and releases nothing", async () => {
    const wrong = new Map(shipped)
      .set("dialogs/_commands.yaml", "cancel: 1\n")
      .set("knowledge/nowy.md", "---\ntitle: Nowy\ntilte: x\n---\n");
    await make(folder, wrong);
    const checked = await run("check");
    expect(checked.code).toBe(1);
    expect(checked.err).toMatch(/✖ knowledge\/nowy\.md:3 tilte: /);
    expect(checked.err).toMatch(/✖ dialogs\/_commands\.yaml:1 cancel/);
    expect(await run("import", "--publish")).toEqual({ code: 1, out: "", err: checked.err });
    expect(await storage.content.newest()).toBe(0);
  });

  test("leaves nothing out silently: what cannot be kept is named", async () => {
    await writeFile(join(folder, "knowledge/pies i kot.md"), "x");
    await writeFile(join(folder, "dialogs/ćma.yaml"), "x");
    const named = await run("import");
    expect(named.code).toBe(1);
    expect(named.err).toContain("✖ knowledge/pies i kot.md:1");
    expect(named.err).toContain("✖ dialogs/ćma.yaml:1");
    for (const name of ["knowledge/pies i kot.md", "dialogs/ćma.yaml"]) await rm(join(folder, name));
    await writeFile(join(folder, "knowledge/_zero.md"), "a\nb\0c");
    await writeFile(join(folder, "knowledge/_latin.md"), Buffer.from([0x61, 0x0a, 0x0a, 0x7a, 0xf3, 0xb3]));
    const bytes = await run("check");
    expect(bytes).toMatchObject({ code: 1, err: expect.stringContaining("✖ knowledge/_zero.md:2") });
    expect(bytes.err).toContain("✖ knowledge/_latin.md:3");
  });

  test("keeps what is beside the documents, and without --prune also other documents", async () => {
    expect((await run("import", "--publish")).code).toBe(0);
    await writeFile(join(folder, "knowledge/notes.txt"), "moje");
    await writeFile(join(folder, "knowledge/_inne.md"), "inne");
    expect((await run("export")).out).toBe(`Release 1: 0 written, 0 removed, ${shipped.size} as they were.\n`);
    expect(await readFile(join(folder, "knowledge/_inne.md"), "utf8")).toBe("inne");
    expect((await run("export", "--prune")).out).toContain("removed knowledge/_inne.md\n");
    expect(await readFile(join(folder, "knowledge/notes.txt"), "utf8")).toBe("moje");
  });

  test("says what it cannot do", async () => {
    const nothing = await run("export");
    expect(nothing).toMatchObject({ code: 2, err: expect.stringContaining("Nothing was released yet") });
    const emptied = await emptyFolder();
    expect(await run("import", emptied)).toMatchObject({ code: 2, err: expect.stringContaining("There is no folder") });
    for (const args of [[], ["bury"], ["export", "--release", "x"], ["diff", "--publish"], ["check", "a", "b"]]) {
      const usage = await run(...args);
      expect(usage).toMatchObject({ code: 2, out: "", err: expect.stringContaining("npm run content -- <command>") });
    }
    await rm(emptied, { recursive: true });
  });
});

describe("npm run content, on the embedded database", () => {
  test("says so while the program has it, and works when it is free; check needs none", async () => {
    const database = await freshEmbedded();
    const folder = await copyOfContent();
    const storage = await openOn(database);
    const refused = await content(database, folder, "import", "--publish");
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(`is in use by process ${process.pid}`) });
    const checked = await content(database, folder, "check");
    expect(checked).toEqual({ code: 0, out: `${shipped.size} documents, no mistakes.\n`, err: "" });
    await storage.close();
    expect((await content(database, folder, "import", "--publish")).code).toBe(0);
    expect((await content(database, folder, "diff")).code).toBe(0);
    await rm(folder, { recursive: true });
    await database.drop();
  });
});

type Edit = (text: string, path: string, below: (n: number) => number) => string | null;

/** What changes bytes and no meaning. */
const harmless: Edit = (text, path, below) => {
  const isYaml = path.endsWith(".yaml");
  const edits: (() => string | null)[] = [
    () => text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n"),
    () => (text.startsWith("\uFEFF") ? text.slice(1) : `\uFEFF${text}`),
    () => `${text}\n\n`,
    () => (isYaml ? `${text}\n# ${words(below)}\n` : text),
    () => (path.endsWith(".md") ? text.replace(/^\uFEFF?---\r?\n/, (start) => `${start}# ${words(below)}\n`) : text),
    () => (/^knowledge\/(en|uk)\//.test(path) ? null : text),
  ];
  return edits[below(edits.length)]?.() ?? null;
};

/** Pieces taken out, doubled and put in anywhere. */
const anything: Edit = (text, _, below) => {
  const [from, to] = [below(text.length + 1), below(text.length + 1)].sort((a, b) => a - b);
  const made = [text.slice(0, from) + text.slice(to), text.slice(0, to) + words(below) + text.slice(from), "", null];
  return wellFormed(made[below(made.length)] ?? null);
};

const wellFormed = (text: string | null) => text && Buffer.from(text).toString();

const SIGNS = [
  "ą",
  "Ż",
  "🚋",
  "👩🏽‍🚒",
  "\\",
  '"',
  "'",
  "\t",
  "\u2028",
  "\uFEFF",
  "ї",
  "{",
  "$1",
  "e\u0301",
  " ",
  "NULL",
];
const words = (below: (n: number) => number) => Array.from({ length: 12 }, () => SIGNS[below(SIGNS.length)]).join("");

/** Some documents edited, and a new one which nobody loads. */
function edited(documents: Documents, below: (n: number) => number, edit: Edit): Documents {
  const made = new Map(documents);
  for (const [path, text] of documents) {
    if (below(6) > 0) continue;
    const now = edit(text, path, below);
    if (now === null) made.delete(path);
    else made.set(path, now);
  }
  made.set(`knowledge/uk/_nowy-${below(1_000)}.md`, `${words(below)}\r\n${words(below)}`);
  return new Map([...made].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function bytesIn(folder: string, documents: Documents): Promise<Documents> {
  const read = await Promise.all(
    [...documents.keys()].map(async (path) => [path, await readFile(join(folder, path), "utf8")] as const),
  );
  return new Map(read);
}
