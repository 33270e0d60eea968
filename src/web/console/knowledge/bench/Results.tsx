import { Badge } from "@mantine/core";
import type { BenchRow } from "../../../../staff/wire";
import { Meanings, named, percent } from "../../conversation/thread/Meanings";
import { threadWords } from "../../conversation/thread/texts";
import { useWords } from "../../kit/language";
import { AddToSet } from "../sets/AddToSet";
import { knowledgeWords } from "../texts";
import classes from "./bench.module.css";
import { benchWords } from "./texts";

/** What the bot would do about each question, in the words of a conversation's thoughts. */
export function Results({ rows }: { rows: BenchRow[] }) {
  return (
    <ol className={classes.rows}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same question may be there twice, and none changes its place
        <Result key={index} row={row} />
      ))}
    </ol>
  );
}

function Result({ row }: { row: BenchRow }) {
  const words = useWords(benchWords);
  const { decisions } = useWords(threadWords);
  const { languages } = useWords(knowledgeWords);
  const { maskedText, language, decision, band, about, candidates } = row;
  const [best] = candidates;
  return (
    <li className={classes.row} data-band={band}>
      <div>
        <strong lang={language}>{maskedText}</strong>
        <div className={classes.decision}>
          {named(decisions, decision)}
          {about.length > 0 && ` · ${words.about} ${about.join(", ")}`}
        </div>
        <div className={classes.marks}>
          <Badge variant="default" tt="none">
            {words.bands[band]} {best ? percent(best.confidence) : words.noMeaning}
          </Badge>
          <span>{languages[language]}</span>
        </div>
        <AddToSet text={maskedText} />
      </div>
      <div className={classes.meanings}>
        <Meanings thought={row} />
      </div>
    </li>
  );
}
