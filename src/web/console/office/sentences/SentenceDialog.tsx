import { Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Sentence } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import { kitWords } from "../../kit/texts";
import { stateWords } from "../../requests/stateTexts";
import { Choice } from "../Choice";
import { DialogEnd } from "../DialogEnd";
import classes from "../Office.module.css";
import { officeWords } from "../texts";
import type { Choices } from "../useChoices";
import { Preview } from "./Preview";
import { capital, isUsual, keyOf, spoken, unknownIn } from "./sentences";
import { sentenceWords } from "./texts";

type Given = {
  sentence: Sentence | undefined;
  /** All others: there is only one for each case. */
  others: Sentence[];
  choices: Choices;
  onApply: (sentence: Sentence) => void;
  onClose: () => void;
};

/** Room for three languages beside each other. */
const WIDE = 1080;

/** One sentence in the three languages, beside each other. */
export function SentenceDialog({ sentence, ...given }: Given) {
  const kit = useWords(kitWords);
  const stateNames = useWords(stateWords);
  return (
    <Modal
      opened={sentence !== undefined}
      onClose={given.onClose}
      title={sentence && capital(stateNames[sentence.state])}
      size={WIDE}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": kit.close }}
    >
      {sentence && <SentenceForm key={keyOf(sentence)} sentence={sentence} {...given} />}
    </Modal>
  );
}

function SentenceForm({ sentence, others, choices, onApply, onClose }: Given & { sentence: Sentence }) {
  const [draft, setDraft] = useState(sentence);
  const [isTried, setTried] = useState(false);
  const mistakes = useMistakes(draft, others);
  const change = (part: Partial<Sentence>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (mistakes.length === 0) onApply(draft);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {!isUsual(sentence) && <Cases {...{ draft, choices, change }} />}
        <Texts draft={draft} change={change} />
        <Placeholders />
        <Preview sentence={draft} choices={choices} />
        <div role="alert">
          {isTried &&
            mistakes.map((mistake) => (
              <Text key={mistake} size="sm" c="var(--mantine-color-error)">
                {mistake}
              </Text>
            ))}
        </div>
        <DialogEnd onClose={onClose} />
      </Stack>
    </form>
  );
}

function useMistakes(draft: Sentence, others: Sentence[]): string[] {
  const words = useWords(sentenceWords);
  const known = Object.keys(words.meanings);
  const missing = spoken.filter((language) => draft.text[language].trim() === "");
  const unknown = spoken.flatMap((language) => unknownIn(draft.text[language], known));
  return [
    ...(missing.length > 0 ? [words.missing(missing.map((one) => words.languages[one]).join(", "))] : []),
    ...(unknown.length > 0 ? [words.unknown([...new Set(unknown)].join(", "))] : []),
    ...(others.some((other) => keyOf(other) === keyOf(draft)) ? [words.already] : []),
  ];
}

type Part = { draft: Sentence; change: (part: Partial<Sentence>) => void };
const events = ["reopen", "bounce", "unmerge", "split"] as const;

function Cases({ draft, choices, change }: Part & { choices: Choices }) {
  const words = useWords(sentenceWords);
  const office = useWords(officeWords);
  return (
    <div className={classes.columns}>
      <Choice
        label={office.service}
        data={choices.services}
        value={draft.service ?? ""}
        onChange={(service) => change({ service: service || undefined })}
        none={office.anyService}
      />
      <Select
        label={words.afterLabel}
        placeholder={words.anyEvent}
        data={events.map((value) => ({ value, label: words.after[value] }))}
        value={draft.after ?? null}
        onChange={(chosen) => change({ after: events.find((one) => one === chosen) })}
        clearable
      />
    </div>
  );
}

function Texts({ draft, change }: Part) {
  const words = useWords(sentenceWords);
  return (
    <div className={classes.columns}>
      {spoken.map((language) => (
        <Textarea
          key={language}
          lang={language}
          label={words.sentence(words.languages[language])}
          value={draft.text[language]}
          onChange={(event) => change({ text: { ...draft.text, [language]: event.currentTarget.value } })}
          autosize
          minRows={5}
          maxRows={14}
        />
      ))}
    </div>
  );
}

function Placeholders() {
  const words = useWords(sentenceWords);
  return (
    <details>
      <summary>{words.placeholders}</summary>
      <ul className={classes.difference}>
        {Object.entries(words.meanings).map(([name, meaning]) => (
          <li key={name}>
            <code>{`{${name}}`}</code> – {meaning}
          </li>
        ))}
      </ul>
    </details>
  );
}
