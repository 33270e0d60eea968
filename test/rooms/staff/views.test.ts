import type { Intent } from "../../../src/conversation/understanding";
import { meaningOf } from "../../../src/staff/views";
import { staffContent } from "./staffContent";

test.each<[Intent["kind"], string, string]>([
  ["article", "paszport", "Paszport"],
  ["service", "pothole", "Dziura w jezdni"],
  ["dialog", "check-status", "Stan zgłoszenia"],
  ["talk", "human", "prosi o człowieka"],
  ["talk", "greeting", "powitanie"],
  ["outside", "zus", "Zakład Ubezpieczeń Społecznych (ZUS)"],
  ["talk", "nie-ma-juz", "nie-ma-juz"],
])("a consultant reads what a message means in words: %s %s", (kind, id, words) => {
  expect(meaningOf({ kind, id }, staffContent().names)).toContain(words);
});

test("no meaning is left without a name", () => {
  const { names, articles, services, dialogs, smallTalk, outside } = staffContent();
  const all = { article: articles, service: services, dialog: dialogs.dialogs, talk: smallTalk, outside } as const;
  const kinds = ["article", "service", "dialog", "talk", "outside"] as const;
  const nameless = kinds.flatMap((kind) => [...all[kind].keys()].filter((id) => meaningOf({ kind, id }, names) === id));
  expect(nameless).toEqual([]);
});
