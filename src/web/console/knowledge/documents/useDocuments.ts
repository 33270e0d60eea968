import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DocumentList, DraftView } from "../../../../staff/wire";
import { api } from "../../kit/api";

/** What there is to edit beside the articles. */
export const useDocuments = () =>
  useQuery({
    queryKey: ["documents", "list"],
    queryFn: ({ signal }) => api.get<DocumentList>("documents", signal),
  });

/** Begins a document's draft, or finds the one there is. */
export function useBeginningDocument(onBegun: (draft: DraftView) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (document: string) => api.post<DraftView>("drafts", { document }),
    onSuccess(draft) {
      void client.invalidateQueries({ queryKey: ["documents", "list"] });
      onBegun(draft);
    },
  });
}
