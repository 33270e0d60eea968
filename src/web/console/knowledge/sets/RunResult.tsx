import { Badge, Text, Title } from "@mantine/core";
import type { RegressionRow, RegressionRun } from "../../../../staff/wire";
import { named, percent } from "../../conversation/thread/Meanings";
import { threadWords } from "../../conversation/thread/texts";
import { useWords } from "../../kit/language";
import { Measure, Measures } from "../../kit/Measure";
import classes from "./sets.module.css";
import { setsWords } from "./texts";

const verdicts = ["hit", "offered", "missed"] as const;

/** How many texts were hit, and those that were not. */
export function RunResult({ run }: { run: RegressionRun }) {
  const words = useWords(setsWords);
  return (
    <section aria-label={words.result} className={classes.part ?? ""}>
      <Measures>
        {verdicts.map((verdict) => (
          <Measure
            key={verdict}
            label={words.verdicts[verdict]}
            value={run[verdict]}
            note={percent(run[verdict] / Math.max(1, run.texts))}
            warn={verdict === "missed" && run.missed > 0}
          />
        ))}
      </Measures>
      {run.rows.length === 0 ? (
        <Text size="sm">{words.allHit}</Text>
      ) : (
        <>
          <Title order={3} size="h5" mb={4}>
            {words.failing}
          </Title>
          <ul className={classes.rows} aria-label={words.failing}>
            {run.rows.map((row) => (
              <Failing key={row.id} row={row} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Failing({ row }: { row: RegressionRow }) {
  const words = useWords(setsWords);
  const { decisions } = useWords(threadWords);
  const { text, verdict, right, decision, about, confidence } = row;
  return (
    <li>
      <strong>{text}</strong>{" "}
      <Badge variant="default" tt="none">
        {words.verdicts[verdict]}, {percent(confidence)}
      </Badge>
      <div>
        {words.should} {right.length > 0 ? right.join(", ") : words.shouldAsk}
      </div>
      <div>
        {words.does} {named(decisions, decision)}
        {about.length > 0 && `: ${about.join(", ")}`}
      </div>
    </li>
  );
}
