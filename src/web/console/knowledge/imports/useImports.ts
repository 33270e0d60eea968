import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FaqView, ImportsView, PageView } from "../../../../staff/wire";
import { api } from "../../kit/api";

const ALL = "imports";

/** A table as it goes to the server. */
export type FaqTable = { format: "csv" | "xlsx"; content: string };
export type Columns = FaqView["columns"];
/** What is told of it: the table, and which column is what, where the headings do not say. */
export type Told = { table: FaqTable; columns: Columns | undefined };

const postFaq = ({ table, columns }: Told, look: boolean) =>
  api.post<FaqView>(`${ALL}/faq`, { ...table, ...(columns && { columns }), look });

/** Whose pages may be fetched. */
export const useHosts = () =>
  useQuery({ queryKey: [ALL, "hosts"], queryFn: ({ signal }) => api.get<ImportsView>(ALL, signal) });

/** What a table would become; `file` tells one choice of a file from the next. */
export const useLook = (file: string, told: Told) =>
  useQuery({
    queryKey: [ALL, "look", file, told.columns],
    queryFn: () => postFaq(told, true),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });

/** Drafts appear in the list of drafts. */
function useMaking<Given, Answer>(make: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: make, onSuccess: () => client.invalidateQueries({ queryKey: ["drafts"] }) });
}

export const useFaqImport = () => useMaking((told: Told) => postFaq(told, false));
export const usePageImport = () => useMaking((url: string) => api.post<PageView>(`${ALL}/page`, { url }));
