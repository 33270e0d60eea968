import type { ApiContent } from "./api/parts";
import { findArticles } from "./knowledge/findArticles";
import { decide } from "./turn/decide";
import { firstTurn } from "./turn/firstTurn";
import { hear } from "./turn/hear";
import type { Parts } from "./turn/parts";

/** What other systems may read of the content, understood as the bot does. */
export function apiContent(parts: Parts, now: () => Date): ApiContent {
  const { content, search } = parts;
  const { articles, version } = content;
  const understand: Parameters<typeof findArticles>[0]["understand"] = (text, language) =>
    parts.understand(text, { language, found: search(text).map(({ article }) => article) });
  return {
    articles,
    version,
    find: (text, language, most) => findArticles({ articles, search, understand }, text, { language, most }),
    decide: (text, language) => decide(hear(firstTurn(text, now(), language), parts)).decision,
  };
}
