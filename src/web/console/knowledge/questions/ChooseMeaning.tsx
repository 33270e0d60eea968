import { Button, Text } from "@mantine/core";
import type { IntentView, QuestionView } from "../../../../staff/wire";
import { IntentSearch } from "../../conversation/thread/IntentSearch";
import { useWords } from "../../kit/language";
import classes from "./questions.module.css";
import { questionWords } from "./texts";

type Given = { label: string; group: QuestionView; onChoose: (found: IntentView) => void };

/** A meaning by its words, or one of those people named already. */
export function ChooseMeaning({ label, group, onChoose }: Given) {
  const words = useWords(questionWords);
  return (
    <div className={classes.search}>
      <IntentSearch label={label} onChoose={onChoose} />
      {group.proposed.map(({ intent, meaning }) => (
        <Text size="sm" key={`${intent.kind}:${intent.id}`}>
          {meaning}{" "}
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`${words.useThis}: ${meaning}`}
            onClick={() => onChoose({ intent, title: meaning })}
          >
            {words.useThis}
          </Button>
        </Text>
      ))}
    </div>
  );
}
