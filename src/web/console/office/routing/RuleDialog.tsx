import { Modal, MultiSelect, Stack, TagsInput, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { RoutingRule } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import { kitWords } from "../../kit/texts";
import { Choice } from "../Choice";
import { DialogEnd } from "../DialogEnd";
import type { Mistake } from "../mistakes";
import { pairsOf, recordOf } from "../Pairs";
import { officeWords } from "../texts";
import type { Choices } from "../useChoices";
import { Answers } from "./Answers";
import { routingWords } from "./texts";

type Given = {
  rule: RoutingRule | undefined;
  mistakes: Mistake[];
  title: string;
  choices: Choices;
  onApply: (rule: RoutingRule) => void;
  onClose: () => void;
};

/** One rule; it holds only after the whole list is saved. */
export function RuleDialog({ rule, mistakes, title, choices, onApply, onClose }: Given) {
  const kit = useWords(kitWords);
  return (
    <Modal
      opened={rule !== undefined}
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": kit.close }}
    >
      {rule && <RuleForm key={rule.id} {...{ rule, mistakes, choices, onApply, onClose }} />}
    </Modal>
  );
}

function RuleForm({ rule, mistakes, choices, onApply, onClose }: Omit<Given, "title"> & { rule: RoutingRule }) {
  const words = useWords(routingWords);
  const office = useWords(officeWords);
  const [draft, setDraft] = useState(rule);
  const [pairs, setPairs] = useState(() => pairsOf(rule.when));
  const change = (part: Partial<RoutingRule>) => setDraft((before) => ({ ...before, ...part }));
  // What was changed since is not known to be wrong.
  const errorOf = (field: keyof RoutingRule, label: string) =>
    draft[field] === rule[field] && mistakes.some((one) => one.key === rule.id && one.field === label)
      ? office.toCorrect("")
      : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply({ ...draft, when: recordOf(pairs), because: draft.because.trim() });
  };
  const changeService = (service: string) => {
    change({ service });
    setPairs([]);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Choice
          label={office.service}
          data={choices.services}
          value={draft.service}
          onChange={changeService}
          error={errorOf("service", office.service)}
        />
        <MultiSelect
          label={words.districts}
          description={words.districtsHint}
          data={choices.districts}
          value={draft.districts}
          error={errorOf("districts", words.districts)}
          onChange={(districts) => change({ districts })}
          searchable
        />
        <Answers service={draft.service} hint={words.answersHint} pairs={pairs} onChange={setPairs} />
        <TagsInput
          label={words.placeWords}
          description={words.placeWordsHint}
          value={draft.placeWords}
          onChange={(placeWords) => change({ placeWords })}
          acceptValueOnBlur
        />
        <Choice
          label={office.unit}
          data={choices.units}
          value={draft.unit}
          onChange={(unit) => change({ unit })}
          error={errorOf("unit", office.unit)}
        />
        <Textarea
          label={words.because}
          description={words.becauseHint}
          value={draft.because}
          onChange={(event) => change({ because: event.currentTarget.value })}
          maxLength={300}
          autosize
          required
          withAsterisk={false}
        />
        <DialogEnd onClose={onClose} disabled={!draft.service || !draft.unit || !draft.because.trim()} />
      </Stack>
    </form>
  );
}
