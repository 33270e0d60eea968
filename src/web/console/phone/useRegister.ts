import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import type { CallFiled } from "../../../staff/wire";
import { api } from "../kit/api";
import { useForm } from "../kit/RequestFields";
import { answersFor } from "../kit/requestDraft";
import { callBody, type Missing, missingIn, outcomeOf } from "./call";
import type { CallDesk } from "./useCall";

export type RegisteredCall = CallFiled & { ms: number };
type Fields = { contact: RefObject<HTMLInputElement | null>; outcome: RefObject<HTMLInputElement | null> };

/** Registers the call; when something is missing, goes there instead. Afterwards the desk is empty. */
export function useRegister(desk: CallDesk, fields: Fields, toSearch: () => void) {
  const { call } = desk;
  const client = useQueryClient();
  const [isTried, setTried] = useState(false);
  const form = useForm({ service: call.filing ? call.request.service : "", language: call.language });
  const calls = useMutation({
    mutationFn: async (): Promise<RegisteredCall> => {
      const ms = Date.now() - Date.parse(call.startedAt ?? new Date().toISOString());
      const answers = form.data ? answersFor(form.data, call.request) : {};
      return { ...(await api.post<CallFiled>("calls", callBody(call, answers))), ms };
    },
    onSuccess() {
      setTried(false);
      desk.next();
      desk.forgetDiscarded();
      toSearch();
      for (const key of ["tasks", "requests", "queue"]) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  const lacking = missingIn(call);
  const submit = () => {
    if (calls.isPending) return;
    if (!lacking) return calls.mutate();
    setTried(true);
    focusOn(lacking, fields);
  };
  const missing: Missing | undefined = isTried ? lacking : undefined;
  return {
    submit,
    missing,
    isPending: calls.isPending,
    error: calls.error,
    done: calls.data,
    isFiled: outcomeOf(call) === "filed",
    reset() {
      setTried(false);
      calls.reset();
    },
  };
}

function focusOn(missing: Missing, { contact, outcome }: Fields): void {
  if (missing === "outcome") outcome.current?.focus();
  if (missing === "contact") contact.current?.focus();
  if (missing === "service") document.querySelector<HTMLInputElement>("[data-request-form] input")?.focus();
}
