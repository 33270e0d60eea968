import type { Refused } from "../../../src/staff/wire";
import { Refusal, Unreachable } from "../../../src/web/console/kit/api";
import { refusalWords } from "../../../src/web/console/kit/refusals";
import { refusalTexts } from "../../../src/web/console/kit/refusalTexts";

const words = (error: Refused) => refusalWords(new Refusal(409, error), "pl");

describe("the words of a refusal", () => {
  test("name who holds the conversation, how long to wait, what is wrong with a password or a file", () => {
    expect(words({ code: "held", by: "Piotr" })).toContain("Piotr");
    expect(words({ code: "not_yours", by: "Piotr" })).toContain("Piotr");
    expect(words({ code: "not_yours" })).toBe(refusalTexts.pl.notYours);
    expect(words({ code: "locked", retryAfterSeconds: 600 })).toContain("10 min");
    expect(words({ code: "password_refused", because: "too_short" })).toContain("12 znaków");
    expect(words({ code: "file_refused", because: "too_large" })).toBe(refusalTexts.pl.file.too_large);
    expect(words({ code: "wrong_body", fields: ["name"] })).toContain("name");
    expect(words({ code: "act_refused", because: "into_closed" })).toContain("Najpierw otwórz je ponownie");
    expect(words({ code: "not_filed", explain: "Zadzwoń pod 112." })).toBe("Zadzwoń pod 112.");
  });

  test("every plain code says what to do, in three languages", () => {
    const codes = Object.keys(refusalTexts.pl.codes);
    for (const texts of Object.values(refusalTexts)) {
      expect(Object.keys(texts.codes)).toEqual(codes);
      for (const text of Object.values(texts.codes)) expect(text).toMatch(/\.$/);
    }
  });

  test("a server that does not answer is told apart from one that says no", () => {
    expect(refusalWords(new Unreachable(), "en")).toBe(refusalTexts.en.unreachable);
    expect(refusalWords(new TypeError("odd"), "pl")).toBe(refusalTexts.pl.unreachable);
  });
});
