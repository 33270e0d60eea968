import { SegmentedControl, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import type { PartView, VersionView } from "../../../../staff/wire";
import { type Language, useWords } from "../../kit/language";
import { Prose } from "../../kit/Prose";
import { knowledgeWords } from "../texts";
import classes from "./article.module.css";
import { articleWords } from "./texts";

/** Three columns of text need so much room. */
const NARROW = "(max-width: 1000px)";

/** The same part of every language beside each other; where there is no room for that, one language at a time. */
export function Versions({ versions }: { versions: VersionView[] }) {
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<Language>("pl");
  const shown = narrow ? versions.filter(({ language }) => language === chosen) : versions;
  const [polish] = versions;
  return (
    <>
      {narrow && <ChooseLanguage value={chosen} onChange={setChosen} />}
      <div className={classes.version} data-columns={shown.length}>
        {shown.map(({ language, title }) => (
          <Title key={language} order={2} size="h5" lang={language}>
            {title}
          </Title>
        ))}
      </div>
      {polish?.parts.map(({ part }) => (
        <Row key={part} part={part} versions={shown} />
      ))}
    </>
  );
}

function Row({ part, versions }: { part: PartView["part"]; versions: VersionView[] }) {
  const words = useWords(articleWords);
  return (
    <section className={classes.part} aria-label={words.parts[part]}>
      <Title order={3} size="h6" mb={4}>
        {words.parts[part]}
      </Title>
      <div className={classes.version} data-columns={versions.length}>
        {versions.map(({ language, parts }) => (
          <One key={language} language={language} text={parts.find((one) => one.part === part)?.text} />
        ))}
      </div>
    </section>
  );
}

function One({ language, text }: { language: Language; text: string | undefined }) {
  const words = useWords(articleWords);
  const { languages } = useWords(knowledgeWords);
  if (text === undefined)
    return <p className={classes.untranslated}>{`${languages[language]}: ${words.untranslated}`}</p>;
  return (
    <div lang={language}>
      <Prose text={text} />
    </div>
  );
}

type Choosing = { value: Language; onChange: (language: Language) => void };
const all: Language[] = ["pl", "en", "uk"];

export function ChooseLanguage({ value, onChange }: Choosing) {
  const words = useWords(articleWords);
  const { languages } = useWords(knowledgeWords);
  return (
    <SegmentedControl
      aria-label={words.language}
      size="xs"
      mb="sm"
      value={value}
      onChange={(next) => onChange(all.find((language) => language === next) ?? "pl")}
      data={all.map((language) => ({ value: language, label: languages[language] }))}
    />
  );
}
