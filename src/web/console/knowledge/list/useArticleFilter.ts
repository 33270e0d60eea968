import { useSearchParams } from "react-router";
import type { ArticleFilter } from "../useStudio";

const names = ["q", "unit", "competence", "missing", "state", "due", "confidence", "sort"] as const;

/** The filter lives in the address: it can be kept as a bookmark and gone back to. */
export function useArticleFilter() {
  const [params, setParams] = useSearchParams();
  const filter: ArticleFilter = Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const put = (change: ArticleFilter) =>
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(change)) {
          if (value) before.set(name, value);
          else before.delete(name);
        }
        return before;
      },
      { replace: true },
    );
  const clear = () => put(Object.fromEntries(names.filter((name) => name !== "sort").map((name) => [name, ""])));
  return { filter, put, clear };
}
