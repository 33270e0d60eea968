import { Text, Title } from "@mantine/core";
import type { QuestionView } from "../../../../staff/wire";
import { percent } from "../../conversation/thread/Meanings";
import { threadWords } from "../../conversation/thread/texts";
import { useWords } from "../../kit/language";
import classes from "./questions.module.css";
import { questionWords } from "./texts";

/** What the bot took it for, with how sure it was; and what people said it meant. */
export function Meant({ group: { thought, proposed } }: { group: QuestionView }) {
  const words = useWords(questionWords);
  const { kinds } = useWords(threadWords);
  return (
    <div className={classes.meant}>
      <section aria-labelledby="question-thought">
        <Title order={3} size="h6" id="question-thought">
          {words.thought}
        </Title>
        {thought.length === 0 && <Text size="sm">{words.noThought}</Text>}
        <ul>
          {thought.map(({ intent, meaning, confidence }) => (
            <li key={`${intent.kind}:${intent.id}`}>
              {meaning} <span className={classes.quiet}>{kinds[intent.kind]}</span> <b>{percent(confidence)}</b>
            </li>
          ))}
        </ul>
      </section>
      {proposed.length > 0 && (
        <section aria-labelledby="question-proposed">
          <Title order={3} size="h6" id="question-proposed">
            {words.proposed}
          </Title>
          <ul>
            {proposed.map(({ intent, meaning, times }) => (
              <li key={`${intent.kind}:${intent.id}`}>
                {meaning} <span className={classes.quiet}>{kinds[intent.kind]}</span> <b>{words.times(times)}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
