import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { OfficeName, OfficeSettings, SettingView } from "../../../staff/wire/office";
import { api, Refusal } from "../kit/api";

/** A version as it is being written; `seen` is the one it was made from. */
type Draft<Value> = { seen: number; value: Value; why: string };
/** What somebody else saved meanwhile. */
export type Stale<Value> = { version: number; value: Value; by: string };
export type Setting<Name extends OfficeName> = ReturnType<typeof useSetting<Name>>;

/**
 * One setting of the office and what this person changes in it. The draft lives as long as the tab, not in the
 * browser's storage, because it may hold secrets.
 */
export function useSetting<Name extends OfficeName>(name: Name) {
  type Value = OfficeSettings[Name];
  const client = useQueryClient();
  const [key, draftKey] = [
    ["office", name],
    ["office-draft", name],
  ];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<SettingView<Value>>(`office/${name}`, signal),
  });
  const { data: draft } = useQuery<Draft<Value> | null>({
    queryKey: draftKey,
    queryFn: skipToken,
    initialData: null,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const keep = (next: Draft<Value> | null) => client.setQueryData(draftKey, next);
  const save = useMutation({
    mutationFn: (body: Draft<Value>) => api.post<SettingView<Value>>(`office/${name}`, body),
    onSuccess(saved) {
      client.setQueryData(key, saved);
      keep(null);
      void client.invalidateQueries({ queryKey: ["requests", "choices"] });
    },
  });
  const isChanged = Boolean(draft && data && JSON.stringify(draft.value) !== JSON.stringify(data.value));
  useWarning(isChanged);
  return {
    name,
    error,
    retry: () => void refetch(),
    saved: data,
    value: draft?.value ?? data?.value,
    why: draft?.why ?? "",
    isChanged,
    isSaving: save.isPending,
    isSaved: save.isSuccess && !isChanged,
    /** What was sent when it was refused. */
    sent: save.variables?.value,
    refused: staleOf<Value>(save.error) ? null : save.error,
    stale: staleOf<Value>(save.error),
    change(value: Value, why = draft?.why ?? "") {
      if (!data) return;
      if (save.isSuccess) save.reset();
      keep({ seen: draft?.seen ?? data.version, value, why });
    },
    explain: (why: string) => draft && keep({ ...draft, why }),
    save: () => draft && save.mutate(draft),
    /** Mine becomes the version after theirs. */
    saveOver: (theirs: Stale<Value>) => draft && save.mutate({ ...draft, seen: theirs.version }),
    drop() {
      keep(null);
      save.reset();
      void refetch();
    },
  };
}

function staleOf<Value>(error: unknown): Stale<Value> | undefined {
  if (!(error instanceof Refusal) || error.error.code !== "office_stale") return undefined;
  const { version, value, by } = error.error;
  return { version, value: value as Value, by };
}

/** Closing the tab would lose what was written. */
function useWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isChanged]);
}
