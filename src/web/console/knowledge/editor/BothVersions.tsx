import { Alert, Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { GitCompareArrows } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "../../kit/language";
import { kitWords } from "../../kit/texts";
import classes from "./editor.module.css";
import { type ArticleForm, type FieldKey, linesOf, type Value } from "./fields";
import { useFieldName } from "./MistakeSummary";
import { type Choice, canKeepBoth, type Difference, mergedForm } from "./merging";
import { editorWords } from "./texts";

type Given = {
  differences: Difference[];
  theirs: ArticleForm;
  /** Who was faster. */
  by: string | undefined;
  onSettle: (form: ArticleForm) => void;
};

/** Two wrote at once: both texts of every field that differs, and the choice. Closing it puts it off, nothing more. */
export function BothVersions({ differences, theirs, by, onSettle }: Given) {
  const words = useWords(editorWords);
  const { close } = useWords(kitWords);
  const [opened, setOpened] = useState(true);
  const title = words.newer(by ?? words.somebody);
  return (
    <>
      {!opened && (
        <Alert
          role="alert"
          color="yellow"
          variant="light"
          p="xs"
          mb="md"
          icon={<GitCompareArrows size={18} aria-hidden />}
        >
          <Group justify="space-between" gap="xs" c="var(--mantine-color-text)">
            <Text size="sm">{title}</Text>
            <Button variant="default" onClick={() => setOpened(true)}>
              {words.compare}
            </Button>
          </Group>
        </Alert>
      )}
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={title}
        size="xl"
        closeButtonProps={{ "aria-label": close }}
      >
        <Choosing differences={differences} onChoose={(chosen) => onSettle(mergedForm(theirs, differences, chosen))} />
      </Modal>
    </>
  );
}

type Chosen = ReadonlyMap<FieldKey, Choice>;

function Choosing({ differences, onChoose }: { differences: Difference[]; onChoose: (chosen: Chosen) => void }) {
  const words = useWords(editorWords);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [tried, setTried] = useState(false);
  const choiceOf = ({ key, choice }: Difference) => chosen.get(key) ?? choice;
  const isDone = differences.every((difference) => choiceOf(difference) !== undefined);
  return (
    <Stack gap="sm">
      <Text size="sm">{words.newerText}</Text>
      {differences.map((difference) => (
        <One
          key={difference.key}
          difference={difference}
          choice={choiceOf(difference)}
          isMissing={tried && choiceOf(difference) === undefined}
          onChoose={(choice) => setChosen(new Map(chosen).set(difference.key, choice))}
        />
      ))}
      <Group justify="end">
        <Button size="sm" onClick={() => (isDone ? onChoose(chosen) : setTried(true))}>
          {words.settle}
        </Button>
      </Group>
    </Stack>
  );
}

type OneGiven = {
  difference: Difference;
  choice: Choice | undefined;
  isMissing: boolean;
  onChoose: (choice: Choice) => void;
};

function One({ difference, choice, isMissing, onChoose }: OneGiven) {
  const words = useWords(editorWords);
  const name = useFieldName()(difference.key);
  const { mine, theirs } = difference;
  const choices: Choice[] = ["mine", "theirs", ...(canKeepBoth(difference) ? ["both" as const] : [])];
  return (
    <section className={classes.choice} aria-label={name}>
      <div className={classes.sides}>
        <Side title={`${name}: ${words.mine}`} value={mine} other={theirs} />
        <Side title={`${name}: ${words.theirs}`} value={theirs} other={mine} />
      </div>
      <Radio.Group
        label={words.stays}
        value={choice ?? null}
        onChange={(value) => onChoose(choices.find((one) => one === value) ?? "mine")}
        error={isMissing && words.choose}
      >
        <Group gap="md" mt={4}>
          {choices.map((one) => (
            <Radio key={one} value={one} label={words[one]} size="sm" />
          ))}
        </Group>
      </Radio.Group>
    </section>
  );
}

/** A text as a whole; of lists what only this side has, the rest as a number. */
function Side({ title, value, other }: { title: string; value: Value; other: Value }) {
  const words = useWords(editorWords);
  const heading = useId();
  const isList = typeof value !== "string";
  const own = isList ? value.filter((line) => !linesOf(other).includes(line)) : [value];
  const same = isList ? value.length - own.length : 0;
  const text = own.join("\n");
  return (
    <div>
      <Text size="sm" fw={600} id={heading}>
        {title}
      </Text>
      <div className={classes.side}>{text.trim() || words.nothing}</div>
      {same > 0 && (
        <Text size="xs" c="dimmed">
          {words.sameLines(same)}
        </Text>
      )}
    </div>
  );
}
