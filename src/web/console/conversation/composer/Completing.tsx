import { Textarea, type TextareaProps, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { useWords } from "../../kit/language";
import classes from "./composer.module.css";
import { composerWords } from "./texts";

export type Completion = { id: string; title: string; hint?: string; text: string };

type Given = Omit<TextareaProps, "onChange" | "value"> & {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onWrite: (text: string) => void;
  /** The character that asks for the list, at the start or after a space. */
  mark: "/" | "@";
  listLabel: string;
  find: (typed: string) => Completion[];
  onChosen?: (chosen: Completion) => void;
};

const MOST = 8;

/** A field in which a character opens a list to choose from with arrows and Enter. */
export function Completing({ field, value, onWrite, mark, listLabel, find, onChosen, onKeyDown, ...rest }: Given) {
  const words = useWords(composerWords);
  const listId = useId();
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const found = typed === undefined ? [] : find(typed).slice(0, MOST);
  const isOpen = found.length > 0;
  const look = (area: HTMLTextAreaElement) => {
    setTyped(typedBefore(area, mark));
    setActive(0);
  };
  const choose = (chosen: Completion) => {
    const area = field.current;
    if (!area || typed === undefined) return;
    const from = area.selectionStart - typed.length - mark.length;
    area.setRangeText(chosen.text, from, area.selectionStart, "end");
    setTyped(undefined);
    onWrite(area.value);
    onChosen?.(chosen);
    area.focus();
  };
  const steer = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const chosen = found[active];
    if (isOpen && event.key === "ArrowDown") setActive((active + 1) % found.length);
    else if (isOpen && event.key === "ArrowUp") setActive((active + found.length - 1) % found.length);
    else if (isOpen && event.key === "Escape") setTyped(undefined);
    else if (chosen && (event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey)
      choose(chosen);
    else return onKeyDown?.(event);
    event.preventDefault();
    event.nativeEvent.stopPropagation();
  };
  return (
    <div className={classes.completing}>
      {isOpen && (
        <div id={listId} role="listbox" aria-label={listLabel} className={classes.list}>
          {found.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field keeps the focus and steers the list
            <div
              key={one.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(one)}
            >
              <strong>{one.title}</strong> {one.hint && <span>{one.hint}</span>}
            </div>
          ))}
        </div>
      )}
      <VisuallyHidden role="status">{isOpen ? words.found(found.length) : ""}</VisuallyHidden>
      <Textarea
        {...rest}
        ref={field}
        autosize
        value={value}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
        onChange={({ currentTarget }) => {
          onWrite(currentTarget.value);
          look(currentTarget);
        }}
        onClick={({ currentTarget }) => look(currentTarget)}
        onBlur={() => setTyped(undefined)}
        onKeyDown={steer}
      />
    </div>
  );
}

/** What follows the mark up to the cursor; undefined when the cursor is not behind one. */
function typedBefore({ value, selectionStart }: HTMLTextAreaElement, mark: "/" | "@"): string | undefined {
  const before = value.slice(0, selectionStart);
  const pattern = mark === "/" ? /(?:^|\s)\/([\p{L}\d-]*)$/u : /(?:^|\s)@([\p{L}\d.-]*)$/u;
  return before.match(pattern)?.[1];
}
