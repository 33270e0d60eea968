import type { ThoughtView } from "../../../../staff/wire";
import { useWords } from "../../kit/language";
import { threadWords } from "./texts";
import classes from "./thread.module.css";

/** Rounded to nothing, a meaning only makes the list longer. */
const LEAST_SHOWN = 0.005;
export const percent = (share: number) => `${Math.round(share * 100)}%`;
/** A decision or a rule in words; one that is too new to have any keeps its name. */
export const named = (known: Record<string, string>, name: string) => known[name] ?? name.replaceAll("_", " ");

/** Why the bot did what it did, what the message may have meant, and why it was not taken for that. */
export function Meanings({ thought }: { thought: Pick<ThoughtView, "because" | "candidates" | "rejected"> }) {
  const words = useWords(threadWords);
  const candidates = thought.candidates.filter(({ confidence }) => confidence >= LEAST_SHOWN);
  const whyNot = new Map(thought.rejected.map(({ meaning, why }) => [meaning, why]));
  return (
    <>
      <p>
        <span className={classes.quiet}>{words.because}</span> {named(words.rules, thought.because)}
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
    </>
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
