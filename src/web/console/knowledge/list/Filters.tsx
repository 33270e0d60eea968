import { Button, Select } from "@mantine/core";
import { useWords } from "../../kit/language";
import { SearchField } from "../../kit/SearchField";
import { knowledgeWords } from "../texts";
import type { ArticleFilter } from "../useStudio";
import classes from "./list.module.css";

type Given = { filter: ArticleFilter; units: string[]; put: (change: ArticleFilter) => void; clear: () => void };

const choicesOf = (named: Record<string, string>) => Object.entries(named).map(([value, label]) => ({ value, label }));

/** Everything the list can be narrowed and ordered by. */
export function Filters({ filter, units, put, clear }: Given) {
  const words = useWords(knowledgeWords);
  const { sort = "title", ...narrowing } = filter;
  const selects = [
    { of: "unit", data: units.map((unit) => ({ value: unit, label: unit })) },
    { of: "competence", data: choicesOf(words.competences) },
    { of: "missing", data: choicesOf(words.missings) },
    { of: "state", data: choicesOf(words.states) },
    { of: "due", data: [{ value: "1", label: words.dueOnly }] },
    { of: "confidence", data: choicesOf(words.confidences) },
  ] as const;
  return (
    <search className={classes.filters} aria-label={words.filters}>
      <SearchField words={words} value={filter.q ?? ""} onChange={(q) => put({ q })} />
      {selects.map(({ of, data }) => (
        <Select
          key={of}
          label={words.filter[of]}
          placeholder={words.any}
          data={data}
          value={filter[of] ?? null}
          onChange={(value) => put({ [of]: value ?? "" })}
          searchable={data.length > 8}
          clearable
          clearButtonProps={{ "aria-label": words.clear }}
          maxDropdownHeight={300}
        />
      ))}
      <Select
        label={words.filter.sort}
        data={choicesOf(words.sorts)}
        value={sort}
        onChange={(value) => put({ sort: value === "title" ? "" : (value ?? "") })}
        allowDeselect={false}
      />
      {Object.keys(narrowing).length > 0 && (
        <div>
          <Button variant="default" onClick={clear}>
            {words.clearAll}
          </Button>
        </div>
      )}
    </search>
  );
}
