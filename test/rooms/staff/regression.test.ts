import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Decision } from "../../../src/conversation/decision";
import type { Tried } from "../../../src/staff/parts";
import { readCsv } from "../../../src/staff/studio/readCsv";
import { verdictOf } from "../../../src/staff/studio/regressionRun";
import type { RegressionRun, RegressionSets, RegressionTexts } from "../../../src/staff/wire";
import { change, type Person } from "./person";
import { openStaffHouse, type StaffHouse } from "./staffHouse";

const card = "article:dowod-osobisty-wymiana";

let house: StaffHouse;
let ewa: Person;
let szef: Person;
beforeAll(async () => {
  house = await openStaffHouse();
  ewa = await house.hires("editor", "Ewa");
  szef = await house.hires("supervisor", "Szefowa");
});
afterAll(() => house.close());

const at = (set: string, rest = "") => `regression/${encodeURIComponent(set)}${rest}`;
const adds = (set: string, texts: object[]) => ewa.posts(at(set, "/texts"), { texts });
const textsOf = async (set: string): Promise<RegressionTexts["items"]> => (await ewa.gets(at(set))).body.items;
const exportOf = async (set: string, format: string) => {
  const address = `${house.url}/console/api/${at(set, `/export?format=${format}`)}`;
  const response = await fetch(address, { headers: { Cookie: szef.cookie } });
  return { text: await response.text(), headers: response.headers };
};

describe("a set", () => {
  test("begins with its first texts, keeps them masked and tells what they mean", async () => {
    const given = { text: "  mój PESEL 44051401359,\n gdzie dowód? ", right: [card], note: "z rozmowy" };
    expect((await adds("Dowody i paszporty", [given, { text: "???", right: [] }])).body).toEqual({
      added: 2,
      there: 0,
    });
    const [first, second] = await textsOf("Dowody i paszporty");
    expect(first).toMatchObject({
      text: "mój PESEL [PESEL], gdzie dowód?",
      right: [{ name: card, title: house.parts.content().articles.get("dowod-osobisty-wymiana")?.title }],
      note: "z rozmowy",
      by: "Ewa",
    });
    expect(second).toMatchObject({ text: "???", right: [] });
    const { sets, most }: RegressionSets = (await szef.gets("regression")).body;
    expect(sets.find(({ name }) => name === "Dowody i paszporty")).toMatchObject({ texts: 2 });
    expect(most).toBe(5000);
  });

  test("counts what it has already, and leaves it as it is", async () => {
    await adds("raz", [{ text: "a", right: [card] }]);
    const again = [
      { text: " a ", right: [] },
      { text: "b", right: [] },
      { text: "b", right: [card] },
    ];
    expect((await adds("raz", again)).body).toEqual({ added: 1, there: 2 });
    expect((await textsOf("raz")).map(({ text, right }) => [text, right.length])).toEqual([
      ["a", 1],
      ["b", 0],
    ]);
  });

  test("takes nothing when a line is wrong, and every wrong line is named", async () => {
    const lines = [
      { text: "dobry", right: [card] },
      { text: "zły", right: ["article:nie-ma", card, "dowód"] },
      { text: " ", right: [] },
      { text: "x".repeat(501), right: [] },
    ];
    const came = await adds("z błędami", lines);
    expect(came).toMatchObject({ status: 400, error: "wrong_lines" });
    expect(came.body.error.lines).toEqual([
      { line: 2, because: "unknown_meaning", what: "article:nie-ma" },
      { line: 2, because: "unknown_meaning", what: "dowód" },
      { line: 3, because: "no_text", what: "" },
      { line: 4, because: "too_long", what: "" },
    ]);
    expect((await ewa.gets(at("z błędami"))).status).toBe(404);
  });

  test("holds five thousand texts and says how many there would be", async () => {
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => JSON.stringify({ text: `pytanie numer ${from + i}`, right: [] }));
    const imports = (lines: string[]) =>
      ewa.posts("regression/import", { set: "duży", format: "jsonl", text: lines.join("\n") });
    expect((await imports(many(0, 5000))).body).toEqual({ added: 5000, there: 0 });
    const full = { status: 409, body: { error: { code: "set_full", texts: 5001, most: 5000 } } };
    expect(await imports(many(0, 5001))).toMatchObject(full);
    expect(await imports(many(5000, 5001))).toMatchObject(full);
    expect(await ewa.gets(`${at("duży")}?from=4900`)).toMatchObject({ body: { items: { length: 100 } } });
    expect((await ewa.gets(`${at("duży")}?from=4900`)).body.next).toBeUndefined();
    expect((await ewa.gets(at("duży"))).body.next).toBe(100);
    expect((await ewa.posts(at("duży", "/remove"), {})).body).toEqual({ removed: 5000 });
    expect((await ewa.gets(at("duży"))).status).toBe(404);
  });

  test("loses what is taken out, and this is noted with nobody's words", async () => {
    await adds("na próbę", [
      { text: "tajne", right: [] },
      { text: "jawne", right: [] },
    ]);
    const [first] = await textsOf("na próbę");
    expect((await ewa.posts(at("na próbę", "/remove"), { ids: [first?.id] })).body).toEqual({ removed: 1 });
    expect((await textsOf("na próbę")).map(({ text }) => text)).toEqual(["jawne"]);
    expect((await ewa.posts(at("na próbę", "/remove"), { ids: [first?.id] })).status).toBe(404);
    const boss = await house.hires("administrator");
    const { items } = (await boss.gets(`audit?subject=${encodeURIComponent("na próbę")}`)).body;
    expect(items.map(({ act }: { act: string }) => act)).toEqual(["regression_removed", "regression_added"]);
    expect(JSON.stringify(items)).not.toContain("tajne");
  });

  test.each(["", " ", "../x", "a/b", "x".repeat(61), "zły\u0000"])("is not called %j", async (set) => {
    const came = await ewa.posts("regression/import", { set, format: "csv", text: "a;;" });
    expect(came).toMatchObject({ status: 400, body: { error: { code: "wrong_body", fields: ["set"] } } });
  });

  test("is changed by editors, read and run by supervisors too, and by nobody else", async () => {
    await adds("prawa", [{ text: "gdzie dowód", right: [card] }]);
    const anna = await house.hires("consultant");
    expect((await szef.gets(at("prawa"))).status).toBe(200);
    expect((await szef.posts(at("prawa", "/run"))).status).toBe(200);
    expect((await szef.posts(at("prawa", "/remove"), {})).status).toBe(403);
    expect((await szef.posts(at("prawa", "/texts"), { texts: [{ text: "a", right: [] }] })).status).toBe(403);
    expect((await anna.gets("regression")).status).toBe(403);
    expect((await anna.posts(at("prawa", "/run"))).status).toBe(403);
  });
});

describe("a file", () => {
  test("of our own labelled texts comes in, and goes out as the same lines", async () => {
    const own = readFileSync(resolve(__dirname, "../../../knowledge/_labelled.jsonl"), "utf8");
    const lines = own.split("\n").slice(0, 200).join("\n");
    const came = await ewa.posts("regression/import", { set: "wzorzec", format: "jsonl", text: lines });
    expect(came.body).toEqual({ added: 200, there: 0 });
    const { text, headers } = await exportOf("wzorzec", "jsonl");
    const kept = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const given = lines.split("\n").map((line) => JSON.parse(line));
    expect(kept.map(({ right }) => right)).toEqual(given.map(({ right }) => right));
    expect(headers.get("content-disposition")).toContain("wzorzec.jsonl");
    const again = await ewa.posts("regression/import", { set: "wzorzec", format: "jsonl", text });
    expect(again.body).toEqual({ added: 0, there: 200 });
  });

  test("as a table goes out and comes in again, whatever stands in its cells", async () => {
    const texts = ['ile "kosztuje"; dowód', "=1+1", "-5 zł, czemu?", "a\tb"].map((text) => ({ text, right: [card] }));
    await adds("tabela", [...texts, { text: "bez znaczenia", right: [], note: "uwaga; druga" }]);
    const { text } = await exportOf("tabela", "csv");
    expect((await ewa.posts("regression/import", { set: "kopia", format: "csv", text })).body.added).toBe(5);
    const bare = async (set: string) => (await textsOf(set)).map(({ text, right, note }) => ({ text, right, note }));
    expect(await bare("kopia")).toEqual(await bare("tabela"));
  });

  test("with Polish headings in another order, divided by commas, is understood; so is one without headings", async () => {
    const text = `uwaga,znaczenia,tekst\r\nz infolinii,"${card}, talk:human","dowód, gdzie?"\r\n`;
    await ewa.posts("regression/import", { set: "polski", format: "csv", text });
    expect(await textsOf("polski")).toMatchObject([
      { text: "dowód, gdzie?", right: [{ name: card }, { name: "talk:human" }], note: "z infolinii" },
    ]);
    await ewa.posts("regression/import", { set: "goły", format: "csv", text: `gdzie dowód;${card}\nnic` });
    expect((await textsOf("goły")).map(({ right }) => right.length)).toEqual([1, 0]);
  });

  test("with mistakes is refused as a whole, each with its line", async () => {
    const text = `{"text": "a", "right": []}\n\nnie json\n{"text": "b"}\n{"text": "c", "right": ["article:x"]}`;
    const came = await ewa.posts("regression/import", { set: "zły plik", format: "jsonl", text });
    expect(came.body.error.lines).toEqual([
      { line: 3, because: "unreadable", what: "" },
      { line: 4, because: "unreadable", what: "" },
      { line: 5, because: "unknown_meaning", what: "article:x" },
    ]);
    const csv = 'text;right\n"dwa\nwiersze";\nzły;article:x';
    const second = await ewa.posts("regression/import", { set: "zły plik", format: "csv", text: csv });
    expect(second.body.error.lines).toEqual([{ line: 4, because: "unknown_meaning", what: "article:x" }]);
    expect((await ewa.gets(at("zły plik"))).status).toBe(404);
  });

  test("larger than any call of the console comes in all the same", async () => {
    const text = Array.from({ length: 4000 }, (_, i) => JSON.stringify({ text: `${i} ${"ą".repeat(100)}`, right: [] }));
    const body = JSON.stringify({ set: "wielki", format: "jsonl", text: text.join("\n") });
    expect(Buffer.byteLength(body)).toBeGreaterThan(256 * 1024);
    expect((await ewa.sends("POST", "regression/import", body, change(ewa))).body).toEqual({ added: 4000, there: 0 });
  });
});

describe("running a set", () => {
  test("tells what was hit, offered and missed, and shows what was not hit, missed ones first", async () => {
    const { articles } = house.parts.content();
    const phrasing = articles.get("dowod-osobisty-wymiana")?.phrasings[0] ?? "";
    await adds("bieg", [
      { text: phrasing, right: [card] },
      { text: "qqq zzz", right: [card] },
      { text: "qqq zzz www", right: [] },
    ]);
    const run: RegressionRun = (await szef.posts(at("bieg", "/run"))).body;
    expect(run).toMatchObject({ texts: 3, hit: 2, offered: 0, missed: 1 });
    expect(run.rows).toMatchObject([
      { text: "qqq zzz", verdict: "missed", right: [articles.get("dowod-osobisty-wymiana")?.title], band: "none" },
    ]);
  });

  const tried = (decision: Decision, about: string[]): Tried => {
    const intents = about.map((id) => ({ kind: "article" as const, id }));
    return JSON.parse(JSON.stringify({ decided: { decision, because: "", rejected: [] }, about: intents }));
  };
  const offer: Decision = { kind: "offer", intents: [] };
  const answer: Decision = { kind: "answer", article: "a" };

  test.each<[string, Tried, string[], string]>([
    ["an answer with a right one", tried(answer, ["a"]), ["article:b", "article:a"], "hit"],
    ["an answer with another one", tried(answer, ["a"]), ["article:b"], "missed"],
    ["an offer with a right one", tried(offer, ["x", "y", "a"]), ["article:a"], "offered"],
    ["an offer too long to be read", tried(offer, ["x", "y", "z", "a"]), ["article:a"], "missed"],
    ["an answer where nothing is right", tried(answer, ["a"]), [], "missed"],
    ["an offer where nothing is right", tried(offer, ["a"]), [], "hit"],
    ["asking back where nothing is right", tried({ kind: "ask_to_rephrase" }, []), [], "hit"],
    ["asking back where something is", tried({ kind: "ask_to_rephrase" }, []), ["article:a"], "missed"],
  ])("%s", (_, what, right, verdict) => {
    expect(verdictOf(what, right)).toBe(verdict);
  });

  test("where nothing is right a person may be brought", () => {
    const handed = tried({ kind: "hand_off", reason: "asked_for_human" }, []);
    expect(verdictOf({ ...handed, about: [{ kind: "talk", id: "human" }] }, [])).toBe("hit");
  });
});

test.each<[string, string, string[][]]>([
  ["semicolons", 'a;"b;c";d\n', [["a", "b;c", "d"]]],
  ["commas and quotes in quotes", 'a,"b ""c"", d"', [["a", 'b "c", d']]],
  ["tabs", "a\tb", [["a", "b"]]],
  [
    "an empty last cell",
    "a;b;\nc;;",
    [
      ["a", "b", ""],
      ["c", "", ""],
    ],
  ],
  ["a quote never closed", 'a;"b\nc', [["a", "b\nc"]]],
  [
    "a mark and other line ends",
    "\uFEFFa;b\r\n\r\nc;d\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
])("a table with %s is read", (_, text, cells) => {
  expect(readCsv(text).map((row) => row.cells)).toEqual(cells);
});
