import { Text } from "@mantine/core";
import { useWords } from "../kit/language";
import classes from "./Inbox.module.css";
import { isNarrowed, type Wanted } from "./lists";
import { inboxWords } from "./texts";

/** Says why there is nothing, so that nobody wonders whether something is broken. */
export function EmptyList({ wanted: { view, q, filter } }: { wanted: Wanted }) {
  const words = useWords(inboxWords);
  const text = q !== "" ? words.foundNothing(q) : isNarrowed(filter) ? words.filteredOut : words.none[view];
  return (
    <Text size="sm" c="dimmed" className={classes.empty ?? ""}>
      {text}
    </Text>
  );
}
