import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { editYaml } from "../../../src/content/editYaml";
import type { YamlEdit } from "../../../src/content/yamlValue";

const project = resolve(__dirname, "../../..");

/** Every YAML file, and the front matter of every article. */
const documents = ["dialogs", "dialogs/services", "knowledge"].flatMap((folder) =>
  readdirSync(join(project, folder))
    .filter((name) => /\.(yaml|md)$/.test(name))
    .map((name) => `${folder}/${name}`),
);

function yamlOf(path: string): string {
  const text = readFileSync(join(project, path), "utf8");
  return path.endsWith(".md") ? (text.match(/^---\n([\s\S]*?\n)---\n/)?.[1] ?? "") : text;
}

const valueIn = (text: string): unknown => load(text, { schema: CORE_SCHEMA });

function done(text: string, ...edits: YamlEdit[]): string {
  const result = editYaml(text, edits);
  if (typeof result !== "string") throw new Error(JSON.stringify(result.mistake));
  return result;
}

type Place = (string | number)[];

function scalarsOf(value: unknown, at: Place = []): { at: Place; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((one, n) => scalarsOf(one, [...at, n]));
  if (typeof value !== "object" || value === null) return [{ at, value }];
  return Object.entries(value).flatMap(([key, one]) => scalarsOf(one, [...at, key]));
}

function listsOf(value: unknown, at: Place = []): { at: Place; length: number }[] {
  if (typeof value !== "object" || value === null) return [];
  const below = Object.entries(value).flatMap(([key, one]) =>
    listsOf(one, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) && value.length > 1 ? [{ at, length: value.length }, ...below] : below;
}

/** The same numbers each time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A few of many, others for each document. */
function some<T>(all: T[], most: number, path: string): T[] {
  const roll = dice([...path].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0);
  return all.length <= most
    ? all
    : Array.from({ length: most }, () => all[roll(all.length)]).flatMap((one) => one ?? []);
}

/** How many lines stand between what both texts begin with and what both end with, in each. */
function touched(before: string, after: string): [number, number] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.length - start - end, b.length - start - end];
}

describe.each(documents)("%s", (path) => {
  const text = yamlOf(path);
  const few = text.length > 30_000 ? 3 : 9;

  test("stays byte for byte when what there is is set again", () => {
    const again = scalarsOf(valueIn(text)).map(({ at, value }): YamlEdit => ({ edit: "set", at, value }));
    expect(done(text, ...some(again, few * 2, path))).toBe(text);
    for (const { at } of some(listsOf(valueIn(text)), 3, path))
      expect(done(text, { edit: "set", at, value: at.reduce(child, valueIn(text)) })).toBe(text);
  });

  test("changes in one line when a text of one line becomes another", () => {
    const oneLine = scalarsOf(valueIn(text)).filter(({ value }) => typeof value === "string" && !value.includes("\n"));
    for (const { at } of some(oneLine, few, path)) {
      const after = done(text, { edit: "set", at, value: "Inne: słowa #2, „tu”" });
      expect(at.reduce(child, valueIn(after))).toBe("Inne: słowa #2, „tu”");
      const [gone, come] = touched(text, after);
      expect({ at, come, fewGone: gone <= 4 }).toEqual({ at, come: 1, fewGone: true });
    }
  });

  test("is the same in value when an item is moved there and back, and when one is added and removed", () => {
    for (const { at, length } of some(listsOf(valueIn(text)), few / 3, path)) {
      const there = done(text, { edit: "move", at: [...at, 0], to: length - 1 });
      expect(valueIn(there)).not.toBe(text);
      expect(valueIn(done(there, { edit: "move", at: [...at, length - 1], to: 0 }))).toEqual(valueIn(text));
      for (const place of [0, 1, length]) {
        const more = done(text, { edit: "add", at: [...at, place], value: "dodane: to" });
        expect(touched(text, more)[0]).toBeLessThanOrEqual(1);
        expect(done(more, { edit: "remove", at: [...at, place] })).toBe(text);
      }
    }
  });
});

function child(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

describe("an edit of a list", () => {
  const list =
    "# góra\nitems:\n  # pierwszy\n  - {id: a} # koniec a\n\n  # drugi\n  - id: b\n    say: |\n      raz\n      dwa\n\n  - c\nafter: tak\n";

  test.each<[string, YamlEdit, string]>([
    [
      "moved takes its comments along, and empty lines stay between items",
      { edit: "move", at: ["items", 1], to: 2 },
      "# góra\nitems:\n  # pierwszy\n  - {id: a} # koniec a\n\n  - c\n\n  # drugi\n  - id: b\n    say: |\n      raz\n      dwa\nafter: tak\n",
    ],
    [
      "removed takes only its own comments",
      { edit: "remove", at: ["items", 1] },
      "# góra\nitems:\n  # pierwszy\n  - {id: a} # koniec a\n\n  - c\nafter: tak\n",
    ],
    [
      "added in front stands below the list's first comment",
      { edit: "add", at: ["items", 0], value: { id: "nowy", words: ["x: y", "#z"] } },
      list.replace("  - {id: a}", '  - id: nowy\n    words:\n      - "x: y"\n      - "#z"\n\n  - {id: a}'),
    ],
    [
      "set in a flow map changes nothing beside it",
      { edit: "set", at: ["items", 0, "id"], value: "a, b" },
      list.replace("{id: a}", '{id: "a, b"}'),
    ],
    [
      "of several lines stays one",
      { edit: "set", at: ["items", 1, "say"], value: "raz\ntrzy\n" },
      list.replace("dwa", "trzy"),
    ],
    [
      "of several lines may become one line",
      { edit: "set", at: ["items", 1, "say"], value: "raz" },
      list.replace("|\n      raz\n      dwa", "raz"),
    ],
    [
      "with a new field has it last",
      { edit: "add", at: ["items", 1, "more"], value: true },
      list.replace("      dwa\n", "      dwa\n    more: true\n"),
    ],
  ])("%s", (_, edit, after) => {
    expect(done(list, edit)).toBe(after);
  });

  test("keeps what is the same when it is set as a whole", () => {
    const items = ["nowe", "c", "ostatnie"];
    expect(done("items: # spis\n  - 'a' # a\n  - \"c\" # c\n", { edit: "set", at: ["items"], value: items })).toBe(
      'items: # spis\n  - nowe\n  - "c" # c\n  - ostatnie\n',
    );
    expect(done("items: ['a', \"c\"] # spis\n", { edit: "set", at: ["items"], value: items })).toBe(
      'items: [nowe, "c", ostatnie] # spis\n',
    );
  });

  test("that empties or fills it keeps the rest", () => {
    expect(done("a:\n  - x\nb: 1\n", { edit: "remove", at: ["a", 0] })).toBe("a: []\nb: 1\n");
    expect(done("a: []\nb: 1\n", { edit: "add", at: ["a", 0], value: "x" })).toBe("a: [x]\nb: 1\n");
    expect(done("a: []\nb: 1\n", { edit: "add", at: ["a", 0], value: { x: 1 } })).toBe("a:\n  - x: 1\nb: 1\n");
    expect(done("a:\nb: 1\n", { edit: "set", at: ["a", "x"], value: 1 })).toBe("a:\n  x: 1\nb: 1\n");
    expect(done("- x\n", { edit: "remove", at: [0] })).toBe("[]\n");
  });
});

describe("a text", () => {
  test("keeps the mark of its encoding, the way its lines end, and a last line without an end", () => {
    const text = "\uFEFFa: 1\r\nb:\r\n  - x\r\n  - y";
    expect(done(text, { edit: "set", at: ["b", 1], value: "z" })).toBe("\uFEFFa: 1\r\nb:\r\n  - x\r\n  - z");
    expect(done(text, { edit: "add", at: ["b", 2], value: "z" })).toBe("\uFEFFa: 1\r\nb:\r\n  - x\r\n  - y\r\n  - z");
    expect(done(text, { edit: "set", at: ["a"], value: 1 })).toBe(text);
  });

  test("reads any words as they were set, and only as those", () => {
    const words = [
      "tak",
      "true",
      "null",
      "~",
      "1",
      "0x1F",
      "- a",
      "a: b",
      "# c",
      "'",
      '"',
      "{x}",
      "[",
      "",
      " ",
      "a\nb",
      "\ta",
      "2026-11-21",
      "&a",
      "*b",
      "!c",
      "%d",
      "@e",
      "a #b",
      "…\u2028",
      "\u0007",
    ];
    for (const value of words)
      for (const [text, at] of [
        ["k: v # c\nl: 1\n", ["k"]],
        ["k: 'v'\n", ["k"]],
        ["k: [v, w]\n", ["k", 0]],
        ["- k: |\n    v\n- 1\n", [0, "k"]],
      ] as [string, Place][]) {
        expect(at.reduce(child, valueIn(done(text, { edit: "set", at, value })))).toBe(value);
      }
  });

  test.each<[string, string, YamlEdit]>([
    ["a field that is not there", "a: 1\n", { edit: "remove", at: ["b"] }],
    ["a place beyond the list", "- 1\n", { edit: "set", at: [1], value: 2 }],
    ["a place before the list", "- 1\n", { edit: "add", at: [-1], value: 2 }],
    ["a field that is there already", "a: 1\n", { edit: "add", at: ["a"], value: 2 }],
    ["a way through a word", "a: b\n", { edit: "set", at: ["a", "b", "c"], value: 2 }],
    ["a move within a map", "a: 1\nb: 2\n", { edit: "move", at: ["a"], to: 1 }],
    ["the text itself removed", "a: 1\n", { edit: "remove", at: [] }],
    ["a name of every object", "a: 1\n", { edit: "remove", at: ["constructor"] }],
  ])("refuses %s, and says where", (_, text, edit) => {
    expect(editYaml(text, [edit])).toMatchObject({
      mistake: { line: 1, field: edit.at.join("."), message: expect.any(String) },
    });
  });

  test("that cannot be read is told by its line", () => {
    expect(editYaml("a: 1\nb: [\nc: 2\n", [{ edit: "set", at: ["a"], value: 2 }])).toMatchObject({
      mistake: { line: expect.any(Number), message: expect.any(String) },
    });
  });

  test("with anchors is still right, however it is laid out afterwards", () => {
    const text = "a: &x {p: 1}\nb: *x\nc: 1\n";
    expect(valueIn(done(text, { edit: "set", at: ["c"], value: 2 }))).toEqual({ a: { p: 1 }, b: { p: 1 }, c: 2 });
    expect(valueIn(done(text, { edit: "set", at: ["b", "p"], value: 2 }))).toEqual({ a: { p: 1 }, b: { p: 2 }, c: 1 });
  });
});
