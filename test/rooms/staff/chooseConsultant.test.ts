import type { AtDesk, Unoffered } from "../../../src/staff/doors";
import { chooseConsultant } from "../../../src/staff/queue/chooseConsultant";
import { waitRange } from "../../../src/staff/queue/waitRange";

const person = (accountId: string, more: Partial<AtDesk> = {}): AtDesk => {
  return { accountId, languages: ["pl"], areas: [], teams: [], load: 0, capacity: 4, ...more };
};
const who = (waiting: Partial<Unoffered>, atDesk: AtDesk[], widened = false) => {
  const usual = { conversationId: "c", waitingSince: new Date(), language: "pl" as const, declined: [] };
  const choice = chooseConsultant({ ...usual, ...waiting }, atDesk, widened);
  return choice.kind === "offer" ? choice.to.accountId : choice.kind;
};
const early = new Date("2026-11-20T08:00:00Z");
const late = new Date("2026-11-20T09:00:00Z");

test.each<[string, Partial<Unoffered>, AtDesk[], string]>([
  ["nobody is there", {}, [], "nobody"],
  ["one is there", {}, [person("anna")], "anna"],
  ["whoever is full is passed over", {}, [person("anna", { load: 4 }), person("piotr", { load: 3 })], "piotr"],
  ["all are full", {}, [person("anna", { load: 4 }), person("piotr", { load: 9 })], "nobody"],
  ["a capacity of none takes no offers", {}, [person("anna", { capacity: 0 })], "nobody"],
  ["the least busy, by share", {}, [person("a", { load: 1, capacity: 2 }), person("b", { load: 2, capacity: 5 })], "b"],
  [
    "of equals the one whose last was longest ago",
    {},
    [person("a", { lastTakenAt: late }), person("b", { lastTakenAt: early })],
    "b",
  ],
  ["who had none today comes first", {}, [person("a", { lastTakenAt: early }), person("b")], "b"],
  ["always the same of those who are equal in all", {}, [person("b"), person("a")], "a"],
  [
    "who speaks the language",
    { language: "uk" },
    [person("a"), person("b", { languages: ["pl", "uk"], load: 3 })],
    "b",
  ],
  ["anyone where nobody speaks it", { language: "uk" }, [person("a", { load: 1 }), person("b")], "b"],
  [
    "who speaks it is waited for while busy",
    { language: "uk" },
    [person("a"), person("b", { languages: ["uk"], load: 4 })],
    "nobody",
  ],
  ["a Polish conversation needs Polish, too", {}, [person("a", { languages: ["en"] }), person("b", { load: 3 })], "b"],
  [
    "who knows the area",
    { area: "drogi" },
    [person("a", { areas: ["psy"] }), person("b", { areas: ["drogi"], load: 3 })],
    "b",
  ],
  ["no areas means all", { area: "drogi" }, [person("a", { areas: ["psy"] }), person("b", { load: 3 })], "b"],
  ["anyone where nobody knows the area", { area: "drogi" }, [person("a", { areas: ["psy"] })], "a"],
  [
    "the language comes before the area",
    { area: "drogi", language: "en" },
    [person("a", { areas: ["drogi"] }), person("b", { areas: ["psy"], languages: ["en"] })],
    "b",
  ],
  ["what has no area goes to anyone", {}, [person("a", { areas: ["psy"] })], "a"],
  ["a team's goes to its members", { teamId: "t" }, [person("a"), person("b", { teams: ["t"], load: 3 })], "b"],
  ["and to nobody else, however free", { teamId: "t" }, [person("a")], "nobody"],
  [
    "a team's member needs neither language nor area",
    { teamId: "t", language: "uk", area: "drogi" },
    [person("a", { teams: ["t"], areas: ["psy"] })],
    "a",
  ],
  ["who declined is not asked again", { declined: ["a"] }, [person("a"), person("b", { load: 3 })], "b"],
  [
    "after the only one who speaks it declined, anyone",
    { language: "uk", declined: ["b"] },
    [person("a"), person("b", { languages: ["uk"] })],
    "a",
  ],
  ["all have declined", { declined: ["a", "b"] }, [person("a"), person("b")], "all_declined"],
  [
    "whoever is left is full: that is not all declined",
    { declined: ["a"] },
    [person("a"), person("b", { load: 4 })],
    "nobody",
  ],
])("%s", (_, waiting, atDesk, expected) => {
  expect(who(waiting, atDesk)).toBe(expected);
});

test("after a long wait a busy specialist is not waited for any more", () => {
  const desk = [person("a", { areas: ["psy"] }), person("b", { languages: ["uk"], load: 4 })];
  expect(who({ language: "uk", area: "drogi" }, desk, true)).toBe("a");
  expect(who({ language: "uk", teamId: "t" }, desk, true)).toBe("nobody");
});

test.each<[string, number[], ReturnType<typeof waitRange>]>([
  ["no samples", [], undefined],
  ["four samples are too few", [60, 60, 60, 60], undefined],
  ["all at once", [0, 1, 2, 3, 4], { fromMinutes: 1, toMinutes: 2 }],
  [
    "from the second to the eighth of ten",
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 60].map((n) => n * 60),
    { fromMinutes: 2, toMinutes: 8 },
  ],
  ["in whole minutes, outwards", [130, 130, 130, 130, 130], { fromMinutes: 2, toMinutes: 3 }],
  ["never from five to five", [300, 300, 300, 300, 300], { fromMinutes: 5, toMinutes: 6 }],
])("the range of waits: %s", (_, waits, range) => {
  expect(waitRange(waits)).toEqual(range);
  expect(waitRange([...waits].reverse())).toEqual(range);
});
