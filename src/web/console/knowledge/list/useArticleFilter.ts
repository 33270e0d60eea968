import { useAddressFilter } from "../../kit/useAddressFilter";

const names = ["q", "unit", "competence", "missing", "state", "due", "confidence", "sort"] as const;

/** The list's filter and order, kept in the address. */
export function useArticleFilter() {
  const { filter, put } = useAddressFilter(names);
  const clear = () => put(Object.fromEntries(names.filter((name) => name !== "sort").map((name) => [name, ""])));
  return { filter, put, clear };
}
