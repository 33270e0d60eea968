import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import type { EntryView } from "../../../../staff/wire";
import { api, Refusal } from "../../kit/api";
import { type Outgoing, useDraft } from "../drafts";
import { addressOf, refresh } from "../useConversation";

export type Sending = ReturnType<typeof useSending>;

/**
 * Replies on their way. One that meets lines its author had not seen comes back into the field, with these lines; one
 * that was lost stays, and goes again under the same key. `seen`: the last line the author has seen.
 */
export function useSending(id: string, seen: RefObject<number>) {
  const client = useQueryClient();
  const { draft, change } = useDraft("reply", id);
  const [errors, setErrors] = useState<Record<string, unknown>>({});
  const [going, setGoing] = useState<readonly { key: string; after: number }[]>([]);
  const [missed, setMissed] = useState<EntryView[]>([]);
  const drop = (key: string) => change(({ outgoing }) => ({ outgoing: outgoing.filter((one) => one.key !== key) }));
  const takeBack = (key: string) =>
    change(({ outgoing, text, files }) => {
      const back = outgoing.find((one) => one.key === key);
      if (!back) return {};
      const words = [back.text, text].filter((part) => part !== "").join("\n\n");
      return { text: words, files: [...back.files, ...files], outgoing: outgoing.filter((one) => one !== back) };
    });

  const say = useMutation({
    // One after the other, in the order they were written.
    scope: { id: `say ${id}` },
    networkMode: "always",
    mutationFn: ({ key, text, files }: Outgoing) =>
      api.post<{ seq: number }>(`${addressOf(id)}/say`, {
        key,
        text,
        attachments: files.map((file) => file.id),
        lastSeq: seen.current,
      }),
    onSuccess: async (_, { key }) => {
      await refresh(client, id);
      drop(key);
    },
    onError: (error, { key }) => {
      if (error instanceof Refusal && error.error.code === "stale") {
        setMissed(error.error.missed);
        seen.current = error.error.lastSeq;
        takeBack(key);
      } else setErrors((before) => ({ ...before, [key]: error }));
      void refresh(client, id);
    },
    onSettled: (_answer, _error, { key }) => setGoing((before) => before.filter((one) => one.key !== key)),
  });
  const start = (reply: Outgoing) => {
    setMissed([]);
    setErrors(({ [reply.key]: _, ...others }) => others);
    setGoing((before) => [...before, { key: reply.key, after: seen.current }]);
    say.mutate(reply);
  };

  return {
    outgoing: draft.outgoing.map((reply) => ({
      ...reply,
      /** The last line that was seen when it set out, while it is on its way. */
      after: going.find(({ key }) => key === reply.key)?.after,
      error: errors[reply.key],
    })),
    /** What was said before a refused reply, unseen by its author. */
    missed,
    /** Takes what stands in the field. */
    send() {
      const reply = { key: crypto.randomUUID(), text: draft.text.trim(), files: draft.files };
      if (reply.text === "" && reply.files.length === 0) return;
      change(({ outgoing }) => ({ text: "", files: [], outgoing: [...outgoing, reply] }));
      start(reply);
    },
    again(key: string) {
      const reply = draft.outgoing.find((one) => one.key === key);
      if (reply) start(reply);
    },
    takeBack,
  };
}
