import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { formatNumber } from "../../src/serviceRequests/number";
import type { Narrowed } from "../../src/staff/doors";
import { openSearchIndex } from "../../src/staff/searchIndex";
import { soughtIn } from "../../src/staff/stems";
import { openMemoryBus } from "../../src/storage/memoryBus";
import { openStorage, type Storage } from "../../src/storage/storage";
import { spreadOf } from "../spread";
import { fill, HOLDERS } from "./fill";

const TIMES = 60;
const PAGE = 50;
const quiet = { info() {}, warn: console.error, error: console.error };

/** Pages of every list over a year of conversations, after the index has read all of them. */
export async function measureSearch(database: string, databaseUrl: string | undefined, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "hejnal-bench-"));
  const storage = await openStorage({
    databaseUrl,
    dataFolder: folder,
    poolSize: 4,
    log: quiet,
    formatNumber,
    onNews() {},
    onAlert() {},
  });
  try {
    const filled = performance.now();
    await fill(storage, count);
    const begun = performance.now();
    console.log(`${database}: ${count} conversations filled in ${seconds(begun - filled)}`);
    await indexAll(storage);
    const took = performance.now() - begun;
    console.log(
      `  read into the index in ${seconds(took)}, ${Math.round((count * 1000) / took)} conversations a second`,
    );
    await sql`vacuum analyze conversation_search`.execute(storage.db);
    for (const [name, wanted] of kinds()) await measure(storage, name, wanted);
    await measureBehind(storage);
  } finally {
    await storage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

async function indexAll(storage: Storage): Promise<void> {
  const index = openSearchIndex({ store: storage.staff, bus: openMemoryBus(), log: quiet });
  while ((await storage.staff.search.behind(1)).length > 0) await new Promise((later) => setTimeout(later, 1000));
  await index.close();
}

type Kind = Omit<Narrowed, "accountId"> & { pages?: number };
const finds = (q: string) => {
  const words = soughtIn(q);
  return words ? { words } : {};
};

/** What consultants ask for, the worst of each kind among them. */
function kinds(): [string, Kind][] {
  const searches = [
    "proszę",
    "wodomierz",
    "dziura droga",
    "zgłoszenia o dziurach na Długiej",
    "pr",
    "za",
    "xyzzy",
    "proszę na",
    "śmieci odpady gabaryty",
    "KR-2026-000123-7",
    "jak",
  ];
  return [
    ...(["waiting", "mine", "others", "snoozed", "closed", "all"] as const).map((view): [string, Kind] => [
      view,
      { view },
    ]),
    ["all, 40th page", { view: "all", pages: 40 }],
    ["closed, 40th page", { view: "closed", pages: 40 }],
    ["all, channel telegram (rare)", { view: "all", channel: "telegram" }],
    ["all, channel web (common)", { view: "all", channel: "web" }],
    ["all, language uk", { view: "all", language: "uk" }],
    ["all, area drogi (common)", { view: "all", area: "drogi" }],
    ["closed, area cudzoziemcy (rare)", { view: "closed", area: "cudzoziemcy" }],
    ["closed, tag zabytki (rare)", { view: "closed", tag: "zabytki" }],
    ["all, team, uk, telegram (none)", { view: "all", team: "bench-team", language: "uk", channel: "telegram" }],
    ...searches.map((q): [string, Kind] => [`all, “${q}”`, { view: "all", ...finds(q) }]),
    ["all, “proszę”, 40th page", { view: "all", ...finds("proszę"), pages: 40 }],
    ["closed, “proszę”, telegram", { view: "closed", channel: "telegram", ...finds("proszę") }],
    [
      "closed, “dziura”, area cudzoziemcy, uk",
      { view: "closed", area: "cudzoziemcy", language: "uk", ...finds("dziura") },
    ],
    ["closed, “proszę”, tag zabytki", { view: "closed", tag: "zabytki", ...finds("proszę") }],
    [
      "closed, “proszę”, team, uk (none)",
      { view: "closed", team: "bench-team", language: "uk", tag: "media", ...finds("proszę") },
    ],
    ["closed, “pr”, area cudzoziemcy, en", { view: "closed", area: "cudzoziemcy", language: "en", ...finds("pr") }],
    ["closed, language en, area cudzoziemcy", { view: "closed", language: "en", area: "cudzoziemcy" }],
    ["mine, “proszę”", { view: "mine", ...finds("proszę") }],
  ];
}

async function measure({ staff }: Storage, name: string, { pages = 1, ...kind }: Kind): Promise<void> {
  const wanted = { ...kind, accountId: HOLDERS[1] ?? "", most: PAGE };
  let before: { at: Date; id: string } | undefined;
  for (let page = 1; page < pages; page++) {
    const { next } = await staff.desk.page(new Date(), { ...wanted, ...(before && { before }) });
    if (!next) break;
    before = next;
  }
  const times: number[] = [];
  let found = 0;
  for (let n = 0; n < TIMES; n++) {
    const begun = performance.now();
    found = (await staff.desk.page(new Date(), { ...wanted, ...(before && { before }) })).items.length;
    times.push(performance.now() - begun);
  }
  const { p50, p99 } = spreadOf(times);
  console.log(
    `  ${name.padEnd(46)} ${String(found).padStart(2)} found  p50 ${p50.toFixed(1)}  p99 ${p99.toFixed(1)} ms`,
  );
}

async function measureBehind({ staff }: Storage): Promise<void> {
  const begun = performance.now();
  await staff.search.behind(50);
  const behind = performance.now();
  await staff.desk.filters();
  console.log(`  sweep ${(behind - begun).toFixed(0)} ms, filters ${(performance.now() - behind).toFixed(0)} ms\n`);
}
