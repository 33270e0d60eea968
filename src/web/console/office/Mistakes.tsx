import { Alert, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useWords } from "../kit/language";
import { fieldsAt, type Mistake } from "./mistakes";
import classes from "./Office.module.css";
import { officeWords } from "./texts";

/** Everything that keeps the setting from being saved, by name. */
export function Mistakes({ mistakes }: { mistakes: Mistake[] }) {
  const words = useWords(officeWords);
  if (mistakes.length === 0) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      p="xs"
      icon={<CircleAlert size={18} aria-hidden />}
      title={<Text c="var(--mantine-color-text)">{words.refused}</Text>}
    >
      <ul className={classes.difference}>
        {mistakes.map(({ key, name, field }) => (
          <li key={`${key} ${name} ${field}`}>{words.mistake(name, field)}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** The same where the thing stands. */
export function MistakeHere({ mistakes, of }: { mistakes: Mistake[]; of: string }) {
  const words = useWords(officeWords);
  const fields = fieldsAt(mistakes, of);
  if (fields === undefined) return null;
  return (
    <Text size="sm" c="var(--mantine-color-error)">
      {words.toCorrect(fields)}
    </Text>
  );
}
