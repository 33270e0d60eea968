import { unifiedDiff } from "../../../src/content/unifiedDiff";
import { randomBelow } from "../../random";

describe("a document's difference", () => {
  test("is written as git does", () => {
    const before = ["---", "title: Dowód", "---", "Opłata wynosi 30 zł.", "", "a", "b", "c", ""].join("\n");
    const after = before.replace("30", "40").replace("\nc\n", "\nc");
    expect(unifiedDiff("knowledge/dowod.md", before, after)).toBe(
      [
        "diff --git a/knowledge/dowod.md b/knowledge/dowod.md",
        "--- a/knowledge/dowod.md",
        "+++ b/knowledge/dowod.md",
        "@@ -1,8 +1,8 @@",
        " ---",
        " title: Dowód",
        " ---",
        "-Opłata wynosi 30 zł.",
        "+Opłata wynosi 40 zł.",
        " ",
        " a",
        " b",
        "-c",
        "+c",
        "\\ No newline at end of file",
        "",
      ].join("\n"),
    );
  });

  test("tells documents that come and go, also empty ones", () => {
    const head = "diff --git a/dialogs/a.yaml b/dialogs/a.yaml";
    expect(unifiedDiff("dialogs/a.yaml", null, "id: a\n")).toBe(
      `${head}\nnew file mode 100644\n--- /dev/null\n+++ b/dialogs/a.yaml\n@@ -0,0 +1,1 @@\n+id: a\n`,
    );
    expect(unifiedDiff("dialogs/a.yaml", "id: a\n", null)).toBe(
      `${head}\ndeleted file mode 100644\n--- a/dialogs/a.yaml\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-id: a\n`,
    );
    expect(unifiedDiff("dialogs/a.yaml", null, "")).toBe(`${head}\nnew file mode 100644\n`);
  });

  test("leads from the one text to the other, whatever they are, and shows what stays only near a change", () => {
    const below = randomBelow(7);
    for (let round = 0; round < 400; round++) {
      const kinds = 1 + below(40);
      const text = () => Array.from({ length: below(60) }, () => `${below(kinds)}${below(9) ? "" : "\r"}`).join("\n");
      const [before, after] = [text(), below(3) ? text() : ""];
      expect(applied(before, unifiedDiff("knowledge/a.md", before, after))).toBe(after);
      expect(applied(after, unifiedDiff("knowledge/a.md", after, before))).toBe(before);
    }
  });

  test("is the shortest one", () => {
    const before = Array.from({ length: 2_000 }, (_, n) => `line ${n}`);
    const after = before.flatMap((line, n) => (n % 400 === 7 ? [] : n % 400 === 11 ? [line, "new"] : [line]));
    const diff = unifiedDiff("knowledge/a.md", before.join("\n"), after.join("\n"));
    const changes = diff.split("\n").filter((line) => /^[-+](?![-+])/.test(line));
    expect(changes).toHaveLength(10);
    expect(diff.split("\n").filter((line) => line.startsWith(" "))).toHaveLength(5 * 10);
  });

  test("of long texts without a line in common is all of both", () => {
    const lines = (word: string) => Array.from({ length: 5_000 }, (_, n) => `${word} ${n}\n`).join("");
    expect(applied(lines("a"), unifiedDiff("knowledge/a.md", lines("a"), lines("b")))).toBe(lines("b"));
  });
});

/** What a reader of such differences makes of the text: every line that stays or goes must be there. */
function applied(text: string, diff: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const made: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@)/m).slice(1)) {
    const [, from = "", count = ""] = hunk.match(/^@@ -(\d+),(\d+) /) ?? [];
    const start = Number(from) - (Number(count) ? 1 : 0);
    made.push(...lines.slice(at, start));
    at = start;
    for (const [, kind, line = "", , unfinished] of hunk.matchAll(/^([-+ ])([^\n]*\n)((\\)[^\n]*\n)?/gm)) {
      const whole = unfinished ? line.slice(0, -1) : line;
      if (kind !== "+") expect(lines[at++]).toBe(whole);
      if (kind !== "-") made.push(whole);
    }
  }
  return [...made, ...lines.slice(at)].join("");
}
