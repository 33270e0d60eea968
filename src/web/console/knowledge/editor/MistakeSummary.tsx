import { Alert, Anchor, Text } from "@mantine/core";
import { CircleAlert } from "lucide-react";
import type { DraftView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { articleWords } from "../article/texts";
import { knowledgeWords } from "../texts";
import classes from "./editor.module.css";
import type { FieldKey } from "./fields";
import { fieldWords } from "./fieldTexts";
import type { Place } from "./mistakes";
import { editorWords } from "./texts";

type Placed = DraftView["mistakes"][number] & { place: Place | undefined };
type Given = { mistakes: Placed[]; asked: boolean; onFind: (place: Place) => void };

/** Everything that keeps the draft from being published, each with the way to its field; read out when somebody saved by hand. */
export function MistakeSummary({ mistakes, asked, onFind }: Given) {
  const words = useWords(editorWords);
  if (mistakes.length === 0) return null;
  const title = words.toCorrect(mistakes.length);
  return (
    <Alert
      // Made anew, so that it is read out again.
      key={String(asked)}
      role={asked ? "alert" : "region"}
      aria-label={title}
      color="red"
      variant="light"
      p="xs"
      mb="md"
      icon={<CircleAlert size={18} aria-hidden />}
      title={<Text c="var(--mantine-color-text)">{title}</Text>}
    >
      <ul className={classes.mistakes}>
        {mistakes.map((mistake) => (
          <li key={`${mistake.file} ${mistake.line} ${mistake.field} ${mistake.message}`}>
            <One mistake={mistake} onFind={onFind} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function One({ mistake, onFind }: { mistake: Placed; onFind: Given["onFind"] }) {
  const words = useWords(editorWords);
  const nameOf = useFieldName();
  const { place, file, line, message } = mistake;
  if (!place) return `${words.elsewhere(file, line)}: ${message}`;
  const name = place.line === undefined ? nameOf(place.key) : `${nameOf(place.key)}, ${place.line + 1}`;
  return (
    <>
      <Anchor component="button" type="button" c="inherit" inherit underline="always" onClick={() => onFind(place)}>
        {name}
      </Anchor>
      : {message}
    </>
  );
}

/** What a field is called on the page. */
export function useFieldName(): (key: FieldKey) => string {
  const words = useWords(fieldWords);
  const { parts } = useWords(articleWords);
  const { languages } = useWords(knowledgeWords);
  const named: Record<string, string> = { ...parts, ...words.names, title: words.title, phrasings: words.phrasings };
  const spoken: Record<string, string> = languages;
  return (key) => {
    const [language = "", part] = key.split(".");
    return part === undefined ? (named[key] ?? key) : words.of(named[part] ?? part, spoken[language] ?? language);
  };
}
