import { Button, Group as Buttons, Select, Title } from "@mantine/core";
import { useRef, useState } from "react";
import type { PhrasingIn, QuestionActed, QuestionList, QuestionView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useFocusStays } from "../useFocusStays";
import { AddPhrasing } from "./AddPhrasing";
import { AddToSet } from "./AddToSet";
import { NewArticle } from "./NewArticle";
import { Notice } from "./Notice";
import { stealsIn } from "./StealWarning";
import { questionWords } from "./texts";
import { type QuestionAct, useQuestionAct } from "./useQuestions";

type Given = { group: QuestionView; texts: PhrasingIn[]; people: QuestionList["people"] };
type Done = QuestionActed & { act: Exclude<QuestionAct["act"], "undo"> };

const forms = { add: AddPhrasing, newArticle: NewArticle, label: AddToSet } as const;
const NOBODY = "-";

/** Everything an editor can do with a group; what was done stands above with the way back. */
export function Acts({ group, texts, people }: Given) {
  const words = useWords(questionWords);
  const heading = useRef<HTMLHeadingElement>(null);
  const [open, setOpen] = useState<keyof typeof forms>();
  const [done, setDone] = useState<Done>();
  const { mutate, isPending, error, reset } = useQuestionAct(group.id);
  useFocusStays(heading, isPending);
  const run = (act: Exclude<QuestionAct, { act: "undo" }>) =>
    mutate(act, {
      onSuccess: (acted) => {
        setOpen(undefined);
        setDone({ ...acted, act: act.act });
      },
    });
  const show = (form: keyof typeof forms | undefined) => {
    reset();
    setOpen(form);
  };
  const Form = open && forms[open];
  return (
    <section aria-labelledby="question-acts">
      <Title order={3} size="h6" id="question-acts" ref={heading} tabIndex={-1} mt="md" mb={6}>
        {words.what}
      </Title>
      {done && <Notice key={done.batch ?? done.act} id={group.id} done={done} />}
      {Form ? (
        <Form
          group={group}
          texts={texts}
          run={run}
          pending={isPending}
          error={error}
          onCancel={() => show(undefined)}
        />
      ) : (
        <>
          <Buttons gap="xs" align="end">
            {(["add", "newArticle", "label"] as const).map((form) => (
              <Button key={form} variant={form === "add" ? "filled" : "default"} size="sm" onClick={() => show(form)}>
                {words[form]}
              </Button>
            ))}
            <Button variant="default" size="sm" loading={isPending} onClick={() => run({ act: "out_of_scope" })}>
              {words.outOfScope}
            </Button>
            <Button variant="default" size="sm" loading={isPending} onClick={() => run({ act: "done" })}>
              {words.settled}
            </Button>
          </Buttons>
          <Select
            mt="sm"
            maw={320}
            label={words.give}
            data={[
              { value: NOBODY, label: words.nobody },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={group.owner?.id ?? NOBODY}
            onChange={(owner) => run({ act: "give", owner: owner === NOBODY ? null : owner })}
            allowDeselect={false}
          />
          {!stealsIn(error) && <ErrorNote error={error} />}
        </>
      )}
    </section>
  );
}
