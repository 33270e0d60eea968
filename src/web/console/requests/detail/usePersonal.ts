import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { PersonalView, RequestView } from "../../../../staff/wire";
import { api } from "../../kit/api";

type Personal = RequestView["personal"];

/** What in the text looks personal, soon after it was typed; undefined until that is known of this very text. */
export function usePersonal(text: string): Personal | undefined {
  const [still] = useDebouncedValue(text, 300);
  const { data } = useQuery({
    queryKey: ["check-text", still],
    queryFn: () => api.post<PersonalView>("requests/check-text", { text: still }),
    enabled: still.trim() !== "",
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return still === text ? data?.personal : undefined;
}

/** The text with `[…]` for everything found. */
export function covered(text: string, personal: Personal): string {
  return personal.toReversed().reduce((rest, { from, to }) => `${rest.slice(0, from)}[…]${rest.slice(to)}`, text);
}
