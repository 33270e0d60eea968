import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { QuestionActBody, QuestionActed, QuestionList, QuestionQuery, QuestionView } from "../../../../staff/wire";
import { api, withQuery } from "../../kit/api";

/** What narrows the list, as the address says it. */
export type QuestionFilter = Partial<Record<Exclude<keyof QuestionQuery, "from">, string>>;
/** An act as it is sent; what has a default may be left out. */
export type QuestionAct = z.input<typeof QuestionActBody>;

const ALL = "questions";
const addressOf = (id: string) => `${ALL}/${encodeURIComponent(id)}`;

/** The groups that fit, page by page. */
export function useQuestions(filter: QuestionFilter) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: [ALL, "list", filter],
    queryFn: ({ pageParam, signal }) => api.get<QuestionList>(withQuery(ALL, { ...filter, from: pageParam }), signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next?.toString(),
    placeholderData: keepPreviousData,
  });
  const [first] = data?.pages ?? [];
  return {
    items: data?.pages.flatMap(({ items }) => items),
    found: first?.found ?? 0,
    counts: first?.counts,
    people: first?.people ?? [],
    error,
    retry: () => void refetch(),
    waiting: isPlaceholderData,
    ...(hasNextPage && { more: () => void fetchNextPage(), fetching: isFetchingNextPage }),
  };
}

export const useQuestion = (id: string) =>
  useQuery({
    queryKey: [ALL, "one", id],
    queryFn: ({ signal }) => api.get<QuestionView>(addressOf(id), signal),
  });

/** Decides about a group; what everybody sees of questions is read anew. */
export function useQuestionAct(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: QuestionAct) => api.post<QuestionActed>(`${addressOf(id)}/acts`, act),
    onSuccess: () => client.invalidateQueries({ queryKey: [ALL] }),
  });
}
