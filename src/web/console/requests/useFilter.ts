import { useAddressFilter } from "../kit/useAddressFilter";

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
  const { filter, put, params } = useAddressFilter(names);
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
