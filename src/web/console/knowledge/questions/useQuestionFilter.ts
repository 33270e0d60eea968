import { useSearchParams } from "react-router";
import type { QuestionFilter } from "./useQuestions";

const names = ["state", "reason", "language", "q"] as const;

/** Filter and open group live in the address: they can be kept as a bookmark and gone back to. */
export function useQuestionFilter() {
  const [params, setParams] = useSearchParams();
  const filter: QuestionFilter = Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const put = (change: QuestionFilter) =>
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
  /** The address of a group, with the list as it is. */
  const addressOf = (id: string) => {
    const to = new URLSearchParams(params);
    to.set("group", id);
    return `?${to}`;
  };
  return { filter, put, open: params.get("group") ?? undefined, addressOf };
}
