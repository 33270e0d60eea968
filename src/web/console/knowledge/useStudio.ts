import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type {
  ArticleList,
  ArticleQuery,
  BenchView,
  GuidanceView,
  PreviewView,
  StudioArticle,
} from "../../../staff/wire";
import { api, withQuery } from "../kit/api";
import type { Language } from "../kit/languages";

/** What narrows and orders the list, as the address says it. */
export type ArticleFilter = Partial<Record<Exclude<keyof ArticleQuery, "from">, string>>;

const ALL = "knowledge-studio";
export const studioAddress = (id: string) => `${ALL}/${encodeURIComponent(id)}`;

/** The articles that fit, page by page. */
export function useArticles(filter: ArticleFilter) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery({
    queryKey: [ALL, "list", filter],
    queryFn: ({ pageParam, signal }) => api.get<ArticleList>(withQuery(ALL, { ...filter, from: pageParam }), signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next?.toString(),
    placeholderData: keepPreviousData,
  });
  const [first] = data?.pages ?? [];
  return {
    items: data?.pages.flatMap(({ items }) => items),
    found: first?.found ?? 0,
    units: first?.units ?? [],
    error,
    retry: () => void refetch(),
    waiting: isPlaceholderData,
    ...(hasNextPage && { more: () => void fetchNextPage(), fetching: isFetchingNextPage }),
  };
}

export const useStudioArticle = (id: string) =>
  useQuery({
    queryKey: [ALL, "one", id],
    queryFn: ({ signal }) => api.get<StudioArticle>(studioAddress(id), signal),
  });

/** An article, or a draft of one in this version, as the server knows it by its address. */
export type Looked = { address: string; version?: number };

export const useGuidance = ({ address, version }: Looked) =>
  useQuery({
    queryKey: [ALL, "guidance", address, version],
    queryFn: ({ signal }) => api.get<GuidanceView>(`${address}/guidance`, signal),
    placeholderData: keepPreviousData,
  });

/** `part` is a section's name, or the short answer. */
export const usePreview = ({ address, version }: Looked, part: string, language: Language) =>
  useQuery({
    queryKey: [ALL, "preview", address, version, part, language],
    queryFn: ({ signal }) => {
      const query = { language, section: part === "answer" ? undefined : part };
      return api.get<PreviewView>(withQuery(`${address}/preview`, query), signal);
    },
    placeholderData: keepPreviousData,
  });

type Questions = { questions: string[] };

export const useBench = () =>
  useMutation({ mutationFn: (body: Questions) => api.post<BenchView>("knowledge-bench", body) });

/** Saves the same as a file. */
export const useBenchFile = () =>
  useMutation({
    mutationFn: async (body: Questions) => {
      const address = URL.createObjectURL(await api.download("knowledge-bench/csv", body));
      const link = document.createElement("a");
      link.href = address;
      link.download = "proba.csv";
      link.click();
      URL.revokeObjectURL(address);
    },
  });
