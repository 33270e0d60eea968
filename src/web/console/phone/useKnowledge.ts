import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ArticleView, KnowledgeHit, KnowledgeView } from "../../../staff/wire";
import { api, withQuery } from "../kit/api";
import type { Language } from "../kit/language";

/** The first letters must not wait; only a hurried typist's are taken together. */
const PAUSE_MS = 50;
const none: KnowledgeHit[] = [];

/** Articles for what is typed so far; the ones before stay until new ones are there. */
export function useHits(typed: string, language: Language) {
  const wanted = typed.trim();
  const [q] = useDebouncedValue(wanted, PAUSE_MS, { leading: true });
  const found = useQuery({
    queryKey: ["knowledge", q, language],
    queryFn: ({ signal }) => api.get<KnowledgeView>(withQuery("knowledge", { q, language }), signal),
    enabled: q !== "",
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
  return {
    hits: wanted === "" ? none : (found.data?.hits ?? none),
    isSettled: q === wanted && !found.isPlaceholderData && !found.isFetching,
    error: found.error,
    refetch: () => void found.refetch(),
  };
}

/** What Enter does with the results. Pressed before those of the last letters are there, it waits for them. */
export function useEnter(isSettled: boolean, act: () => void): { press: () => void; forget: () => void } {
  const [presses, setPresses] = useState(0);
  useEffect(() => {
    if (presses === 0 || !isSettled) return;
    setPresses(presses - 1);
    act();
  }, [presses, isSettled, act]);
  return { press: () => setPresses((before) => before + 1), forget: () => setPresses(0) };
}

export const useArticle = (id: string | undefined, language: Language) =>
  useQuery({
    queryKey: ["article", id, language],
    queryFn: ({ signal }) =>
      api.get<ArticleView>(withQuery(`knowledge/${encodeURIComponent(id ?? "")}`, { language }), signal),
    enabled: id !== undefined,
    staleTime: 300_000,
  });
