import { Button } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "../../kit/Confirm";
import { useWords } from "../../kit/language";
import type { StepGiven } from "./StepButton";
import { reviewWords } from "./texts";

/** Throws the draft away, once asked. */
export function Discard({ draft, step }: StepGiven) {
  const { steps: words } = useWords(reviewWords);
  const [isAsked, setAsked] = useState(false);
  return (
    <div>
      <Button variant="subtle" color="red" size="sm" onClick={() => setAsked(true)}>
        {words.discard}
      </Button>
      <Confirm
        opened={isAsked}
        title={words.discardTitle}
        text={words.discardText(draft.title)}
        confirm={words.discard}
        danger
        pending={step.isPending}
        onConfirm={() => step.mutate({ act: "discard" }, { onError: () => setAsked(false) })}
        onClose={() => setAsked(false)}
      />
    </div>
  );
}
