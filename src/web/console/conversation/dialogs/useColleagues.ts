import { useQuery } from "@tanstack/react-query";
import type { ColleaguesView } from "../../../../staff/wire";
import { api } from "../../kit/api";

/** Who is at the desk and how much they have; asked anew every time a dialog opens. */
export function useColleagues(enabled = true) {
  return useQuery({
    queryKey: ["colleagues"],
    queryFn: ({ signal }) => api.get<ColleaguesView>("colleagues", signal),
    staleTime: 5_000,
    enabled,
  });
}
