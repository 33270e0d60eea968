import { Kbd, Radio, Stack } from "@mantine/core";
import type { RefObject } from "react";
import type { CallOutcome } from "../../../staff/wire";
import { ariaKeys } from "../kit/keyNames";
import { useWords } from "../kit/language";
import { outcomeOf, outcomes } from "./call";
import classes from "./Phone.module.css";
import { phoneWords } from "./texts";
import type { CallDesk } from "./useCall";

/** The letter of each outcome, alone or with Alt from inside a field: from its Polish name. */
export const outcomeKeys: Record<CallOutcome, string> = {
  answered: "o",
  filed: "z",
  redirected: "k",
  call_back: "d",
  dropped: "r",
};

type Given = {
  desk: CallDesk;
  onChoose: (outcome: CallOutcome) => void;
  error?: string | undefined;
  first: RefObject<HTMLInputElement | null>;
};

/** How the call ended; what was done already says it in most calls. */
export function Outcome({ desk, onChoose, error, first }: Given) {
  const words = useWords(phoneWords);
  const outcome = outcomeOf(desk.call);
  const isDerived = outcome !== undefined && desk.call.outcome === undefined;
  return (
    <Radio.Group
      label={words.outcome}
      description={isDerived ? words.derived : undefined}
      value={outcome ?? ""}
      error={error}
      onChange={(value) => {
        const chosen = outcomes.find((one) => one === value);
        if (chosen) onChoose(chosen);
      }}
    >
      <Stack gap={2} mt={4}>
        {outcomes.map((one, index) => (
          <Radio
            key={one}
            value={one}
            size="xs"
            {...(index === 0 && { ref: first })}
            aria-keyshortcuts={ariaKeys(`alt+${outcomeKeys[one]}`)}
            classNames={{ body: classes.outcome, labelWrapper: classes.outcomeLabel }}
            label={
              <>
                {words.outcomes[one]}
                <Kbd size="xs" aria-hidden>
                  {outcomeKeys[one].toUpperCase()}
                </Kbd>
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
