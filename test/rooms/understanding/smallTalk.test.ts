import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSmallTalk, smallTalkExamples } from "../../../src/understanding/smallTalk";

const file = join(__dirname, "../../../dialogs/_smallTalk.yaml");

test("everything the bot acts on beside the matter is there, in three languages", () => {
  const talks = loadSmallTalk(file);
  const ids = talks.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining(["greeting", "thanks", "goodbye", "help", "human", "bot_challenge", "danger", "insult"]),
  );
  expect(smallTalkExamples(talks).every(({ text, intent }) => text !== "" && intent.kind === "talk")).toBe(true);
});

test("a call for a person is acted on, not answered; danger sends to 112 in every language", () => {
  const talks = new Map(loadSmallTalk(file).map((talk) => [talk.id, talk]));
  expect(talks.get("human")?.reply).toBeUndefined();
  expect(talks.get("human")?.examples.pl.length).toBeGreaterThanOrEqual(30);
  expect(Object.values(talks.get("danger")?.reply ?? {}).map((text) => text.includes("112"))).toEqual([
    true,
    true,
    true,
  ]);
});

test("an id used twice is a mistake with its line", () => {
  const folder = mkdtempSync(join(tmpdir(), "talk-"));
  const said = (count: number) => `[${Array.from({ length: count }, (_, n) => `x${n}`).join(", ")}]`;
  const entry = `- id: thanks\n  title: podziękowanie\n  examples: { pl: ${said(10)}, en: ${said(4)}, uk: ${said(4)} }\n`;
  writeFileSync(join(folder, "t.yaml"), entry + entry);
  expect(() => loadSmallTalk(join(folder, "t.yaml"))).toThrow(/t\.yaml:4 \[1\]\.id: to id jest już wyżej/);
  rmSync(folder, { recursive: true });
});
