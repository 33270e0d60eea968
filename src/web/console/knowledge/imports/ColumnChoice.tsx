import { Select, Text } from "@mantine/core";
import type { FaqColumn, FaqView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import classes from "./imports.module.css";
import { columnNames } from "./Sample";
import { importsWords } from "./texts";
import type { Columns } from "./useImports";

const needed: FaqColumn[] = ["question", "answer"];
const fields: FaqColumn[] = [...needed, "keywords", "unit", "source"];

type Given = { view: FaqView; onChange: (columns: Columns) => void };

/** Which column holds what of an article: as its heading tells, until somebody knows better. */
export function ColumnChoice({ view, onChange }: Given) {
  const words = useWords(importsWords);
  const data = columnNames(view, words.unnamed).map((label, index) => ({ value: String(index), label }));
  const choose = (field: FaqColumn, value: string | null) => {
    const { [field]: _, ...others } = view.columns;
    onChange(value === null ? others : { ...others, [field]: Number(value) });
  };
  return (
    <fieldset className={classes.columns}>
      <Text component="legend" size="sm" fw={600}>
        {words.columns}
      </Text>
      <Text size="sm" className={classes.across ?? ""}>
        {words.columnsHint}
      </Text>
      {fields.map((field) => {
        const isNeeded = needed.includes(field);
        const value = view.columns[field];
        return (
          <Select
            key={field}
            label={words.column[field]}
            placeholder={isNeeded ? words.choose : words.noColumn}
            data={data}
            value={value === undefined ? null : String(value)}
            onChange={(chosen) => choose(field, chosen)}
            error={isNeeded && value === undefined && words.missing}
            allowDeselect={!isNeeded}
            clearable={!isNeeded}
            clearButtonProps={{ "aria-label": `${words.clear}: ${words.column[field]}` }}
          />
        );
      })}
    </fieldset>
  );
}
