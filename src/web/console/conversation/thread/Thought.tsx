import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { ThoughtView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { usePlace } from "../place";
import { Correction } from "./Correction";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

/** Rounded to nothing, a meaning only makes the list longer. */
const LEAST_SHOWN = 0.005;
const percent = (share: number) => `${Math.round(share * 100)}%`;
const named = (known: Record<string, string>, name: string) => known[name] ?? name.replaceAll("_", " ");

/** What the bot made of a resident's message: one quiet line, all of it on request. */
export function Thought({ thought }: { thought: ThoughtView }) {
  const words = useWords(threadWords);
  const [opened, setOpened] = useState(false);
  const [best] = thought.candidates;
  return (
    <details className={classes.thought} open={opened} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        <ChevronRight size={12} aria-hidden className={classes.turns} />
        {words.botDid} {named(words.decisions, thought.decision)}
        {best && ` · ${best.meaning} ${percent(best.confidence)}`}
      </summary>
      {opened && <Whole thought={thought} />}
    </details>
  );
}

function Whole({ thought }: { thought: ThoughtView }) {
  const words = useWords(threadWords);
  const { mayWork } = usePlace();
  const { rejected, because, seq } = thought;
  const candidates = thought.candidates.filter(({ confidence }) => confidence >= LEAST_SHOWN);
  const whyNot = new Map(rejected.map(({ meaning, why }) => [meaning, why]));
  return (
    <div className={classes.whole}>
      <p>
        <span className={classes.quiet}>{words.because}</span> {named(words.rules, because)}
      </p>
      {candidates.length > 0 && (
        <ul className={classes.candidates} aria-label={words.candidates}>
          {candidates.map(({ meaning, confidence, intent }) => (
            <li key={`${intent.kind}:${intent.id}`}>
              <span className={classes.meaning}>{meaning}</span>
              <span className={classes.share}>{percent(confidence)}</span>
              <span className={classes.bar} aria-hidden>
                <span style={{ width: percent(confidence) }} />
              </span>
              <Why why={whyNot.get(meaning)} />
            </li>
          ))}
        </ul>
      )}
      {mayWork && <Correction seq={seq} />}
    </div>
  );
}

/** The server tells reasons in a few fixed shapes; numbers in them stay. */
function Why({ why }: { why: string | undefined }) {
  const words = useWords(threadWords);
  if (why === undefined) return null;
  const [, rule] = why.match(/^(\w+) came first$/) ?? [];
  const said = rule ? words.cameFirst(named(words.rules, rule)) : (words.whyNot[shapeOf(why)] ?? why);
  return <span className={classes.why}>{said}</span>;
}

const shapes = {
  "another meaning was likelier": "likelier",
  "the message told two matters apart": "apart",
  "the search index does not find it": "unconfirmed",
  "not sure enough to act on": "unsure",
  "not a matter to be offered": "notOffered",
} as const;
type Shape = (typeof shapes)[keyof typeof shapes] | "below";

function shapeOf(why: string): Shape {
  for (const [said, shape] of Object.entries(shapes)) if (said === why) return shape;
  return "below";
}
