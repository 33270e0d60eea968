import { type ComboboxItem, type OptionsFilter, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Ref } from "react";
import type { ServiceView } from "../../../staff/wire";
import { api } from "./api";
import { ErrorNote } from "./ErrorNote";
import { fitsTyped } from "./folded";
import { useWords } from "./language";
import { requestWords } from "./requestTexts";

/** Kinds of reports and ideas; they change only when editors change them. */
const useServices = () =>
  useQuery({
    queryKey: ["services"],
    queryFn: ({ signal }) => api.get<{ services: ServiceView[] }>("services", signal),
    select: ({ services }) => services,
    staleTime: 600_000,
  });

type Given = { value: string; onChange: (service: string) => void; autoFocus?: boolean; ref?: Ref<HTMLInputElement> };

/** Chooses a kind of report by any of its words, with or without diacritics. */
export function ServiceSelect({ value, onChange, autoFocus, ref }: Given) {
  const words = useWords(requestWords);
  const { data: services = [], error, refetch } = useServices();
  const groups = [...new Set(services.map(({ group }) => group))];
  const data = groups.map((group) => ({
    group: group.charAt(0).toUpperCase() + group.slice(1),
    items: services.filter((one) => one.group === group).map(({ code, label }) => ({ value: code, label })),
  }));
  const keywords = new Map(services.map(({ code, keywords, label }) => [code, [label, ...keywords].join(" ")]));
  const fits = (typed: string) => (item: ComboboxItem) => fitsTyped(typed, keywords.get(String(item.value)) ?? "");
  const filter: OptionsFilter = ({ options, search }) =>
    options
      .map((option) => ("items" in option ? { ...option, items: option.items.filter(fits(search)) } : option))
      .filter((option) => ("items" in option ? option.items.length > 0 : fits(search)(option)));
  return (
    <>
      <Select
        {...(ref !== undefined && { ref })}
        label={words.service}
        placeholder={words.servicePlaceholder}
        data={data}
        value={value || null}
        onChange={(code) => onChange(code ?? "")}
        filter={filter}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        data-autofocus={autoFocus || undefined}
        // Open by itself it would cover what is to be read first.
        openOnFocus={!autoFocus}
        nothingFoundMessage={words.nothingFound}
        maxDropdownHeight={320}
      />
      <ErrorNote error={error} retry={() => void refetch()} />
    </>
  );
}
