import { Button, Group, Text, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { Rooms } from "../Rooms";
import { knowledgeWords } from "../texts";
import { useBench, useBenchFile } from "../useStudio";
import { type Fault, faultIn, questionsIn } from "./questions";
import { Results } from "./Results";
import { benchWords } from "./texts";

/** Questions to try on the bot as it is now. */
export function Bench() {
  const words = useWords(benchWords);
  const { title } = useWords(knowledgeWords);
  const [written, setWritten] = useState("");
  const [fault, setFault] = useState<Fault>();
  const bench = useBench();
  const file = useBenchFile();
  useFocusOnHeading("bench");
  const write = (text: string) => {
    setWritten(text);
    setFault(undefined);
  };
  const given = (run: (body: { questions: string[] }) => void) => () => {
    const questions = questionsIn(written);
    const wrong = faultIn(questions);
    setFault(wrong);
    if (!wrong) run({ questions });
  };
  const attempt = given(bench.mutate);
  return (
    <Page title={title} intro={words.intro} width="wide">
      <Rooms open="bench">
        <Textarea
          label={words.questions}
          description={words.hint}
          value={written}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) attempt();
          }}
          error={fault && said(fault, words)}
          autosize
          minRows={4}
          maxRows={14}
          mb="sm"
        />
        <Group mb="md">
          <Button onClick={attempt} loading={bench.isPending}>
            {words.attempt}
          </Button>
          <Button variant="default" onClick={given(file.mutate)} loading={file.isPending}>
            {words.file}
          </Button>
        </Group>
        <ErrorNote error={bench.error ?? file.error} />
        {bench.data && (
          <section aria-label={words.results}>
            <Title order={2} size="h5">
              {words.results}
            </Title>
            <Text size="sm" c="dimmed" mb="sm" role="status">
              {words.counted(bench.data.rows.length, bench.data.rows.filter(({ band }) => band === "act").length)}
            </Text>
            <Results rows={bench.data.rows} />
          </section>
        )}
      </Rooms>
    </Page>
  );
}

function said(fault: Fault, words: { tooMany: (n: number) => string; tooLong: string; nothing: string }): string {
  return fault.kind === "tooMany" ? words.tooMany(fault.n) : words[fault.kind];
}
