import { ActionIcon, Button, Indicator, Popover, Select, Stack } from "@mantine/core";
import { SlidersHorizontal } from "lucide-react";
import { useChannelName } from "../kit/channels";
import { useWords } from "../kit/language";
import { type Filter, isNarrowed, useFilters } from "./lists";
import { inboxWords } from "./texts";

/** Narrows the lists by channel, language, area, team or tag. */
export function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const words = useWords(inboxWords);
  const channelName = useChannelName();
  const { data } = useFilters();
  const named = (all: { id: string; name: string }[] = []) => all.map(({ id, name }) => ({ value: id, label: name }));
  const fields = [
    { of: "channel", options: data?.channels.map((value) => ({ value, label: channelName(value) })) ?? [] },
    { of: "language", options: Object.entries(words.languages).map(([value, label]) => ({ value, label })) },
    { of: "area", options: named(data?.areas) },
    { of: "team", options: named(data?.teams) },
    { of: "tag", options: data?.tags.map((value) => ({ value, label: value })) ?? [] },
  ] as const;
  const narrowed = isNarrowed(filter);
  return (
    <Popover position="bottom-end" width={260} trapFocus returnFocus withArrow>
      <Popover.Target>
        <ActionIcon size={36} variant="default" aria-label={narrowed ? words.filterOn : words.filter}>
          <Indicator disabled={!narrowed} size={9}>
            <SlidersHorizontal size={16} aria-hidden />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.filter}>
        <Stack gap="xs">
          {fields.map(({ of, options }) => (
            <Select
              key={of}
              label={words.filters[of]}
              placeholder={words.any}
              data={options}
              value={filter[of] ?? null}
              onChange={(value) => onChange({ ...filter, [of]: value ?? "" })}
              searchable={options.length > 8}
              clearable
              clearButtonProps={{ "aria-label": words.clear }}
              comboboxProps={{ withinPortal: false }}
            />
          ))}
          <Button variant="default" size="sm" disabled={!narrowed} onClick={() => onChange({})}>
            {words.clearFilters}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
