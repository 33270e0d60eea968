import { Button, Group, NumberInput, Slider, Text } from "@mantine/core";
import { useId } from "react";
import type { RiskPointView, RiskView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useLanguage, useWords } from "../../kit/language";
import { useShares } from "./RiskChart";
import { riskWords } from "./riskTexts";
import classes from "./sets.module.css";
import { useDialDraft } from "./useDialDraft";

const [LEAST, MOST, STEP] = [0.5, 20, 0.5];

/** What is typed may be half a number for a while. */
export type Typed = number | string;
/** Whether so many may be accepted. */
export const isFitting = (typed: Typed): typed is number =>
  typeof typed === "number" && typed >= LEAST && typed <= MOST;

type Given = { risk: RiskView; wrong: Typed; waiting: boolean; mayEdit: boolean; onTurn: (wrong: Typed) => void };

/** The one dial: what is accepted, what comes of it, and then the draft that changes it. */
export function Dial({ risk, wrong, waiting, mayEdit, onTurn }: Given) {
  const words = useWords(riskWords);
  const { number } = useShares();
  const { language } = useLanguage();
  const id = useId();
  const fits = isFitting(wrong);
  return (
    <div className={classes.dial}>
      <Text size="sm">{words.now(number(risk.accepted.answers))}</Text>
      <Group align="end" gap="lg">
        <NumberInput
          label={words.dial}
          description={words.unit}
          value={wrong}
          onChange={onTurn}
          error={!fits && words.range}
          min={LEAST}
          max={MOST}
          step={STEP}
          decimalScale={1}
          decimalSeparator={language === "en" ? "." : ","}
          clampBehavior="none"
          w={360}
          maw="100%"
        />
        <Slider
          flex="1 1 220px"
          mb={14}
          thumbLabel={words.dial}
          label={null}
          min={LEAST}
          max={MOST}
          step={STEP}
          value={fits ? wrong : risk.accepted.answers}
          onChange={onTurn}
        />
      </Group>
      <Text id={id} role="status" aria-busy={waiting}>
        {fits && <Consequence point={risk.would ?? risk.now} />}
      </Text>
      {mayEdit && <Prepare wrong={wrong} now={risk.accepted.answers} waiting={waiting} consequence={id} />}
    </div>
  );
}

function Consequence({ point: { answered, wrong, confidence } }: { point: RiskPointView }) {
  const words = useWords(riskWords);
  const { share } = useShares();
  if (answered === 0) return words.nothing;
  return `${words.consequence(share(answered), share(wrong, 1))} ${words.from(share(confidence))}`;
}

type Preparing = { wrong: Typed; now: number; waiting: boolean; consequence: string };

function Prepare({ wrong, now, waiting, consequence }: Preparing) {
  const words = useWords(riskWords);
  const draft = useDialDraft();
  const prepare = () => {
    if (isFitting(wrong)) draft.mutate(wrong);
  };
  return (
    <>
      <ErrorNote error={draft.error} />
      <Group gap="sm">
        <Button
          size="sm"
          disabled={!isFitting(wrong) || wrong === now || waiting}
          loading={draft.isPending}
          aria-describedby={consequence}
          onClick={prepare}
        >
          {words.draft}
        </Button>
        <Text size="sm" c="dimmed">
          {words.draftHint}
        </Text>
      </Group>
    </>
  );
}
