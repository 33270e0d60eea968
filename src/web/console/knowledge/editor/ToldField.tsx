import { Textarea, TextInput } from "@mantine/core";
import { memo } from "react";
import { type Language, useWords } from "../../kit/language";
import { articleWords } from "../article/texts";
import { knowledgeWords } from "../texts";
import { type FieldKey, linesOf, type ToldPart, textOf, type Value } from "./fields";
import { fieldWords, LEAST_PHRASINGS, LONGEST_ANSWER } from "./fieldTexts";
import { LineList } from "./LineList";
import { idOfPlace } from "./mistakes";

type Given = {
  language: Language;
  part: ToldPart;
  value: Value;
  mistakes: ReadonlyMap<string, string>;
  readOnly: boolean;
  onChange: (name: FieldKey, value: Value) => void;
};

/** What an article tells in one language, one part of it. Drawn anew only when it changes itself. */
export const ToldField = memo(function ToldField({ language, part, value, mistakes, readOnly, onChange }: Given) {
  const words = useWords(fieldWords);
  const label = useLabel(language, part);
  const name = `${language}.${part}` as const;
  const id = idOfPlace({ key: name });
  // The original tells what to write; a translation says the same.
  const hint = language === "pl" ? words.hints[part] : "";
  if (part === "phrasings") {
    const lines = linesOf(value);
    const count = words.count(lines.filter((line) => line.trim() !== "").length, LEAST_PHRASINGS[language]);
    return <LineList {...{ name, label, hint, count, lines, mistakes, readOnly, onChange }} lang={language} />;
  }
  const text = textOf(value);
  const shared = {
    ...{ id, label, lang: language, value: text, readOnly, error: mistakes.get(id) },
    inputWrapperOrder: ["label", "input", "description", "error"] satisfies (
      | "label"
      | "input"
      | "description"
      | "error"
    )[],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(name, currentTarget.value),
  };
  if (part === "title") return <TextInput {...shared} description={hint} maxLength={200} autoComplete="off" />;
  const description = part === "answer" ? `${hint} ${words.length(text.length, LONGEST_ANSWER)}`.trim() : hint;
  return <Textarea {...shared} description={description} autosize minRows={2} maxRows={20} />;
});

function useLabel(language: Language, part: ToldPart): string {
  const words = useWords(fieldWords);
  const { parts } = useWords(articleWords);
  const { languages } = useWords(knowledgeWords);
  const name = part === "title" || part === "phrasings" ? words[part] : parts[part];
  return words.of(name, languages[language]);
}
