import { useAddressFilter } from "../../kit/useAddressFilter";

const names = ["state", "reason", "language", "q"] as const;

/** Filter and open group, kept in the address. */
export function useQuestionFilter() {
  const { filter, put, params } = useAddressFilter(names);
  /** The address of a group, with the list as it is. */
  const addressOf = (id: string) => {
    const to = new URLSearchParams(params);
    to.set("group", id);
    return `?${to}`;
  };
  return { filter, put, open: params.get("group") ?? undefined, addressOf };
}
