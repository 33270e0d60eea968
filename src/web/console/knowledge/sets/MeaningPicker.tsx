import { MultiSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { IntentView } from "../../../../staff/wire";
import { api, withQuery } from "../../kit/api";
import { useWords } from "../../kit/language";
import { setsWords } from "./texts";

type Option = { value: string; label: string };
type Given = { value: string[]; onChange: (value: string[]) => void };

/** Meanings as `kind:id`, found by their names. */
export function MeaningPicker({ value, onChange }: Given) {
  const words = useWords(setsWords);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Option[]>([]);
  const [q] = useDebouncedValue(text.trim(), 120);
  const { data } = useQuery({
    queryKey: ["intents", q],
    queryFn: ({ signal }) => api.get<{ intents: IntentView[] }>(withQuery("intents", { q }), signal),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const found = q === "" ? [] : (data?.intents ?? []).map(optionOf);
  const options = [...chosen, ...found.filter((one) => !chosen.some(({ value }) => value === one.value))];
  const choose = (names: string[]) => {
    setChosen(options.filter((one) => names.includes(one.value)));
    onChange(names);
  };
  return (
    <MultiSelect
      label={words.meanings}
      description={words.meaningsHint}
      placeholder={words.searchMeaning}
      data={options}
      value={value}
      onChange={choose}
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      hidePickedOptions
      comboboxProps={{ withinPortal: false }}
      nothingFoundMessage={q !== "" && words.noMeaning}
    />
  );
}

const optionOf = ({ intent, title }: IntentView): Option => ({ value: `${intent.kind}:${intent.id}`, label: title });
