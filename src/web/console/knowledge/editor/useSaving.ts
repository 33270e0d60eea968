import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { DraftView } from "../../../../staff/wire";
import { api, Refusal } from "../../kit/api";
import type { ArticleForm } from "./fields";
import { draftAddress, newerDraft } from "./useDraft";

type Sent = { seen: number; form: ArticleForm };

/** Sends the form, one save at a time. */
export function useSaving(
  id: string,
  put: (draft: DraftView) => void,
  onSaved: (sent: Sent, saved: DraftView) => void,
) {
  const isRunning = useRef(false);
  const save = useMutation({
    mutationFn: (sent: Sent) => api.post<DraftView>(`${draftAddress(id)}/article`, sent),
    // Without a connection it fails at once and is tried again, instead of waiting unseen.
    networkMode: "always",
    onSuccess(saved, sent) {
      onSaved(sent, saved);
      put(saved);
    },
    onError(error) {
      const newer = newerDraft(error);
      if (newer) put(newer);
    },
    onSettled() {
      isRunning.current = false;
    },
  });
  return {
    ...{ isPending: save.isPending, error: save.error, sent: save.variables?.form },
    isLost: save.isError && !(save.error instanceof Refusal),
    isRefused: save.error instanceof Refusal && !newerDraft(save.error),
    submit(sent: Sent) {
      if (isRunning.current) return;
      isRunning.current = true;
      save.mutate(sent);
    },
  };
}

/** Submits once nobody has typed for a while, when the page is hidden, and when it is left. */
export function useAutosave(isWanted: boolean, mine: ArticleForm, afterMs: number, submit: () => void): void {
  const latest = useRef(() => {});
  latest.current = () => void (isWanted && submit());
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key starts the wait anew
  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(() => latest.current(), afterMs);
    return () => clearTimeout(timer);
  }, [isWanted, mine, afterMs]);
  useEffect(() => {
    const leave = () => document.hidden && latest.current();
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      latest.current();
    };
  }, []);
}

/** Closing the tab would lose what is not saved. */
export function useWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isChanged]);
}
