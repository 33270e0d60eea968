import { Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { RequestView } from "../../../../staff/wire";
import { Ask } from "../../conversation/dialogs/Ask";
import { useWords } from "../../kit/language";
import { type ActSent, useAct } from "../useRequests";
import { ForwardFields, MergeFields, OutsideFields } from "./ActFields";
import { type ActDraft, emptyDraft, isReady, needsWords, sentOf } from "./actDraft";
import { actWords } from "./actTexts";
import { Missed, useSeen } from "./Missed";
import { TemplateOf } from "./TemplateOf";

export type OpenedAct = { kind: ActSent["kind"]; forUnit: boolean; into?: string };
type Given = { view: RequestView; opened: OpenedAct; onClose: () => void };

/** A small form for one act. What others did meanwhile has to be read before it goes, and what was typed stays. */
export function ActForm({ view, opened: { kind, forUnit, into = "" }, onClose }: Given) {
  const words = useWords(actWords);
  const { seen, missed, read } = useSeen(view);
  const [draft, setDraft] = useState<ActDraft>({ ...emptyDraft, into });
  const act = useAct(view.id);
  const change = (next: Partial<ActDraft>) => setDraft((before) => ({ ...before, ...next }));
  const possible = (forUnit ? view.unitActs : view.acts).includes(kind);
  const readMissed = () => {
    read();
    act.reset();
  };
  const saved = () => {
    notifications.show({ message: words.done });
    onClose();
  };
  return (
    <Ask
      title={forUnit ? words.byUnit(words.acts[kind]) : words.acts[kind]}
      submit={words.send}
      disabled={missed.length > 0 || !possible || !isReady(kind, draft)}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ ...sentOf(kind, draft), forUnit, seen }, { onSuccess: saved })}
      onClose={onClose}
    >
      <Missed view={view} events={missed} onRead={readMissed} />
      {!possible && <Text size="sm">{words.notAnyMore}</Text>}
      {kind === "forward" && <ForwardFields draft={draft} onChange={change} view={view} />}
      {kind === "forward_outside" && <OutsideFields draft={draft} onChange={change} />}
      {kind === "merge" && <MergeFields draft={draft} onChange={change} nearby={view.nearby} />}
      <TemplateOf view={view} kind={kind} onUse={(text) => change({ words: text })} />
      <Textarea
        label={words.words[labelOf(kind)]}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={draft.words}
        required={needsWords(kind)}
        data-autofocus={!["forward", "forward_outside", "merge"].includes(kind) || undefined}
        onChange={({ currentTarget }) => change({ words: currentTarget.value })}
      />
    </Ask>
  );
}

function labelOf(kind: OpenedAct["kind"]) {
  if (kind === "ask") return "question";
  if (kind === "add") return "added";
  return needsWords(kind) ? "reason" : "free";
}
