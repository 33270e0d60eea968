import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import { useWords } from "../../kit/language";
import type { StepGiven } from "./StepButton";
import { reviewWords } from "./texts";

type Given = StepGiven & { note: string; onChange: (note: string) => void };
const acts = ["approve", "return"] as const;

/** The word of a reviewer; whoever returns a draft says what to correct. */
export function Judge({ draft: { may }, step, note, onChange }: Given) {
  const { steps: words } = useWords(reviewWords);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const say = (act: (typeof acts)[number]) => {
    const wanted = act === "return" && note.trim() === "";
    setMissing(wanted);
    if (wanted) field.current?.focus();
    else step.mutate({ act, note: note.trim() }, { onSuccess: () => onChange("") });
  };
  return (
    <Stack gap="xs" maw={640}>
      <Textarea
        ref={field}
        label={words.note}
        description={words.noteHint}
        error={isMissing && words.noteMissing}
        value={note}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        maxLength={500}
        autosize
        minRows={1}
      />
      <Group gap="xs">
        {acts
          .filter((act) => may.includes(act))
          .map((act) => (
            <Button
              key={act}
              size="sm"
              variant={act === "return" ? "default" : "filled"}
              loading={step.isPending && step.variables.act === act}
              onClick={() => say(act)}
            >
              {words[act]}
            </Button>
          ))}
      </Group>
    </Stack>
  );
}
