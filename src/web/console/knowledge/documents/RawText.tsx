import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { DraftView } from "../../../../staff/wire";
import { api } from "../../kit/api";
import { ErrorNote } from "../../kit/ErrorNote";
import { useKept } from "../../kit/kept";
import { ariaKeys } from "../../kit/keyNames";
import { useKeys } from "../../kit/keys";
import { useWords } from "../../kit/language";
import { isRecord } from "../../kit/reading";
import { draftAddress, newerDraft } from "../editor/useDraft";
import classes from "./documents.module.css";
import { documentsWords } from "./texts";

type Given = {
  draft: DraftView;
  path: string;
  text: string;
  readOnly: boolean;
  onChanged: (draft: DraftView) => void;
};
/** `began`: what the text was when somebody began to type. */
type Typed = { began: string; mine: string };

const readTyped = (kept: unknown): Typed | undefined =>
  isRecord(kept) && typeof kept.began === "string" && typeof kept.mine === "string"
    ? { began: kept.began, mine: kept.mine }
    : undefined;

/** A document's text as a whole, for those who know YAML; what is typed is saved when they say so. */
export function RawText({ draft, path, text, readOnly, onChanged }: Given) {
  const words = useWords(documentsWords);
  const [{ began, mine }, keep, forget] = useKept<Typed>(
    `text-${draft.id}-${path}`,
    () => ({ began: text, mine: text }),
    readTyped,
  );
  const isChanged = mine !== began;
  const shown = isChanged ? mine : text;
  const isStale = isChanged && began !== text;
  const field = useRef<HTMLTextAreaElement>(null);
  const save = useMutation({
    mutationFn: (documents: { path: string; text: string }[]) =>
      api.post<DraftView>(`${draftAddress(draft.id)}/documents`, { seen: draft.version, documents }),
    onSuccess(saved, [sent]) {
      keep(({ mine }) => ({ began: sent?.text ?? mine, mine }));
      onChanged(saved);
    },
    onError(error) {
      const newer = newerDraft(error);
      if (newer) onChanged(newer);
    },
  });
  const submit = () => void (isChanged && !readOnly && save.mutate([{ path, text: mine }]));
  useKeys({ "mod+s": submit }, { scope: words.text, describe: { "mod+s": words.keys.save } });
  const takeTheirs = () => {
    forget();
    keep(() => ({ began: text, mine: text }));
    field.current?.focus();
  };
  return (
    <Stack gap="sm">
      {isStale && (
        <Alert role="alert" color="yellow" variant="light" p="xs">
          <Group justify="space-between">
            <Text size="sm" c="var(--mantine-color-text)">
              {words.rawStale}
            </Text>
            <Button size="xs" variant="default" onClick={takeTheirs}>
              {words.theirs}
            </Button>
          </Group>
        </Alert>
      )}
      {!newerDraft(save.error) && <ErrorNote error={save.error} />}
      <Textarea
        ref={field}
        className={classes.raw ?? ""}
        label={words.raw}
        description={words.rawHint}
        rows={28}
        value={shown}
        readOnly={readOnly}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) =>
          keep((before) => ({ began: isChanged ? before.began : text, mine: value }))
        }
      />
      {!readOnly && (
        <Group>
          <Button aria-keyshortcuts={ariaKeys("mod+s")} loading={save.isPending} onClick={submit}>
            {words.save}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
