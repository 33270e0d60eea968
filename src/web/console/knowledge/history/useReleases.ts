import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { DraftView, PublishedView, ReleaseList, ReleaseView } from "../../../../staff/wire";
import { api, withQuery } from "../../kit/api";

const KEY = "releases";

/** Releases newest first, page by page; of one document only where a path is given. */
export const useReleases = (path: string) =>
  useInfiniteQuery({
    queryKey: [KEY, "list", path],
    queryFn: ({ pageParam, signal }) =>
      api.get<ReleaseList>(withQuery(KEY, { path, before: pageParam === 0 ? "" : String(pageParam) }), signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

/** One release with the texts before and after it. */
export const useRelease = (number: number) =>
  useQuery({
    queryKey: [KEY, "one", number],
    queryFn: ({ signal }) => api.get<ReleaseView>(`${KEY}/${number}`, signal),
  });

/** Takes a release back at once; everything that shows knowledge is asked for anew. */
export function useRevert(number: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (why: string) => api.post<PublishedView>(`${KEY}/${number}/revert`, { why }),
    onSuccess() {
      for (const queryKey of [[KEY], ["knowledge-studio"]]) void client.invalidateQueries({ queryKey });
    },
  });
}

type Documents = ReleaseView["documents"];
type As = "before" | "after";

/** Begins a draft with these documents as before or after a release and goes there; `other` is one somebody began already. */
export function useRestore(release: number, documents: Documents, path?: string) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: (as: As) => api.post<DraftView>("drafts", { release, as, ...(path !== undefined && { path }) }),
    async onSuccess(draft, as) {
      void client.invalidateQueries({ queryKey: ["drafts", "list"] });
      if (holds(draft, documents, as)) await navigate(addressOf(draft));
    },
  });
  const { data, variables } = restore;
  return { ...restore, other: data && variables && !holds(data, documents, variables) ? addressOf(data) : undefined };
}

const addressOf = ({ id }: DraftView) => `/knowledge/_draft/${encodeURIComponent(id)}`;

const holds = (draft: DraftView, documents: Documents, as: As): boolean =>
  documents.every((wanted) => {
    const text = draft.documents.find(({ path }) => path === wanted.path)?.text ?? null;
    return text === wanted[as];
  });
