import { Text } from "@mantine/core";
import { useState } from "react";
import type { Sentence } from "../../../../staff/wire/office";
import { useWords } from "../../kit/language";
import { Choice } from "../Choice";
import classes from "../Office.module.css";
import type { Choices } from "../useChoices";
import { filled, spoken } from "./sentences";
import { sentenceWords } from "./texts";

/** The sentence about a sample kind and unit, in every language. */
export function Preview({ sentence, choices }: { sentence: Sentence; choices: Choices }) {
  const words = useWords(sentenceWords);
  const [chosen, setChosen] = useState(choices.services[0]?.value ?? "");
  const [unit, setUnit] = useState(choices.units[0]?.value ?? "");
  const sample = { service: choices.service(sentence.service ?? chosen), unit: choices.unit(unit) };
  return (
    <div>
      <Text size="sm" fw={600} mb={6}>
        {words.preview}
      </Text>
      <div className={classes.columns}>
        {sentence.service === undefined && (
          <Choice label={words.sampleService} data={choices.services} value={chosen} onChange={setChosen} />
        )}
        <Choice label={words.sampleUnit} data={choices.units} value={unit} onChange={setUnit} />
      </div>
      <div className={classes.columns} style={{ marginTop: 12 }}>
        {spoken.map((language) => (
          <p key={language} lang={language} className={classes.preview}>
            {filled(sentence.text[language], language, sample) || "…"}
          </p>
        ))}
      </div>
    </div>
  );
}
