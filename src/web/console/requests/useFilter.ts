import { useSearchParams } from "react-router";

const names = [
  "q",
  "services",
  "units",
  "states",
  "status",
  "kind",
  "districts",
  "assigned",
  "overdue",
  "byHand",
  "from",
  "to",
] as const;
export type FilterName = (typeof names)[number];
/** What narrows the list and the map, as the address says it; lists are separated by commas. */
export type Filter = Partial<Record<FilterName, string>>;

/** The filter lives in the address: it can be sent to somebody, kept as a bookmark and gone back to. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const filter: Filter = Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const put = (change: Record<string, string | undefined>) =>
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
  return {
    filter,
    put,
    /** Only this, whatever was chosen before. */
    only: (next: Filter) => put({ ...Object.fromEntries(names.map((name) => [name, undefined])), ...next }),
    /** The list, or the map and what it shows. */
    onMap: params.get("view") === "map",
    at: params.get("at") ?? undefined,
  };
}

export const sameFilter = (a: Filter, b: Filter) => names.every((name) => (a[name] ?? "") === (b[name] ?? ""));
