import { Alert, Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { GitCompareArrows } from "lucide-react";
import { useState } from "react";
import type { DraftView } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Difference } from "../../office/Difference";
import classes from "./editor.module.css";
import { editorWords } from "./texts";
import { draftAddress, newerDraft } from "./useDraft";

type Given = { draft: DraftView; isChanged: boolean; put: (draft: DraftView) => void };
type Document = DraftView["documents"][number];
type Choice = "released" | "mine";

/** What was released since the draft began would be undone by it: for each text, theirs or mine. */
export function Moved({ draft, isChanged, put }: Given) {
  const words = useWords(editorWords);
  const moved = draft.documents.filter(({ now }) => now !== undefined);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const choiceOf = (document: Document) => chosen.get(document.path) ?? byItself(document);
  const [tried, setTried] = useState(false);
  const apply = useApplying(draft, put);
  if (moved.length === 0) return null;
  const isDone = moved.every((document) => choiceOf(document) !== undefined);
  const taken = moved.filter((document) => choiceOf(document) === "released");
  return (
    <Alert
      role="region"
      aria-label={words.moved}
      color="yellow"
      variant="light"
      mb="md"
      icon={<GitCompareArrows size={18} aria-hidden />}
      title={<Text c="var(--mantine-color-text)">{words.moved}</Text>}
    >
      <Stack gap="sm" c="var(--mantine-color-text)">
        <Text size="sm">{words.movedText}</Text>
        {moved.map((document) => (
          <One
            key={document.path}
            document={document}
            choice={choiceOf(document)}
            isMissing={tried && choiceOf(document) === undefined}
            onChoose={(choice) => setChosen(new Map(chosen).set(document.path, choice))}
          />
        ))}
        <ErrorNote error={newerDraft(apply.error) ? null : apply.error} />
        <Group gap="sm">
          <Button
            variant="default"
            loading={apply.isPending}
            disabled={isChanged}
            onClick={() => (isDone ? apply.mutate(taken) : setTried(true))}
          >
            {words.applyMoved}
          </Button>
          {isChanged && <Text size="sm">{words.saveFirst}</Text>}
        </Group>
      </Stack>
    </Alert>
  );
}

/** Where the draft changes nothing there is nothing of mine to keep. */
const byItself = ({ text, base }: Document): Choice | undefined => (text === base ? "released" : undefined);

type OneGiven = {
  document: Document;
  choice: Choice | undefined;
  isMissing: boolean;
  onChoose: (choice: Choice) => void;
};

function One({ document: { path, text, now }, choice, isMissing, onChoose }: OneGiven) {
  const words = useWords(editorWords);
  return (
    <section className={classes.choice} aria-label={path}>
      <Text size="sm" fw={600} mb={4}>
        {path}
      </Text>
      <Difference
        left={{ label: words.releasedSays, lines: linesOf(now) }}
        right={{ label: words.draftSays, lines: linesOf(text) }}
      />
      <Radio.Group
        label={words.stays}
        mt="xs"
        value={choice ?? null}
        onChange={(value) => onChoose(value === "released" ? "released" : "mine")}
        error={isMissing && <Missing />}
      >
        <Group gap="md" mt={4}>
          <Radio size="sm" value="released" label={words.takeReleased} />
          <Radio size="sm" value="mine" label={words.keepMine} />
        </Group>
      </Radio.Group>
    </section>
  );
}

/** On the notice's own ground the colour of mistakes is not legible. */
function Missing() {
  const words = useWords(editorWords);
  return (
    <Text span size="sm" fw={600} c="var(--mantine-color-text)">
      {words.choose}
    </Text>
  );
}

const linesOf = (text: string | null | undefined): string[] => (text ?? "").split("\n").filter((line) => line !== "");

/** The released texts that were chosen come in, then everything is compared with what is released now. */
function useApplying({ id, version }: DraftView, put: Given["put"]) {
  return useMutation({
    mutationFn: async (taken: Document[]) => {
      const documents = taken.map(({ path, now }) => ({ path, text: now ?? null }));
      const saved =
        documents.length > 0
          ? await api.post<DraftView>(`${draftAddress(id)}/documents`, { seen: version, documents })
          : undefined;
      const seen = saved?.version ?? version;
      return api.post<DraftView>(`${draftAddress(id)}/acts`, { act: "take_over", seen });
    },
    onSuccess: put,
    onError(error) {
      const newer = newerDraft(error);
      if (newer) put(newer);
    },
  });
}
