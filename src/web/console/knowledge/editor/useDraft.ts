import { useIsMutating, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { DraftView } from "../../../../staff/wire";
import { api, Refusal } from "../../kit/api";

export const draftAddress = (id: string) => `drafts/${encodeURIComponent(id)}`;
export const keyOf = (id: string) => ["drafts", "one", id];
/** Of what somebody does with a draft beside writing in it. */
export const stepKey = (id: string) => ["drafts", "step", id];

/** A draft as it is now; `put` is for whatever answers a newer one. */
export function useDraft(id: string) {
  const client = useQueryClient();
  // A step may end the draft: it is not asked for until that is known.
  const isStepping = useIsMutating({ mutationKey: stepKey(id) }) > 0;
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => api.get<DraftView>(draftAddress(id), signal),
    // What somebody else wrote meanwhile is better seen before the next save than after it.
    refetchInterval: isStepping ? false : 15_000,
  });
  const put = useCallback(
    (draft: DraftView) => {
      void client.cancelQueries({ queryKey: keyOf(id) });
      client.setQueryData(keyOf(id), draft);
      void client.invalidateQueries({ queryKey: ["drafts"], predicate: ({ queryKey }) => queryKey[1] !== "one" });
    },
    [client, id],
  );
  return { draft: data, error, retry: () => void refetch(), put };
}

/** The newer draft that a refused call brought along. */
export const newerDraft = (error: unknown): DraftView | undefined =>
  error instanceof Refusal && error.error.code === "draft_stale" ? error.error.draft : undefined;

/** Begins a draft, or finds the one there is. */
export function useBeginning(onBegun: (draft: DraftView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { article: string } | { newArticle: string }) => api.post<DraftView>("drafts", body),
    onSuccess(draft) {
      client.setQueryData(keyOf(draft.id), draft);
      void client.invalidateQueries({ queryKey: ["drafts"], predicate: ({ queryKey }) => queryKey[1] !== "one" });
      onBegun(draft);
    },
  });
}
