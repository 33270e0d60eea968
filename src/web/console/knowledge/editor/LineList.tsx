import { ActionIcon, Button, Input, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, memo, useCallback, useEffect, useRef } from "react";
import { useWords } from "../../kit/language";
import classes from "./editor.module.css";
import type { FieldKey, Value } from "./fields";
import { fieldWords } from "./fieldTexts";
import { pastedInto, withLineAfter, withoutLine } from "./lines";
import { idOfPlace } from "./mistakes";

type Given = {
  name: FieldKey;
  label: string;
  hint?: string;
  /** How many there are and should be. */
  count?: string;
  lines: string[];
  lang?: string;
  mistakes: ReadonlyMap<string, string>;
  readOnly: boolean;
  onChange: (name: FieldKey, lines: Value) => void;
};

const LONGEST_LINE = 500;

/** Short texts, one a line: Enter begins the next one, a pasted list becomes lines, an emptied line goes with Backspace. */
export function LineList({ name, label, hint, count, lines, lang, mistakes, readOnly, onChange }: Given) {
  const words = useWords(fieldWords);
  const id = idOfPlace({ key: name });
  const wantsFocus = useRef<number>(undefined);
  useEffect(() => {
    if (wantsFocus.current === undefined) return;
    const at = Math.min(wantsFocus.current, lines.length - 1);
    wantsFocus.current = undefined;
    document.getElementById(at < 0 ? id : `${id}-${at}`)?.focus();
  }, [lines, id]);
  const latest = useRef(lines);
  latest.current = lines;
  const put = useCallback(
    (change: (lines: string[]) => string[], focusOn?: number) => {
      wantsFocus.current = focusOn;
      onChange(name, change(latest.current));
    },
    [name, onChange],
  );
  return (
    <fieldset className={classes.list}>
      <legend>{label}</legend>
      <Input.Description mb={6}>{[hint, count].filter(Boolean).join(" ")}</Input.Description>
      {mistakes.has(id) && <Input.Error mb={6}>{mistakes.get(id)}</Input.Error>}
      <div className={classes.lines}>
        {lines.map((line, at) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place and its text
            key={at}
            {...{ id, at, line, label, lang, readOnly, put }}
            error={mistakes.get(`${id}-${at}`)}
          />
        ))}
      </div>
      {!readOnly && (
        <Button
          id={id}
          mt={6}
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          aria-label={words.addLine(label)}
          onClick={() => put((all) => [...all, ""], lines.length)}
        >
          {words.add}
        </Button>
      )}
    </fieldset>
  );
}

type LineGiven = {
  id: string;
  at: number;
  line: string;
  label: string;
  lang: string | undefined;
  error: string | undefined;
  readOnly: boolean;
  put: (change: (lines: string[]) => string[], focusOn?: number) => void;
};

/** Remembered as it is: a list may have a hundred of them, and only one is typed in. */
const Line = memo(function Line({ id, at, line, label, lang, error, readOnly, put }: LineGiven) {
  const words = useWords(fieldWords);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      put((all) => withLineAfter(all, at), at + 1);
    }
    if (event.key === "Backspace" && line === "") {
      event.preventDefault();
      put((all) => withoutLine(all, at), Math.max(0, at - 1));
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const selected = [selectionStart ?? line.length, selectionEnd ?? line.length] as const;
    const pasted = pastedInto(line, event.clipboardData.getData("text"), selected);
    if (!pasted) return;
    event.preventDefault();
    put((all) => all.toSpliced(at, 1, ...pasted), at + pasted.length - 1);
  };
  return (
    <div className={classes.line}>
      <TextInput
        id={`${id}-${at}`}
        aria-label={words.line(at + 1, label)}
        value={line}
        lang={lang}
        maxLength={LONGEST_LINE}
        autoComplete="off"
        readOnly={readOnly}
        error={error}
        onChange={({ currentTarget: { value } }) => put((all) => all.with(at, value))}
        onKeyDown={readOnly ? undefined : onKeyDown}
        onPaste={readOnly ? undefined : onPaste}
      />
      {!readOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={words.removeLine(at + 1, label)}
          onClick={() => put((all) => withoutLine(all, at), at)}
        >
          <X size={15} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
});
