import { Paper, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { type Language, languages, useLanguage, useWords } from "../kit/language";
import { useTitle } from "../kit/title";
import classes from "./Frame.module.css";
import { loginWords } from "./texts";

/** The card of whoever is not yet inside, with the languages below it. */
export function Frame({ title, children }: { title: string; children: ReactNode }) {
  const words = useWords(loginWords);
  useTitle(title);
  return (
    <main className={classes.frame}>
      <div className={classes.product}>
        <img src={new URL("../icon.svg", import.meta.url).href} alt="" width={40} height={40} />
        <div>
          <b>{words.product}</b>
          <Text size="sm" c="dimmed">
            {words.about}
          </Text>
        </div>
      </div>
      <Paper withBorder p="lg" className={classes.card ?? ""}>
        <Title order={1} size="h3" mb="md">
          {title}
        </Title>
        {children}
      </Paper>
      <Languages />
    </main>
  );
}

function Languages() {
  const words = useWords(loginWords);
  const { language, choose } = useLanguage();
  const all: Language[] = ["pl", "en", "uk"];
  return (
    <fieldset className={classes.languages}>
      <legend className={classes.legend}>{words.languages}</legend>
      {all.map((code) => (
        <button key={code} type="button" lang={code} aria-pressed={code === language} onClick={() => choose(code)}>
          {languages[code]}
        </button>
      ))}
    </fieldset>
  );
}
