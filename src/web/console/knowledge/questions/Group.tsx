import { Badge, Skeleton, Text, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { QuestionList, QuestionView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useTime } from "../../kit/time";
import { Acts } from "./Acts";
import { Decided } from "./Decided";
import { GroupTexts } from "./GroupTexts";
import { Meant } from "./Meant";
import classes from "./questions.module.css";
import { questionWords } from "./texts";
import { useQuestion } from "./useQuestions";

type Given = { id: string; people: QuestionList["people"] };

/** One group: how residents put it, what the bot and people took it for, and what to do about it. */
export function Group({ id, people }: Given) {
  const { data: group, error, refetch } = useQuestion(id);
  const words = useWords(questionWords);
  return (
    <section className={classes.group} aria-label={group?.sample ?? words.list}>
      <ErrorNote error={error} retry={() => void refetch()} />
      {!group && !error && <Skeleton height={240} />}
      {group && <Whole group={group} people={people} />}
    </section>
  );
}

/** So many wordings are ticked at first: more are rarely worth learning one by one. */
const TICKED_AT_FIRST = 5;

function Whole({ group, people }: { group: QuestionView; people: QuestionList["people"] }) {
  const words = useWords(questionWords);
  const time = useTime();
  const heading = useRef<HTMLHeadingElement>(null);
  const { sample, state, members, times, firstAt, lastAt, owner, cares } = group;
  const [chosen, setChosen] = useState(() => new Set(members.slice(0, TICKED_AT_FIRST).map(({ text }) => text)));
  useEffect(() => {
    const opened = heading.current;
    opened?.focus({ preventScroll: true });
    // On a narrow page it begins below the list.
    const isLow = (opened?.getBoundingClientRect().top ?? 0) > innerHeight / 2;
    opened?.scrollIntoView({ block: isLow ? "start" : "nearest" });
  }, []);
  const tick = (text: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, text] : [...before].filter((one) => one !== text)));
  const texts = members.filter(({ text }) => chosen.has(text)).map(({ text, language }) => ({ text, language }));
  return (
    <>
      <Title
        order={2}
        size="h4"
        ref={heading}
        tabIndex={-1}
        lang={group.languages[0]}
        className={classes.heading ?? ""}
      >
        {sample}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        <Badge variant="default" tt="none" mr={6}>
          {words.states[state]}
        </Badge>
        {words.times(times)}, {words.span(time.moment(firstAt), time.moment(lastAt))}
        {owner && ` · ${words.owner(owner.name)}`}
      </Text>
      <GroupTexts members={members} chosen={chosen} tick={tick} />
      <Meant group={group} />
      <Acts group={group} texts={texts} people={people} />
      {cares.length > 0 && <Decided cares={cares} />}
    </>
  );
}
