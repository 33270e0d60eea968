import { Alert, Button, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { RequestView } from "../../../../staff/wire";
import { Ask } from "../../conversation/dialogs/Ask";
import { useWords } from "../../kit/language";
import { useAct } from "../useRequests";
import { ForwardFields, MergeFields, OutsideFields } from "./ActFields";
import { type ActDraft, emptyDraft, isReady, needsWords, sentOf } from "./actDraft";
import { actWords } from "./actTexts";
import { Events } from "./History";
import { TemplateOf } from "./TemplateOf";

export type OpenedAct = { kind: RequestView["acts"][number]; forUnit: boolean; into?: string };
type Given = { view: RequestView; opened: OpenedAct; onClose: () => void };

/** A small form for one act. What others did meanwhile has to be read before it goes, and what was typed stays. */
export function ActForm({ view, opened: { kind, forUnit, into = "" }, onClose }: Given) {
  const words = useWords(actWords);
  const [seen, setSeen] = useState(view.version);
  const [draft, setDraft] = useState<ActDraft>({ ...emptyDraft, into });
  const act = useAct(view.id);
  const change = (next: Partial<ActDraft>) => setDraft((before) => ({ ...before, ...next }));
  const missed = view.events.filter(({ number }) => number > seen);
  const possible = (forUnit ? view.unitActs : view.acts).includes(kind);
  const read = () => {
    setSeen(view.version);
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
      {missed.length > 0 && (
        <Alert
          role="alert"
          color="orange"
          variant="outline"
          p="xs"
          icon={<TriangleAlert size={18} aria-hidden />}
          title={words.missed}
        >
          <Events view={view} events={missed} />
          <Button mt="xs" variant="default" onClick={read}>
            {words.read}
          </Button>
        </Alert>
      )}
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
