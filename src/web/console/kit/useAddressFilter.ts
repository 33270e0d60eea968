import { useSearchParams } from "react-router";

/** What narrows a list, by name, as the address says it: it can be sent to somebody, kept as a bookmark and gone back to. */
export function useAddressFilter<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams();
  const filter: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) filter[name] = value;
  }
  /** What is empty goes out of the address; other names in it stay. */
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
  return { filter, put, params };
}
