import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { StudioArticle } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { Counts } from "../Counts";
import { knowledgeWords } from "../texts";
import classes from "./article.module.css";
import { articleWords } from "./texts";

/** What is known of an article beside its words. */
export function Facts({ article }: { article: StudioArticle }) {
  const words = useWords(articleWords);
  const known = useWords(knowledgeWords);
  const { unit, competence, confidence, due, checkAgain, checkedOn, sourceDate, versions } = article;
  const phrasings = versions.map(({ language, phrasings: n }) => `${known.languages[language]}: ${n}`).join(", ");
  return (
    <section aria-label={words.facts}>
      <dl className={classes.facts}>
        <Fact name={words.unit}>{competence === "other" ? `${unit} (${known.otherInstitution})` : unit}</Fact>
        <Fact name={words.confidence}>{known.confidences[confidence]}</Fact>
        <Fact name={words.sourceDate}>{sourceDate}</Fact>
        <Fact name={words.checkedOn}>{checkedOn}</Fact>
        <Fact name={words.checkAgain}>
          <span data-warn={(due !== undefined && due < 0) || undefined}>
            {checkAgain}
            {due !== undefined && ` (${known.due(due)})`}
          </span>
        </Fact>
        <Fact name={words.phrasings}>{phrasings}</Fact>
        <Fact name={words.used}>
          <Counts figures={article.figures} />
        </Fact>
        <Lists article={article} />
      </dl>
    </section>
  );
}

function Lists({ article: { sources, related, keywords } }: { article: StudioArticle }) {
  const words = useWords(articleWords);
  return (
    <>
      <Fact name={words.sources}>
        {sources.length === 0 && words.noSources}
        {sources.map((source) => (
          <div key={source} className={classes.address}>
            <Anchor href={source} target="_blank" rel="noopener noreferrer" inherit underline="always">
              {source}
            </Anchor>
          </div>
        ))}
      </Fact>
      {related.length > 0 && (
        <Fact name={words.related}>
          {related.map(({ id, title }) => (
            <div key={id}>
              <Anchor component={Link} to={`/knowledge/${encodeURIComponent(id)}`} inherit underline="always">
                {title}
              </Anchor>
            </div>
          ))}
        </Fact>
      )}
      {keywords.length > 0 && (
        <Fact name={words.keywords} wide>
          {keywords.join(", ")}
        </Fact>
      )}
    </>
  );
}

type FactGiven = { name: string; wide?: boolean; children: ReactNode };

function Fact({ name, wide, children }: FactGiven) {
  return (
    <div data-wide={wide}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
