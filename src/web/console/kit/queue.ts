import { useQuery } from "@tanstack/react-query";
import type { QueueView } from "../../../staff/wire";
import { api } from "./api";
import { useRight } from "./session";

/** The live lists of the inbox; the live connection makes them stale, the slow poll covers what it could not. */
export function useQueue() {
  const enabled = useRight("read_desk");
  return useQuery({
    queryKey: ["queue"],
    queryFn: ({ signal }) => api.get<QueueView>("queue", signal),
    refetchInterval: 25_000,
    enabled,
  });
}
