import { apiContent } from "../../../src/forApi";
import type { Article } from "../../../src/knowledge/article";
import type { Parts } from "../../../src/turn/parts";
import { realParts } from "../../learnt";

const now = () => new Date("2026-11-23T10:00:00Z");
const ID = "karta-krakowska";

/** The project's content with this change of one article, and these topics switched off. */
function content(change: Partial<Article>, off: `article:${string}`[] = []): Parts {
  const parts = realParts();
  const articles = new Map(parts.content.articles);
  const article = articles.get(ID);
  if (!article) throw new Error(`no ${ID}`);
  articles.set(ID, { ...article, ...change });
  const topics = { off: off.map((topic) => ({ topic, why: "", by: "", at: now().toISOString() })) };
  return { ...parts, content: { ...parts.content, articles }, office: { ...parts.office, topics } };
}

const tells = (parts: Parts) => {
  const api = apiContent(parts, now);
  const found = api.find("karta krakowska", "pl", 5).map(({ article }) => article.id);
  return [api.articles.has(ID), found.includes(ID)];
};

test("other systems are told what residents are told, and neither what is withheld nor what is switched off", () => {
  expect(tells(content({}))).toEqual([true, true]);
  expect(tells(content({ validUntil: "2026-11-01" }))).toEqual([true, true]);
  expect(tells(content({ validUntil: "2026-11-01", whenOverdue: "person" }))).toEqual([false, false]);
  expect(tells(content({ validFrom: "2026-12-01" }))).toEqual([false, false]);
  expect(tells(content({}, [`article:${ID}`]))).toEqual([false, false]);
  expect(tells(content({}, ["article:paszport"]))).toEqual([true, true]);
});
