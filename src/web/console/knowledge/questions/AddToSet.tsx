import { Button, Group as Buttons, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { IntentView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { ChooseMeaning } from "./ChooseMeaning";
import type { ActForm } from "./form";
import { questionWords } from "./texts";

const SET = "pytania mieszkańców";

/** The ticked wordings are kept with their right meaning, so that a change that makes them worse is seen. */
export function AddToSet({ group, texts, run, pending, error, onCancel }: ActForm) {
  const words = useWords(questionWords);
  const [right, setRight] = useState<IntentView>();
  const [set, setSet] = useState(SET);
  const ready = texts.length > 0 && set.trim() !== "";
  return (
    <Stack gap="xs">
      <ChooseMeaning label={words.right} group={group} onChoose={setRight} />
      <TextInput
        label={words.set}
        description={words.setHint}
        value={set}
        maxLength={100}
        onChange={({ currentTarget }) => setSet(currentTarget.value)}
      />
      {texts.length === 0 && <Text size="sm">{words.nothingChosen}</Text>}
      <ErrorNote error={error} />
      <Buttons gap="xs">
        {right && (
          <Button
            size="sm"
            disabled={!ready}
            loading={pending}
            onClick={() => run({ act: "label", intent: right.intent, texts, set: set.trim() })}
          >
            {words.toSet(right.title)}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </Buttons>
    </Stack>
  );
}
