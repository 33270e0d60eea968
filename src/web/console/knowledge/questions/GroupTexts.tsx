import { Checkbox, Text, Title } from "@mantine/core";
import type { QuestionText } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { knowledgeWords } from "../texts";
import classes from "./questions.module.css";
import { questionWords } from "./texts";

type Given = { members: QuestionText[]; chosen: ReadonlySet<string>; tick: (text: string, on: boolean) => void };

/** The different wordings; those ticked are what is added somewhere. */
export function GroupTexts({ members, chosen, tick }: Given) {
  const words = useWords(questionWords);
  const { languages } = useWords(knowledgeWords);
  const time = useTime();
  const facts = ({ times, language, lastAt, reasons }: QuestionText) =>
    [
      words.times(times),
      language === "pl" ? "" : languages[language],
      words.last(time.moment(lastAt)),
      ...reasons.map((reason) => words.reasons[reason]),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <section aria-labelledby="question-texts">
      <Title order={3} size="h6" id="question-texts">
        {words.texts}
      </Title>
      <Text size="xs" c="dimmed" mb={6}>
        {words.textsHint}
      </Text>
      <ul className={classes.texts}>
        {members.map((member) => (
          <li key={member.text}>
            <Checkbox
              label={<span lang={member.language}>{member.text}</span>}
              description={facts(member)}
              checked={chosen.has(member.text)}
              onChange={({ currentTarget }) => tick(member.text, currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" role="status">
        {words.chosen(members.filter(({ text }) => chosen.has(text)).length)}
      </Text>
    </section>
  );
}
