import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import { fieldName } from "../../../src/content/checkYaml";
import { editYaml } from "../../../src/content/editYaml";
import { shapeOf } from "../../../src/content/shape";
import { type YamlTree, yamlTree } from "../../../src/content/yamlTree";
import { schemaOf } from "../../../src/documentSchemas";

const yamlIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `${folder}/${name}`);
const real = [...yamlIn("dialogs"), ...yamlIn("dialogs/services"), ...yamlIn("knowledge")];

function treeOf(text: string, schema?: z.ZodType): YamlTree {
  const tree = yamlTree(text, schema && shapeOf(schema));
  if (!tree) throw new Error("this is no YAML");
  return tree;
}

/** The part that stands at a field. */
function partAt(tree: YamlTree, field: string): YamlTree {
  const found = all(tree).find((part) => part.field === field);
  if (!found) throw new Error(`nothing stands at ${field}`);
  return found;
}

function all(tree: YamlTree): YamlTree[] {
  if (tree.kind === "map") return [tree, ...tree.fields.flatMap(({ value }) => all(value))];
  return tree.kind === "list" ? [tree, ...tree.items.flatMap(all)] : [tree];
}

/** What the tree stands for, as a reader of YAML would give it. */
function valueOfTree(tree: YamlTree): unknown {
  if (tree.kind === "map") return Object.fromEntries(tree.fields.map(({ name, value }) => [name, valueOfTree(value)]));
  if (tree.kind === "list") return tree.items.map(valueOfTree);
  return tree.kind === "null" ? null : tree.value;
}

test.each(real)("%s is drawn with every value in it, in order, and its kind is known", (path) => {
  const text = readFileSync(path, "utf8");
  const schema = schemaOf(path);
  expect(schema).toBeDefined();
  const tree = treeOf(text, schema);
  expect(JSON.stringify(valueOfTree(tree))).toBe(JSON.stringify(load(text)));
});

/** Additions of different kinds, a few of each document. */
function additionsIn(tree: YamlTree): { at: (string | number)[]; value: unknown }[] {
  const offered = all(tree).flatMap((part) => {
    if (part.kind === "map") return part.more.map(({ name, value }) => ({ at: [...part.at, name], value }));
    return part.kind === "list" ? part.more.map(({ value }) => ({ at: [...part.at, part.items.length], value })) : [];
  });
  const kinds = new Map(offered.map((one) => [JSON.stringify([one.at.at(-1), one.value]), one]));
  return [...kinds.values()].slice(0, 5);
}

test.each(real)("what the form of %s offers to add can be added, and is drawn with the fields it needs", (path) => {
  const text = readFileSync(path, "utf8");
  const schema = schemaOf(path);
  for (const { at, value } of additionsIn(treeOf(text, schema))) {
    const next = editYaml(text, [{ edit: "add", at, value }]);
    if (typeof next !== "string") throw new Error(`${path} ${at}: ${next.mistake.message}`);
    expect(valueOfTree(partAt(treeOf(next, schema), fieldName(at)))).toEqual(value);
  }
});

test("comments come with what they are about, those of the whole document with its beginning", () => {
  const tree = treeOf(
    [
      "# About all of it",
      "",
      "# About the first",
      "first: a # beside it",
      "# About the second",
      "second:",
      "  # Inside",
      "  - x",
      "third: 1",
    ].join("\n"),
  );
  expect(tree.comment).toBe("About all of it");
  expect(partAt(tree, "first").comment).toBe("About the first\nbeside it");
  expect(partAt(tree, "second").comment).toContain("About the second");
  expect(partAt(tree, "third").comment).toBeUndefined();
  expect(treeOf("# Only one\na: 1").comment).toBe("Only one");
});

test("fields are named as mistakes name them", () => {
  const tree = treeOf("steps:\n  - ask: {pl: a}\n  - ask: {pl: b}\n");
  expect(partAt(tree, "steps[1].ask.pl")).toMatchObject({ kind: "text", value: "b", at: ["steps", 1, "ask", "pl"] });
});

test("what YAML takes for a number, a flag or nothing stays that", () => {
  const tree = treeOf('a: 5\nb: true\nc:\nd: "5"\ne: no\nf: 2026-12-31\n');
  expect(all(tree).map(({ kind }) => kind)).toEqual(["map", "number", "flag", "null", "text", "text", "text"]);
});

const schema = z.strictObject({
  kind: z.enum(["a", "b"]),
  note: z.string().optional(),
  steps: z.array(
    z.discriminatedUnion("step", [
      z.strictObject({ step: z.literal("ask"), text: z.string(), most: z.int().positive().optional() }),
      z.strictObject({ step: z.literal("wait") }),
    ]),
  ),
  days: z.record(z.string(), z.strictObject({ open: z.boolean() })).default({}),
});

test("the schema says what may be chosen, added and taken away", () => {
  const tree = treeOf(
    "kind: a\nsteps:\n  - {step: ask, text: hello}\n  - {step: wait}\ndays:\n  monday: {open: true}\n",
    schema,
  );
  expect(tree).toMatchObject({ more: [{ name: "note", value: "" }] });
  expect(partAt(tree, "kind")).toMatchObject({ choices: ["a", "b"], needed: true });
  expect(partAt(tree, "steps")).toMatchObject({
    more: [
      { name: "ask", value: { step: "ask", text: "" } },
      { name: "wait", value: { step: "wait" } },
    ],
  });
  expect(partAt(tree, "steps[0]")).toMatchObject({ more: [{ name: "most", value: 1 }] });
  expect(partAt(tree, "steps[1]")).toMatchObject({ more: [] });
  expect(partAt(tree, "days")).toMatchObject({ open: { open: false } });
  expect(partAt(tree, "days").needed).toBeUndefined();
});

test("what is not there yet, or is no map where one should be, is drawn all the same", () => {
  expect(treeOf("", schema)).toMatchObject({ kind: "null", field: "" });
  expect(treeOf("steps: 5\nunknown: [1]\n", schema)).toMatchObject({ kind: "map" });
});

test("what is no YAML has no tree", () => {
  expect(yamlTree("a: [1\nb: 2")).toBeUndefined();
});
