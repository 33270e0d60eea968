import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useRef } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { kitWords } from "../../kit/texts";
import { useNow } from "../../kit/time";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { useRowKeys } from "../../kit/useRowKeys";
import { Rooms } from "../Rooms";
import { knowledgeWords } from "../texts";
import { Filters } from "./Filters";
import { Group } from "./Group";
import { QuestionLine } from "./QuestionLine";
import classes from "./questions.module.css";
import { questionWords } from "./texts";
import { useQuestionFilter } from "./useQuestionFilter";
import { useQuestions } from "./useQuestions";

/** What residents asked in vain: near-identical questions as groups, and what to do about each. */
export function Questions() {
  const words = useWords(questionWords);
  const { title } = useWords(knowledgeWords);
  const { loading } = useWords(kitWords);
  const now = useNow(60_000);
  const { filter, put, open, addressOf } = useQuestionFilter();
  const { items, found, counts, people, error, retry, waiting, more, fetching = false } = useQuestions(filter);
  const rows = useRef<HTMLUListElement>(null);
  useFocusOnHeading("questions");
  useRowKeys(rows, words);
  return (
    <Page title={title} intro={words.intro} width="wide">
      <Rooms open="questions">
        <Filters filter={filter} counts={counts} put={put} />
        <ErrorNote error={error} retry={retry} />
        <div className={classes.panes}>
          <div>
            {!items && !error && (
              <Stack gap={4} role="status" aria-label={loading}>
                {[1, 2, 3, 4, 5].map((n) => (
                  <Skeleton key={n} height={56} />
                ))}
              </Stack>
            )}
            {items && (
              <Text size="sm" c="dimmed" role="status" mb={4}>
                {found > 0 ? words.found(found) : words.none}
              </Text>
            )}
            {items && items.length > 0 && (
              <ul ref={rows} className={classes.rows} aria-label={words.list} aria-busy={waiting}>
                {items.map((item) => (
                  <QuestionLine key={item.id} item={item} now={now} to={addressOf(item.id)} isOpen={item.id === open} />
                ))}
              </ul>
            )}
            {more && (
              <Button mt="md" variant="default" loading={fetching} onClick={more}>
                {words.more}
              </Button>
            )}
          </div>
          {open ? (
            <Group key={open} id={open} people={people} />
          ) : (
            <Text size="sm" c="dimmed" className={classes.choose ?? ""}>
              {words.choose}
            </Text>
          )}
        </div>
      </Rooms>
    </Page>
  );
}
