import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { DraftAct, DraftView, EffectView, PublishedView } from "../../../../staff/wire";
import { api, Refusal } from "../../kit/api";
import { keyOf, stepKey } from "../editor/useDraft";

/** Everything somebody may do with a draft, with what it needs. */
export type Step =
  | { act: "submit"; why: string }
  | { act: "approve" | "return"; note: string }
  | { act: "publish"; why: string; confirmed: string }
  | { act: "schedule"; why: string; at: string }
  | { act: "assign"; owner: string | null }
  | { act: "unschedule" | "take_over" | "discard" };

const decisions: DraftAct[] = ["approve", "return", "publish", "schedule"];
const addressOf = ({ id }: DraftView) => `drafts/${encodeURIComponent(id)}`;

type Answer = DraftView | PublishedView | object;

/** Does a step; a release leads to what was published, a draft thrown away to the list. */
export function useStep(draft: DraftView, onChanged: (draft: DraftView) => void, seeAgain: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async (to: string, state?: { published: number }) => {
    await navigate(to, { state });
    for (const queryKey of [["drafts", "list"], ["releases"], ["knowledge-studio"]])
      void client.invalidateQueries({ queryKey });
  };
  return useMutation({
    mutationKey: stepKey(draft.id),
    onMutate: () => client.cancelQueries({ queryKey: keyOf(draft.id) }),
    mutationFn: (step: Step) => {
      const kind = decisions.includes(step.act) ? "decisions" : "acts";
      return api.post<Answer>(`${addressOf(draft)}/${kind}`, { ...step, seen: draft.version });
    },
    onSuccess(answer) {
      if ("release" in answer) return leave(placeOf(draft), { published: answer.release.number });
      if (!("documents" in answer)) return leave("/knowledge/_drafts");
      onChanged(answer);
    },
    async onError(error) {
      const refused = error instanceof Refusal ? error.error : undefined;
      if (refused?.code === "draft_stale") onChanged(refused.draft);
      if (refused?.code !== "not_published") return;
      if (refused.because === "not_seen") seeAgain();
      if (refused.because === "moved") onChanged(await api.get<DraftView>(addressOf(draft)));
    },
  });
}

/** Where what was published is read; the history, where nothing of it is left or it has no page. */
function placeOf({ subject, documents }: DraftView): string {
  const [, id] = /^article:(.+)$/.exec(subject) ?? [];
  const stays = documents.some(({ path, text }) => path === `knowledge/${id}.md` && text === null) === false;
  return id !== undefined && stays ? `/knowledge/${encodeURIComponent(id)}` : "/knowledge/_history";
}

/** What the draft would change, once it was asked; forgotten as soon as a text of the draft is another one. */
export function useEffectOf(draft: DraftView) {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["effect", draft.id],
    queryFn: async () => ({
      documents: draft.documents,
      effect: await api.get<EffectView>(`${addressOf(draft)}/effect`),
    }),
    enabled: false,
    retry: false,
  });
  const effect = data && sameTexts(data.documents, draft.documents) ? data.effect : undefined;
  return { effect, error: isFetching ? null : error, running: isFetching, run: () => void refetch() };
}
export type Effect = ReturnType<typeof useEffectOf>;

type Documents = DraftView["documents"];

const sameTexts = (some: Documents, others: Documents): boolean =>
  some.length === others.length &&
  some.every(({ path, text, base }, at) => {
    const other = others[at];
    return other?.path === path && other.text === text && other.base === base;
  });
