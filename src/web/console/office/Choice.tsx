import { Select } from "@mantine/core";
import { useWords } from "../kit/language";
import { officeWords } from "./texts";
import type { Choices } from "./useChoices";

type Given = {
  label: string;
  description?: string;
  data: Choices["services"];
  value: string;
  onChange: (value: string) => void;
  /** Said where nothing is chosen, which is allowed then. */
  none?: string;
  error?: string | undefined;
};

/** One of many, by typing. */
export function Choice({ label, description, data, value, onChange, none, error }: Given) {
  const words = useWords(officeWords);
  return (
    <Select
      label={label}
      data={data}
      value={value || null}
      onChange={(chosen) => onChange(chosen ?? "")}
      searchable
      selectFirstOptionOnChange
      clearable={none !== undefined}
      allowDeselect={false}
      required={none === undefined}
      withAsterisk={false}
      error={error}
      nothingFoundMessage={words.nothingFound}
      {...(description !== undefined && { description })}
      {...(none !== undefined && { placeholder: none })}
    />
  );
}
