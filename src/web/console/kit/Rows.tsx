import { Skeleton, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorNote } from "./ErrorNote";
import classes from "./Rows.module.css";

type Given<T> = {
  label: string;
  items: T[] | undefined;
  error?: unknown;
  retry?: () => void;
  /** Said when there is nothing. */
  empty: string;
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
};

/** A list of records, one calm row each; the same room is kept while it loads. */
export function Rows<T>({ label, items, error, retry, empty, keyOf, children }: Given<T>) {
  return (
    <Stack gap="xs">
      <ErrorNote error={error} retry={retry} />
      {!items && !error && [1, 2, 3].map((n) => <Skeleton key={n} height={52} />)}
      {items?.length === 0 && (
        <Text size="sm" c="dimmed" py="lg">
          {empty}
        </Text>
      )}
      {items && items.length > 0 && (
        <ul className={classes.rows} aria-label={label}>
          {items.map((item) => (
            <li key={keyOf(item)} className={classes.row}>
              {children(item)}
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
