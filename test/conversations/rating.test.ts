import { resident } from "./chat";

/** Somebody whose talk with a consultant has just been closed with the question how it was. */
function asked(language: "pl" | "en" | "uk" = "pl") {
  const anna = resident({ language });
  anna.isAskedHowItWas();
  return anna;
}

describe("how the talk was", () => {
  test.each([
    ["the button", "5 – bardzo dobrze", 5],
    ["a number", "4", 4],
    ["a number with a full stop", "3.", 3],
    ["a word for it", "dwa", 2],
    ["a fraction", "5/5", 5],
    ["a number and a word", "1, nikt nie pomógł", 1],
  ])("is told by %s", (_, text, score) => {
    const anna = asked();
    expect(anna.says(text)).toBe(
      "Dziękujemy za ocenę. Co było dobre, a co poprawić? Wystarczy jedno zdanie.\n[Nie, dziękuję]",
    );
    expect(anna.filed).toEqual([{ kind: "rate", score }]);
    expect(anna.speaker()).toBe("closed");
  });

  test("may be told hours later, and in one's own language", () => {
    const jane = asked("en");
    jane.passes(600);
    expect(jane.says("5 – very good")).toContain("Thank you for rating us.");
    expect(jane.filed).toEqual([{ kind: "rate", score: 5 }]);
    const olena = asked("uk");
    expect(olena.says("2")).toContain("Дякуємо за оцінку.");
    expect(olena.says("ні, дякую")).toContain("Добре.");
  });

  test.each(["3 dziury na Długiej", "10", "6", "2-3 dni czekam na odpowiedź"])("is not told by %s", (text) => {
    const anna = asked();
    anna.says(text);
    expect(anna.filed.filter(({ kind }) => kind === "rate")).toEqual([]);
  });

  test("is no longer asked once something new was said", () => {
    const anna = asked();
    expect(anna.says("jak wymienić dowód osobisty")).toContain("dow");
    expect(anna.speaker()).toBe("bot");
    anna.says("5");
    expect(anna.filed).toEqual([]);
  });

  test("was never asked of a talk that was closed without the question", () => {
    const anna = resident();
    anna.isLeftTo("closed");
    anna.says("5");
    expect(anna.filed).toEqual([]);
  });
});

describe("a word to it", () => {
  test("is kept without personal data, and ends it", () => {
    const anna = asked();
    anna.says("5");
    expect(anna.says("Pani bardzo cierpliwa, mój telefon 600 700 800")).toContain("Dziękujemy, zapisane.");
    const [, said] = anna.filed;
    expect(said).toMatchObject({ kind: "rate_in_words" });
    expect(JSON.stringify(said)).toContain("cierpliwa");
    expect(JSON.stringify(said)).not.toContain("600");
    expect(anna.speaker()).toBe("closed");
  });

  test.each([
    "bardzo szybko",
    "bardzo miła pani",
    "miły pan konsultant",
    "Szybko i miło",
    "szybko, sprawnie",
    "fast and friendly",
    "швидко і ввічливо",
  ])("praises: %s", (text) => {
    const anna = asked();
    anna.says("5");
    anna.says(text);
    expect(anna.filed.map(({ kind }) => kind)).toEqual(["rate", "rate_in_words"]);
  });

  test.each(["szybko, pali się u sąsiada", "szybko, tata się dusi", "nie chcę już żyć"])(
    "is not what a cry for help is taken for: %s",
    (text) => {
      const anna = asked();
      anna.says("5");
      expect(anna.says(text)).toMatch(/112|116 123/);
      expect(anna.filed.map(({ kind }) => kind)).toEqual(["rate", "alert"]);
    },
  );

  test("is cut where it gets long", () => {
    const anna = asked();
    anna.says("4");
    anna.says("było miło ".repeat(100));
    const [, said] = anna.filed;
    expect(said?.kind === "rate_in_words" && said.word.length).toBe(500);
  });

  test.each(["Nie, dziękuję", "nie", "nie dziękuję"])("need not be said: %s", (text) => {
    const anna = asked();
    anna.says("4");
    expect(anna.says(text)).toContain("Dobrze.");
    expect(anna.filed).toEqual([{ kind: "rate", score: 4 }]);
    expect(anna.speaker()).toBe("closed");
  });

  test.each([
    ["a new matter", "jak wymienić dowód osobisty"],
    ["a number", "KR-2026-000001-5"],
    ["a wish for a person", "chcę rozmawiać z człowiekiem"],
    ["a call for help", "pomocy, mąż mnie bije i mam nóż przy gardle"],
  ])("is not what %s is taken for", (_, text) => {
    const anna = asked();
    anna.says("4");
    anna.says(text);
    expect(anna.decision()).not.toBe("thank_for_word");
    expect(anna.filed.filter(({ kind }) => kind === "rate_in_words")).toEqual([]);
    expect(anna.speaker()).not.toBe("closed");
  });

  test("is not waited for longer than half an hour, nor taken twice", () => {
    const late = asked();
    late.says("4");
    late.passes(31);
    late.says("konsultantka nic nie wiedziała");
    expect(late.decision()).not.toBe("thank_for_word");
    const twice = asked();
    twice.says("4");
    twice.says("konsultantka nic nie wiedziała");
    twice.says("naprawdę nic nie wiedziała");
    expect(twice.filed.filter(({ kind }) => kind === "rate_in_words")).toHaveLength(1);
  });
});
