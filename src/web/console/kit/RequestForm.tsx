import { Alert, Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { FieldMistake, RequestFiled } from "../../../staff/wire";
import { api, Refusal } from "./api";
import { ErrorNote } from "./ErrorNote";
import { useKept } from "./kept";
import { type Language, useWords } from "./language";
import { RequestFields, useForm } from "./RequestFields";
import { answersFor, emptyRequest, readRequestDraft } from "./requestDraft";
import { requestWords } from "./requestTexts";

type Given = {
  conversationId: string;
  /** What the resident speaks: the questions are in it. */
  language: Language;
  /** Chosen at first. */
  service?: string | undefined;
  onFiled?: (filed: RequestFiled) => void;
};

const none: FieldMistake[] = [];
/** What the server found wrong with the answers. */
export const mistakesOf = (error: unknown): FieldMistake[] =>
  error instanceof Refusal && error.error.code === "form_mistakes" ? error.error.mistakes : none;

/** Files a report or an idea for the resident of a conversation; what is typed outlives a reload. */
export function RequestForm({ conversationId, language, service, onFiled }: Given) {
  const words = useWords(requestWords);
  const fresh = () => ({ ...emptyRequest, service: service ?? "" });
  const [draft, keepDraft] = useKept(`request-${conversationId}`, fresh, readRequestDraft);
  // One per report: pressing twice files once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const form = useForm({ service: draft.service, language, conversationId });
  const file = useMutation({
    mutationFn: (answers: Record<string, string>) =>
      api.post<RequestFiled>(`conversations/${encodeURIComponent(conversationId)}/requests`, {
        service: draft.service,
        answers,
        key,
      }),
    onSuccess(filed) {
      setKey(crypto.randomUUID());
      keepDraft(() => emptyRequest);
      onFiled?.(filed);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.data && !file.isPending) file.mutate(answersFor(form.data, draft));
  };
  if (file.data) return <Filed filed={file.data} onAnother={() => file.reset()} />;
  return (
    <form onSubmit={submit} noValidate aria-label={words.file}>
      <Stack gap="sm">
        <RequestFields
          {...{ draft, language, conversationId }}
          onChange={(next) => keepDraft(() => next)}
          mistakes={mistakesOf(file.error)}
        />
        <ErrorNote error={file.error} />
        {form.data && draft.service !== "" && !form.data.explain && (
          <Button type="submit" size="sm" loading={file.isPending}>
            {words.file}
          </Button>
        )}
      </Stack>
    </form>
  );
}

function Filed({ filed, onAnother }: { filed: RequestFiled; onAnother: () => void }) {
  const words = useWords(requestWords);
  return (
    <Stack gap="sm">
      <Alert role="status" color="green" p="xs" icon={<CircleCheck size={18} aria-hidden />}>
        {words.filed(filed.service_request_id, filed.unit)}
      </Alert>
      <Group>
        <Button variant="default" onClick={onAnother} autoFocus>
          {words.another}
        </Button>
      </Group>
    </Stack>
  );
}
