import { Alert, Stack, Text } from "@mantine/core";
import { CircleAlert, GitCompareArrows } from "lucide-react";
import type { ReactNode } from "react";
import type { DraftView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { Changes } from "../diff/Changes";
import { knowledgeWords } from "../texts";
import classes from "./review.module.css";
import { StepButton, type StepGiven } from "./StepButton";
import { reviewWords } from "./texts";

/** What keeps the draft from being published, and what a reviewer should know first; an article's editor tells parts of it. */
export function Obstacles({ draft, step }: StepGiven) {
  const words = useWords(reviewWords);
  const { languages } = useWords(knowledgeWords);
  const { mistakes, outdated, problem } = draft;
  return (
    <Stack gap="sm">
      {problem !== undefined && (
        <Note title={words.problem}>
          <Text size="sm">{problem}</Text>
        </Note>
      )}
      <Verdict draft={draft} />
      {!draft.article && <Moved draft={draft} step={step} />}
      {mistakes.length === 0 && <Text size="sm">{words.noMistakes}</Text>}
      {mistakes.length > 0 && draft.article && <Text size="sm">{words.mistakesAbove(mistakes.length)}</Text>}
      {mistakes.length > 0 && !draft.article && (
        <Note title={words.mistakes}>
          <MistakeList mistakes={mistakes} />
        </Note>
      )}
      {outdated.length > 0 && (
        <Text size="sm">{words.outdated(outdated.map((language) => languages[language]).join(", "))}</Text>
      )}
    </Stack>
  );
}

function Note({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Alert
      color="red"
      variant="light"
      p="sm"
      icon={<CircleAlert size={18} aria-hidden />}
      title={<Text c="var(--mantine-color-text)">{title}</Text>}
    >
      <div className={classes.plain}>{children}</div>
    </Alert>
  );
}

/** Each with the file, line and field where it has to be corrected. */
export function MistakeList({ mistakes }: Pick<DraftView, "mistakes">) {
  const words = useWords(reviewWords);
  return (
    <ul className={classes.mistakes}>
      {mistakes.map(({ file, line, field, message }) => (
        <li key={`${file}:${line}:${field}:${message}`}>
          {message}
          <span className={classes.quiet}>{words.place(file, line, field)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The last word of a reviewer, and when it goes out by itself. */
function Verdict({ draft: { review, publishAt } }: { draft: DraftView }) {
  const words = useWords(reviewWords);
  const time = useTime();
  const said = review?.verdict === "approved" ? words.approvedBy : words.returnedBy;
  return (
    <>
      {review && (
        <div>
          <Text size="sm" fw={600}>
            {said(review.by.name, time.moment(review.at))}
          </Text>
          {review.note !== "" && <blockquote className={classes.note}>{review.note}</blockquote>}
        </div>
      )}
      {publishAt !== undefined && (
        <Text size="sm" fw={600}>
          {words.scheduledFor(time.full(publishAt))}
        </Text>
      )}
    </>
  );
}

/** Documents that were released since the draft began: what changed there, and taking note of it. */
function Moved({ draft, step }: StepGiven) {
  const words = useWords(reviewWords);
  const moved = draft.documents.flatMap(({ path, base, now }) =>
    now === undefined ? [] : [{ path, before: base, after: now }],
  );
  if (moved.length === 0) return null;
  return (
    <Alert
      color="yellow"
      variant="light"
      p="sm"
      icon={<GitCompareArrows size={18} aria-hidden />}
      title={<Text c="var(--mantine-color-text)">{words.movedTitle}</Text>}
    >
      <Stack gap="sm" className={classes.plain ?? ""}>
        <Text size="sm">{words.movedText}</Text>
        <Changes documents={moved} />
        {draft.may.includes("take_over") && (
          <div>
            <StepButton step={step} does={{ act: "take_over" }} variant="default">
              {words.takeOver}
            </StepButton>
          </div>
        )}
      </Stack>
    </Alert>
  );
}
