import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ConversationView, SuggestionsView } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { addressOf } from "../useConversation";

/** What might be answered to the resident's last words; asked anew when they write. */
export function useSuggestions({ id, entries, speaker }: ConversationView) {
  const last = entries.findLast(({ author }) => author === "resident")?.seq ?? 0;
  return useQuery({
    queryKey: ["suggestions", id, last],
    queryFn: ({ signal }) => api.get<SuggestionsView>(`${addressOf(id)}/suggestions`, signal),
    enabled: last > 0 && speaker !== "closed",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
