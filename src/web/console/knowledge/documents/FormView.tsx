import { Alert, Button, Group, Skeleton, Text, VisuallyHidden } from "@mantine/core";
import { useMemo } from "react";
import type { DraftView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { ariaKeys } from "../../kit/keyNames";
import { useKeys } from "../../kit/keys";
import { useWords } from "../../kit/language";
import classes from "../editor/editor.module.css";
import { editorWords } from "../editor/texts";
import { MistakeList } from "./MistakeList";
import { placed } from "./placed";
import { documentsWords } from "./texts";
import { useYaml, type YamlEditing } from "./useYaml";
import { YamlForm } from "./YamlForm";

type Given = { draft: DraftView; path: string; readOnly: boolean; onChanged: (draft: DraftView) => void };

/** A YAML document as a form that saves itself. */
export function FormView({ draft, path, readOnly, onChanged }: Given) {
  const words = useWords(documentsWords);
  const editing = useYaml(draft, path, onChanged);
  const { view, unread, draw, error, save } = editing;
  const tree = view?.tree;
  const mistakes = useMemo(() => placed(draft.mistakes, path, tree), [draft.mistakes, path, tree]);
  useKeys({ "mod+s": save }, { scope: words.form, describe: { "mod+s": words.keys.save } });
  if (!view) return unread ? <ErrorNote error={unread} retry={() => void draw()} /> : <Skeleton height={320} />;
  if (!tree) {
    return (
      <>
        <Text mb="sm">{words.broken}</Text>
        <MistakeList mistakes={mistakes.length > 0 ? mistakes : view.mistakes} />
      </>
    );
  }
  return (
    <>
      {!readOnly && <SaveBar editing={editing} />}
      <Met editing={editing} />
      <ErrorNote error={error} retry={save} />
      <YamlForm path={path} tree={tree} editing={editing} mistakes={mistakes} readOnly={readOnly} />
    </>
  );
}

function SaveBar({ editing: { state, save } }: { editing: YamlEditing }) {
  const words = useWords(documentsWords);
  const { marks } = useWords(editorWords);
  return (
    <Group gap="sm" mb="sm">
      <Button size="xs" aria-keyshortcuts={ariaKeys("mod+s")} onClick={save}>
        {words.save}
      </Button>
      <span className={classes.mark} data-warn={state === "lost" || undefined} data-state={state}>
        {marks[state]}
      </span>
      <VisuallyHidden role="status">{state === "lost" ? marks.lost : ""}</VisuallyHidden>
    </Group>
  );
}

/** Somebody was faster: what became of what was typed here. */
function Met({ editing: { met, dismiss } }: { editing: YamlEditing }) {
  const words = useWords(documentsWords);
  if (!met) return null;
  const title = met.kind === "lost" ? words.lost : words[met.kind];
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="light"
      p="xs"
      mb="md"
      title={<Text c="var(--mantine-color-text)">{title}</Text>}
    >
      {met.kind === "lost" && (
        <>
          <Text size="sm">{words.lostText}</Text>
          <ul className={classes.mistakes}>
            {met.typed.map(({ field, value }) => (
              <li key={field}>
                <strong>{field}</strong>: {String(value)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button size="xs" variant="default" mt="xs" onClick={dismiss}>
        {words.ok}
      </Button>
    </Alert>
  );
}
