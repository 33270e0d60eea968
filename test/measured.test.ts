import { join, resolve } from "node:path";
import { measureEntities } from "../bench/eval/entities";
import { judge, type Shot } from "../bench/eval/judge";
import { measureLanguages } from "../bench/eval/languages";
import { measureDanger } from "../bench/eval/lists";
import { calibrationError, share } from "../bench/eval/measures";
import { readSet } from "../bench/eval/sets";
import { varied } from "../bench/eval/variants";
import { realParts } from "./learnt";

/** Floors under what `npm run eval` measures on the project's own lists: a change of content or code may not fall through them. */
const sets = resolve(__dirname, "../bench/sets");
const items = readSet(sets);
const ofPart = (shots: Shot[], part: string) => shots.filter(({ item }) => item.part === part);
const rightFirst = (shots: Shot[]) => share(shots, ({ rank }) => rank === 0) ?? 0;
const rightWhenAnswered = (shots: Shot[]) =>
  share(
    shots.filter(({ answered }) => answered),
    ({ answeredRight }) => answeredRight,
  ) ?? 0;

test("questions and reports nobody trained on are understood, and what is answered is right", () => {
  const shots = judge(items, realParts());
  const [questions, reports, others] = ["questions", "reports", "oos"].map((part) => ofPart(shots, part));
  expect(rightFirst(questions ?? [])).toBeGreaterThan(0.9);
  expect(rightFirst(reports ?? [])).toBeGreaterThan(0.88);
  expect(rightWhenAnswered(questions ?? [])).toBeGreaterThan(0.95);
  expect(share(questions ?? [], ({ answered }) => answered)).toBeGreaterThan(0.75);
  expect(share(others ?? [], ({ answered, answeredRight }) => answered && !answeredRight)).toBeLessThan(0.12);
  expect(calibrationError(shots)).toBeLessThan(0.06);
});

test("without diacritics nothing is lost, with a typo next to nothing", () => {
  const asked = items.filter(({ part }) => part !== "oos");
  const [plain, bare, mistyped] = (["as written", "no diacritics", "one typo"] as const).map((variant) =>
    rightFirst(judge(varied(asked, variant), realParts())),
  );
  expect(bare).toBeGreaterThanOrEqual((plain ?? 0) - 0.005);
  expect(mistyped).toBeGreaterThanOrEqual((plain ?? 0) - 0.025);
});

test("a call for help is heard, and what only sounds like one is not taken for it", () => {
  const shots = measureDanger(sets, realParts());
  const [real, alike] = [true, false].map((danger) => shots.filter((shot) => shot.danger === danger));
  expect(real?.length).toBeGreaterThanOrEqual(120);
  expect(alike?.length).toBeGreaterThanOrEqual(120);
  expect(share(real ?? [], ({ numbered }) => numbered)).toBeGreaterThan(0.94);
  expect(share(alike ?? [], ({ alarmed }) => alarmed)).toBeLessThan(0.03);
});

test("languages are told apart", () => {
  const told = measureLanguages(join(sets, "languages.jsonl"));
  expect(told.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(100);
  for (const { n, right } of told) expect(right / n).toBeGreaterThanOrEqual(0.94);
});

test("entities are found, personal data is masked and nothing else is", () => {
  const { masking, place, district, when, phone, plates, serviceRequestIds, lampPost } = measureEntities(sets);
  expect(masking.recall).toBeGreaterThan(0.98);
  expect(masking.precision).toBeGreaterThan(0.98);
  for (const found of [place, district, when, phone, plates, serviceRequestIds, lampPost]) {
    expect(found.precision).toBeGreaterThan(0.9);
    expect(found.recall).toBeGreaterThan(0.9);
  }
});
