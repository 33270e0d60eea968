import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useRef } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useRight } from "../../kit/session";
import { kitWords } from "../../kit/texts";
import { useNow } from "../../kit/time";
import { useRowKeys } from "../../kit/useRowKeys";
import { requestsWords } from "../texts";
import type { Filter } from "../useFilter";
import { useList } from "../useRequests";
import { Bulk } from "./Bulk";
import classes from "./list.module.css";
import { Row } from "./Row";
import { useSelection } from "./useSelection";

/** One page of service requests after the other; several can be selected and seen to at once. */
export function List({ filter }: { filter: Filter }) {
  const words = useWords(requestsWords);
  const { loading } = useWords(kitWords);
  const now = useNow(60_000);
  const mayWork = useRight("work_desk");
  const { items, error, retry, more, fetching = false } = useList(filter);
  const rows = useRef<HTMLUListElement>(null);
  const selection = useSelection(items ?? []);
  useRowKeys(rows, words, mayWork ? selection.toggle : undefined);
  const narrowed = Object.keys(filter).length > 0;
  return (
    <>
      <ErrorNote error={error} retry={retry} />
      {!items && !error && (
        <Stack gap={4} role="status" aria-label={loading}>
          {[1, 2, 3, 4, 5].map((n) => (
            <Skeleton key={n} height={56} />
          ))}
        </Stack>
      )}
      {items?.length === 0 && (
        <Text size="sm" c="dimmed" py="lg">
          {narrowed ? words.noneFound : words.none}
        </Text>
      )}
      {items && items.length > 0 && (
        <ul ref={rows} className={classes.rows} aria-label={words.title}>
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              now={now}
              selected={selection.has(item.id)}
              {...(mayWork && { onSelect: selection.toggle })}
            />
          ))}
        </ul>
      )}
      {more && (
        <Button mt="md" variant="default" loading={fetching} onClick={more}>
          {words.older}
        </Button>
      )}
      {mayWork && <Bulk chosen={selection.chosen} onDone={selection.clear} />}
    </>
  );
}
