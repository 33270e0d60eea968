import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { RequestChoices } from "../../../staff/wire";
import { api } from "../kit/api";

/** Kinds of report, units and districts to choose from, and what they are called. */
export function useChoices() {
  const { data, error, refetch } = useQuery({
    queryKey: ["requests", "choices"],
    queryFn: ({ signal }) => api.get<RequestChoices>("requests/choices", signal),
    staleTime: 600_000,
  });
  return useMemo(() => {
    const { services = [], units = [], districts = [] } = data ?? {};
    const serviceNames = new Map(services.map(({ code, label }) => [code, label]));
    const unitNames = new Map(units.map(({ id, name }) => [id, name]));
    return {
      isThere: data !== undefined,
      error,
      retry: () => void refetch(),
      services: services.map(({ code, label }) => ({ value: code, label })),
      units: units.map(({ id, name }) => ({ value: id, label: name })),
      districts,
      service: (code: string) => serviceNames.get(code) ?? code,
      unit: (id: string) => unitNames.get(id) ?? id,
    };
  }, [data, error, refetch]);
}
export type Choices = ReturnType<typeof useChoices>;
