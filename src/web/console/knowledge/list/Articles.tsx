import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useRef } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Page } from "../../kit/Page";
import { kitWords } from "../../kit/texts";
import { useFocusOnHeading } from "../../kit/useFocusOnHeading";
import { useRowKeys } from "../../kit/useRowKeys";
import { NewArticle } from "../editor/NewArticle";
import { ImportLink } from "../imports/ImportLink";
import { Rooms } from "../Rooms";
import { knowledgeWords } from "../texts";
import { SwitchOffAny } from "../topics/SwitchOffAny";
import { TopicsOff } from "../topics/TopicsOff";
import { useArticles } from "../useStudio";
import { ArticleLine } from "./ArticleLine";
import { Filters } from "./Filters";
import classes from "./list.module.css";
import { useArticleFilter } from "./useArticleFilter";

/** All articles with what became of them, narrowed and in the order wanted. */
export function Articles() {
  const words = useWords(knowledgeWords);
  const { loading } = useWords(kitWords);
  const { filter, put, clear } = useArticleFilter();
  const { items, found, units, error, retry, waiting, more, fetching = false } = useArticles(filter);
  const rows = useRef<HTMLUListElement>(null);
  useFocusOnHeading("articles");
  useRowKeys(rows, words);
  return (
    <Page title={words.title} intro={words.intro} width="wide" actions={<Actions />}>
      <Rooms open="articles">
        <TopicsOff />
        <Filters filter={filter} units={units} put={put} clear={clear} />
        <ErrorNote error={error} retry={retry} />
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
          <ul ref={rows} className={classes.rows} aria-label={words.articles} aria-busy={waiting}>
            {items.map((item) => (
              <ArticleLine key={item.id} item={item} />
            ))}
          </ul>
        )}
        {more && (
          <Button mt="md" variant="default" loading={fetching} onClick={more}>
            {words.more}
          </Button>
        )}
      </Rooms>
    </Page>
  );
}

function Actions() {
  return (
    <>
      <SwitchOffAny />
      <ImportLink />
      <NewArticle />
    </>
  );
}
