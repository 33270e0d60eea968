import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { FiltersView, InboxView, Paged, QueueItem, QueueView } from "../../../staff/wire";
import { api, withQuery } from "../kit/api";
import { useQueue } from "../kit/queue";

export const tabs: InboxView[] = ["waiting", "mine", "others", "snoozed", "closed", "all"];

/** What narrows the lists. `q`: words. */
export type Wanted = { view: InboxView; q: string; filter: Filter };
export type Filter = Partial<Record<"channel" | "language" | "area" | "team" | "tag", string>>;

export const isNarrowed = (filter: Filter) => Object.values(filter).some(Boolean);

/** The lists that come live with the queue; the others are paged through. */
const live: Partial<Record<InboxView, (queue: QueueView) => QueueItem[]>> = {
  waiting: ({ waiting }) => waiting,
  mine: ({ mine }) => mine,
  others: ({ held }) => held,
  snoozed: ({ snoozed }) => snoozed,
};

export const countOf = (view: InboxView, queue: QueueView | undefined) =>
  queue ? live[view]?.(queue).length : undefined;

export function useFilters() {
  return useQuery({
    queryKey: ["filters"],
    queryFn: ({ signal }) => api.get<FiltersView>("filters", signal),
    staleTime: 60_000,
  });
}

/** One list as the page shows it, wherever it comes from. A search goes through all conversations. */
export function useList({ view, q, filter }: Wanted) {
  const queue = useQueue();
  const fromQueue = q === "" && !isNarrowed(filter) ? live[view] : undefined;
  const query = { view: q === "" ? view : "all", q, ...filter };
  const paged = useInfiniteQuery({
    queryKey: ["conversations", query],
    queryFn: ({ pageParam, signal }) =>
      api.get<Paged<QueueItem>>(withQuery("conversations", { ...query, before: pageParam }), signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    enabled: fromQueue === undefined,
  });
  if (fromQueue) {
    const { data, error, refetch } = queue;
    return { items: data && fromQueue(data), error, retry: () => void refetch(), stale: false };
  }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = paged;
  return {
    items: data && distinct(data.pages.flatMap(({ items }) => items)),
    error,
    retry: () => void refetch(),
    stale: isPlaceholderData,
    ...(hasNextPage && { more: () => void fetchNextPage(), fetching: isFetchingNextPage }),
  };
}

/** A conversation may move to another page while these are read. */
const distinct = (items: QueueItem[]) => [...new Map(items.map((item) => [item.id, item])).values()];
