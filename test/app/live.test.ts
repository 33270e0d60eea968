import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import Redis from "ioredis";
import { z } from "zod";
import { type FreshDatabase, freshEmbedded, freshPostgreSql } from "../databases";
import { describeIfPostgreSql, describeIfRedis, testRedisUrl } from "../reachable";
import { resident } from "./resident";

jest.setTimeout(180_000);
const root = resolve(__dirname, "../..");

const Loaded = z.object({ contentVersion: z.string(), modelVersion: z.string(), ms: z.number() });
const Mistake = z.object({ level: z.literal("warn"), file: z.string(), line: z.number(), message: z.string() });
const loadedBy = async (program: Running) => Loaded.parse(JSON.parse(await program.says('"content_loaded"')));

let installed: ReturnType<typeof installation>;
beforeAll(() => {
  installed = installation();
});
afterAll(() => installed.remove());

/** An article about what no other file mentions. */
const article = (answer: string) => `---
title: Wypożyczalnia kajaków
phrasings:
  - wypożyczyć kajak
  - gdzie wypożyczę kajak na Wiśle
  - kajaki cennik
  - ile kosztuje kajak na godzinę
  - chcę popływać kajakiem
  - kajakiem po Wiśle
  - czy wiosło i kapok są w cenie kajaka
  - kajak dwuosobowy
  - wiosła i kapoki
keywords: [kajak, kajaki, kajakiem, wiosło, kapok]
unit: Zarząd Infrastruktury Sportowej
competence: city
sources: []
source_date: "2026"
checked_on: 2026-01-01
confidence: high
check_again: 2027-01-01
related: []
en: { title: Kayaks, phrasings: [rent a kayak, kayak price, kayak paddle, kayaking on the river], answer: Kayaks are here. }
uk: { title: Каяки, phrasings: [каяк, каяки прокат, ціна каяка, веслування каяком], answer: Каяки тут. }
---
${answer}
`;

describe("content that changes while the program runs", () => {
  let database: FreshDatabase;
  let program: Running;
  beforeAll(async () => {
    database = await freshEmbedded();
    program = await start(installed.folder, database);
  });
  afterAll(async () => {
    expect(await program.stop()).toBe(0);
    await database.drop();
  });
  const asked = async (text: string) => (await resident(program.address)).says(text);

  test("is answered from as soon as it is loaded, however it was saved", async () => {
    expect(await asked("wypożyczyć kajak")).not.toContain("przystani");
    installed.write("knowledge/kajaki.md", article("Kajaki czekają na przystani."));
    const first = await loadedBy(program);
    expect(await asked("wypożyczyć kajak")).toContain("Kajaki czekają na przystani.");

    for (const colour of ["zielone", "czerwone"]) {
      installed.replace("knowledge/kajaki.md", article(`Kajaki są ${colour}.`));
      const next = await loadedBy(program);
      expect(next.contentVersion).not.toBe(first.contentVersion);
      expect(await asked("wypożyczyć kajak")).toContain(`Kajaki są ${colour}.`);
    }
  });

  test("with mistakes changes nothing, names each of them, and the next good save heals it", async () => {
    const good = installed.read("knowledge/kajaki.md");
    installed.write("knowledge/kajaki.md", good.replace("competence: city", "competence: nobody\nretyr: 1"));
    const mistakes = [await program.says('"content_mistake"'), await program.says('"content_mistake"')];
    expect(mistakes.map((line) => Mistake.parse(JSON.parse(line)).file)).toEqual([
      "knowledge/kajaki.md",
      "knowledge/kajaki.md",
    ]);
    expect(await asked("wypożyczyć kajak")).toContain("Kajaki są czerwone.");
    expect((await fetch(`${program.address}/readyz`)).status).toBe(200);

    installed.write("knowledge/kajaki.md", good.replace("czerwone", "niebieskie"));
    await loadedBy(program);
    expect(await asked("wypożyczyć kajak")).toContain("Kajaki są niebieskie.");
  });

  test("is heard of in a folder that was not there before", async () => {
    installed.write("knowledge/de/kajaki.md", "Nobody reads this folder.\n");
    await loadedBy(program);
    installed.write("knowledge/de/kajaki.md", "Nobody reads this one either.\n");
    await loadedBy(program);
  });
});

describeIfPostgreSql("several processes", () => {
  describeIfRedis("on one Redis", () => {
    let database: FreshDatabase;
    let programs: Running[];
    const redis = new Redis(testRedisUrl, { lazyConnect: true });
    const listener = redis.duplicate();
    beforeAll(async () => {
      database = await freshPostgreSql();
      programs = [];
      for (const _ of ["one", "other"])
        programs.push(await start(installed.folder, database, { REDIS_URL: testRedisUrl }));
      await Promise.all([redis.connect(), listener.connect()]);
      await listener.subscribe("hejnal:content");
    });
    afterAll(async () => {
      redis.disconnect();
      listener.disconnect();
      for (const program of programs) await program.stop();
      await database.drop();
    });

    test("all change, and have the same content and model", async () => {
      installed.write(
        "knowledge/kajaki.md",
        article("Kajaki są dla wszystkich.").replace("kajak dwuosobowy", "dwuosobowy"),
      );
      const told = new Promise<string>((resolve) => void listener.on("message", (_, note) => resolve(note)));
      const [one, other] = await Promise.all(programs.map(loadedBy));
      expect(one?.contentVersion).toBe(other?.contentVersion);
      expect(one?.modelVersion).toBe(other?.modelVersion);
      expect((await told).slice(36)).toMatch(/^\d+$/);
      for (const { address } of programs)
        expect(await (await resident(address)).says("wypożyczyć kajak")).toContain("Kajaki są dla wszystkich.");
    });
  });
});

/** The program as it is installed: built from these sources, with a copy of the content that tests may change. */
function installation() {
  const folder = mkdtempSync(join(tmpdir(), "hejnal-installed-"));
  // `npm run check` has checked the types.
  const options = ["--noCheck", "--incremental", "false", "--outDir", join(folder, "dist")];
  const build = ["-p", join(root, "tsconfig.build.json"), ...options];
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...build]);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const name of ["dialogs", "knowledge"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  const path = (name: string) => join(folder, name);
  return {
    folder,
    read: (name: string) => readFileSync(path(name), "utf8"),
    write(name: string, text: string): void {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    /** As most editors' programs save: a new file takes the place of the old one. */
    replace(name: string, text: string): void {
      writeFileSync(path(`${name}~`), text);
      renameSync(path(`${name}~`), path(name));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

type Running = Awaited<ReturnType<typeof start>>;

/** Starts the installed program as an operator does; resolves once it serves. */
async function start(folder: string, { options }: FreshDatabase, more: Record<string, string> = {}) {
  const settings = { PORT: "0", DATABASE_URL: options.databaseUrl ?? "", DATA_FOLDER: options.dataFolder || "./data" };
  const env = { PATH: process.env.PATH, ...settings, LOG_LEVEL: "info", FILE_CHANGES: "publish", ...more };
  const stdio: ["ignore", "pipe", "inherit"] = ["ignore", "pipe", "inherit"];
  const child = spawn(process.execPath, [join(folder, "dist/index.js")], { cwd: folder, env, stdio });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  /** The next line that was not asked for before and holds the words. */
  let read = 0;
  const says = async (words: string): Promise<string> => {
    for (;;) {
      const at = lines.findIndex((line, index) => index >= read && line.includes(words));
      const line = lines[at];
      if (line !== undefined) {
        read = at + 1;
        return line;
      }
      if (over) throw new Error(`the program ended and never said "${words}"`);
      await new Promise((later) => setTimeout(later, 20));
    }
  };
  const port = /:(\d+)\//.exec(await says("For residents"))?.[1];
  return {
    address: `http://127.0.0.1:${port}`,
    says,
    async stop(): Promise<number | null> {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
