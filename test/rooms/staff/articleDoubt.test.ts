import type { Article } from "../../../src/knowledge/article";
import { loadArticles } from "../../../src/knowledge/loadArticles";
import { articleRow } from "../../../src/staff/studio/articleRows";

const today = "2026-11-23";
const articles = new Map(loadArticles("knowledge").map((article) => [article.id, article]));

function doubtOf(id: string, change: Partial<Article>) {
  const article = articles.get(id);
  if (!article) throw new Error(`no article ${id}`);
  return articleRow({ ...article, ...change }, { figures: new Map(), today }).doubt;
}

describe("editors see of an article whether the bot still tells it", () => {
  test.each([
    [{}, undefined],
    [{ checkAgain: "2026-11-22" }, { standing: "overdue", told: true }],
    [{ validUntil: "2026-11-22" }, { standing: "expired", told: true }],
    [
      { validUntil: "2026-11-22", whenOverdue: "person" as const },
      { standing: "expired", told: false },
    ],
    [{ validFrom: "2026-11-24" }, { standing: "not_yet", told: false }],
  ])("%j", (change, doubt) => {
    expect(doubtOf("paszport", change)).toEqual(doubt);
  });

  test("help for people in crisis is always told", () => {
    expect(doubtOf("interwencja-kryzysowa", { validFrom: "2026-11-24" })).toEqual({ standing: "not_yet", told: true });
  });
});
