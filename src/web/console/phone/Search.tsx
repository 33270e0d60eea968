import { CloseButton, Text, TextInput } from "@mantine/core";
import { Search as SearchIcon } from "lucide-react";
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from "react";
import type { KnowledgeHit } from "../../../staff/wire";
import { ErrorNote } from "../kit/ErrorNote";
import { ariaKeys } from "../kit/keyNames";
import { useWords } from "../kit/language";
import { dayInKrakow } from "../kit/time";
import classes from "./Phone.module.css";
import { phoneWords } from "./texts";
import type { CallDesk } from "./useCall";
import { useEnter, useHits } from "./useKnowledge";

type Given = { desk: CallDesk; ref: Ref<HTMLInputElement>; autoFocus: boolean };

/** A field and its results: typing searches, arrows choose, Enter opens, a second Enter says it was told. */
export function Search({ desk, ref, autoFocus }: Given) {
  const { call, change, tell } = desk;
  const words = useWords(phoneWords);
  const list = useId();
  const [active, setActive] = useState(0);
  const { hits, error, refetch, isSettled } = useHits(call.typed, call.language);
  const chosen = hits[Math.min(active, hits.length - 1)];

  const open = ({ id, title }: KnowledgeHit) => change({ open: { id, title } });
  const enter = useEnter(isSettled, () => {
    if (!chosen) return;
    if (call.open?.id === chosen.id) tell({ article: chosen.id, title: chosen.title }, true);
    else open(chosen);
  });
  const move = (by: number) =>
    setActive(Math.max(0, Math.min(hits.length - 1, Math.min(active, hits.length - 1) + by)));
  const type = (typed: string) => {
    setActive(0);
    enter.forget();
    change({ typed });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") enter.press();
    else if (event.key === "Escape" && call.typed !== "") type("");
    else return;
    event.preventDefault();
  };
  return (
    <section className={classes.search} aria-label={words.search}>
      <TextInput
        ref={ref}
        label={words.search}
        placeholder={words.placeholder}
        description={words.searchHelp}
        value={call.typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        size="md"
        leftSection={<SearchIcon size={18} aria-hidden />}
        rightSection={call.typed && <CloseButton aria-label={words.clear} onClick={() => type("")} tabIndex={-1} />}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-keyshortcuts={ariaKeys("alt+s")}
        {...(chosen && { "aria-activedescendant": `${list}-${chosen.id}` })}
      />
      <ErrorNote error={error} retry={refetch} />
      <div role="listbox" id={list} aria-label={words.results} className={classes.hits} tabIndex={-1}>
        {hits.map((hit) => (
          <Hit
            key={hit.id}
            {...{ hit, list }}
            isActive={hit === chosen}
            isOpen={hit.id === call.open?.id}
            onOpen={open}
          />
        ))}
      </div>
      {hits.length === 0 && (
        <Text size="sm" c="dimmed" p="xs">
          {call.typed.trim() === "" ? words.begin : isSettled ? words.nothing : ""}
        </Text>
      )}
      <span role="status" className={classes.unseen}>
        {isSettled && call.typed.trim() !== "" ? words.count(hits.length) : ""}
      </span>
    </section>
  );
}

type HitGiven = {
  hit: KnowledgeHit;
  list: string;
  isActive: boolean;
  isOpen: boolean;
  onOpen: (hit: KnowledgeHit) => void;
};

function Hit({ hit, list, isActive, isOpen, onOpen }: HitGiven) {
  const words = useWords(phoneWords);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // The keyboard stays in the field, which names the active option.
    <div
      ref={ref}
      role="option"
      tabIndex={-1}
      id={`${list}-${hit.id}`}
      aria-selected={isActive}
      className={classes.hit}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(hit)}
      onKeyDown={() => undefined}
    >
      <div className={classes.hitTitle}>{hit.title}</div>
      <div className={classes.hitAnswer}>{hit.answer}</div>
      {hit.checkAgain < dayInKrakow(new Date()) && <div className={classes.old}>{words.old}</div>}
    </div>
  );
}
