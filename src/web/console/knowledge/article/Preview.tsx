import { Group, Select, Skeleton, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useState } from "react";
import type { PartView } from "../../../../staff/wire";
import { ErrorNote } from "../../kit/ErrorNote";
import { type Language, useWords } from "../../kit/language";
import { type Looked, usePreview } from "../useStudio";
import classes from "./article.module.css";
import { articleWords } from "./texts";
import { ChooseLanguage } from "./Versions";
import { WidgetBubble } from "./WidgetBubble";

type Given = Looked & { parts: PartView["part"][] };

/** A part of an article as residents read it, wherever they write from. */
export function Preview({ parts, ...looked }: Given) {
  const words = useWords(articleWords);
  const [language, setLanguage] = useState<Language>("pl");
  const [part, setPart] = useState("answer");
  const { data, error, refetch } = usePreview(looked, part, language);
  return (
    <>
      <Group align="end" gap="md" mb="sm">
        <Select
          label={words.part}
          data={parts.map((one) => ({ value: one, label: words.parts[one] }))}
          value={part}
          onChange={(value) => setPart(value ?? "answer")}
          allowDeselect={false}
        />
        <ChooseLanguage value={language} onChange={setLanguage} />
      </Group>
      <ErrorNote error={error} retry={() => void refetch()} />
      {!data && !error && <Skeleton height={240} />}
      {data && (
        <div className={classes.previews}>
          <Shown title={words.inWidget}>
            <WidgetBubble text={data.text} language={language} />
            <Buttons titles={data.choices} />
          </Shown>
          <Shown title={words.inMessenger} hint={words.inMessengerHint}>
            <p className={classes.raw} lang={language}>
              {data.messenger.text}
            </p>
            <Buttons titles={data.messenger.actions} />
          </Shown>
          <Shown title={words.asPlain} hint={words.asPlainHint}>
            <p className={classes.raw} lang={language}>
              {data.plain}
            </p>
          </Shown>
        </div>
      )}
    </>
  );
}

function Shown({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h6">
        {title}
      </Title>
      <Text size="xs" c="dimmed" mb={6} className={classes.hint ?? ""}>
        {hint}
      </Text>
      {children}
    </section>
  );
}

/** What can be pressed under it, told and not to be pressed here. */
function Buttons({ titles }: { titles: string[] }) {
  const words = useWords(articleWords);
  if (titles.length === 0) return null;
  return (
    <>
      <Text size="xs" c="dimmed" mt={6}>
        {words.buttons}:
      </Text>
      <ul className={classes.buttons}>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </>
  );
}
