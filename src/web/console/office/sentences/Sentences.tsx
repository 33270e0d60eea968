import { Button, Group, Text, Title } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Sentence } from "../../../../staff/wire/office";
import { useLanguage, useWords } from "../../kit/language";
import { stateWords } from "../../requests/stateTexts";
import { MistakeHere } from "../Mistakes";
import type { Mistake } from "../mistakes";
import classes from "../Office.module.css";
import { SettingFrame } from "../SettingFrame";
import { officeWords } from "../texts";
import { type Choices, useChoices } from "../useChoices";
import { useSetting } from "../useSetting";
import { SentenceDialog } from "./SentenceDialog";
import { capital, isUsual, keyOf, type State, spoken, states, useSentenceNames, useSentencePlaces } from "./sentences";
import { sentenceWords } from "./texts";

/** What residents read about each state. */
export function Sentences() {
  const choices = useChoices();
  const setting = useSetting("sentences");
  const { whole } = useSentenceNames(choices);
  const placeOf = useSentencePlaces(choices);
  const lines = ({ sentences }: { sentences: Sentence[] }) =>
    sentences.flatMap((one) => spoken.map((language) => `${whole(one)} (${language}): ${one.text[language]}`));
  return (
    <SettingFrame {...{ setting, choices, lines, placeOf }}>
      {({ sentences }, mistakes) => (
        <States {...{ sentences, mistakes, choices }} onChange={(next) => setting.change({ sentences: next })} />
      )}
    </SettingFrame>
  );
}

type Given = {
  sentences: Sentence[];
  mistakes: Mistake[];
  choices: Choices;
  onChange: (sentences: Sentence[]) => void;
};
/** `before`: the sentence it takes the place of; none for a new one. */
type Edited = { sentence: Sentence; before?: Sentence };

const NEW = { pl: "", en: "", uk: "" };

function States({ sentences, mistakes, choices, onChange }: Given) {
  const words = useWords(sentenceWords);
  const stateNames = useWords(stateWords);
  const [edited, setEdited] = useState<Edited>();
  const apply = (sentence: Sentence) => {
    const before = edited?.before;
    onChange(before ? sentences.map((one) => (isSame(one, before) ? sentence : one)) : [...sentences, sentence]);
    setEdited(undefined);
  };
  return (
    <div>
      <Text size="sm" mb="sm">
        {words.intro}
      </Text>
      {states.map((state) => (
        <section key={state} aria-labelledby={`state-${state}`}>
          <Group justify="space-between" mt="md" mb="xs">
            <Title order={2} size="h5" id={`state-${state}`}>
              {capital(stateNames[state])}
            </Title>
            <Button
              variant="default"
              leftSection={<Plus size={16} aria-hidden />}
              aria-label={words.addTo(stateNames[state])}
              onClick={() =>
                setEdited({ sentence: { state, service: firstFree(state, sentences, choices), text: NEW } })
              }
            >
              {words.add}
            </Button>
          </Group>
          <ul className={classes.list}>
            {sentences
              .filter((one) => one.state === state)
              .map((one) => (
                <li key={keyOf(one)}>
                  <Entry
                    sentence={one}
                    {...{ mistakes, choices }}
                    onEdit={() => setEdited({ sentence: one, before: one })}
                    onRemove={() => onChange(sentences.filter((other) => other !== one))}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <SentenceDialog
        sentence={edited?.sentence}
        others={sentences.filter((one) => !isSame(one, edited?.before))}
        choices={choices}
        onApply={apply}
        onClose={() => setEdited(undefined)}
      />
    </div>
  );
}

const isSame = (one: Sentence, other?: Sentence) => other !== undefined && keyOf(one) === keyOf(other);

/** A kind the state has no sentence for yet, to begin with. */
const firstFree = (state: State, sentences: Sentence[], { services }: Choices) =>
  services.find(({ value }) => !sentences.some((one) => one.state === state && one.service === value))?.value;

type EntryGiven = {
  sentence: Sentence;
  mistakes: Mistake[];
  choices: Choices;
  onEdit: () => void;
  onRemove: () => void;
};

function Entry({ sentence, mistakes, choices, onEdit, onRemove }: EntryGiven) {
  const words = useWords(sentenceWords);
  const office = useWords(officeWords);
  const { language } = useLanguage();
  const { when, whole } = useSentenceNames(choices);
  return (
    <div className={classes.entry}>
      <div>
        <Text size="sm" fw={600}>
          {when(sentence)}
        </Text>
        <Text size="sm">{sentence.text[language]}</Text>
        <MistakeHere mistakes={mistakes} of={keyOf(sentence)} />
      </div>
      <Group gap="xs">
        <Button variant="default" aria-label={words.edit(whole(sentence))} onClick={onEdit}>
          {office.edit}
        </Button>
        {!isUsual(sentence) && (
          <Button variant="subtle" color="red" aria-label={words.remove(whole(sentence))} onClick={onRemove}>
            {office.remove}
          </Button>
        )}
      </Group>
    </div>
  );
}
