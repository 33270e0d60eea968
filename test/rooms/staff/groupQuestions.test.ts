import type { Language } from "../../../src/conversation/language";
import type { AskedInVain } from "../../../src/staff/doors";
import { groupQuestions } from "../../../src/staff/studio/groupQuestions";
import { staffContent } from "./staffContent";

const at = new Date("2026-11-20T10:00:00.000Z");
let n = 0;
const asked = (text: string, language: Language = "pl"): AskedInVain => {
  n += 1;
  const seconds = n * 1000;
  return {
    source: `turn:c:${n}`,
    text,
    language,
    at: new Date(at.getTime() + seconds),
    reasons: ["not_understood"],
    proposed: [],
  };
};
const grouped = (...texts: string[]) =>
  groupQuestions(texts.map((text) => asked(text))).map((group) => group.asked.map(({ text }) => text).sort());

describe("questions that ask nearly the same", () => {
  test("are one group whatever the form of their words", () => {
    const same = [
      "Jak zgłosić psa do rejestru?",
      "zgłosić psy do rejestru",
      "jak zgłosic psa do rejestrów",
      "gdzie mogę zgłosić psa do rejestru",
    ];
    expect(grouped(...same, "kiedy wywóz śmieci")).toEqual([[...same].sort(), ["kiedy wywóz śmieci"]]);
  });

  test("are one group in spite of a slip", () => {
    expect(grouped("jak wyrobić dowód osobisty", "jak wyrobic dowud osobisty", "wyrobić dwoód osobisty")).toHaveLength(
      1,
    );
    expect(grouped("paszport dla dziecka", "paszprt dla dziecka", "paszporrt dla dziecka")).toHaveLength(1);
  });

  test("stay apart when one letter makes another word", () => {
    expect(grouped("podatek mieszkaniowy", "dodatek mieszkaniowy")).toHaveLength(2);
    expect(grouped("szkoda w szkole", "szkoda w parku")).toHaveLength(2);
  });

  test("in English and Ukrainian, too", () => {
    expect(grouped("Where can I get a parking permit?", "how to get parking permits", "lost dog")).toHaveLength(3 - 1);
    expect(grouped("де отримати паркувальну карту", "як отримати паркувальну карту", "загубив собаку")).toHaveLength(2);
  });

  test("of empty words only are compared by these, of signs only by the signs", () => {
    expect(grouped("a ile to jest", "ile to jest", "gdzie to", "???", "???", "!")).toEqual([
      ["???", "???"],
      ["a ile to jest", "ile to jest"],
      ["!"],
      ["gdzie to"],
    ]);
  });

  test("are not held together by what was masked", () => {
    expect(grouped("mój PESEL to [PESEL]", "oddzwońcie [telefon]")).toHaveLength(2);
  });

  test("come biggest first, with the words put most often as their sample", () => {
    const [first] = groupQuestions(
      ["psa rejestr", "rejestr psów", "rejestr psów", "śmieci"].map((text) => asked(text)),
    );
    expect(first).toMatchObject({ sample: "rejestr psów", asked: [{}, {}, {}] });
  });

  test("are the same groups in whatever order they are read", () => {
    const texts = [...staffContent().articles.values()].flatMap(({ phrasings }) => phrasings).slice(0, 800);
    const all = [...texts, ...texts.slice(0, 200)].map((text) => asked(text));
    const shuffled = all
      .map((one, index) => ({ one, order: (index * 7919) % all.length }))
      .sort((a, b) => a.order - b.order)
      .map(({ one }) => one);
    expect(groupQuestions(shuffled)).toEqual(groupQuestions(all));
  });

  test("keep their name when more of them come", () => {
    const before = [asked("rejestr psa"), asked("wywóz śmieci")];
    const after = [...before, asked("rejestr psów"), asked("rejestr psów"), asked("rejestr psów")];
    const ids = (from: AskedInVain[]) => new Set(groupQuestions(from).map(({ id }) => id));
    expect(ids(after)).toEqual(ids(before));
  });

  test("none lost and none twice among thousands", () => {
    const { articles } = staffContent();
    const texts = [...articles.values()].flatMap(({ phrasings }) => phrasings).slice(0, 5000);
    const all = texts.map((text) => asked(text));
    const groups = groupQuestions(all);
    expect(groups.flatMap((group) => group.asked.map(({ source }) => source)).sort()).toEqual(
      all.map(({ source }) => source).sort(),
    );
  });

  test("of nothing are nothing", () => expect(groupQuestions([])).toEqual([]));
});
