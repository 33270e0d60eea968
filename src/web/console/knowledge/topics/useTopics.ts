import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Topic, TopicsView } from "../../../../staff/wire";
import { api } from "../../kit/api";

const KEY = ["topics"];

/** On what a person answers instead of the bot. */
export const useTopics = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get<TopicsView>("topics", signal) });

type Switched = { topic: Topic; off: boolean; why?: string };

/** Switches a topic; every list that shows it has the answer at once. `then`: also when its button goes with that. */
export function useSwitch(then?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (switched: Switched) => api.post<TopicsView>("topics", switched),
    onSuccess(view) {
      then?.();
      client.setQueryData(KEY, view);
    },
  });
}
