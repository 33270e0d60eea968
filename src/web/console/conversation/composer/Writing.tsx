import { ActionIcon, Button, Checkbox, FileButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { Paperclip, SendHorizontal } from "lucide-react";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useId, useState } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useDraft } from "../drafts";
import { usePlace } from "../place";
import { Attached } from "./Attached";
import { Completing } from "./Completing";
import type { ComposerGiven } from "./Composer";
import classes from "./composer.module.css";
import { partsOf } from "./fits";
import { Limits } from "./Limits";
import { limitWords } from "./limitTexts";
import { Missed } from "./Missed";
import { unfilled } from "./placeholders";
import { composerWords } from "./texts";
import { MOST_FILES, useFiles } from "./useFiles";
import { useShortcuts } from "./useShortcuts";

const MOST_CHARACTERS = 4_000;
const TELL_FROM = 3_600;

/** The reply: written, completed, with files, and sent by its author alone. */
export function Writing({ sending, typing, field }: ComposerGiven) {
  const words = useWords(composerWords);
  const limited = useWords(limitWords);
  const limitsId = useId();
  const { view } = usePlace();
  const { limits } = view;
  const { draft, change } = useDraft("reply", view.id);
  const [enterSends, setEnterSends] = useLocalStorage({
    key: "hejnal-enter-sends",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [dropping, setDropping] = useState(false);
  const upload = useFiles(view.id, change);
  const find = useShortcuts();
  const marks = unfilled(draft.text);
  const takesFiles = limits?.fileMegabytes !== 0;
  const room = takesFiles ? MOST_FILES - draft.files.length : 0;
  const parts = partsOf(draft.text, limits);
  const blocked = marks.length > 0 || draft.text.length > MOST_CHARACTERS || upload.isPending;
  const empty = draft.text.trim() === "" && draft.files.length === 0;

  const send = () => {
    if (blocked || empty) return;
    typing.stop();
    sending.send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    if (!enterSends && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    send();
  };
  const add = (files: File[]) => {
    if (files.length > 0 && room > 0) upload.mutate(files.slice(0, room));
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    add([...event.clipboardData.files]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped here, the button does the same
    <div
      className={classes.writing}
      data-dropping={dropping || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={drop}
    >
      <Missed missed={sending.missed} />
      <div id={limitsId} className={classes.about}>
        <Limits />
      </div>
      <Completing
        field={field}
        mark="/"
        find={find}
        listLabel={words.shortcuts}
        aria-label={words.reply}
        aria-keyshortcuts="r"
        aria-describedby={limitsId}
        placeholder={words.placeholder}
        minRows={2}
        classNames={{ input: classes.input ?? "" }}
        value={draft.text}
        onWrite={(text) => {
          change(() => ({ text }));
          if (text !== "") typing.wrote();
        }}
        onKeyDown={onKeyDown}
        onPaste={paste}
      />
      <Attached
        files={draft.files}
        onRemove={(id) => change(({ files }) => ({ files: files.filter((file) => file.id !== id) }))}
      />
      <ErrorNote error={upload.error} />
      {marks.length > 0 && (
        <p className={classes.warning} role="status">
          {words.unfilled(marks.join(", "))}
        </p>
      )}
      <div className={classes.below}>
        <FileButton multiple onChange={add} disabled={room <= 0}>
          {(props) => (
            <ActionIcon
              {...props}
              variant="subtle"
              color="gray"
              size={30}
              disabled={room <= 0}
              loading={upload.isPending}
              aria-label={words.attach}
            >
              <Paperclip size={16} />
            </ActionIcon>
          )}
        </FileButton>
        <Checkbox
          size="xs"
          label={words.enterSends}
          checked={enterSends}
          onChange={({ currentTarget }) => setEnterSends(currentTarget.checked)}
        />
        <span className={classes.count} role="status">
          {parts !== undefined && limits && limited.inParts(parts, limits.longestText)}
          {parts !== undefined && draft.text.length >= TELL_FROM && " · "}
          {draft.text.length >= TELL_FROM && words.characters(MOST_CHARACTERS - draft.text.length)}
        </span>
        <Button
          rightSection={<SendHorizontal size={15} aria-hidden />}
          aria-disabled={blocked || empty}
          {...((blocked || empty) && { "data-disabled": true })}
          onClick={send}
          aria-keyshortcuts={enterSends ? "Enter" : "Control+Enter"}
        >
          {words.send}
        </Button>
      </div>
    </div>
  );
}
