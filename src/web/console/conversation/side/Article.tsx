import { Button, Skeleton } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { useEffect, useRef } from "react";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { Prose } from "../../kit/Prose";
import { useArticle } from "../../phone/useKnowledge";
import { usePlace } from "../place";
import classes from "./side.module.css";
import { sideWords } from "./texts";

type Given = { id: string; onOpen: (id: string) => void; onBack: () => void };

/** One article; its answer and each of its sections can be put into the reply. */
export function Article({ id, onOpen, onBack }: Given) {
  const words = useWords(sideWords);
  const { view } = usePlace();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: article, error, refetch } = useArticle(id, view.language);
  const isHere = article !== undefined;
  useEffect(() => {
    if (isHere) heading.current?.focus();
  }, [isHere]);
  return (
    <article className={classes.article}>
      <Button
        size="compact-xs"
        mih={24}
        variant="subtle"
        leftSection={<ArrowLeft size={13} aria-hidden />}
        onClick={onBack}
      >
        {words.toResults}
      </Button>
      <ErrorNote error={error} retry={() => void refetch()} />
      {!article && !error && <Skeleton height={160} />}
      {article && (
        <>
          <h4 ref={heading} tabIndex={-1}>
            {article.title}
          </h4>
          {article.language !== view.language && <p className={classes.quiet}>{words.onlyPolish}</p>}
          <Part heading={words.shortAnswer} text={article.answer} lang={article.language} />
          {article.sections.map(({ name, heading: title, text }) => (
            <Part key={name} heading={title} text={text} lang={article.language} />
          ))}
          <footer className={classes.quiet}>
            <p>{words.checked(article.checkedOn, article.sourceDate)}</p>
            <ul className={classes.sources}>
              {article.sources.map((source) => (
                <li key={source}>
                  <a href={source} target="_blank" rel="noopener noreferrer">
                    {source.replace(/^https?:\/\/(www\.)?/, "")}
                  </a>
                </li>
              ))}
            </ul>
            {article.related.length > 0 && <p>{words.related}</p>}
            {article.related.map((other) => (
              <Button key={other.id} size="compact-xs" mih={24} variant="subtle" onClick={() => onOpen(other.id)}>
                {other.title}
              </Button>
            ))}
          </footer>
        </>
      )}
    </article>
  );
}

function Part({ heading, text, lang }: { heading: string; text: string; lang: string }) {
  const words = useWords(sideWords);
  const { mine, insert } = usePlace();
  return (
    <section className={classes.part}>
      <div className={classes.cardHead}>
        <h5>{heading}</h5>
        {mine && (
          <Button
            size="compact-xs"
            mih={24}
            variant="light"
            onClick={() => insert(plain(text))}
            aria-label={words.insertNamed(heading)}
          >
            {words.insert}
          </Button>
        )}
      </div>
      <div lang={lang}>
        <Prose text={text} />
      </div>
    </section>
  );
}

/** Consultants' words are sent as they are written: links become an address in brackets. */
const plain = (text: string) =>
  text.replace(/\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g, (_, name: string, url: string) =>
    name === url ? url : `${name} (${url})`,
  );
