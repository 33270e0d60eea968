import { Select } from "@mantine/core";
import type { CareState, QuestionList } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { SearchField } from "../../kit/SearchField";
import { knowledgeWords } from "../texts";
import classes from "./questions.module.css";
import { questionWords } from "./texts";
import type { QuestionFilter } from "./useQuestions";

type Given = {
  filter: QuestionFilter;
  counts: QuestionList["counts"] | undefined;
  put: (change: QuestionFilter) => void;
};

const states = ["open", "taken", "added", "new_article", "out_of_scope", "done"] as const satisfies CareState[];
const choicesOf = (named: Record<string, string>) => Object.entries(named).map(([value, label]) => ({ value, label }));

/** The states with how many groups each has, and what else the list can be narrowed by. */
export function Filters({ filter, counts, put }: Given) {
  const words = useWords(questionWords);
  const { languages } = useWords(knowledgeWords);
  const { state = "open" } = filter;
  const selects = [
    { of: "reason", label: words.reason, data: choicesOf(words.reasons) },
    { of: "language", label: words.language, data: choicesOf(languages) },
  ] as const;
  return (
    <>
      <fieldset className={classes.states} aria-label={words.statesLabel}>
        {states.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === state}
            onClick={() => put({ state: one === "open" ? "" : one })}
          >
            {words.states[one]} <b>{counts?.[one] ?? ""}</b>
          </button>
        ))}
      </fieldset>
      <search className={classes.filters} aria-label={words.filters}>
        <SearchField words={words} value={filter.q ?? ""} onChange={(q) => put({ q })} />
        {selects.map(({ of, label, data }) => (
          <Select
            key={of}
            label={label}
            placeholder={words.any}
            data={data}
            value={filter[of] ?? null}
            onChange={(value) => put({ [of]: value ?? "" })}
            clearable
            clearButtonProps={{ "aria-label": words.clear }}
          />
        ))}
      </search>
    </>
  );
}
