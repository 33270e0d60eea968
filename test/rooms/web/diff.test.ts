import { countsOf, folded, type Row, rowsBetween } from "../../../src/web/console/knowledge/diff/diff";
import { stepsBetween } from "../../../src/web/console/knowledge/diff/sequence";

/** The text of one side, put together again. */
function side(rows: Row[], which: "before" | "after"): string[] {
  return rows.flatMap((row) => {
    if (row.kind === "same") return [row.text];
    const line = row[which];
    return line ? [line.pieces.map(({ text }) => text).join("")] : [];
  });
}

const said = (rows: Row[], which: "before" | "after") =>
  rows.flatMap((row) =>
    row.kind === "same" ? [] : [row[which]?.pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("")],
  );

test("a changed word is marked, its line stands beside the old one", () => {
  const rows = rowsBetween("Opłata\nKosztuje 30 zł.\nKoniec\n", "Opłata\nKosztuje 45 zł.\nKoniec\n");
  expect(rows.map(({ kind }) => kind)).toEqual(["same", "changed", "same"]);
  expect(said(rows, "before")).toEqual(["Kosztuje [30] zł."]);
  expect(said(rows, "after")).toEqual(["Kosztuje [45] zł."]);
});

test("lines with nothing in common are changed as a whole", () => {
  const rows = rowsBetween("Zadzwoń do nas", "Przyjdź jutro rano");
  expect(said(rows, "before")).toEqual(["[Zadzwoń do nas]"]);
  expect(said(rows, "after")).toEqual(["[Przyjdź jutro rano]"]);
});

test("a line put in between moves nothing else", () => {
  const rows = rowsBetween("a\nb\nc", "a\nx\nb\nc");
  expect(countsOf(rows)).toEqual({ added: 1, removed: 0 });
  expect(rows.at(-1)).toEqual({ kind: "same", before: 3, after: 4, text: "c" });
});

test("a document that is new has only new lines, one that goes only old ones", () => {
  expect(countsOf(rowsBetween(null, "a\nb\n"))).toEqual({ added: 2, removed: 0 });
  expect(countsOf(rowsBetween("a\nb\n", null))).toEqual({ added: 0, removed: 2 });
  expect(rowsBetween(null, null)).toEqual([]);
});

test("only what is far from every change is folded", () => {
  const lines = Array.from({ length: 40 }, (_, n) => `wiersz ${n}`);
  const blocks = folded(rowsBetween(lines.join("\n"), lines.with(20, "coś innego").join("\n")));
  expect(blocks.map(({ kind, rows }) => [kind, rows.length])).toEqual([
    ["folded", 17],
    ["shown", 7],
    ["folded", 16],
  ]);
  expect(folded(rowsBetween("a\nb\nc\nd\ne", "a\nb\nc\nd\nx")).every(({ kind }) => kind === "shown")).toBe(true);
});

/** Many small texts, the same ones in every run. */
function* smallTexts(): Generator<string[]> {
  const lines = ["", "a", "b", "Ala ma kota", "Ala ma psa", "ą ć"];
  let seed = 1;
  const upTo = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (;;) yield Array.from({ length: upTo(30) }, () => lines[upTo(lines.length)] ?? "");
}

test("whatever changes, both texts are told wholly and in their order", () => {
  const texts = smallTexts();
  for (let n = 0; n < 500; n += 1) {
    const [before = [], after = []] = [texts.next().value, texts.next().value];
    const rows = rowsBetween(`${before.join("\n")}\n`, `${after.join("\n")}\n`);
    const told = (lines: string[]) => (lines.length === 0 ? [""] : lines);
    expect(side(rows, "before")).toEqual(told(before));
    expect(side(rows, "after")).toEqual(told(after));
    expect(folded(rows).flatMap((block) => block.rows)).toEqual(rows);
    expect(countsOf(rowsBetween(before.join("\n"), before.join("\n")))).toEqual({ added: 0, removed: 0 });
  }
});

test("long texts are told by what both have once: a few changes in 3,000 lines are a few rows", () => {
  const before = Array.from({ length: 3000 }, (_, n) => `wiersz ${n}`);
  const after = before.flatMap((line, n) => (n % 500 === 7 ? [line, `nowy po ${n}`] : n % 900 === 3 ? [] : [line]));
  expect(countsOf(rowsBetween(before.join("\n"), after.join("\n")))).toEqual({ added: 6, removed: 4 });
});

test("two long texts without a common line end, too", () => {
  const many = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word} ${n}`);
  const steps = stepsBetween(many("stare"), many("nowe"));
  expect(steps.filter(({ kind }) => kind === "gone")).toHaveLength(3000);
  expect(steps.filter(({ kind }) => kind === "new")).toHaveLength(3000);
});
