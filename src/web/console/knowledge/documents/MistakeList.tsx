import { Alert, Anchor, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import { useWords } from "../../kit/language";
import classes from "./documents.module.css";
import type { Placed } from "./placed";
import { documentsWords } from "./texts";

type Given = { mistakes: Placed[]; onFind?: (field: string) => void };

/** Everything that keeps the draft from being published, each with the way to its field. */
export function MistakeList({ mistakes, onFind }: Given) {
  const words = useWords(documentsWords);
  if (mistakes.length === 0) return null;
  const title = words.toCorrect(mistakes.length);
  return (
    <Alert
      role="region"
      aria-label={title}
      color="red"
      variant="light"
      p="xs"
      mb="md"
      icon={<CircleAlert size={18} aria-hidden />}
      title={<Text c="var(--mantine-color-text)">{title}</Text>}
    >
      <ul className={classes.mistakes}>
        {mistakes.map(({ at, file, line, field, message }) => (
          <li key={`${file} ${line} ${field} ${message}`}>
            {at !== undefined && onFind ? (
              <Anchor
                component="button"
                type="button"
                inherit
                underline="always"
                c="var(--mantine-color-text)"
                onClick={() => onFind(at)}
              >
                {field || words.wholeDocument}
              </Anchor>
            ) : (
              words.elsewhere(file, line)
            )}
            : {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
