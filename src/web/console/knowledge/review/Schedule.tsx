import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../kit/language";
import { fromKrakowField } from "./krakowTime";
import type { StepGiven } from "./StepButton";
import { reviewWords } from "./texts";

/** Publishing later, by the clock in Kraków. */
export function Schedule({ step, why }: Pick<StepGiven, "step"> & { why: string }) {
  const { steps: words } = useWords(reviewWords);
  const [field, setField] = useState("");
  const [late, setLate] = useState(false);
  const at = fromKrakowField(field);
  const send = () => {
    const isPast = at === undefined || at.getTime() <= Date.now();
    setLate(isPast);
    if (!isPast) step.mutate({ act: "schedule", why, at: at.toISOString() });
  };
  return (
    <Group gap="sm" align="end">
      <TextInput
        type="datetime-local"
        label={words.at}
        description={words.atHint}
        error={late && words.past}
        value={field}
        onChange={({ currentTarget }) => setField(currentTarget.value)}
      />
      <Button
        size="sm"
        variant="default"
        disabled={at === undefined || why === ""}
        loading={step.isPending && step.variables.act === "schedule"}
        onClick={send}
      >
        {words.schedule}
      </Button>
    </Group>
  );
}
