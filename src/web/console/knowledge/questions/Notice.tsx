import { Alert, Anchor, Button, Group as Buttons } from "@mantine/core";
import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { QuestionActed } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import classes from "./questions.module.css";
import { questionWords } from "./texts";
import { type QuestionAct, useQuestionAct } from "./useQuestions";

type Given = {
  id: string;
  done: QuestionActed & { act: Exclude<QuestionAct["act"], "undo"> };
};

/** What was done, with the way to its draft and the way back. It has the focus: the button that did it is gone. */
export function Notice({ id, done }: Given) {
  const words = useWords(questionWords);
  const note = useRef<HTMLDivElement>(null);
  const { mutate, isPending, isSuccess, data, error } = useQuestionAct(id);
  const { act, batch, draft } = done;
  // Once it is done, and again once it is undone.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    note.current?.focus();
  }, [isSuccess]);
  const undone = data?.live ? words.undoneLive : data?.draft ? words.undoneDraft : words.undone;
  const said = isSuccess ? undone : words.did[act];
  return (
    <Alert ref={note} tabIndex={-1} role="status" color="green" mb="sm" icon={<Check size={18} aria-hidden />}>
      <Buttons gap="sm">
        <span>{said}</span>
        {!isSuccess && draft && (
          <Anchor component={Link} to={`/knowledge/_draft/${encodeURIComponent(draft)}`} className={classes.link ?? ""}>
            {words.openDraft}
          </Anchor>
        )}
        {!isSuccess && batch && (
          <Button
            size="compact-sm"
            variant="default"
            loading={isPending}
            onClick={() => mutate({ act: "undo", batch })}
          >
            {words.undo}
          </Button>
        )}
      </Buttons>
      <ErrorNote error={error} />
    </Alert>
  );
}
