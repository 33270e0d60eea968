import { Badge, Button, SegmentedControl, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { EffectRow, EffectView, Told } from "../../../../staff/wire";
import { named } from "../../conversation/thread/Meanings";
import { threadWords } from "../../conversation/thread/texts";
import { useWords } from "../../kit/language";
import { benchWords } from "../bench/texts";
import { knowledgeWords } from "../texts";
import classes from "./review.module.css";
import { reviewWords } from "./texts";

const verdicts = ["worse", "better", "same", "unlabelled"] as const;
type Verdict = (typeof verdicts)[number];
const verdictOf = ({ verdict }: EffectRow): Verdict => verdict ?? "unlabelled";
const colours: Record<Verdict, string> = { worse: "red", better: "green", same: "gray", unlabelled: "gray" };
const AT_ONCE = 50;

/** Every text that would be answered otherwise, worse ones first: what the bot does now and what it would do. */
export function EffectRows({ effect: { rows, changed } }: { effect: EffectView }) {
  const { effect: words } = useWords(reviewWords);
  const { more } = useWords(knowledgeWords);
  const [chosen, setChosen] = useState<Verdict>();
  const [upTo, setUpTo] = useState(AT_ONCE);
  const ordered = verdicts.flatMap((verdict) => rows.filter((row) => verdictOf(row) === verdict));
  const shown = ordered.filter((row) => !chosen || verdictOf(row) === chosen);
  const counted = (verdict: Verdict) => rows.filter((row) => verdictOf(row) === verdict).length;
  const data = verdicts.map((value) => ({ value, label: `${words.verdicts[value]} (${counted(value)})` }));
  return (
    <section aria-label={words.rows}>
      <Title order={3} size="h6" mt="md" mb={6}>
        {words.rows}
      </Title>
      <SegmentedControl
        className={classes.filter ?? ""}
        aria-label={words.filter}
        size="xs"
        value={chosen ?? "all"}
        onChange={(next) => setChosen(verdicts.find((verdict) => verdict === next))}
        data={[{ value: "all", label: `${words.all} (${rows.length})` }, ...data]}
      />
      {rows.length < changed && (
        <Text size="sm" c="dimmed">
          {words.partly(rows.length, changed)}
        </Text>
      )}
      {shown.length === 0 && <Text size="sm">{words.none}</Text>}
      <ol className={classes.rows}>
        {shown.slice(0, upTo).map((row) => (
          <Changed key={row.text} row={row} />
        ))}
      </ol>
      {shown.length > upTo && (
        <Button variant="default" onClick={() => setUpTo(upTo + AT_ONCE)}>
          {more}
        </Button>
      )}
    </section>
  );
}

function Changed({ row }: { row: EffectRow }) {
  const { effect: words } = useWords(reviewWords);
  const { text, before, after, times, right } = row;
  const verdict = verdictOf(row);
  return (
    <li className={classes.row}>
      <div>
        <strong>{text}</strong>
        <div className={classes.marks}>
          <Badge variant={verdict === "unlabelled" ? "default" : "light"} color={colours[verdict]} tt="none">
            {words.verdicts[verdict]}
          </Badge>
          {times > 1 && <span>{words.times(times)}</span>}
          {right && <span>{right.length > 0 ? `${words.right} ${right.join(", ")}` : words.shouldAsk}</span>}
        </div>
      </div>
      {JSON.stringify(before) === JSON.stringify(after) ? (
        <div>
          <Said told={after} />
          <div className={classes.quietInline}>{words.otherWords}</div>
        </div>
      ) : (
        <dl className={classes.told}>
          <dt>{words.before}</dt>
          <dd>
            <Said told={before} />
          </dd>
          <dt>{words.after}</dt>
          <dd>
            <Said told={after} />
          </dd>
        </dl>
      )}
    </li>
  );
}

/** In the words of a conversation's thoughts. */
function Said({ told: { decision, about, band } }: { told: Told }) {
  const { decisions } = useWords(threadWords);
  const { bands } = useWords(benchWords);
  return (
    <>
      {named(decisions, decision)}
      {about.length > 0 && ` · ${about.join(", ")}`} <span className={classes.quietInline}>({bands[band]})</span>
    </>
  );
}
