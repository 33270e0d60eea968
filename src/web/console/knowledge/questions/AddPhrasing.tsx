import { Button, Group as Buttons, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { IntentView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { ChooseMeaning } from "./ChooseMeaning";
import type { ActForm } from "./form";
import { StealWarning, stealsIn } from "./StealWarning";
import { questionWords } from "./texts";

/** The ticked wordings become phrasings of a topic, in its draft. */
export function AddPhrasing({ group, texts, run, pending, error, onCancel }: ActForm) {
  const words = useWords(questionWords);
  const [into, setInto] = useState<IntentView>();
  const steals = stealsIn(error);
  const add = (anyway: boolean) => into && run({ act: "add_phrasing", intent: into.intent, texts, anyway });
  return (
    <Stack gap="xs">
      <ChooseMeaning label={words.addTo} group={group} onChoose={setInto} />
      {texts.length === 0 && <Text size="sm">{words.nothingChosen}</Text>}
      {steals ? <StealWarning steals={steals} /> : <ErrorNote error={error} />}
      <Buttons gap="xs">
        {into && (
          <Button size="sm" disabled={texts.length === 0} loading={pending} onClick={() => add(Boolean(steals))}>
            {steals ? words.anyway : words.addInto(into.title)}
          </Button>
        )}
        <Button size="sm" variant="default" onClick={onCancel}>
          {words.cancel}
        </Button>
      </Buttons>
    </Stack>
  );
}
