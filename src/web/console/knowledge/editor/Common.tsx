import { Autocomplete, MultiSelect, Select, Stack, TagsInput, TextInput, Title } from "@mantine/core";
import { useWords } from "../../kit/language";
import { knowledgeWords } from "../texts";
import classes from "./editor.module.css";
import type { CommonKey } from "./fields";
import { fieldWords } from "./fieldTexts";
import { LineList } from "./LineList";
import { idOfPlace } from "./mistakes";
import { useAllArticles } from "./useAllArticles";
import type { Editing } from "./useEditing";

type Given = { editing: Editing; mistakes: ReadonlyMap<string, string> };

const choicesOf = (named: Record<string, string>) => Object.entries(named).map(([value, label]) => ({ value, label }));

/** What is the same in every language: whose matter it is, where it comes from, how long it holds. */
export function Common({ editing, mistakes }: Given) {
  const words = useWords(fieldWords);
  const { competences, confidences } = useWords(knowledgeWords);
  const given = { editing, mistakes };
  return (
    <section aria-labelledby="common">
      <Title order={2} size="h5" mb="sm" id="common">
        {words.common}
      </Title>
      <Stack gap="md">
        <div className={classes.fields}>
          <Unit {...given} />
          <Choice name="competence" choices={competences} {...given} />
          <Written name="owner" {...given} />
          <Written name="sourceDate" {...given} />
          <Written name="checkedOn" type="date" {...given} />
          <Written name="checkAgain" type="date" {...given} />
          <Choice name="confidence" choices={confidences} {...given} />
          <Written name="validFrom" type="date" {...given} />
          <Written name="validUntil" type="date" {...given} />
          <Choice name="whenOverdue" choices={words.overdue} {...given} />
        </div>
        <Keywords {...given} />
        <Related {...given} />
        <LineList
          name="sources"
          label={words.names.sources}
          hint={words.commonHints.sources}
          lines={editing.form.sources}
          mistakes={mistakes}
          readOnly={!editing.mayWrite}
          onChange={editing.change}
        />
        <LineList
          name="quotes"
          label={words.names.quotes}
          hint={words.commonHints.quotes}
          lines={editing.form.quotes}
          mistakes={mistakes}
          readOnly={!editing.mayWrite}
          onChange={editing.change}
        />
      </Stack>
    </section>
  );
}

function useShared(name: CommonKey, { editing, mistakes }: Given) {
  const words = useWords(fieldWords);
  const id = idOfPlace({ key: name });
  return {
    ...{ id, label: words.names[name], description: words.commonHints[name], error: mistakes.get(id) },
    readOnly: !editing.mayWrite,
  };
}

type Named<Name> = Given & { name: Name };

function Written({ name, type = "text", ...given }: Named<TextKey> & { type?: "text" | "date" }) {
  const { form, change } = given.editing;
  return (
    <TextInput
      {...useShared(name, given)}
      type={type}
      value={form[name]}
      maxLength={type === "text" ? 200 : undefined}
      autoComplete="off"
      onChange={({ currentTarget }) => change(name, currentTarget.value)}
    />
  );
}

type TextKey = "owner" | "sourceDate" | "checkedOn" | "checkAgain" | "validFrom" | "validUntil";
type ChoiceKey = "competence" | "confidence" | "whenOverdue";

function Choice({ name, choices, ...given }: Named<ChoiceKey> & { choices: Record<string, string> }) {
  const { form, change } = given.editing;
  return (
    <Select
      {...useShared(name, given)}
      data={choicesOf(choices)}
      value={form[name]}
      onChange={(value) => value && change(name, value)}
      allowDeselect={false}
    />
  );
}

function Unit(given: Given) {
  const { form, change } = given.editing;
  const { units } = useAllArticles();
  return (
    <Autocomplete
      {...useShared("unit", given)}
      data={units}
      value={form.unit}
      maxLength={200}
      limit={8}
      onChange={(unit) => change("unit", unit)}
    />
  );
}

function Keywords(given: Given) {
  const { form, change } = given.editing;
  return (
    <TagsInput
      {...useShared("keywords", given)}
      value={form.keywords}
      onChange={(keywords) => change("keywords", keywords)}
      splitChars={[",", ";"]}
      acceptValueOnBlur
    />
  );
}

function Related(given: Given) {
  const words = useWords(fieldWords);
  const { form, change } = given.editing;
  const { articles } = useAllArticles();
  const others = articles.filter(({ id }) => id !== form.id).map(({ id, title }) => ({ value: id, label: title }));
  const unknown = form.related.filter((id) => !others.some(({ value }) => value === id));
  return (
    <MultiSelect
      {...useShared("related", given)}
      data={[...others, ...unknown.map((id) => ({ value: id, label: id }))]}
      value={form.related}
      onChange={(related) => change("related", related)}
      maxValues={4}
      limit={20}
      searchable
      nothingFoundMessage={words.noneFound}
    />
  );
}
