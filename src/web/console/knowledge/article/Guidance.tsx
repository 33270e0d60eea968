import { Skeleton, Text, Title } from "@mantine/core";
import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { GuidanceView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { useWords } from "../../kit/language";
import { knowledgeWords } from "../texts";
import { type Looked, useGuidance } from "../useStudio";
import classes from "./article.module.css";
import { guidanceWords } from "./guidanceTexts";
import { Readability } from "./Readability";
import { Rivals } from "./Rivals";
import { articleWords } from "./texts";

/** What might be better about an article; a topic with nothing to remark says so. */
export function Guidance(looked: Looked) {
  const words = useWords(guidanceWords);
  const { data, error, refetch } = useGuidance(looked);
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {words.intro}
      </Text>
      <ErrorNote error={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={320} />}
      {data && <Topics guidance={data} />}
    </>
  );
}

function Topics({ guidance }: { guidance: GuidanceView }) {
  const words = useWords(guidanceWords);
  const { due, few, rivals, readability, differences, unquoted, links, missing } = guidance;
  const { long, officeWords } = readability;
  const { languages } = useWords(knowledgeWords);
  return (
    <>
      <Topic title={words.due} fine={due === undefined}>
        {due !== undefined && <p>{due < 0 ? words.duePassed(-due) : words.dueSoon(due)}</p>}
      </Topic>
      <Topic title={words.few} fine={few.length === 0}>
        {few.map(({ language, there, wanted }) => (
          <p key={language}>{words.fewIn(languages[language], there, wanted)}</p>
        ))}
      </Topic>
      <Topic title={words.rivals} fine={rivals.length === 0}>
        <Rivals rivals={rivals} />
      </Topic>
      <Topic title={words.readability} fine={long.length + officeWords.length === 0}>
        <Readability readability={readability} />
      </Topic>
      <Topic title={words.differences} fine={differences.length === 0}>
        <Differences differences={differences} />
      </Topic>
      <Topic title={words.unquoted} fine={unquoted?.length === 0}>
        <Unquoted unquoted={unquoted} />
      </Topic>
      <Topic title={words.missing} fine={missing.length === 0}>
        <Missing missing={missing} />
      </Topic>
      <Topic title={words.links} fine={links.length === 0}>
        <Links links={links} />
      </Topic>
    </>
  );
}

function Topic({ title, fine, children }: { title: string; fine: boolean; children: ReactNode }) {
  const words = useWords(guidanceWords);
  const Icon = fine ? CircleCheck : TriangleAlert;
  return (
    <section className={classes.topic} aria-label={title}>
      <Title order={2} size="h6">
        <Icon size={16} aria-hidden className={fine ? classes.quiet : classes.warn} /> {title}
      </Title>
      {fine && <p className={classes.quiet}>{words.fine}</p>}
      {children}
    </section>
  );
}

function Differences({ differences }: Pick<GuidanceView, "differences">) {
  const words = useWords(guidanceWords);
  const { parts } = useWords(articleWords);
  const { languages } = useWords(knowledgeWords);
  return differences.map(({ part, language, onlyInPolish, onlyThere }) => {
    const told = [
      ...(onlyInPolish.length > 0 ? [words.onlyInPolish(onlyInPolish.join(", "))] : []),
      ...(onlyThere.length > 0 ? [words.onlyThere(onlyThere.join(", "))] : []),
    ];
    return <p key={`${part} ${language}`}>{`${parts[part]} (${languages[language]}): ${told.join("; ")}`}</p>;
  });
}

function Unquoted({ unquoted }: Pick<GuidanceView, "unquoted">) {
  const words = useWords(guidanceWords);
  const { parts } = useWords(articleWords);
  if (!unquoted) return <p>{words.noQuotes}</p>;
  return unquoted.map(({ part, said }) => <p key={part}>{`${parts[part]}: ${said.join(", ")}`}</p>);
}

function Missing({ missing }: Pick<GuidanceView, "missing">) {
  const words = useWords(guidanceWords);
  const names = useWords(articleWords).parts;
  const { languages } = useWords(knowledgeWords);
  return missing.map(({ language, parts }) => (
    <p key={language}>
      {words.missingIn(languages[language], parts.map((part) => names[part]).join(", ") || words.wholly)}
    </p>
  ));
}

function Links({ links }: Pick<GuidanceView, "links">) {
  const words = useWords(guidanceWords);
  const { languages } = useWords(knowledgeWords);
  return links.map(({ url, language }) => (
    <p key={`${url} ${language}`} className={classes.address}>
      {url} ({language ? languages[language] : words.inSources})
    </p>
  ));
}
