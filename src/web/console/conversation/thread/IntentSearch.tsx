import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { IntentView } from "../../../../staff/wire";
import { api, withQuery } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

/** More words find what is further down. */
const MOST = 6;
const nameOf = ({ intent }: IntentView) => `${intent.kind}:${intent.id}`;

/** Everything a message may mean, by the words typed so far. */
export function IntentSearch({ label, onChoose }: { label: string; onChoose: (found: IntentView) => void }) {
  const words = useWords(threadWords);
  const id = useId();
  const store = useCombobox();
  const [text, setText] = useState("");
  const [q] = useDebouncedValue(text.trim(), 120);
  const found = useQuery({
    queryKey: ["intents", q],
    queryFn: ({ signal }) => api.get<{ intents: IntentView[] }>(withQuery("intents", { q }), signal),
    select: ({ intents }) => intents,
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  const intents = q === "" ? [] : (found.data ?? []);
  return (
    <Combobox
      store={store}
      withinPortal={false}
      onOptionSubmit={(name) => {
        const chosen = intents.find((one) => nameOf(one) === name);
        if (!chosen) return;
        setText(chosen.title);
        store.closeDropdown();
        onChoose(chosen);
      }}
    >
      <Combobox.Target>
        <TextInput
          id={id}
          size="xs"
          label={label}
          placeholder={words.searchIntent}
          value={text}
          data-autofocus
          autoFocus
          rightSection={found.isFetching ? <Loader size={12} aria-hidden /> : null}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            store.openDropdown();
          }}
          onFocus={() => store.openDropdown()}
          onBlur={() => store.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q === ""}>
        <Combobox.Options aria-label={label}>
          {intents.slice(0, MOST).map((one) => (
            <Combobox.Option key={nameOf(one)} value={nameOf(one)}>
              {one.title} <span className={classes.quiet}>{words.kinds[one.intent.kind]}</span>
            </Combobox.Option>
          ))}
          {intents.length === 0 && !found.isFetching && <Combobox.Empty>{words.nothingFound}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
      <ErrorNote error={found.error} />
    </Combobox>
  );
}
