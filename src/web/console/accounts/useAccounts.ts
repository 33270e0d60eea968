import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AccountView, AreaView, OpenSessionView, TeamView } from "../../../staff/wire";
import { api } from "../kit/api";

export const useAccounts = (enabled = true) =>
  useQuery({
    queryKey: ["accounts"],
    queryFn: ({ signal }) => api.get<{ accounts: AccountView[] }>("accounts", signal),
    select: ({ accounts }) => accounts,
    enabled,
  });

export const useTeams = (enabled = true) =>
  useQuery({
    queryKey: ["teams"],
    queryFn: ({ signal }) => api.get<{ teams: TeamView[] }>("teams", signal),
    select: ({ teams }) => teams,
    enabled,
  });

export const useAreas = () =>
  useQuery({
    queryKey: ["areas"],
    queryFn: ({ signal }) => api.get<{ areas: AreaView[] }>("areas", signal),
    select: ({ areas }) => areas,
    staleTime: 600_000,
  });

export const useSessionsOf = (id: string) =>
  useQuery({
    queryKey: ["sessions", id],
    queryFn: ({ signal }) =>
      api.get<{ sessions: OpenSessionView[] }>(`accounts/${encodeURIComponent(id)}/sessions`, signal),
    select: ({ sessions }) => sessions,
  });

/** A change after which accounts, teams and open logins are fetched anew. */
export function useAdministering<Given, Told>(act: (given: Given) => Promise<Told>, after?: (told: Told) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess(told) {
      for (const key of ["accounts", "teams", "sessions", "audit"]) void client.invalidateQueries({ queryKey: [key] });
      after?.(told);
    },
  });
}
