import { Group, SegmentedControl, Select, Stack, Text, Title } from "@mantine/core";
import type { DraftView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { articleWords } from "../article/texts";
import { knowledgeWords } from "../texts";
import { Common } from "./Common";
import classes from "./editor.module.css";
import { readField, type SectionName, sectionNames, sectionsIn, type ToldPart, withoutSection } from "./fields";
import { fieldWords } from "./fieldTexts";
import { RemoveSection } from "./RemoveSection";
import { ToldField } from "./ToldField";
import { editorWords } from "./texts";
import type { Editing } from "./useEditing";
import type { Finding } from "./useFinding";

type Given = {
  editing: Editing;
  mistakes: ReadonlyMap<string, string>;
  finding: Finding;
  outdated: DraftView["outdated"];
};

/** The article's fields: Polish and one other language beside each other, part by part, then what is common. */
export function Content({ editing, mistakes, finding, outdated }: Given) {
  const words = useWords(fieldWords);
  const { form, mayWrite } = editing;
  const sections = sectionNames.filter((name) => finding.opened.has(name) || sectionsIn(form).includes(name));
  const pair = { editing, mistakes, other: finding.other };
  return (
    <Stack gap="lg">
      <Languages finding={finding} outdated={outdated} />
      <Pair part="title" {...pair} />
      <Pair part="answer" {...pair} />
      <section aria-labelledby="parts">
        <Title order={2} size="h5" id="parts">
          {words.sections}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {words.markdown}
        </Text>
        <Stack gap="lg">
          {sections.map((name) => (
            <div key={name}>
              <Pair part={name} {...pair} />
              {mayWrite && <Removing name={name} editing={editing} finding={finding} />}
            </div>
          ))}
          {mayWrite && <AddSection there={sections} finding={finding} />}
        </Stack>
      </section>
      <Pair part="phrasings" {...pair} />
      <Common editing={editing} mistakes={mistakes} />
    </Stack>
  );
}

function Languages({ finding, outdated }: Pick<Given, "finding" | "outdated">) {
  const words = useWords(fieldWords);
  const editor = useWords(editorWords);
  const { languages } = useWords(knowledgeWords);
  return (
    <Group gap="sm" justify="space-between">
      <Text size="sm">
        {outdated.map((language) => (
          <span key={language} className={classes.warn}>
            {`${languages[language]}: ${editor.outdated}. `}
          </span>
        ))}
      </Text>
      <SegmentedControl
        aria-label={words.other}
        size="xs"
        value={finding.other}
        onChange={(next) => finding.show(next === "uk" ? "uk" : "en")}
        data={(["en", "uk"] as const).map((language) => ({ value: language, label: languages[language] }))}
      />
    </Group>
  );
}

type PairGiven = Pick<Given, "editing" | "mistakes"> & { part: ToldPart; other: Finding["other"] };

function Pair({ part, editing, mistakes, other }: PairGiven) {
  return (
    <div className={classes.pair}>
      {(["pl", other] as const).map((language) => (
        <ToldField
          key={language}
          {...{ language, part, mistakes }}
          value={readField(editing.form, `${language}.${part}`)}
          readOnly={!editing.mayWrite}
          onChange={editing.change}
        />
      ))}
    </div>
  );
}

function AddSection({ there, finding }: { there: SectionName[]; finding: Finding }) {
  const words = useWords(fieldWords);
  const { parts } = useWords(articleWords);
  const left = sectionNames.filter((name) => !there.includes(name));
  if (left.length === 0) return null;
  return (
    <Select
      id={ADD_SECTION}
      label={words.addSection}
      placeholder={words.choosePart}
      data={left.map((name) => ({ value: name, label: parts[name] }))}
      value={null}
      onChange={(value) => {
        const name = left.find((one) => one === value);
        if (name) finding.find({ key: `pl.${name}` });
      }}
      w={240}
    />
  );
}

const ADD_SECTION = "add-section";

type RemovingGiven = { name: SectionName; editing: Editing; finding: Finding };

/** What is empty goes at once, what is written only when that is meant. */
function Removing({ name, editing, finding }: RemovingGiven) {
  const isEmpty = !sectionsIn(editing.form).includes(name);
  const remove = () => {
    editing.changeForm((form) => withoutSection(form, name));
    finding.close(name);
    // The button goes with the part; the list that it can be added from again is there by the next picture.
    requestAnimationFrame(() => document.getElementById(ADD_SECTION)?.focus());
  };
  return <RemoveSection name={name} isEmpty={isEmpty} onRemove={remove} />;
}
