import { indexWords, requestNumbers, soughtIn } from "../../../src/staff/stems";

/** Whether a conversation with this text is found by this query, as the database would say. */
function finds(query: string, text: string): boolean {
  const words = new Set(indexWords(text));
  const { stems = [], last } = soughtIn(query) ?? {};
  const ends = !last || words.has(last.stem) || [...words].some((word) => word.startsWith(last.beginning));
  return stems.every((stem) => words.has(stem)) && ends;
}

describe("words a consultant looks for", () => {
  test.each([
    ["zgłoszenia o dziurach", "Wczoraj zgłosiłam dziurę przed szkołą."],
    ["zgłoszenia", "chcę coś zgłosić"],
    ["zgloszenie dziury", "Zgłaszam dziury w jezdni"],
    ["Dluga", "mieszkam przy ulicy Długiej"],
    ["śmieci na Kazimierzu", "Smieci leżą od tygodnia, Kazimierz, obok synagogi"],
    ["паспорт дитини", "потрібен паспорт для дитини"],
    ["DOWÓD", "gdzie wyrobię dowod"],
  ])("%s finds: %s", (query, text) => expect(finds(query, text)).toBe(true));

  test.each([
    ["dziura latarnia", "dziura w jezdni"],
    ["kot", "zgubiłem psa"],
    ["dziur most", "dziura przy przystanku"],
  ])("%s does not find: %s", (query, text) => expect(finds(query, text)).toBe(false));

  test("the last word may still be being typed, the ones before may not", () => {
    expect(finds("nie działa lat", "nie działa latarnia")).toBe(true);
    expect(finds("zgłoszen", "moje zgłoszenie")).toBe(true);
    expect(finds("lat nie", "nie działa latarnia")).toBe(false);
  });

  test("words that only join others are not asked for, unless there is nothing else", () => {
    expect(finds("śmietnik przy szkole na Woli", "śmietnik koło szkoły, Wola")).toBe(true);
    expect(soughtIn("na")).toEqual({ stems: [], last: { stem: "na", beginning: "na" } });
  });

  test("without a word, or with a single letter of one, nothing is asked for", () => {
    expect(["", " ?! ", "d"].map(soughtIn)).toEqual([undefined, undefined, undefined]);
    expect(soughtIn("dziura p")).toEqual({ stems: ["dziur"] });
    expect(soughtIn("7")?.last).toEqual({ stem: "7", beginning: "7" });
  });
});

describe("numbers", () => {
  test("of service requests are found whole, however they are typed", () => {
    const said = "Mam zgłoszenie KR-2026-000123-7, co z nim?";
    for (const query of ["KR-2026-000123-7", "kr 2026 000123 7", "zgłoszenie KR-2026-000123-7"])
      expect(finds(query, said)).toBe(true);
    expect(finds("KR-2026-000123-8", said)).toBe(false);
    expect(requestNumbers("Numer KR-2026-000123-7.")).toEqual(["kr-2026-000123-7"]);
    expect(soughtIn("KR-2026-000123-7")).toEqual({ stems: ["kr-2026-000123-7"] });
  });

  test("a phone is found however its digits are grouped", () => {
    expect(finds("600100200", "proszę dzwonić 600 100 200")).toBe(true);
    expect(finds("600-100-200", "proszę dzwonić 600100200")).toBe(true);
    expect(finds("600 100 201", "proszę dzwonić 600 100 200")).toBe(false);
  });

  test("a house number is a word like others", () => expect(finds("Długa 12", "dziura na Długiej 12")).toBe(true));
});

test("a very long word is cut to a whole letter, and a hostile query costs little", () => {
  for (const word of indexWords(`${"x".repeat(39)}${"𝒜".repeat(9)} ${"𝒜".repeat(60)}`)) {
    expect(word.length).toBeLessThanOrEqual(40);
    expect(encodeURIComponent(word)).toBeTruthy();
  }
  expect(soughtIn("1 - ".repeat(50))?.last).toBeDefined();
});
