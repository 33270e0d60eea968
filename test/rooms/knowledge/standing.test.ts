import type { Article } from "../../../src/knowledge/article";
import { loadArticles } from "../../../src/knowledge/loadArticles";
import { notTold, standingOf } from "../../../src/knowledge/standing";

const today = "2026-11-23";
const article = { checkAgain: "2027-05-21" };

describe("whether an article may be relied on today", () => {
  test.each([
    ["good", {}],
    ["good", { checkAgain: today }],
    ["overdue", { checkAgain: "2026-11-22" }],
    ["good", { validUntil: today }],
    ["expired", { validUntil: "2026-11-22" }],
    ["good", { validFrom: today }],
    ["not_yet", { validFrom: "2026-11-24" }],
  ])("%s: %j", (standing, days) => {
    expect(standingOf({ ...article, ...days }, today)).toBe(standing);
  });

  test("what no longer holds, or not yet, counts before that nobody looked at it", () => {
    const overdue = { checkAgain: "2026-01-01" };
    expect(standingOf({ ...overdue, validUntil: "2026-11-22" }, today)).toBe("expired");
    expect(standingOf({ ...overdue, validFrom: "2026-11-24" }, today)).toBe("not_yet");
  });
});

describe("what residents are not told today", () => {
  const [any] = loadArticles("knowledge");
  const held = (change: Partial<Article>) => {
    if (!any) throw new Error("no articles");
    return notTold(new Map([[any.id, { ...any, ...change }]]), today).size > 0;
  };

  test("is what does not hold yet, and what editors want a person for once it is out of date", () => {
    expect(held({})).toBe(false);
    expect(held({ validFrom: "2026-11-24" })).toBe(true);
    expect(held({ checkAgain: "2026-11-22" })).toBe(false);
    expect(held({ checkAgain: "2026-11-22", whenOverdue: "person" })).toBe(true);
    expect(held({ validUntil: "2026-11-22" })).toBe(false);
    expect(held({ validUntil: "2026-11-22", whenOverdue: "person" })).toBe(true);
    expect(held({ whenOverdue: "person" })).toBe(false);
  });
});
