import { Button, Checkbox, MultiSelect, Select, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "../../kit/language";
import { SearchField } from "../../kit/SearchField";
import { stateWords } from "../stateTexts";
import { requestsWords } from "../texts";
import type { Filter } from "../useFilter";
import { useChoices } from "../useRequests";
import classes from "./list.module.css";

type Given = { filter: Filter; put: (change: Filter) => void; only: (filter: Filter) => void };
const rare = ["districts", "assigned", "kind", "from", "to", "overdue", "byHand"] as const;

/** Everything the list can be narrowed by; the rarer ones are folded away until wanted. */
export function Filters({ filter, put, only }: Given) {
  const words = useWords(requestsWords);
  const states = useWords(stateWords);
  const { data: choices } = useChoices();
  const [more, setMore] = useState(rare.some((name) => filter[name]));
  const narrowed = Object.keys(filter).length > 0;
  const several = [
    { of: "services", options: choices?.services.map(({ code, label }) => ({ value: code, label })) ?? [] },
    { of: "units", options: choices?.units.map(({ id, name }) => ({ value: id, label: name })) ?? [] },
    { of: "states", options: Object.entries(states).map(([value, label]) => ({ value, label })) },
  ] as const;
  return (
    <search className={classes.filters} data-more={more || undefined} aria-label={words.filters}>
      <SearchField words={words} value={filter.q ?? ""} onChange={(q) => put({ q })} />
      {several.map(({ of, options }) => (
        <MultiSelect
          key={of}
          className={classes.usual ?? ""}
          label={words.filter[of]}
          placeholder={filter[of] ? "" : words.any}
          data={options}
          value={filter[of]?.split(",") ?? []}
          onChange={(values) => put({ [of]: values.join(",") })}
          searchable
          clearable
          clearButtonProps={{ "aria-label": words.clear }}
          maxDropdownHeight={300}
        />
      ))}
      {more && <Rare filter={filter} put={put} />}
      <div className={classes.filterButtons}>
        <Button variant="subtle" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? words.fewer : words.more}
        </Button>
        {narrowed && (
          <Button variant="default" onClick={() => only({})}>
            {words.clearAll}
          </Button>
        )}
      </div>
    </search>
  );
}

function Rare({ filter, put }: Pick<Given, "filter" | "put">) {
  const words = useWords(requestsWords);
  const { data: choices } = useChoices();
  const people = choices?.people.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const one = [
    { of: "assigned", options: [{ value: "me", label: words.me }, ...people] },
    { of: "kind", options: Object.entries(words.kinds).map(([value, label]) => ({ value, label })) },
  ] as const;
  return (
    <>
      <MultiSelect
        label={words.filter.districts}
        placeholder={filter.districts ? "" : words.any}
        data={choices?.districts.map((value) => ({ value, label: words.district(value) })) ?? []}
        value={filter.districts?.split(",") ?? []}
        onChange={(values) => put({ districts: values.join(",") })}
        searchable
        clearable
        clearButtonProps={{ "aria-label": words.clear }}
      />
      {one.map(({ of, options }) => (
        <Select
          key={of}
          label={words.filter[of]}
          placeholder={words.any}
          data={options}
          value={filter[of] ?? null}
          onChange={(value) => put({ [of]: value ?? "" })}
          searchable={options.length > 8}
          clearable
          clearButtonProps={{ "aria-label": words.clear }}
        />
      ))}
      {(["from", "to"] as const).map((of) => (
        <Day key={of} label={words.filter[of]} value={filter[of] ?? ""} onChange={(day) => put({ [of]: day })} />
      ))}
      {(["overdue", "byHand"] as const).map((of) => (
        <Checkbox
          key={of}
          className={classes.check ?? ""}
          label={words.filter[of]}
          checked={filter[of] === "1"}
          onChange={({ currentTarget }) => put({ [of]: currentTarget.checked ? "1" : "" })}
        />
      ))}
    </>
  );
}

/** Half a year typed is no day yet, and must not be asked for. */
function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      type="date"
      label={label}
      min="2000-01-01"
      max="2100-12-31"
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        if (currentTarget.value === "" || currentTarget.validity.valid) onChange(currentTarget.value);
      }}
    />
  );
}
