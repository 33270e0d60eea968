import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { RiskDraft } from "../../../../staff/wire";
import { api } from "../../kit/api";

/** Puts what is to be accepted into a draft and goes there, where it is checked and published as anything else. */
export function useDialDraft() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (answers: number) => api.post<RiskDraft>("knowledge-risk", { answers }),
    onSuccess: ({ draft }) => void navigate(`/knowledge/_draft/${draft}`),
  });
}
