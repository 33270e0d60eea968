import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { DocumentView } from "../../../../staff/wire";
import { api, withQuery } from "../../kit/api";
import type { Tree } from "./tree";

/** A draft's document as a tree. `draw` reads it anew, `put` changes the one that was read. */
export function useTree(draft: string, path: string) {
  const client = useQueryClient();
  const key = useMemo(() => ["documents", "tree", path, draft], [path, draft]);
  const { data, error } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<DocumentView>(withQuery("documents/tree", { path, draft }), signal),
    // What is typed here decides when it is drawn anew.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const draw = useCallback(async () => {
    await client.refetchQueries({ queryKey: key }, { throwOnError: true });
    return client.getQueryData<DocumentView>(key)?.tree;
  }, [client, key]);
  const put = useCallback(
    (edit: (tree: Tree) => Tree) =>
      client.setQueryData<DocumentView>(key, (view) => view?.tree && { ...view, tree: edit(view.tree) }),
    [client, key],
  );
  return { view: data, error, draw, put };
}
