import { Alert, Skeleton, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Info, TriangleAlert } from "lucide-react";
import { useEffect, useId } from "react";
import type { FieldMistake, FieldView, FormView } from "../../../staff/wire";
import { api, withQuery } from "./api";
import { ErrorNote } from "./ErrorNote";
import { FormField } from "./FormField";
import type { Language } from "./language";
import { useWords } from "./language";
import type { RequestDraft } from "./requestDraft";
import { requestWords } from "./requestTexts";
import { ServiceSelect } from "./ServiceSelect";

type Wanted = { service: string; language: Language; conversationId?: string | undefined };

/** The form of one kind of report, in the language the person speaks. */
export const useForm = ({ service, language, conversationId }: Wanted) =>
  useQuery({
    queryKey: ["form", service, language, conversationId],
    queryFn: ({ signal }) =>
      api.get<FormView>(
        withQuery(`forms/${encodeURIComponent(service)}`, { language, conversation: conversationId }),
        signal,
      ),
    enabled: service !== "",
    placeholderData: keepPreviousData,
  });

type Given = Omit<Wanted, "service"> & {
  draft: RequestDraft;
  onChange: (draft: RequestDraft) => void;
  mistakes: FieldMistake[];
  autoFocus?: boolean;
  /** The question as it is asked here; undefined where it is not. */
  adapt?: (field: FieldView) => FieldView | undefined;
};

/** Choosing a kind of report and all its questions at once. */
export function RequestFields({ draft, onChange, mistakes, autoFocus, adapt, ...wanted }: Given) {
  const prefix = useId();
  const { service } = draft;
  const form = useForm({ service, ...wanted });
  useEffect(() => {
    const [first] = mistakes;
    if (first) document.getElementById(`${prefix}-${first.slot}`)?.focus();
  }, [mistakes, prefix]);
  const isShown = form.data && service !== "" && !form.isPlaceholderData;
  return (
    <Stack gap="sm">
      <ServiceSelect
        value={service}
        onChange={(chosen) => onChange({ ...draft, service: chosen })}
        autoFocus={autoFocus ?? false}
      />
      <ErrorNote error={form.error} retry={() => void form.refetch()} />
      {service !== "" && !isShown && !form.error && <Skeleton height={180} />}
      {isShown && <Questions {...{ prefix, form: form.data, draft, onChange, mistakes, ...(adapt && { adapt }) }} />}
    </Stack>
  );
}

type Asked = Pick<Given, "draft" | "onChange" | "mistakes" | "adapt"> & { prefix: string; form: FormView };

function Questions({ prefix, form, draft, onChange, mistakes, adapt = (field) => field }: Asked) {
  const words = useWords(requestWords);
  const answer = (slot: string, value: string) => onChange({ ...draft, answers: { ...draft.answers, [slot]: value } });
  return (
    <>
      {form.urgent && (
        <Alert role="alert" color="red" p="xs" title={words.urgentTitle} icon={<TriangleAlert size={18} aria-hidden />}>
          <Plain text={form.urgent} />
        </Alert>
      )}
      {form.explain ? (
        <Alert color="blue" p="xs" title={words.notFiled} icon={<Info size={18} aria-hidden />}>
          <Plain text={form.explain} />
        </Alert>
      ) : (
        form.fields
          .flatMap((asked) => adapt(asked) ?? [])
          .map((field) => (
            <FormField
              key={field.slot}
              id={`${prefix}-${field.slot}`}
              field={field}
              value={draft.answers[field.slot] ?? field.value ?? ""}
              error={mistakes.find(({ slot }) => slot === field.slot)?.say}
              onChange={(value) => answer(field.slot, value)}
            />
          ))
      )}
      <Text size="xs" c="dimmed">
        {[form.hint, form.unit && words.goesTo(form.unit)].filter(Boolean).join(" · ")}
      </Text>
    </>
  );
}

const Plain = ({ text }: { text: string }) => (
  <Text size="sm" c="var(--mantine-color-text)" style={{ whiteSpace: "pre-line" }}>
    {text}
  </Text>
);
