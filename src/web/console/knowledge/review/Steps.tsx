import { Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { useRef } from "react";
import { useKept } from "../../kit/kept";
import { useWords } from "../../kit/language";
import { textsOf } from "../../kit/reading";
import { useSession } from "../../kit/session";
import { useFocusStays } from "../useFocusStays";
import { Discard } from "./Discard";
import { Judge } from "./Judge";
import { PublishNow } from "./PublishNow";
import { RefusedStep } from "./RefusedStep";
import classes from "./review.module.css";
import { Schedule } from "./Schedule";
import { StepButton, type StepGiven } from "./StepButton";
import { reviewWords } from "./texts";
import type { Effect } from "./useReview";

type Given = StepGiven & { effect: Effect };

/** What can be done with the draft now, each with what it needs; a refusal says what to do instead. */
export function Steps({ draft, effect, step }: Given) {
  const { steps: words } = useWords(reviewWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusStays(heading, step.isPending);
  return (
    <section aria-labelledby="review-steps" className={classes.steps}>
      <Title order={2} size="h5" id="review-steps" ref={heading} tabIndex={-1}>
        {words.title}
      </Title>
      <Stack gap="md" mt="sm">
        {draft.twoPeople && <Text size="sm">{words.twoPeople}</Text>}
        <Owner draft={draft} step={step} />
        <Offered draft={draft} effect={effect} step={step} />
        {draft.may.length === 0 && <Text size="sm">{words.nothingToDo}</Text>}
        <Text size="sm" c="dimmed" role="status">
          {step.isSuccess && words.done}
        </Text>
        <RefusedStep error={step.error} />
        {draft.may.includes("discard") && <Discard draft={draft} step={step} />}
      </Stack>
    </section>
  );
}

/** Why it is changed and what a reviewer says stay in the tab until they were sent. */
function useWritten({ id, why }: StepGiven["draft"]) {
  const [written, write] = useKept(
    `review:${id}`,
    () => ({ why, note: "" }),
    (kept) => ({ why, note: "", ...textsOf(kept) }),
  );
  return {
    ...written,
    put: (change: { why?: string; note?: string }) => write((before) => ({ ...before, ...change })),
  };
}

/** The steps themselves, in the order in which a draft goes through them. */
function Offered({ draft, effect, step }: Given) {
  const { steps: words } = useWords(reviewWords);
  const written = useWritten(draft);
  const may = (...acts: typeof draft.may) => acts.some((act) => draft.may.includes(act));
  const why = written.why.trim();
  return (
    <>
      {may("submit", "publish", "schedule") && (
        <Textarea
          label={words.why}
          description={words.whyHint}
          value={written.why}
          onChange={({ currentTarget }) => written.put({ why: currentTarget.value })}
          maxLength={500}
          required
          withAsterisk={false}
          autosize
          minRows={1}
          maw={640}
        />
      )}
      {may("submit") && (
        <div>
          <StepButton step={step} does={{ act: "submit", why }} disabled={why === ""}>
            {words.submit}
          </StepButton>
        </div>
      )}
      {may("approve", "return") && (
        <Judge draft={draft} step={step} note={written.note} onChange={(note) => written.put({ note })} />
      )}
      {may("publish") && <PublishNow step={step} why={why} effect={effect} />}
      {may("schedule") && <Schedule step={step} why={why} />}
      {may("unschedule") && (
        <div>
          <StepButton step={step} does={{ act: "unschedule" }} variant="default">
            {words.unschedule}
          </StepButton>
        </div>
      )}
    </>
  );
}

/** Whoever sees to it; anybody who may write can take it or give it back. */
function Owner({ draft: { owner, may }, step }: StepGiven) {
  const { steps: words } = useWords(reviewWords);
  const { account } = useSession();
  const isMine = owner?.id === account.id;
  return (
    <Group gap="sm">
      <Text size="sm">{owner ? words.owner(owner.name) : words.nobody}</Text>
      {may.includes("assign") && (
        <StepButton step={step} does={{ act: "assign", owner: isMine ? null : account.id }} variant="default">
          {isMine ? words.release : words.take}
        </StepButton>
      )}
    </Group>
  );
}
