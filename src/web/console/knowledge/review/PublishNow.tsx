import { Checkbox, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../kit/language";
import { StepButton, type StepGiven } from "./StepButton";
import { reviewWords } from "./texts";
import type { Effect } from "./useReview";

/** Publishing at once, of exactly what was seen: another candidate has to be confirmed anew. */
export function PublishNow({
  step,
  why,
  effect: { effect, running },
}: Pick<StepGiven, "step"> & { why: string; effect: Effect }) {
  const { steps: words } = useWords(reviewWords);
  const [confirmed, setConfirmed] = useState<string>();
  if (!effect || running) return <Text size="sm">{words.effectFirst}</Text>;
  const { candidate } = effect;
  return (
    <Stack gap="xs">
      <Checkbox
        label={words.seen}
        checked={confirmed === candidate}
        onChange={({ currentTarget: { checked } }) => setConfirmed(checked ? candidate : undefined)}
      />
      <div>
        <StepButton
          step={step}
          does={{ act: "publish", why, confirmed: candidate }}
          disabled={confirmed !== candidate || why === ""}
        >
          {words.publish}
        </StepButton>
      </div>
    </Stack>
  );
}
