import { Button, Skeleton } from "@mantine/core";
import type { RefObject } from "react";
import type { SuggestionView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { ariaKeys } from "../../kit/keyNames";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { Knowledge } from "./Knowledge";
import classes from "./side.module.css";
import { sideWords } from "./texts";
import { useSuggestions } from "./useSuggestions";

/** Alt+1 … Alt+5 put these into the reply. */
export const MOST_SUGGESTIONS = 5;

/** Proposals for the reply and the knowledge base; both only put words in, nothing is ever sent from here. */
export function Hints({ search }: { search: RefObject<HTMLInputElement | null> }) {
  const words = useWords(sideWords);
  const { view } = usePlace();
  const { data, error, isPending, isEnabled, refetch } = useSuggestions(view);
  const suggestions = data?.suggestions.slice(0, MOST_SUGGESTIONS) ?? [];
  return (
    <>
      {view.speaker !== "closed" && (
        <section>
          <h3>{words.suggestions}</h3>
          <ErrorNote error={error} retry={() => void refetch()} />
          {isPending && isEnabled && <Skeleton height={60} />}
          {suggestions.length === 0 && !isPending && !error && <p className={classes.quiet}>{words.noSuggestions}</p>}
          <ol className={classes.cards}>
            {suggestions.map((suggestion, index) => (
              <Suggestion
                key={`${suggestion.intent.kind}:${suggestion.intent.id}`}
                suggestion={suggestion}
                place={index + 1}
              />
            ))}
          </ol>
        </section>
      )}
      <Knowledge search={search} />
    </>
  );
}

function Suggestion({ suggestion: { title, score, text }, place }: { suggestion: SuggestionView; place: number }) {
  const words = useWords(sideWords);
  const { mine, insert, view } = usePlace();
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <strong>{title}</strong>
        <span className={classes.score}>{words.score(Math.round(score * 100))}</span>
      </div>
      <p className={classes.preview} lang={view.language}>
        {text}
      </p>
      {mine && (
        <Button
          size="compact-xs"
          mih={24}
          variant="light"
          onClick={() => insert(text)}
          aria-label={words.insertNamed(title)}
          aria-keyshortcuts={ariaKeys(`alt+${place}`)}
          title={`Alt+${place}`}
        >
          {words.insert}
        </Button>
      )}
    </li>
  );
}
