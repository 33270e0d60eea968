import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  BulkDone,
  MarkView,
  Paged,
  RequestChoices,
  RequestCounts,
  RequestFiled,
  RequestRow,
  RequestView,
} from "../../../staff/wire";
import { api, withQuery } from "../kit/api";
import type { RequestDraft } from "../kit/requestDraft";
import type { Filter } from "./useFilter";

/** Everything that is known of service requests; whatever changes one makes all of it stale. */
const ALL = "requests";
const EVERY_MS = 30_000;

const addressOf = (id: string) => `requests/${encodeURIComponent(id)}`;
/** Where a file of it is, for links and pictures. */
export const fileAddress = (id: string, file: string) =>
  `/console/api/${addressOf(id)}/files/${encodeURIComponent(file)}`;

/** What filters and forms offer to choose from. */
export const useChoices = () =>
  useQuery({
    queryKey: [ALL, "choices"],
    queryFn: ({ signal }) => api.get<RequestChoices>("requests/choices", signal),
    staleTime: 60_000,
  });

export const useCounts = () =>
  useQuery({
    queryKey: [ALL, "counts"],
    queryFn: ({ signal }) => api.get<RequestCounts>("requests/counts", signal),
    refetchInterval: EVERY_MS,
  });

/** The list, newest first, page by page. */
export function useList(filter: Filter) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: [ALL, "list", filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Paged<RequestRow>>(withQuery("requests", { ...filter, before: pageParam }), signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  return {
    items: data && distinct(data.pages.flatMap(({ items }) => items)),
    error,
    retry: () => void refetch(),
    stale: isPlaceholderData,
    ...(hasNextPage && { more: () => void fetchNextPage(), fetching: isFetchingNextPage }),
  };
}

/** New ones push others to the next page while these are read. */
const distinct = (items: RequestRow[]) => [...new Map(items.map((item) => [item.id, item])).values()];

export type Seen = { south: number; west: number; north: number; east: number; zoom: number };

/** The marks of the part of the map that is seen. */
export function useMarks(filter: Filter, seen: Seen | undefined) {
  const inside = seen && Object.fromEntries(Object.entries(seen).map(([name, value]) => [name, String(value)]));
  return useQuery({
    queryKey: [ALL, "map", filter, seen],
    queryFn: ({ signal }) => api.get<MarkView[]>(withQuery("requests/map", { ...filter, ...inside }), signal),
    enabled: seen !== undefined,
    placeholderData: keepPreviousData,
  });
}

export const useRequest = (id: string) =>
  useQuery({
    queryKey: [ALL, "one", id],
    queryFn: ({ signal }) => api.get<RequestView>(addressOf(id), signal),
    refetchInterval: EVERY_MS,
  });

function useAllStale() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [ALL] });
}

/** What can be sent to do something: see `ActBody` of the wire. */
export type ActSent = {
  kind: Exclude<RequestView["acts"][number], "split">;
  words?: string;
  forUnit?: boolean;
  unit?: string;
  because?: string;
  into?: string;
  outside?: { owner: string; contact: string };
};

/** Does something to one. Whatever comes of it, the page shows how it is by then. */
export function useAct(id: string) {
  const onSettled = useAllStale();
  return useMutation({
    mutationFn: (act: ActSent & { seen: number }) => api.post(`${addressOf(id)}/acts`, act),
    onSettled,
  });
}

/** What can be sent to split a second matter off: see `RequestSplitBody` of the wire. */
export type SplitSent = RequestDraft & { photos: string[]; key: string; seen: number };

export function useSplit(id: string) {
  const onSettled = useAllStale();
  return useMutation({
    mutationFn: (second: SplitSent) => api.post<RequestFiled>(`${addressOf(id)}/split`, second),
    onSettled,
  });
}

export type ChangeSent = {
  assignedTo?: string | null;
  dueAt?: string | null;
  publicText?: string | null;
  publicPhotos?: string[];
  public?: boolean;
};

/** Sets what stands beside the life cycle of one. */
export function useChange(id: string) {
  const onSuccess = useAllStale();
  return useMutation({ mutationFn: (change: ChangeSent) => api.patch(addressOf(id), change), onSuccess });
}

export function useNote(id: string) {
  const onSuccess = useAllStale();
  return useMutation({ mutationFn: (text: string) => api.post(`${addressOf(id)}/notes`, { text }), onSuccess });
}

/** The same for several at once; each answers for itself. */
export function useBulk(chosen: RequestRow[]) {
  const onSuccess = useAllStale();
  return useMutation({
    mutationFn: (sent: { act: ActSent } | { change: Pick<ChangeSent, "assignedTo" | "dueAt"> }) =>
      "act" in sent
        ? api.post<BulkDone>("requests/acts", {
            requests: chosen.map(({ id, version }) => ({ id, seen: version })),
            act: sent.act,
          })
        : api.patch<BulkDone>("requests", { ids: chosen.map(({ id }) => id), change: sent.change }),
    onSuccess,
  });
}
