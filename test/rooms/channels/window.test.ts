import type { Window } from "../../../src/channels/capabilities";
import { standingOf } from "../../../src/channels/window";

const heard = new Date("2026-11-20T12:00:00Z");
const after = (hours: number) => new Date(heard.getTime() + hours * 3_600_000);
const standing = (window: Window | undefined, hours: number) =>
  standingOf(window ? { window } : {}, heard, after(hours)).state;

test.each<[string, Window | undefined, number, string]>([
  ["no window is always open", undefined, 10_000, "open"],
  ["within the hours anything may be said", { hours: 24, after: "nothing" }, 23.9, "open"],
  ["then it waits", { hours: 24, after: "nothing" }, 24, "closed"],
  ["a person may write longer", { hours: 24, after: "human_agent", personHours: 144 }, 24, "person"],
  ["but not for ever", { hours: 24, after: "human_agent", personHours: 144 }, 168, "closed"],
  ["a template may ask them to write", { hours: 24, after: "template" }, 24, "template"],
])("%s", (_, window, hours, expected) => {
  expect(standing(window, hours)).toBe(expected);
});

test("it tells until when, and is closed to whoever never wrote", () => {
  const window: Window = { hours: 24, after: "human_agent", personHours: 144 };
  expect(standingOf({ window }, heard, after(1)).until).toEqual(after(24));
  expect(standingOf({ window }, heard, after(30)).until).toEqual(after(168));
  expect(standingOf({ window }, undefined, heard)).toEqual({ state: "closed" });
});
