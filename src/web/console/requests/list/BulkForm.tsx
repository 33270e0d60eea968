import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { BulkDone, RequestRow } from "../../../../staff/wire";
import { Ask } from "../../conversation/dialogs/Ask";
import { fromField } from "../../conversation/dialogs/snoozeTimes";
import { useWords } from "../../kit/language";
import { ForwardFields, MergeFields } from "../detail/ActFields";
import { type ActDraft, emptyDraft, isReady, sentOf } from "../detail/actDraft";
import { useBulk, useChoices } from "../useRequests";
import { bulkWords } from "./bulkTexts";

export type BulkKind = "assign" | "due" | "forward" | "merge";
type Given = { kind: BulkKind; chosen: RequestRow[]; onDone: (done: BulkDone) => void; onClose: () => void };

const NOBODY = "-";

/** The small form of one thing to be done with several. */
export function BulkForm({ kind, chosen, onDone, onClose }: Given) {
  const words = useWords(bulkWords);
  const { data: choices } = useChoices();
  const [draft, setDraft] = useState<ActDraft>(emptyDraft);
  const [person, setPerson] = useState<string | null>(null);
  const [until, setUntil] = useState("");
  const bulk = useBulk(chosen);
  const change = (next: Partial<ActDraft>) => setDraft((before) => ({ ...before, ...next }));
  const dueAt = fromField(until);
  const ready = { assign: person !== null, due: dueAt !== undefined };
  const sent = () => {
    if (kind === "assign") return { change: { assignedTo: person === NOBODY ? null : person } };
    if (kind === "due") return { change: { dueAt: dueAt?.toISOString() ?? null } };
    return { act: sentOf(kind, draft) };
  };
  return (
    <Ask
      title={words[kind]}
      intro={words.selected(chosen.length)}
      submit={words.submit}
      disabled={kind === "assign" || kind === "due" ? !ready[kind] : !isReady(kind, draft)}
      pending={bulk.isPending}
      error={bulk.error}
      onSubmit={() => bulk.mutate(sent(), { onSuccess: onDone })}
      onClose={onClose}
    >
      {kind === "assign" && (
        <Select
          label={words.person}
          data={[
            ...(choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: words.nobody },
          ]}
          value={person}
          onChange={setPerson}
          searchable
          data-autofocus
        />
      )}
      {kind === "due" && (
        <TextInput
          type="datetime-local"
          label={words.until}
          value={until}
          data-autofocus
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        />
      )}
      {kind === "forward" && <ForwardFields draft={draft} onChange={change} />}
      {kind === "merge" && <MergeFields draft={draft} onChange={change} />}
    </Ask>
  );
}
