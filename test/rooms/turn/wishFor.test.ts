import type { Choice } from "../../../src/conversation/reply";
import { titled, wishFor, wishOfYesOrNo } from "../../../src/turn/wishFor";

const fee: Choice = { title: "Ile kosztuje", wish: { kind: "read", article: "paszport", section: "fee" } };
const start: Choice = { title: "Zostaw kontakt", wish: { kind: "start", dialog: "leave-contact" } };
const none: Choice = { title: "Żadne z tych", wish: { kind: "none_of_these" } };
const human: Choice = { title: "Chcę rozmawiać z człowiekiem", wish: { kind: "human" } };
const resume: Choice = { title: "Dokończ: Dziura", wish: { kind: "resume" } };
const skip: Choice = { title: "Pomiń", wish: { kind: "skip", slot: "lamp_number" } };
const back: Choice = { title: "Zostaw, jak jest", wish: { kind: "back" } };

test.each([
  ["Ile kosztuje", "read"],
  ["ile kosztuje?", "read"],
  ["1", "read"],
  ["2.", "none_of_these"],
  ["druga", "none_of_these"],
  ["poproszę to drugie", "none_of_these"],
  ["the second one, please", "none_of_these"],
  ["друге", "none_of_these"],
  ["опція 1", undefined],
  ["варіант 1", "read"],
  ["zadne z tych", "none_of_these"],
  ["3", undefined],
  ["ile kosztuje paszport", undefined],
  ["", undefined],
  ["🙂", undefined],
  ["dwa razy", undefined],
])("“%s” presses %s", (said, kind) => {
  expect(wishFor(said, [fee, none])?.kind).toBe(kind);
});

test("a number is an answer where the buttons only leave the question out", () => {
  expect(wishFor("1", [skip])).toBeUndefined();
  expect(wishFor("2", [skip, back])).toBeUndefined();
  expect(wishFor("pomiń", [skip])).toEqual(skip.wish);
});

test("a title is found without its case, accents and marks", () => {
  expect(titled("  CHCE ROZMAWIAC z czlowiekiem!", [fee, human])).toBe(human);
});

test.each<[string, boolean, Choice[], Choice | undefined]>([
  ["yes to the only meaning offered", true, [fee, none, human], fee],
  ["yes to one of several says nothing", true, [fee, start, none, human], undefined],
  ["no to an offer refuses it", false, [fee, none, human], none],
  ["yes to leaving a contact", true, [start], start],
  ["yes to an answer with a button is no wish", true, [fee], undefined],
  ["yes to going on", true, [resume, start], resume],
  ["no to a contact goes back to what is unfinished", false, [start, resume], resume],
  ["no where nothing was offered", false, [], undefined],
])("%s", (_, yes, offered, expected) => {
  expect(wishOfYesOrNo(yes, offered)).toEqual(expected?.wish);
});
