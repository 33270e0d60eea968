import { Alert, Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import type { FieldView } from "../../../staff/wire";
import { useWords } from "./language";
import { requestWords } from "./requestTexts";

type Given = {
  id: string;
  field: FieldView;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
};

/** More choices than these are a list to open. */
const RADIOS_AT_MOST = 4;

const keyboards = { number: "numeric", phone: "tel", email: "email" } as const;
const types = { phone: "tel", email: "email" } as const;
const has = <T extends object>(table: T, key: string): key is keyof T & string => Object.hasOwn(table, key);

/** One question of a dialog as a field; `ask` can be read out to the person. */
export function FormField(given: Given) {
  const { field, value } = given;
  const words = useWords(requestWords);
  const choices =
    field.kind === "yes_no" && field.choices.length === 0
      ? [
          { value: "yes", title: words.yes, urgent: false },
          { value: "no", title: words.no, urgent: false },
        ]
      : field.choices;
  if (choices.length === 0) return <Written {...given} />;
  const danger = choices.some((choice) => choice.value === value && choice.urgent);
  return (
    <Stack gap={6}>
      {choices.length > RADIOS_AT_MOST ? (
        <Listed {...given} choices={choices} />
      ) : (
        <Radios {...given} choices={choices} />
      )}
      {danger && (
        <Alert role="alert" color="red" p="xs" icon={<TriangleAlert size={18} aria-hidden />}>
          {words.urgentChoice}
        </Alert>
      )}
    </Stack>
  );
}

function useShared({ id, field, error }: Given) {
  const words = useWords(requestWords);
  return {
    id,
    label: field.optional ? `${field.label} (${words.optional})` : field.label,
    description: field.ask,
    required: !field.optional,
    withAsterisk: false,
    ...(error !== undefined && { error }),
  };
}

function Written(given: Given) {
  const { field, value, onChange } = given;
  const shared = { ...useShared(given), value, maxLength: 2000 };
  if (field.kind === "text")
    return (
      <Textarea
        {...shared}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...shared}
      autoComplete="off"
      {...(has(types, field.kind) && { type: types[field.kind] })}
      {...(has(keyboards, field.kind) && { inputMode: keyboards[field.kind] })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

type WithChoices = Given & { choices: FieldView["choices"] };

function Listed({ choices, ...given }: WithChoices) {
  const words = useWords(requestWords);
  return (
    <Select
      {...useShared(given)}
      placeholder={words.choose}
      data={choices.map(({ value, title }) => ({ value, label: title }))}
      value={given.value || null}
      onChange={(value) => given.onChange(value ?? "")}
      searchable
      selectFirstOptionOnChange
      clearable={given.field.optional}
      allowDeselect={given.field.optional}
    />
  );
}

function Radios({ choices, ...given }: WithChoices) {
  const words = useWords(requestWords);
  const { id, ...shared } = useShared(given);
  const all = given.field.optional ? [...choices, { value: "", title: words.noAnswer, urgent: false }] : choices;
  return (
    <Radio.Group {...shared} value={given.value} onChange={given.onChange} size="sm">
      <Stack gap={6} mt={6}>
        {all.map(({ value, title }, index) => (
          <Radio key={value} value={value} label={title} size="sm" {...(index === 0 && { id })} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
