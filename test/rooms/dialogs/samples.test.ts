import type { Sample } from "../../../src/dialogs/dialog";
import { playSample } from "../../../src/playSamples";
import { parts } from "./chat";

const dialogs = [...parts.dialogs.values()];

describe.each(dialogs.map((dialog) => ({ id: dialog.id, dialog })))("$id", ({ dialog }) => {
  test.each(dialog.conversations.map((sample): [string, Sample] => [sample.about, sample]))("%s", (_, sample) => {
    expect(playSample(dialog, sample, parts)).toBeUndefined();
  });
});

test("a sample that does not hold is told with what was said instead", () => {
  const chat = [{ resident: "dziura na Długiej 12" }, { bot: "nobody says this" }];
  const wrong = playSample({ id: "report-problem" }, { about: "a pothole", language: "pl", chat }, parts);
  expect(wrong).toMatch(/not said: "nobody says this"[\s\S]*> dziura na Długiej 12/);
});

test("every dialog shows at least three sample conversations, the report of a problem at least eight", () => {
  const few = dialogs.filter(({ id, conversations }) => conversations.length < (id === "report-problem" ? 8 : 3));
  expect(few.map(({ id }) => id)).toEqual([]);
});
