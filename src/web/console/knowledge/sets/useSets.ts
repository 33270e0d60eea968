import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  CoverageView,
  RegressionAdded,
  RegressionFormat,
  RegressionRun,
  RegressionSets,
  RegressionTexts,
  RiskView,
} from "../../../../staff/wire";
import { api, withQuery } from "../../kit/api";

const ALL = "regression";
const addressOf = (set: string) => `${ALL}/${encodeURIComponent(set)}`;

export const useSets = () =>
  useQuery({ queryKey: [ALL, "sets"], queryFn: ({ signal }) => api.get<RegressionSets>(ALL, signal) });

/** The texts of a set, page by page. */
export function useTexts(set: string) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [ALL, "texts", set],
    queryFn: ({ pageParam, signal }) =>
      api.get<RegressionTexts>(withQuery(addressOf(set), { from: pageParam }), signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next?.toString(),
  });
  return {
    items: data?.pages.flatMap(({ items }) => items),
    error,
    retry: () => void refetch(),
    ...(hasNextPage && { more: () => void fetchNextPage(), fetching: isFetchingNextPage }),
  };
}

/** Tries every text of a set. */
export const useRun = (set: string) =>
  useMutation({ mutationFn: () => api.post<RegressionRun>(`${addressOf(set)}/run`) });

/** A change of the sets; all that is shown of them is read anew. */
function useChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: [ALL] }),
  });
}

type Import = { set: string; format: RegressionFormat; text: string };
export const useImport = () => useChange((given: Import) => api.post<RegressionAdded>(`${ALL}/import`, given));

type Adding = { set: string; text: string; right: string[] };
export const useAdd = () =>
  useChange(({ set, ...text }: Adding) => api.post<RegressionAdded>(`${addressOf(set)}/texts`, { texts: [text] }));

/** `ids`: only these texts; `isWhole`: nothing is left of the set then. */
type Removing = { ids?: number[]; isWhole: boolean };

export function useRemove(set: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ids }: Removing) => api.post(`${addressOf(set)}/remove`, ids ? { ids } : {}),
    // The texts of a set that is gone cannot be read anew.
    onSuccess: (_, { isWhole }) =>
      client.invalidateQueries({
        queryKey: [ALL],
        predicate: ({ queryKey: [, what] }) => !(isWhole && what === "texts"),
      }),
  });
}

/** Where a set lies as a file. */
export const fileOf = (set: string, format: RegressionFormat) =>
  `/console/api/${addressOf(set)}/export?format=${format}`;

export const useCoverage = () =>
  useQuery({
    queryKey: [ALL, "coverage"],
    queryFn: ({ signal }) => api.get<CoverageView>("knowledge-coverage", signal),
  });

/** `wrong`: what if so many answers in a hundred might be wrong. */
export const useRisk = (wrong: number | undefined) =>
  useQuery({
    queryKey: ["knowledge-risk", wrong],
    queryFn: ({ signal }) => api.get<RiskView>(withQuery("knowledge-risk", { wrong: wrong?.toString() }), signal),
    placeholderData: keepPreviousData,
  });
