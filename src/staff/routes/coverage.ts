import type { StaffParts } from "../parts";
import { type Answer, type Call, ok, type Route } from "../route";
import { coverageOf } from "../studio/coverage";

const FIGURES_OF_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

async function coverage(_: Call, { store, content, now }: StaffParts): Promise<Answer> {
  const since = new Date(now().getTime() - FIGURES_OF_DAYS * DAY_MS);
  const [figures, regression] = await Promise.all([store.figures.articles(since), store.regression.meanings()]);
  return ok(coverageOf(content(), { figures, regression }));
}

export const coverageRoutes: Route[] = [
  {
    method: "GET",
    path: "knowledge-coverage",
    right: "try_knowledge",
    handle: coverage,
    what: "topics, what is asked of each, and what there is to answer it with",
  },
];
