import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { useEnter, useHits } from "../../phone/useKnowledge";
import { usePlace } from "../place";
import { Article } from "./Article";
import classes from "./side.module.css";
import { sideWords } from "./texts";

/** The knowledge base beside the thread, in the resident's language. */
export function Knowledge({ search }: { search: RefObject<HTMLInputElement | null> }) {
  const words = useWords(sideWords);
  const { view } = usePlace();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<string>();
  const { hits, isSettled, error, refetch } = useHits(typed, view.language);
  const enter = useEnter(isSettled, () => setOpen(hits[0]?.id));
  const openFirst = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    enter.press();
  };
  return (
    <section>
      <h3>{words.knowledge}</h3>
      <TextInput
        ref={search}
        type="search"
        size="xs"
        aria-label={words.search}
        aria-keyshortcuts="i"
        placeholder={words.search}
        leftSection={<Search size={14} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          enter.forget();
          setOpen(undefined);
        }}
        onKeyDown={openFirst}
      />
      <ErrorNote error={error} retry={refetch} />
      {open === undefined ? (
        <>
          <ul className={classes.hits}>
            {hits.map(({ id, title, answer }) => (
              <li key={id}>
                <button type="button" onClick={() => setOpen(id)}>
                  <strong>{title}</strong>
                  <span>{answer}</span>
                </button>
              </li>
            ))}
          </ul>
          <p className={classes.quiet} role="status">
            {typed.trim() !== "" && isSettled && hits.length === 0 && words.nothingFound}
          </p>
        </>
      ) : (
        <Article id={open} onOpen={setOpen} onBack={() => setOpen(undefined)} />
      )}
    </section>
  );
}
