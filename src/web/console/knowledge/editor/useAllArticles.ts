import { useQuery } from "@tanstack/react-query";
import type { ArticleList } from "../../../../staff/wire";
import { api, withQuery } from "../../kit/api";

type Known = { articles: { id: string; title: string }[]; units: string[] };
const none: Known = { articles: [], units: [] };

/** Every article by its title, and the units they name, to choose from. */
export function useAllArticles(): Known {
  const { data } = useQuery({
    queryKey: ["knowledge-studio", "all"],
    queryFn: ({ signal }) => allArticles(signal),
    staleTime: 300_000,
  });
  return data ?? none;
}

async function allArticles(signal: AbortSignal): Promise<Known> {
  const articles: Known["articles"] = [];
  let units: string[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: ArticleList = await api.get(withQuery("knowledge-studio", { from: String(from) }), signal);
    articles.push(...page.items.map(({ id, title }) => ({ id, title })));
    ({ units, next: from } = page);
  }
  return { articles, units };
}
