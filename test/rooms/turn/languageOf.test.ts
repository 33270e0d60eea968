import { emptyMemory, type Memory } from "../../../src/conversation/conversation";
import type { Language } from "../../../src/conversation/language";
import type { Understanding } from "../../../src/conversation/understanding";
import { languageOf, languageWanted } from "../../../src/turn/languageOf";

const inLanguage = (language: Language): Understanding => ({
  maskedText: "",
  language,
  candidates: [],
  confidence: 0,
  knownWords: 1,
  telling: [],
  alarm: 0,
  vague: false,
  onlyAspect: false,
  question: false,
  entities: { serviceRequestIds: [], lines: [], plates: [] },
});
const polish: Memory = { ...emptyMemory("pl"), lastTurnAt: "2026-11-23T10:00:00Z" };

test.each<[string, Language, Memory, string, { language: Language; otherLanguage?: Language }]>([
  ["the same language stays", "pl", polish, "dziura", { language: "pl" }],
  ["one short message is only noted", "en", polish, "thanks", { language: "pl", otherLanguage: "en" }],
  ["the second one changes it", "en", { ...polish, otherLanguage: "en" }, "thanks", { language: "en" }],
  [
    "a note is forgotten by a message in the old one",
    "pl",
    { ...polish, otherLanguage: "en" },
    "tak",
    { language: "pl" },
  ],
  ["a long message changes it at once", "en", polish, "where can I register a car here", { language: "en" }],
  ["so does the first message", "en", emptyMemory("pl"), "hello", { language: "en" }],
  ["and Cyrillic", "uk", polish, "людина", { language: "uk" }],
  ["and asking for it", "pl", polish, "English please", { language: "en" }],
])("%s", (_, heard, memory, text, expected) => {
  expect(languageOf(inLanguage(heard), memory, text)).toEqual({ otherLanguage: undefined, ...expected });
});

test.each<[string, Language | undefined]>([
  ["po polsku proszę", "pl"],
  ["jednak po polsku", "pl"],
  ["do you speak English?", "en"],
  ["czy można po angielsku", "en"],
  ["можна українською?", "uk"],
  ["akt urodzenia po angielsku", undefined],
  ["Polish citizenship", undefined],
  ["", undefined],
])("“%s” asks for %s", (text, language) => {
  expect(languageWanted(text)).toBe(language);
});
